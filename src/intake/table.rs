//! A register in CSV, read through a map.

use chrono::NaiveDate;
use csv::{ReaderBuilder, StringRecord};

use super::map::{Column, Map};
use super::row::{Remark, Row, SEALED, mark};

/// What a column may hold besides `field.<id>` and `confidential.<what>`.
const HOLDS: &[&str] = &[
    "regulation",
    "received",
    "channel",
    "source",
    "topics",
    "main_topic",
    "severity",
    "role",
    "respondent",
    "key",
    "ignored",
];

/// How dates are written where the map does not say.
const DATES: &str = "yyyy-mm-dd";

/// What separates columns where the map does not say, and what else may do so, as a map writes it.
const DELIMITERS: [(u8, &str); 4] = [(b',', "\",\""), (b';', "\";\""), (b'\t', "tab"), (b'|', "\"|\"")];

/// Reads a table; each row with what was not understood of any of them.
#[must_use]
pub fn read(text: &str, map: &Map) -> (Vec<Row>, Vec<Remark>) {
    let mut remarks = unknown_holds(map);
    let text = text.trim_start_matches('\u{feff}');
    let delimiter = match map.delimiter.as_deref() {
        // A tab by itself would be a key without a value.
        Some("tab") => b'\t',
        written => written.and_then(|d| d.bytes().next()).unwrap_or(b','),
    };
    let mut reader = ReaderBuilder::new().delimiter(delimiter).flexible(true).from_reader(text.as_bytes());
    let headings = reader.headers().cloned().unwrap_or_default();
    if let Some(remark) = other_delimiter(text, map, &headings) {
        remarks.push(remark);
        return (Vec::new(), remarks);
    }
    let columns = columns(&headings, map, &mut remarks);
    let mut rows = Vec::new();
    for record in reader.records() {
        let Ok(record) = record else {
            remarks.push(Remark::refusal(None, "dit is geen leesbare tabel", "this is no readable table"));
            break;
        };
        let line = line_of(&record, text);
        if record.iter().all(|cell| cell.trim().is_empty()) {
            continue;
        }
        if record.len() != headings.len() {
            let (has, wanted) = (record.len(), headings.len());
            remarks.push(Remark::refusal(
                line,
                format!("deze rij heeft {has} kolommen in plaats van {wanted}"),
                format!("this row has {has} columns instead of {wanted}"),
            ));
            continue;
        }
        rows.push(row(&record, line, &columns, map, &mut remarks));
    }
    (rows, remarks)
}

/// The line on which a row begins: the reader counts from the end of the row before, blank lines and all.
fn line_of(record: &StringRecord, text: &str) -> Option<usize> {
    let place = record.position()?;
    let rest = text.as_bytes().get(usize::try_from(place.byte()).ok()?..)?;
    let blank = rest.iter().take_while(|b| matches!(b, b'\n' | b'\r')).filter(|b| **b == b'\n').count();
    Some(usize::try_from(place.line()).ok()? + blank)
}

/// Kinds of content in the map that nothing knows.
fn unknown_holds(map: &Map) -> Vec<Remark> {
    let known = |is: &str| match is.split_once('.') {
        Some(("confidential", what)) => SEALED.contains(&what),
        Some(("field", id)) => crate::yaml::is_id(id),
        _ => HOLDS.contains(&is),
    };
    let wrong = map.columns.iter().filter(|c| !known(&c.is));
    wrong
        .map(|c| {
            Remark::refusal(
                None,
                format!("in de kaart: `{}` is niet iets wat een kolom kan bevatten; zie docs/import.md", c.is),
                format!("in the map: `{}` is nothing that a column can hold; see docs/import.md", c.is),
            )
        })
        .collect()
}

/// How many of the map's columns a line of headings has.
fn known_headings(headings: &StringRecord, map: &Map) -> usize {
    map.columns.iter().filter(|c| headings.iter().any(|h| h.trim() == c.column.trim())).count()
}

/// That the columns are separated by something else than the map says: by it none of the map's columns is found, and by the
/// other some are. Each column as missing would say the same many times, and not what to do.
fn other_delimiter(text: &str, map: &Map, headings: &StringRecord) -> Option<Remark> {
    if known_headings(headings, map) > 0 {
        return None;
    }
    let found = |delimiter: u8| {
        let mut reader = ReaderBuilder::new().delimiter(delimiter).flexible(true).from_reader(text.as_bytes());
        reader.headers().map_or(0, |headings| known_headings(headings, map))
    };
    let (_, written) =
        DELIMITERS.into_iter().max_by_key(|(byte, _)| found(*byte)).filter(|(byte, _)| found(*byte) > 0)?;
    Some(Remark::refusal(
        Some(1),
        format!("de kolommen zijn hier anders gescheiden dan de kaart zegt; schrijf daarin `delimiter: {written}`"),
        format!("the columns are separated in another way than the map says; write `delimiter: {written}` in it"),
    ))
}

/// The map's columns with their place in the table. A heading may be personal data when there is no line of headings, so
/// only those of the map are repeated.
fn columns<'m>(headings: &StringRecord, map: &'m Map, remarks: &mut Vec<Remark>) -> Vec<(usize, &'m Column)> {
    let mut found = Vec::new();
    for column in &map.columns {
        match headings.iter().position(|h| h.trim() == column.column.trim()) {
            Some(at) => found.push((at, column)),
            None => remarks.push(Remark::refusal(
                Some(1),
                format!("er is geen kolom `{}`", column.column),
                format!("there is no column `{}`", column.column),
            )),
        }
    }
    let unmapped: Vec<String> = (0..headings.len())
        .filter(|at| found.iter().all(|(known, _)| known != at))
        .map(|at| (at + 1).to_string())
        .collect();
    if !unmapped.is_empty() {
        let list = unmapped.join(", ");
        remarks.push(Remark::note(
            Some(1),
            format!("niet overgenomen, want niet in de kaart: kolom {list}"),
            format!("not taken over, since not in the map: column {list}"),
        ));
    }
    found
}

fn row(
    record: &StringRecord,
    line: Option<usize>,
    columns: &[(usize, &Column)],
    map: &Map,
    remarks: &mut Vec<Remark>,
) -> Row {
    let mut row = Row { line, mark: mark("row", record.iter().map(str::as_bytes)), ..Row::default() };
    if let Some(regulation) = &map.regulation {
        row.say("regulation", regulation);
    }
    for (at, column) in columns {
        let cell = record.get(*at).unwrap_or_default().trim();
        match column.is.as_str() {
            "key" if !cell.is_empty() => row.mark = mark("key", [column.column.as_bytes(), cell.as_bytes()]),
            "ignored" | "key" => {}
            "received" => {
                row.day_column = Some(column.column.clone());
                match day(cell, map.dates.as_deref()) {
                    Some(day) => row.say("received", &day.to_string()),
                    None if cell.is_empty() => {}
                    None => {
                        row.day_unread = true;
                        remarks.push(no_day(line, column, map));
                    }
                }
            }
            is => match is.strip_prefix("confidential.") {
                Some(what) => row.keep(what, cell),
                None => values(cell, column).for_each(|value| row.say(is, &value)),
            },
        }
    }
    row
}

/// That a cell holds no date, and how one is written here.
fn no_day(line: Option<usize>, column: &Column, map: &Map) -> Remark {
    let (heading, pattern) = (&column.column, map.dates.as_deref().unwrap_or(DATES));
    Remark::refusal(
        line,
        format!(
            "kolom `{heading}`: dit is geen datum zoals `{pattern}`; verbeter hem in deze rij, of `dates` in de kaart"
        ),
        format!("column `{heading}`: this is no date like `{pattern}`; mend it in this row, or `dates` in the map"),
    )
}

/// The values of a cell, as codes where the map has one.
fn values<'c>(cell: &'c str, column: &'c Column) -> impl Iterator<Item = String> + 'c {
    let parts: Vec<&str> = match column.separator.as_deref().filter(|s| !s.is_empty()) {
        Some(separator) => cell.split(separator).collect(),
        None => vec![cell],
    };
    parts.into_iter().map(str::trim).map(|word| column.values.get(word).cloned().unwrap_or_else(|| word.to_owned()))
}

/// A date as the map says that it is written.
fn day(cell: &str, dates: Option<&str>) -> Option<NaiveDate> {
    let pattern = match dates.unwrap_or(DATES) {
        "dd-mm-yyyy" | "d-m-yyyy" => "%d-%m-%Y",
        "dd/mm/yyyy" => "%d/%m/%Y",
        _ => "%Y-%m-%d",
    };
    NaiveDate::parse_from_str(cell, pattern).ok()
}

#[cfg(test)]
#[path = "../../tests/unit/intake/table.rs"]
mod tests;
