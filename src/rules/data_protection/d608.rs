//! # D608: bad-acceptance
//!
//! ## What it checks
//!
//! An acceptance of a data protection finding has a reason in words (`why`) and a person's key (`by`), in
//! `klacht.yaml` also the file (`path`). D601 to D605 and D607 can be accepted; nothing else.
//!
//! ## Why
//!
//! The scanner can be mistaken, so people overrule it. Whoever looks later must see who did so and why. An acceptance
//! that does not say so counts for nothing.
//!
//! ## Example
//!
//! ```yaml
//! accepted:
//!   - {code: D602, why: number of the order, by: m3}
//! ```
//!
//! ## How to put it right
//!
//! Complete the line, or take it out and put right what was found.
//!
//! ---
//!
//! # D608: bad-acceptance
//!
//! ## Wat wordt nagekeken
//!
//! Een acceptatie van een bevinding over persoonsgegevens heeft een reden in woorden (`why`) en de sleutel van een
//! persoon (`by`), in `klacht.yaml` ook het bestand (`path`). D601 tot en met D605 en D607 kunnen worden
//! geaccepteerd; niets anders.
//!
//! ## Waarom
//!
//! Het programma kan zich vergissen, dus mensen kunnen het anders zien. Wie later kijkt, moet zien wie dat deed en
//! waarom. Een acceptatie die dat niet zegt, telt niet.
//!
//! ## Voorbeeld
//!
//! ```yaml
//! accepted:
//!   - {code: D602, why: nummer van de bestelling, by: m3}
//! ```
//!
//! ## Zo zet u het recht
//!
//! Maak de regel af, of haal hem weg en herstel wat er gevonden is.

use super::{ACCEPTABLE, AcceptanceFault};
use crate::diagnostics::{Severity, text};
use crate::rules::{Message, Rule};

/// The rule.
pub static RULE: Rule = Rule {
    code: "D608",
    name: "bad-acceptance",
    severity: Severity::Error,
    summary: (
        "Wie een bevinding accepteert, zegt waarom en wie, en alleen waar dat kan.",
        "Whoever accepts a finding says why and who, and only where that is possible.",
    ),
    source: include_str!("d608.rs"),
};

/// The words for a fault in an acceptance.
#[must_use]
pub fn say(fault: AcceptanceFault) -> Message {
    let line = text!("schrijf: `{{code: D601, why: …, by: m3}}`", "write: `{{code: D601, why: …, by: m3}}`");
    let (message, remedy) = match fault {
        AcceptanceFault::NoReason => {
            (text!("deze acceptatie zegt niet waarom (`why`)", "this acceptance does not say why (`why`)"), line)
        }
        AcceptanceFault::NoPerson => (
            text!(
                "deze acceptatie noemt niemand uit people.yaml (`by`)",
                "this acceptance names nobody of people.yaml (`by`)"
            ),
            line,
        ),
        AcceptanceFault::NoPath => (
            text!("deze acceptatie noemt geen bestand (`path`)", "this acceptance names no file (`path`)"),
            text!("schrijf het pad van het bestand erbij: `path: …`", "add the path of the file: `path: …`"),
        ),
        AcceptanceFault::NotAcceptable => (
            text!("dit kan niet worden geaccepteerd", "this cannot be accepted"),
            text!(
                "haal de regel weg; wel kan: {value}",
                "take the line out; possible are: {value}",
                value = ACCEPTABLE.join(", ")
            ),
        ),
    };
    Message::new(message, remedy)
}
