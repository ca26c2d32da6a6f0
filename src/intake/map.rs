//! The map of a register in CSV: which column says what, and which of its words mean which code.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::diagnostics::{Lines, Text};
use crate::regulation::read_file;
use crate::yaml::{Field, Kind, Table};

static COLUMN: Table = Table {
    name: "map.column",
    open: false,
    fields: &[
        Field::required("column", Kind::Text, "het opschrift van de kolom", "the heading of the column"),
        Field::required("is", Kind::Text, "wat erin staat", "what it holds"),
        Field::optional("values", Kind::Each(&Kind::Text), "woorden en hun codes", "words and their codes"),
        Field::optional("separator", Kind::Text, "wat waarden scheidt", "what separates values"),
    ],
};

static MAP: Table = Table {
    name: "map",
    open: false,
    fields: &[
        Field::required("schema", Kind::OneOf(&["klacht.map/1"]), "de versie van dit bestand", "this file's version"),
        Field::optional("regulation", Kind::Id, "de regeling", "the regulation"),
        Field::optional("delimiter", Kind::Text, "wat kolommen scheidt", "what separates columns"),
        Field::optional("dates", Kind::OneOf(DATES), "hoe datums zijn geschreven", "how dates are written"),
        Field::required("columns", Kind::List(&Kind::Sub(&COLUMN)), "de kolommen", "the columns"),
    ],
};

/// How dates may be written.
const DATES: &[&str] = &["yyyy-mm-dd", "dd-mm-yyyy", "d-m-yyyy", "dd/mm/yyyy"];

/// Which column says what.
#[derive(Debug, Clone, Deserialize)]
pub struct Map {
    /// `klacht.map/1`.
    pub schema: String,
    /// The regulation, for every row.
    pub regulation: Option<String>,
    /// What separates columns, or `tab`; a comma when absent.
    pub delimiter: Option<String>,
    /// How dates are written; `yyyy-mm-dd` when absent.
    pub dates: Option<String>,
    /// The columns.
    pub columns: Vec<Column>,
}

/// What one column says.
#[derive(Debug, Clone, Deserialize)]
pub struct Column {
    /// Its heading.
    pub column: String,
    /// What it holds: `received`, `channel`, `topics`, `field.<id>`, `confidential.<what>`, `key` or `ignored`.
    pub is: String,
    /// Words of the register and the codes that they stand for.
    #[serde(default)]
    pub values: BTreeMap<String, String>,
    /// What separates several values in one cell.
    pub separator: Option<String>,
}

/// Reads a map; every fault with its line.
pub fn read(source: &str) -> Result<Map, Vec<(usize, Text)>> {
    let read = read_file::<Map>(source, &MAP);
    if let Some(map) = read.value {
        return Ok(map);
    }
    let lines = Lines::new(source);
    let line = |span: std::ops::Range<usize>| usize::try_from(lines.position(span).line).unwrap_or(0);
    Err(read.faults.iter().map(|f| (line(f.span.start..f.span.end), f.message())).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_map_is_read_and_its_faults_have_lines() {
        let map =
            read("schema: klacht.map/1\ncolumns:\n  - {column: Hoe, is: channel, values: {Mail: e-mail}}\n").unwrap();
        assert_eq!(map.columns[0].values["Mail"], "e-mail");
        let faults = read("schema: klacht.map/1\ncolumns:\n  - {kolom: Hoe, is: channel}\n").unwrap_err();
        assert!(faults.iter().all(|(line, _)| *line == 3) && !faults.is_empty(), "{faults:?}");
    }
}
