//! # G724: frozen-figures
//!
//! ## What it checks
//!
//! The blocks below `figures:` in a yearbook stay as they were frozen. Each names the block before it (`previous`), bears its own
//! SHA-256, follows in number and day, and holds figures that add up and give no hidden number away. A later commit only adds a block.
//!
//! ## Why
//!
//! Figures that change afterwards can be compared with the old ones, and the difference is one complaint. And who reads an annual
//! figure may trust that it still says what it said.
//!
//! ## Example
//!
//! ```yaml
//! figures:
//!   - closed_on: 2026-01-31
//!     revision: 1
//!     figures: {…, received: 110, …}                # was 108
//! ```
//!
//! ## How to put it right
//!
//! Put the block back as it was. If the figures are wrong, `klacht year close REGULATION YEAR --correct` adds a revision, when the
//! difference with the old ones may be seen.
//!
//! ---
//!
//! # G724: frozen-figures
//!
//! ## Wat wordt nagekeken
//!
//! De blokken onder `figures:` in een jaarboek blijven zoals ze zijn bevroren. Elk noemt het blok ervoor (`previous`), draagt zijn eigen
//! SHA-256, volgt in nummer en dag, en bevat cijfers die optellen en geen verborgen getal verraden. Een latere commit voegt alleen een
//! blok toe.
//!
//! ## Waarom
//!
//! Cijfers die later veranderen zijn te vergelijken met de oude, en het verschil is één klacht. En wie een jaarcijfer leest, mag erop
//! vertrouwen dat er nog staat wat er stond.
//!
//! ## Voorbeeld
//!
//! ```yaml
//! figures:
//!   - closed_on: 2026-01-31
//!     revision: 1
//!     figures: {…, received: 110, …}                # was 108
//! ```
//!
//! ## Zo zet u het recht
//!
//! Zet het blok terug zoals het was. Kloppen de cijfers niet, dan voegt `klacht year close REGELING JAAR --correct` een herziening toe,
//! als het verschil met de oude gezien mag worden.

use super::said;
use crate::diagnostics::{Severity, text};
use crate::rules::{Message, Rule};
use crate::yearbook::Broken;

/// The rule.
pub static RULE: Rule = Rule {
    code: "G724",
    name: "frozen-figures",
    severity: Severity::Error,
    summary: ("Bevroren jaarcijfers blijven zoals ze zijn.", "Frozen annual figures stay as they are."),
    source: include_str!("g724.rs"),
};

/// The words for a block, counted from 1, that is gone or no longer the same.
#[must_use]
pub fn lost(block: usize, yearbook: &str) -> Message {
    Message::new(
        text!(
            "bevroren blok {block} van de jaarcijfers is gewijzigd of weg",
            "frozen block {block} of the annual figures was changed or is gone"
        ),
        text!(
            "zet het terug: `git restore --source=HEAD~ {yearbook}`",
            "put it back: `git restore --source=HEAD~ {yearbook}`"
        ),
    )
}

/// The words for what is wrong with a block, counted from 1.
#[must_use]
pub fn say(block: usize, broken: &Broken) -> Message {
    let (nl, en) = match broken {
        Broken::Changed => ("is niet wat er werd bevroren".to_owned(), "is not what was frozen".to_owned()),
        Broken::Chain => {
            ("noemt niet het blok dat eraan voorafging".to_owned(), "does not name the block before it".to_owned())
        }
        Broken::Order => (
            "past niet in de rij: nummer, jaar of dag klopt niet".to_owned(),
            "is out of order: its number, year or day does not fit".to_owned(),
        ),
        Broken::Figures(unsound) => match unsound.table() {
            Some(table) => (
                format!("telt niet op of verraadt een getal in tabel `{table}`"),
                format!("does not add up, or gives a number away, in table `{table}`"),
            ),
            None => ("heeft een doorloop die niet optelt".to_owned(), "has a flow that does not add up".to_owned()),
        },
    };
    said(
        (
            format!("bevroren blok {block} van de jaarcijfers {nl}"),
            format!("frozen block {block} of the annual figures {en}"),
        ),
        (
            "zet het blok terug zoals `klacht year close` het schreef; een herziening gaat met --correct".to_owned(),
            "put the block back as `klacht year close` wrote it; a revision goes by --correct".to_owned(),
        ),
    )
}
