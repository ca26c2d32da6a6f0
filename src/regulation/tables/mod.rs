//! Every key of `regulation.yaml` and `yearbook.yaml`, in one place: what checks the files, what the schema
//! is made from, and what the types are read by.

mod around;
mod files;
mod workflow;

pub use around::SEALED;
pub use files::{GAPS, REGULATION};
pub use workflow::CONDITION;

use crate::yaml::{Field, Kind, Table};

/// A key that must be there.
#[must_use]
pub const fn must(key: &'static str, kind: Kind, nl: &'static str, en: &'static str) -> Field {
    Field::required(key, kind, nl, en)
}

/// A key that may be there.
#[must_use]
pub const fn may(key: &'static str, kind: Kind, nl: &'static str, en: &'static str) -> Field {
    Field::optional(key, kind, nl, en)
}

/// A closed table.
#[must_use]
pub const fn table(name: &'static str, fields: &'static [Field]) -> Table {
    Table { name, fields, open: false }
}

const IDS: Kind = Kind::OneOrMany(&Kind::Id);
const TEXTS: Kind = Kind::OneOrMany(&Kind::Text);

const ID: Field =
    must("id", Kind::Id, "naam waarmee regels en zaken dit noemen", "the id by which rules and cases name it");
const NAME: Field = must("name", Kind::Text, "zoals het gedrukt wordt", "as printed");
/// The words that a rule must rest on.
const QUOTED: Field =
    must("quote", TEXTS, "de woorden uit de tekst waarop dit rust", "the words of the text it rests on");
/// The words that a part of a rule may rest on.
const QUOTE: Field =
    may("quote", TEXTS, "de woorden uit de tekst waarop dit rust", "the words of the text it rests on");
const NOTE: Field =
    may("note", Kind::Text, "toelichting voor wie dit bestand leest", "a note for the reader of this file");
const WHEN: Field =
    may("when", Kind::Sub(&workflow::CONDITION), "geldt alleen als dit waar is", "applies only when this holds");
