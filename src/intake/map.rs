//! The map of a register in CSV: which column says what, and which of its words mean which code.

use std::collections::BTreeMap;

use crate::diagnostics::{Lines, Text};
use crate::regulation::read_file;
use crate::yaml::group;

group! {
    /// Which column says what.
    pub struct Map = "map" {
        must schema: String as OneOf(&["klacht.map/1"]), "de versie van dit bestand", "this file's version";
        /// For every row.
        may regulation: Option<String> as Id, "de regeling", "the regulation";
        /// Or `tab`; what fits the headings when absent.
        may delimiter: Option<String>, "wat kolommen scheidt", "what separates columns";
        /// `yyyy-mm-dd` when absent.
        may dates: Option<String> as OneOf(&["yyyy-mm-dd", "dd-mm-yyyy", "d-m-yyyy", "dd/mm/yyyy", "d-m-yy", "excel"]),
            "hoe datums zijn geschreven", "how dates are written";
        must columns: Vec<Column>, "de kolommen", "the columns";
    }
}

group! {
    /// What one column says.
    pub struct Column = "map.column" {
        must column: String, "het opschrift van de kolom", "the heading of the column";
        /// `received`, `channel`, `topics`, `field.<id>`, `confidential.<what>`, `key` or `ignored`.
        must is: String, "wat erin staat", "what it holds";
        /// Words of the register and the codes that they stand for.
        may values: BTreeMap<String, String>, "woorden en hun codes", "words and their codes";
        /// Several values in one cell.
        may separator: Option<String>, "wat waarden scheidt", "what separates values";
    }
}

/// Reads a map; every fault with its line.
pub fn read(source: &str) -> Result<Map, Vec<(usize, Text)>> {
    let read = read_file::<Map>(source);
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
