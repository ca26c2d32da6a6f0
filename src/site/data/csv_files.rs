//! The figures as comma-separated values, for programs and for a spreadsheet.

use csv::{Terminator, WriterBuilder};

use super::super::fault::SiteFault;
use super::super::figure_words::FigureWords;
use super::lines::{FLOW, Line, RECEIVED, TIMES, TOTAL, lines, unformulated, written};
use crate::statistics::Figures;

/// The names of the columns.
pub const COLUMNS: [&str; 4] = ["table", "row", "column", "count"];
/// By this mark Excel knows that a file is UTF-8.
const MARK: &[u8] = "\u{feff}".as_bytes();

/// With codes, by RFC 4180: commas, CRLF.
pub fn plain(figures: &Figures, path: &str) -> Result<Vec<u8>, SiteFault> {
    let rows = lines(figures).into_iter().map(|line| {
        [line.table, line.row.unwrap_or(TOTAL), line.column.unwrap_or(TOTAL), &written(line.count)].map(unformulated)
    });
    write(std::iter::once(COLUMNS.map(str::to_owned)).chain(rows), b',', path)
}

/// With Dutch names, as a Dutch Excel opens it: semicolons.
pub fn excel(figures: &Figures, words: &FigureWords<'_>, path: &str) -> Result<Vec<u8>, SiteFault> {
    let mut rows = Vec::new();
    let mut head = COLUMNS.map(str::to_owned);
    for name in &mut head {
        *name = words.say(&format!("figures-column-{name}"))?;
    }
    rows.push(head);
    for line in lines(figures) {
        rows.push(named(figures, words, &line)?.map(|field| unformulated(&field)));
    }
    let mut bytes = MARK.to_vec();
    bytes.extend(write(rows.into_iter(), b';', path)?);
    Ok(bytes)
}

/// A line with names for its codes.
fn named(figures: &Figures, words: &FigureWords<'_>, line: &Line<'_>) -> Result<[String; 4], SiteFault> {
    let total = || words.say("figures-total");
    let count = written(line.count);
    let Some(table) = figures.table(line.table) else {
        let table = words.say(match line.table {
            FLOW => "figures-flow",
            TIMES => "figures-days-table",
            _ => "figures-received",
        })?;
        let row = match line.row {
            Some(row) if line.table != RECEIVED => words.say(&format!("figures-row-{row}"))?,
            _ => total()?,
        };
        return Ok([table, row, total()?, count]);
    };
    let row = line.row.map_or_else(total, |id| words.row(table, id))?;
    let column = line.column.map_or_else(total, |id| words.column(table, id))?;
    Ok([words.table(table)?, row, column, count])
}

fn write(rows: impl Iterator<Item = [String; 4]>, delimiter: u8, path: &str) -> Result<Vec<u8>, SiteFault> {
    // Writing to memory does not fail; if it did, no half a file may be published.
    let fault = |message: String| SiteFault::Template { path: path.to_owned(), line: 0, column: 0, message };
    let mut writer = WriterBuilder::new().delimiter(delimiter).terminator(Terminator::CRLF).from_writer(Vec::new());
    for row in rows {
        writer.write_record(&row).map_err(|error| fault(error.to_string()))?;
    }
    writer.into_inner().map_err(|error| fault(error.to_string()))
}
