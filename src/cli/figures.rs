//! Published figures as text: plain tables, or one line per count.

use std::fmt::Write;

use crate::diagnostics::{Lang, Text};
use crate::statistics::explain::{TOTAL, cells};
use crate::statistics::{Count, Figures, Table};

/// A year's figures for reading.
#[must_use]
pub fn text(regulation: &str, figures: &Figures, lang: Lang) -> String {
    let mut out = String::new();
    // Writing to a string cannot fail.
    let _ = writeln!(out, "{regulation} {}\n", figures.year);
    let flow = &figures.flow;
    let lines = [
        (Text::new("van vorig jaar", "carried in"), flow.carried_in),
        (Text::new("ontvangen", "received"), figures.received),
        (Text::new("afgesloten", "closed"), flow.closed),
        (Text::new("naar volgend jaar", "carried out"), flow.carried_out),
    ];
    for (name, count) in lines {
        let _ = writeln!(out, "  {:<20}{:>6}", name.in_(lang), shown(count, figures.k));
    }
    if let Some(times) = figures.times {
        let name = Text::new("behandeltijd in dagen", "handling time in days");
        let how = Text::new("mediaan", "median");
        let mean = Text::new("gemiddeld", "mean");
        let (median, average) = (times.median, times.mean);
        let _ = writeln!(out, "  {}: {} {median}, {} {average}", name.in_(lang), how.in_(lang), mean.in_(lang));
    }
    for one in &figures.tables {
        let _ = write!(out, "\n{}", table(one, figures.k, lang));
    }
    let hidden = Text::new(
        format!("– minder dan {}, of een getal dat een klein getal zou verraden", figures.k),
        format!("– below {}, or a number that would give a small one away", figures.k),
    );
    let _ = writeln!(out, "\n{}", hidden.in_(lang));
    out
}

fn shown(count: Count, k: u32) -> String {
    match count {
        Count::Shown(number) => number.to_string(),
        Count::Hidden => "–".to_owned(),
        Count::Fewer => format!("< {k}"),
    }
}

fn table(table: &Table, k: u32, lang: Lang) -> String {
    let total = Text::new("totaal", "total").in_(lang).to_owned();
    let columns: Vec<String> = if table.columns.is_empty() {
        vec![Text::new("aantal", "count").in_(lang).to_owned()]
    } else {
        table.columns.iter().cloned().chain([total.clone()]).collect()
    };
    let lines = table.rows.iter().map(|r| (r.id.clone(), &r.counts)).chain([(total, &table.total)]);
    let lines: Vec<(String, Vec<String>)> =
        lines.map(|(id, counts)| (id, counts.0.iter().map(|c| shown(*c, k)).collect())).collect();
    let first = lines.iter().map(|(id, _)| id.chars().count()).chain([table.id.chars().count()]).max().unwrap_or(0);
    let width = |at: usize| {
        let cells = lines.iter().filter_map(|(_, cells)| cells.get(at)).map(|c| c.chars().count());
        cells.chain([columns[at].chars().count()]).max().unwrap_or(0)
    };
    let row = |name: &str, cells: &[String]| {
        let cells: String = cells.iter().enumerate().map(|(at, cell)| format!("  {cell:>w$}", w = width(at))).collect();
        format!("{name:<first$}{cells}\n")
    };
    let body: String = lines.iter().map(|(name, cells)| row(name, cells)).collect();
    format!("{}{body}", row(&table.id, &columns))
}

/// The header of the lines of [`csv`].
pub const HEADER: &str = "regulation,year,table,row,column,basis,count\n";

/// One line per count; a hidden one is `hidden`. No value has a comma: they are ids.
#[must_use]
pub fn csv(regulation: &str, figures: &Figures) -> String {
    let mut out = String::new();
    for (name, basis, count) in cells(figures) {
        let parts: Vec<&str> = name.split('/').collect();
        let (table, row, column) = match parts.as_slice() {
            [table, row, column] => (*table, *row, *column),
            [table, row] => (*table, *row, ""),
            _ => ("flow", name.as_str(), ""),
        };
        let _ = writeln!(out, "{regulation},{},{table},{row},{column},{basis},{count}", figures.year);
    }
    out
}

/// What `--explain` takes, for somebody who named a count that is not there.
#[must_use]
pub fn known(figures: &Figures) -> Vec<String> {
    cells(figures).into_iter().map(|(name, ..)| name).filter(|n| !n.ends_with(&format!("/{TOTAL}"))).collect()
}
