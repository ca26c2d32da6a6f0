//! # C116: swallowed-comment
//!
//! ## What it checks
//!
//! Everything from a blank and `#` on is a comment to YAML. When that happens in the middle of a text, you are warned.
//!
//! ## Why
//!
//! Half the text would be lost and nobody would notice.
//!
//! ## Example
//!
//! ```yaml
//! log:
//!   - step: gehoord
//!     on: 2026-04-22
//!     ref: "dossier #5"
//! ```
//!
//! Without the quotes only the word `dossier` is left.
//!
//! ## How to put it right
//!
//! Put the whole text in quotes. If it is a comment, put it on a line of its own.
//!
//! ---
//!
//! ## Wat wordt nagekeken
//!
//! Alles vanaf een spatie en `#` is voor YAML commentaar. Gebeurt dat midden in een tekst, dan krijgt u een
//! waarschuwing.
//!
//! ## Waarom
//!
//! De helft van de tekst valt weg en niemand merkt het.
//!
//! ## Voorbeeld
//!
//! ```yaml
//! log:
//!   - step: gehoord
//!     on: 2026-04-22
//!     ref: "dossier #5"
//! ```
//!
//! Zonder aanhalingstekens blijft alleen het woord `dossier` over.
//!
//! ## Zo zet u het recht
//!
//! Zet de hele tekst tussen aanhalingstekens. Is het commentaar, zet het dan op een eigen regel.

use super::super::Rule;
use crate::diagnostics::Severity;

/// The rule.
pub static RULE: Rule = Rule {
    code: "C116",
    name: "swallowed-comment",
    severity: Severity::Warning,
    summary: ("Een tekst met ` #` erin staat tussen aanhalingstekens.", "A text with ` #` in it stands in quotes."),
    source: include_str!("c116.rs"),
};
