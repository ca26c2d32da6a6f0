//! # W213: out-of-order
//!
//! ## What it checks
//!
//! No entry has a date before the day of receipt or before the entry above it.
//!
//! ## Why
//!
//! The log tells what happened in the order in which it did. Terms are counted from it.
//!
//! ## Example
//!
//! ```yaml
//! received: 2026-04-17
//! log:
//!   - {step: ontvangst-bevestigd, on: 2026-04-14, by: m3, to: [p1]}
//! ```
//!
//! The confirmation is dated before the complaint came in.
//!
//! ## How to put it right
//!
//! Correct the date. An entry that was forgotten goes at its place while it is not committed; later it goes below with
//! a `correctie`.
//!
//! ---
//!
//! # W213: out-of-order
//!
//! ## Wat wordt nagekeken
//!
//! Geen stap heeft een datum van voor de dag van ontvangst of van voor de stap erboven.
//!
//! ## Waarom
//!
//! Het logboek vertelt wat er gebeurde, in die volgorde. De termijnen worden ermee geteld.
//!
//! ## Voorbeeld
//!
//! ```yaml
//! received: 2026-04-17
//! log:
//!   - {step: ontvangst-bevestigd, on: 2026-04-14, by: m3, to: [p1]}
//! ```
//!
//! De bevestiging heeft een datum van voor de ontvangst.
//!
//! ## Zo zet u het recht
//!
//! Verbeter de datum. Een vergeten stap zet u op zijn plaats zolang het bestand nog niet is vastgelegd; daarna onderaan
//! met een `correctie`.

use super::super::{Message, Rule};
use crate::diagnostics::{Severity, text};
use crate::docket::{Docket, ViolationKind};
use crate::naming;

/// The rule.
pub static RULE: Rule = Rule {
    code: "W213",
    name: "out-of-order",
    severity: Severity::Error,
    summary: (
        "Het logboek staat op volgorde van datum en begint niet voor de ontvangst.",
        "The log is in order of date and does not begin before receipt.",
    ),
    source: include_str!("w213.rs"),
};

/// What it says of a lack of its own.
#[must_use]
pub fn say(kind: &ViolationKind, docket: &Docket<'_>) -> Option<Message> {
    let (regulation, flag) = (&docket.version.regulation, naming::by_step("on"));
    match kind {
        ViolationKind::BeforeReceipt { step } => {
            let (name, received) = (naming::step(regulation, step), docket.case().first_day());
            let message = text!(
                "{name} ligt voor de dag van ontvangst, {received}",
                "{name} lies before the day of receipt, {received}",
                name
            );
            let remedy = text!(
                "verbeter `on:`{flag} naar {received} of later",
                "correct `on:`{flag} to {received} or later",
                flag
            );
            Some(Message::new(message, remedy))
        }
        ViolationKind::OutOfOrder { step, previous } => {
            let name = naming::step(regulation, step);
            let message = text!(
                "{name} staat onder een stap van {previous} maar is ouder",
                "{name} stands below a step of {previous} but is older",
                name
            );
            let remedy = text!(
                "verbeter `on:`{flag}, of zet de stap op volgorde van datum",
                "correct `on:`{flag}, or put the step in order of date",
                flag
            );
            Some(Message::new(message, remedy))
        }
        _ => None,
    }
}
