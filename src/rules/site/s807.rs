//! # S807: doubled-anchor
//!
//! ## What it checks
//!
//! No two elements of a page have the same `id`.
//!
//! ## Why
//!
//! A link to that name leads to the wrong place, and a screen reader reads the wrong label.
//!
//! ## Example
//!
//! ```html
//! <h2 id="kosten">Kosten</h2> … <h2 id="kosten">Kosten van beroep</h2>
//! ```
//!
//! ## How to put it right
//!
//! Give one of them another `id`.
//!
//! ---
//!
//! ## Wat wordt nagekeken
//!
//! Geen twee elementen van een pagina hebben dezelfde `id`.
//!
//! ## Waarom
//!
//! Een verwijzing naar die naam leidt naar de verkeerde plek, en een schermlezer leest het verkeerde opschrift voor.
//!
//! ## Voorbeeld
//!
//! ```html
//! <h2 id="kosten">Kosten</h2> … <h2 id="kosten">Kosten van beroep</h2>
//! ```
//!
//! ## Zo zet u het recht
//!
//! Geef een van beide een andere `id`.

use super::super::{Message, Rule};
use crate::diagnostics::{Severity, text};

/// The rule.
pub static RULE: Rule = Rule {
    code: "S807",
    name: "doubled-anchor",
    severity: Severity::Error,
    summary: ("Elke plek op een pagina heeft een eigen naam.", "Every place on a page has a name of its own."),
    source: include_str!("s807.rs"),
};

/// What is said of a name that a page has twice.
#[must_use]
pub fn say(page: &str, id: &str) -> Message {
    Message::new(
        text!("{page} heeft de id `{id}` meer dan eens", "{page} has the id `{id}` more than once"),
        text!("geef een van beide een andere id", "give one of them another id"),
    )
}
