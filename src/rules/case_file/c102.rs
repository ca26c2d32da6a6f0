//! # C102: notation
//!
//! ## What it checks
//!
//! Quotes and brackets are closed, lines of one group begin at the same column, there are no tabs, and a text with a
//! colon stands in quotes.
//!
//! ## Why
//!
//! One wrong mark can change the meaning of the lines below it. Guessing what was meant would be worse than asking.
//!
//! ## Example
//!
//! ```yaml
//! log:
//!   - step: gehoord
//!     on: 2026-04-22
//!     note: "Afspraak: dinsdag om tien uur"
//! ```
//!
//! Without the quotes this is refused, since the text holds a second colon.
//!
//! ## How to put it right
//!
//! The message names the line and what to type. When in doubt, put the whole text in straight quotes.
//!
//! ---
//!
//! ## Wat wordt nagekeken
//!
//! Aanhalingstekens en haakjes zijn gesloten, regels van één groep beginnen op dezelfde plaats, er staan geen tabs in,
//! en een tekst met een dubbele punt staat tussen aanhalingstekens.
//!
//! ## Waarom
//!
//! Eén verkeerd teken kan de betekenis van de regels eronder veranderen. Raden wat u bedoelde, is erger dan vragen.
//!
//! ## Voorbeeld
//!
//! ```yaml
//! log:
//!   - step: gehoord
//!     on: 2026-04-22
//!     note: "Afspraak: dinsdag om tien uur"
//! ```
//!
//! Zonder aanhalingstekens wordt dit geweigerd, want er staat een tweede dubbele punt in de tekst.
//!
//! ## Zo zet u het recht
//!
//! De melding noemt de regel en wat u moet typen. Zet bij twijfel de hele tekst tussen rechte aanhalingstekens.

use super::super::Rule;
use crate::diagnostics::Severity;

/// The rule.
pub static RULE: Rule = Rule {
    code: "C102",
    name: "notation",
    severity: Severity::Error,
    summary: (
        "De gegevens zijn geschreven als `veld: waarde`, netjes onder elkaar.",
        "The data are written as `key: value`, neatly one below the other.",
    ),
    source: include_str!("c102.rs"),
};
