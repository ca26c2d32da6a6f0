//! A register in CSV, read through a map.

mod cell;
mod quotes;

use std::borrow::Cow;

use csv::{ReaderBuilder, StringRecord};
use encoding_rs::{Encoding, WINDOWS_1252};

use super::map::{Column, Map};
use super::row::{Remark, Row, SEALED, mark};
use crate::diagnostics::text as worded;
use cell::plain;

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

/// What separates columns where the map does not say, and what else may do so, as a map writes it.
const DELIMITERS: [(u8, &str); 4] = [(b',', "\",\""), (b';', "\";\""), (b'\t', "tab"), (b'|', "\"|\"")];

/// The text of a table: of a spreadsheet that knows no UTF-8 in the letters of Windows, which is said.
pub fn text(bytes: &[u8]) -> (Cow<'_, str>, Vec<Remark>) {
    if let Some((encoding, _)) = Encoding::for_bom(bytes) {
        return (encoding.decode(bytes).0, Vec::new());
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => (Cow::Borrowed(text), Vec::new()),
        Err(_) => {
            let note = Remark::note(
                None,
                "dit bestand is geen UTF-8 en is gelezen als Windows-1252; kijk na of namen met accenten kloppen",
                "this file is not UTF-8 and was read as Windows-1252; see whether names with accents are right",
            );
            (WINDOWS_1252.decode_without_bom_handling(bytes).0, vec![note])
        }
    }
}

/// Reads a table; each row with what was not understood of any of them.
#[must_use]
pub fn read(text: &str, map: &Map) -> (Vec<Row>, Vec<Remark>) {
    let mut remarks = unknown_holds(map);
    let text = text.trim_start_matches('\u{feff}');
    // Each line ends in the same way from here on, so that lines have numbers.
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let (first, text, told) = without_sep(&text);
    let delimiter = match map.delimiter.as_deref() {
        // A tab by itself would be a key without a value.
        Some("tab") => b'\t',
        Some(written) => written.bytes().next().unwrap_or(b','),
        None => told.unwrap_or_else(|| likeliest(text, map)),
    };
    let mut reader = ReaderBuilder::new().delimiter(delimiter).flexible(true).from_reader(text.as_bytes());
    let headings = reader.headers().cloned().unwrap_or_default();
    if let Some(remark) = other_delimiter(text, map, &headings) {
        remarks.push(remark);
        return (Vec::new(), remarks);
    }
    let broken = quotes::faults(text, delimiter, headings.len());
    if !broken.is_empty() {
        remarks.extend(broken.into_iter().map(|r| Remark { line: r.line.map(|line| line + first), ..r }));
        return (Vec::new(), remarks);
    }
    let columns = columns(&headings, map, first + 1, &mut remarks);
    let mut rows = Vec::new();
    for record in reader.records() {
        let Ok(record) = record else {
            remarks.push(Remark::refusal(None, "dit is geen leesbare tabel", "this is no readable table"));
            break;
        };
        let line = line_of(&record, text).map(|line| line + first);
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

/// Without the line in which Excel says what separates the columns: how many lines went, and what it said.
fn without_sep(text: &str) -> (usize, &str, Option<u8>) {
    let (line, rest) = text.split_once('\n').unwrap_or((text, ""));
    let said = line.trim_end().trim_matches('"');
    match said.get(..4).filter(|begin| begin.eq_ignore_ascii_case("sep=")) {
        Some(_) => (1, rest, said.as_bytes().get(4).copied().or(line.ends_with('\t').then_some(b'\t'))),
        None => (0, text, None),
    }
}

/// What separates the columns where nobody says it: by it most headings of the map are found.
fn likeliest(text: &str, map: &Map) -> u8 {
    let found = |delimiter: u8| {
        let mut reader = ReaderBuilder::new().delimiter(delimiter).flexible(true).from_reader(text.as_bytes());
        reader.headers().map_or(0, |headings| known_headings(headings, map))
    };
    // Of equals the last one: a comma, as the page on the map says.
    DELIMITERS.into_iter().rev().map(|(byte, _)| byte).max_by_key(|byte| found(*byte)).unwrap_or(b',')
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
    map.columns.iter().filter(|c| headings.iter().any(|h| plain(h) == c.column.trim())).count()
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
fn columns<'m>(
    headings: &StringRecord,
    map: &'m Map,
    line: usize,
    remarks: &mut Vec<Remark>,
) -> Vec<(usize, &'m Column)> {
    let mut found = Vec::new();
    for column in &map.columns {
        let alike = headings.iter().filter(|h| plain(h) == column.column.trim()).count();
        if alike > 1 && column.is != "ignored" {
            remarks.push(Remark::refusal(
                Some(line),
                format!("kolom `{}` staat er {alike} keer; geef elke kolom een eigen opschrift", column.column),
                format!("column `{}` is there {alike} times; give each column a heading of its own", column.column),
            ));
        }
        match headings.iter().position(|h| plain(h) == column.column.trim()) {
            Some(at) => found.push((at, column)),
            None => remarks.push(Remark::refusal(
                Some(line),
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
            Some(line),
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
    let whole = mark("row", record.iter().map(str::as_bytes));
    let mut row = Row { line, mark: whole.clone(), content: whole, ..Row::default() };
    if let Some(regulation) = &map.regulation {
        row.say("regulation", regulation);
    }
    for (at, column) in columns {
        let cell = plain(record.get(*at).unwrap_or_default());
        let narrative = matches!(column.is.as_str(), "ignored" | "confidential.narrative");
        if let Some(why) = cell::lost(cell).filter(|_| !narrative) {
            let heading = &column.column;
            let message = worded!("kolom `{heading}`: {why}", "column `{heading}`: {why}", heading, why);
            remarks.push(Remark::told(line, message, true));
            row.day_unread |= column.is == "received";
        }
        match column.is.as_str() {
            "key" if !cell.is_empty() => row.mark = mark("key", [column.column.as_bytes(), cell.as_bytes()]),
            "ignored" | "key" => {}
            "received" => {
                row.day_column = Some(column.column.clone());
                match cell::day(cell, map.dates.as_deref()) {
                    Some(day) => row.say("received", &day.to_string()),
                    None if cell.is_empty() => {}
                    None if row.day_unread => {}
                    None => {
                        row.day_unread = true;
                        let message = cell::no_day(cell, &column.column, map.dates.as_deref());
                        remarks.push(Remark::told(line, message, true));
                    }
                }
            }
            is => match is.strip_prefix("confidential.") {
                Some(what) => row.keep_more(what, cell),
                None => values(cell, column).for_each(|value| row.say(is, &value)),
            },
        }
    }
    row
}

/// The values of a cell, as codes where the map has one.
fn values<'c>(cell: &'c str, column: &'c Column) -> impl Iterator<Item = String> + 'c {
    let parts: Vec<&str> = match column.separator.as_deref().filter(|s| !s.is_empty()) {
        Some(separator) => cell.split(separator).collect(),
        None => vec![cell],
    };
    parts.into_iter().map(str::trim).map(|word| column.values.get(word).cloned().unwrap_or_else(|| word.to_owned()))
}

#[cfg(test)]
#[path = "../../../tests/unit/intake/table.rs"]
mod tests;
