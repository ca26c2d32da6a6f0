//! # C107: wrong-kind-of-value
//!
//! ## What it checks
//!
//! Where a date belongs stands a date as year-month-day; where a list belongs stands a list; codes are written in lower
//! case with hyphens.
//!
//! ## Why
//!
//! A date written day first can be read two ways, and terms are counted from it.
//!
//! ## Example
//!
//! ```yaml
//! received: 2026-04-17
//! ```
//!
//! `17-04-2026` is refused, with the date as it should be written.
//!
//! ## How to put it right
//!
//! Write the line that the message gives.
//!
//! ---
//!
//! ## Wat wordt nagekeken
//!
//! Waar een datum hoort, staat een datum als jaar-maand-dag; waar een lijst hoort, staat een lijst; codes zijn kleine
//! letters met streepjes.
//!
//! ## Waarom
//!
//! Een datum met de dag voorop is op twee manieren te lezen, en er worden termijnen vanaf geteld.
//!
//! ## Voorbeeld
//!
//! ```yaml
//! received: 2026-04-17
//! ```
//!
//! `17-04-2026` wordt geweigerd, met de datum zoals u die schrijft.
//!
//! ## Zo zet u het recht
//!
//! Schrijf de regel die de melding geeft.

use super::super::Rule;
use crate::diagnostics::Severity;

/// The rule.
pub static RULE: Rule = Rule {
    code: "C107",
    name: "wrong-kind-of-value",
    severity: Severity::Error,
    summary: (
        "Elk veld heeft een waarde van de soort die er hoort.",
        "Every key has a value of the kind that belongs there.",
    ),
    source: include_str!("c107.rs"),
};
