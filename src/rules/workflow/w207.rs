//! # W207: data-missing
//!
//! ## What it checks
//!
//! Each datum that the regulation asks for at a step (`asks`), or that says for whom the step was taken, is there.
//!
//! ## Why
//!
//! Without the new date nobody can tell whether an extension was kept.
//!
//! ## Example
//!
//! ```yaml
//! log:
//!   - step: verlengd
//!     on: 2026-05-14
//!     by: m3
//!     to: [p1]
//!     reason: deskundige nog niet beschikbaar
//! ```
//!
//! The new date is missing.
//!
//! ## How to put it right
//!
//! Write the datum in the entry of the step.
//!
//! ---
//!
//! # W207: data-missing
//!
//! ## Wat wordt nagekeken
//!
//! Elk gegeven dat de regeling bij een stap vraagt (`asks`), of dat zegt voor wie de stap is gezet, staat erbij.
//!
//! ## Waarom
//!
//! Zonder de nieuwe datum weet niemand of een verlenging is nagekomen.
//!
//! ## Voorbeeld
//!
//! ```yaml
//! log:
//!   - step: verlengd
//!     on: 2026-05-14
//!     by: m3
//!     to: [p1]
//!     reason: deskundige nog niet beschikbaar
//! ```
//!
//! De nieuwe datum ontbreekt.
//!
//! ## Zo zet u het recht
//!
//! Schrijf het gegeven bij de stap.

use super::super::{Message, Rule};
use crate::diagnostics::{Severity, text};
use crate::docket::{Docket, ViolationKind};
use crate::naming;

/// The rule.
pub static RULE: Rule = Rule {
    code: "W207",
    name: "data-missing",
    severity: Severity::Error,
    summary: (
        "Bij een stap staan alle gegevens die de regeling vraagt.",
        "A step comes with all data that the regulation asks for.",
    ),
    source: include_str!("w207.rs"),
};

/// What it says of a lack of its own.
#[must_use]
pub fn say(kind: &ViolationKind, docket: &Docket<'_>) -> Option<Message> {
    let ViolationKind::DataMissing { step, key, kind } = kind else { return None };
    let regulation = &docket.version.regulation;
    let (name, datum) = (naming::step(regulation, step), naming::datum(regulation, step, key));
    let message = text!("bij {name} ontbreekt: {datum}", "at {name} is missing: {datum}", name, datum);
    let ask = regulation.step(step).and_then(|s| s.asks.iter().find(|a| a.key == *key));
    let own = ask.map(|a| a.values.as_slice()).unwrap_or_default();
    let expected = naming::expected(*kind, &naming::values(regulation, *kind, own));
    let (line, flag) = (naming::line(key, *kind), naming::by_step(key));
    let remedy = text!(
        "schrijf bij deze stap {line}, {expected}{flag}",
        "write at this step {line}, {expected}{flag}",
        line,
        expected,
        flag
    );
    Some(Message::new(message, remedy))
}
