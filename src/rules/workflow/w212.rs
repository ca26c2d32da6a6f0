//! # W212: unknown-part
//!
//! ## What it checks
//!
//! Each of the `parts` of an entry is a part that the regulation gives this step.
//!
//! ## Why
//!
//! A part with a typing error is not counted, and the step stays unfinished.
//!
//! ## Example
//!
//! ```yaml
//! log:
//!   - {step: uitkomst-verstuurd, on: 2026-05-20, by: m3, to: [p1], parts: [oordeel, redenne]}
//! ```
//!
//! `redenne` should be `redenen`.
//!
//! ## How to put it right
//!
//! Write the part as the regulation does.
//!
//! ---
//!
//! # W212: unknown-part
//!
//! ## Wat wordt nagekeken
//!
//! Elk onderdeel bij `parts` is een onderdeel dat de regeling bij deze stap noemt.
//!
//! ## Waarom
//!
//! Een onderdeel met een typefout telt niet mee; de stap blijft dan onaf.
//!
//! ## Voorbeeld
//!
//! ```yaml
//! log:
//!   - {step: uitkomst-verstuurd, on: 2026-05-20, by: m3, to: [p1], parts: [oordeel, redenne]}
//! ```
//!
//! `redenne` moet `redenen` zijn.
//!
//! ## Zo zet u het recht
//!
//! Schrijf het onderdeel zoals de regeling het doet.

use super::super::{Message, Rule};
use crate::diagnostics::{Severity, text};
use crate::docket::{Docket, ViolationKind};
use crate::naming;

/// The rule.
pub static RULE: Rule = Rule {
    code: "W212",
    name: "unknown-part",
    severity: Severity::Error,
    summary: (
        "Een stap noemt alleen onderdelen die de regeling kent.",
        "A step names only parts that the regulation has.",
    ),
    source: include_str!("w212.rs"),
};

/// What it says of a lack of its own.
#[must_use]
pub fn say(kind: &ViolationKind, docket: &Docket<'_>) -> Option<Message> {
    let ViolationKind::UnknownPart { step, part, allowed } = kind else { return None };
    let (name, part) = (naming::step(&docket.version.regulation, step), naming::shown(part, "dit", "this"));
    let message = text!("{part} is geen onderdeel van {name}", "{part} is no part of {name}", part, name);
    let remedy = if allowed.is_empty() {
        let flag = naming::by_step("parts");
        text!("haal `parts:`{flag} weg bij deze stap", "remove `parts:`{flag} from this step", flag)
    } else {
        let allowed = naming::ids(allowed);
        text!("kies uit: {allowed}", "choose from: {allowed}")
    };
    Some(Message::new(message, remedy))
}
