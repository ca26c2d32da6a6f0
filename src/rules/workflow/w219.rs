//! # W219: charged
//!
//! ## What it checks
//!
//! Where the regulation says that complaining is free (`costs: {complainant: none}`), `charged` is absent or 0.
//!
//! ## Why
//!
//! Who must pay does not complain.
//!
//! ## Example
//!
//! ```yaml
//! charged: 25.00
//! ```
//!
//! The complainant was charged 25 euros.
//!
//! ## How to put it right
//!
//! Pay it back and remove `charged`, or write 0.
//!
//! ---
//!
//! # W219: charged
//!
//! ## Wat wordt nagekeken
//!
//! Zegt de regeling dat klagen gratis is (`costs: {complainant: none}`), dan ontbreekt `charged` of is het 0.
//!
//! ## Waarom
//!
//! Wie moet betalen, klaagt niet.
//!
//! ## Voorbeeld
//!
//! ```yaml
//! charged: 25.00
//! ```
//!
//! De klager betaalde 25 euro.
//!
//! ## Zo zet u het recht
//!
//! Betaal het terug en haal `charged` weg, of schrijf 0.

use super::super::{Message, Rule};
use crate::diagnostics::{Severity, text};
use crate::docket::{Docket, ViolationKind};

/// The rule.
pub static RULE: Rule = Rule {
    code: "W219",
    name: "charged",
    severity: Severity::Error,
    summary: (
        "De klager betaalt niets als de regeling dat belooft.",
        "The complainant pays nothing where the regulation says so.",
    ),
    source: include_str!("w219.rs"),
};

/// What it says of a lack of its own.
#[must_use]
pub fn say(kind: &ViolationKind, docket: &Docket<'_>) -> Option<Message> {
    let ViolationKind::Charged = kind else { return None };
    let id = &docket.case().id;
    let message = text!(
        "bij klacht {id} is de klager iets in rekening gebracht; de regeling zegt dat klagen niets kost",
        "in case {id} the complainant was charged; the regulation says that complaining costs nothing"
    );
    let remedy = text!(
        "betaal het terug en schrijf `charged: 0` (bij `klacht add`: `--charged 0`)",
        "pay it back and write `charged: 0` (with `klacht add`: `--charged 0`)"
    );
    Some(Message::new(message, remedy))
}
