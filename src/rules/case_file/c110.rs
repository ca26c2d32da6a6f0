//! # C110: duplicate-id
//!
//! ## What it checks
//!
//! No two case files of the register have the same id.
//!
//! ## Why
//!
//! Letters, references and figures name a case by its id. With two of them nobody knows which is meant.
//!
//! ## Example
//!
//! ```yaml
//! id: K26-7F3QXM
//! ```
//!
//! This id stands in two files, since one was copied to begin a new case.
//!
//! ## How to put it right
//!
//! Give the newer case an id of its own, in the file and in its name.
//!
//! ---
//!
//! ## Wat wordt nagekeken
//!
//! Geen twee klachtbestanden in het register hebben hetzelfde nummer.
//!
//! ## Waarom
//!
//! Brieven, verwijzingen en cijfers noemen een klacht bij het nummer. Met twee dezelfde weet niemand welke bedoeld is.
//!
//! ## Voorbeeld
//!
//! ```yaml
//! id: K26-7F3QXM
//! ```
//!
//! Dit nummer staat in twee bestanden, omdat het ene is gekopieerd voor een nieuwe klacht.
//!
//! ## Zo zet u het recht
//!
//! Geef de nieuwste klacht een eigen nummer, in het bestand en in de naam ervan.

use super::super::Rule;
use super::words;
use crate::diagnostics::{Severity, text};
use crate::rules::message::Message;

/// The rule.
pub static RULE: Rule = Rule {
    code: "C110",
    name: "duplicate-id",
    severity: Severity::Error,
    summary: ("Elk nummer hoort bij één klacht.", "Every id belongs to one case."),
    source: include_str!("c110.rs"),
};

/// What it says at the second of two cases with the (proper) id `id`; `other` is the path of the first.
#[must_use]
pub fn say(id: &str, other: &str) -> Message {
    let other = words::path(other);
    let message = text!(
        "nummer {id} is al van een andere klacht: {other}",
        "id {id} belongs to another case already: {other}",
        other
    );
    let remedy = text!(
        "geef de nieuwste van de twee een eigen nummer, in het bestand en in de naam ervan",
        "give the newer of the two an id of its own, in the file and in its name"
    );
    Message::new(message, remedy)
}
