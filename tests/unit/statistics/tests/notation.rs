//! How figures are written: frozen in yearbooks, so every change of it is seen here.

use super::registers::{narrow, star, year};
use crate::statistics::figures::{FIRST_NOTATION, fingerprint};
use crate::statistics::{Count, Counts, Dimension, Figures, Schema, release};
use crate::yaml::{self, Table};

/// A group of which no key is known, so that everything in it is read as it looks.
static ANY: Table = Table { name: "any", open: true, fields: &[] };

fn read(text: &str) -> Result<Figures, serde_json::Error> {
    let (tree, faults) = yaml::parse(text, 0);
    assert!(faults.is_empty(), "{faults:?}");
    serde_json::from_value(yaml::to_json(&tree.unwrap(), &ANY))
}

#[test]
fn figures_are_short_in_a_yearbook_and_come_back_as_they_were() {
    let schema = narrow(&star(), 3);
    for (name, count) in [("fewer", 3), ("total", 12), ("one-way", 30), ("star", 250)] {
        let figures = release(&year(&schema, 2025, count, 1), &schema, 5, &[]).unwrap();
        let text = serde_saphyr::to_string(&figures).unwrap();
        assert_eq!(read(&text).unwrap(), figures, "{text}");
        insta::assert_snapshot!(name, text);
    }
}

#[test]
fn nothing_else_fits_in_figures() {
    let schema = narrow(&star(), 3);
    let figures = release(&year(&schema, 2025, 12, 1), &schema, 5, &[]).unwrap();
    let text = serde_saphyr::to_string(&figures).unwrap();
    assert!(read(&format!("{text}truth: 3\n")).is_err());
    assert!(read(&text.replace("received: 12", "received: some")).is_err());
    assert!(read(&text.replace("received: 12", "received: -1")).is_err());
    assert!(figures.is_intact());
    assert!(!read(&text.replace("received: 12", "received: 13")).unwrap().is_intact());
}

#[test]
fn the_first_notation_has_no_later_tables() {
    let mut schema = narrow(&star(), 3);
    let first = |schema: &Schema| {
        let mut figures = release(&year(schema, 2025, 30, 1), schema, 5, &[]).unwrap();
        figures.schema = FIRST_NOTATION.to_owned();
        figures.certificate.sha256 = fingerprint(&figures);
        figures
    };
    assert!(first(&schema).is_intact());
    schema.dimensions[1].0 = Dimension::Redress;
    assert!(!first(&schema).is_intact());
}

#[test]
fn counts_are_read_as_they_are_written() {
    let read = |json: &str| serde_json::from_str::<Counts>(json).ok().map(|c| c.0);
    assert_eq!(read("9"), Some(vec![Count::Shown(9)]));
    assert_eq!(read("\"9 hidden 16\""), Some(vec![Count::Shown(9), Count::Hidden, Count::Shown(16)]));
    assert_eq!(read("\"fewer\""), Some(vec![Count::Fewer]));
    for wrong in ["\"\"", "\"9  16\"", "\"+9\"", "\"09\"", "\"9 -\"", "-9", "1.5", "null"] {
        assert_eq!(read(wrong), None, "{wrong}");
    }
}
