//! # G720: tally-row-removed
//!
//! ## What it checks
//!
//! Rows of `tally:` in a yearbook are only ever added. Each row that stood there still does, unchanged.
//!
//! ## Why
//!
//! A row is all that is left of a destroyed case. Without it the complaint has never been.
//!
//! ## Example
//!
//! ```yaml
//! tally:
//!   - {received: 2025-Q2, judgement: ongegrond}      # was gegrond
//! ```
//!
//! ## How to put it right
//!
//! Put the row back as it was.
//!
//! ---
//!
//! # G720: tally-row-removed
//!
//! ## Wat wordt nagekeken
//!
//! Aan `tally:` in een jaarboek wordt alleen toegevoegd. Elke regel die er stond, staat er nog, ongewijzigd.
//!
//! ## Waarom
//!
//! Een regel is alles wat van een vernietigde klacht overblijft. Zonder die regel is de klacht er nooit geweest.
//!
//! ## Voorbeeld
//!
//! ```yaml
//! tally:
//!   - {received: 2025-Q2, judgement: ongegrond}      # was gegrond
//! ```
//!
//! ## Zo zet u het recht
//!
//! Zet de regel terug zoals hij was.

use crate::diagnostics::{Severity, text};
use crate::rules::{Message, Rule};

/// The rule.
pub static RULE: Rule = Rule {
    code: "G720",
    name: "tally-row-removed",
    severity: Severity::Error,
    summary: ("Telregels in het jaarboek blijven staan.", "Tally rows of the yearbook stay."),
    source: include_str!("g720.rs"),
};

/// The words for a row, counted from 1, that is gone or no longer the same.
#[must_use]
pub fn say(row: usize, yearbook: &str) -> Message {
    Message::new(
        text!(
            "telregel {row} van het jaarboek is gewijzigd of weg",
            "tally row {row} of the yearbook was changed or is gone"
        ),
        text!(
            "zet hem terug: `git restore --source=HEAD~ {yearbook}`",
            "put it back: `git restore --source=HEAD~ {yearbook}`"
        ),
    )
}
