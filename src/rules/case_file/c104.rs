//! # C104: duplicate-key
//!
//! ## What it checks
//!
//! No key stands twice in the same group.
//!
//! ## Why
//!
//! Only one of the two would count, and nobody could tell which was meant.
//!
//! ## Example
//!
//! ```yaml
//! log:
//!   - step: gehoord
//!     on: 2026-04-22
//!     by: m3
//! ```
//!
//! A second line `on:` in this step would be refused.
//!
//! ## How to put it right
//!
//! Keep one of the two lines and remove the other.
//!
//! ---
//!
//! ## Wat wordt nagekeken
//!
//! Geen enkel veld staat twee keer in dezelfde groep.
//!
//! ## Waarom
//!
//! Maar één van de twee zou tellen, en niemand kan zien welke bedoeld is.
//!
//! ## Voorbeeld
//!
//! ```yaml
//! log:
//!   - step: gehoord
//!     on: 2026-04-22
//!     by: m3
//! ```
//!
//! Een tweede regel `on:` in deze stap wordt geweigerd.
//!
//! ## Zo zet u het recht
//!
//! Houd één van de twee regels over en verwijder de andere.

use super::super::Rule;
use crate::diagnostics::Severity;

/// The rule.
pub static RULE: Rule = Rule {
    code: "C104",
    name: "duplicate-key",
    severity: Severity::Error,
    summary: ("Een veld staat maar één keer in een groep.", "A key stands only once in a group."),
    source: include_str!("c104.rs"),
};
