//! # W217: data-wrong
//!
//! ## What it checks
//!
//! What a step asks for is of its type (a date, an amount, a code) and, in a choice, one of the values.
//!
//! ## Why
//!
//! Figures and conditions read these values. A value with a typing error drops out of both.
//!
//! ## Example
//!
//! ```yaml
//! log:
//!   - {step: oordeel-gegeven, on: 2026-05-18, by: m3, oordeel: gegrondt}
//! ```
//!
//! `gegrondt` is no judgement of the scale; `gegrond` is.
//!
//! ## How to put it right
//!
//! Write one of the values allowed.
//!
//! ---
//!
//! # W217: data-wrong
//!
//! ## Wat wordt nagekeken
//!
//! Wat een stap vraagt, heeft de juiste soort (datum, bedrag, code) en is bij een keuze een van de waarden.
//!
//! ## Waarom
//!
//! De cijfers en de voorwaarden lezen deze waarden. Een typefout valt bij allebei weg.
//!
//! ## Voorbeeld
//!
//! ```yaml
//! log:
//!   - {step: oordeel-gegeven, on: 2026-05-18, by: m3, oordeel: gegrondt}
//! ```
//!
//! `gegrondt` is geen oordeel uit de lijst; `gegrond` wel.
//!
//! ## Zo zet u het recht
//!
//! Schrijf een van de toegestane waarden.

use super::super::{Message, Rule};
use crate::diagnostics::{Severity, text};
use crate::docket::{Docket, ViolationKind};
use crate::naming;

/// The rule.
pub static RULE: Rule = Rule {
    code: "W217",
    name: "data-wrong",
    severity: Severity::Error,
    summary: (
        "Elk gegeven bij een stap heeft de vorm en een waarde die de regeling toelaat.",
        "Each datum of a step has the form and a value that the regulation allows.",
    ),
    source: include_str!("w217.rs"),
};

/// What it says of a lack of its own.
#[must_use]
pub fn say(kind: &ViolationKind, docket: &Docket<'_>) -> Option<Message> {
    let ViolationKind::DataWrong { step, key, kind, values } = kind else { return None };
    let regulation = &docket.version.regulation;
    let (name, datum) = (naming::step(regulation, step), naming::datum(regulation, step, key));
    let message = text!("bij {name} klopt dit niet: {datum}", "at {name} this is not right: {datum}", name, datum);
    let (line, expected, flag) = (naming::line(key, *kind), naming::expected(*kind, values), naming::by_step(key));
    let remedy = text!("schrijf {line}, {expected}{flag}", "write {line}, {expected}{flag}", line, expected, flag);
    Some(Message::new(message, remedy))
}
