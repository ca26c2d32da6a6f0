//! # W222: not-waivable
//!
//! ## What it checks
//!
//! `waived` is one of the grounds that the regulation gives for leaving out this step.
//! A ground with a condition (`when`) counts only where that holds.
//!
//! ## Why
//!
//! Otherwise every duty could be waived for want of time.
//!
//! ## Example
//!
//! ```yaml
//! log:
//!   - {step: gehoord, on: 2026-05-06, by: m3, party: p1, waived: geen-tijd}
//! ```
//!
//! No time is no ground; that the complainant does not want to be heard is one.
//!
//! ## How to put it right
//!
//! Write a ground of the regulation, or take the step after all.
//!
//! ---
//!
//! # W222: not-waivable
//!
//! ## Wat wordt nagekeken
//!
//! `waived` is een van de gronden waarop deze stap volgens de regeling mag vervallen.
//! Een grond met een voorwaarde (`when`) telt alleen waar die geldt.
//!
//! ## Waarom
//!
//! Anders kan elke plicht vervallen omdat er geen tijd is.
//!
//! ## Voorbeeld
//!
//! ```yaml
//! log:
//!   - {step: gehoord, on: 2026-05-06, by: m3, party: p1, waived: geen-tijd}
//! ```
//!
//! Geen tijd is geen grond; dat de klager niet gehoord wil worden wel.
//!
//! ## Zo zet u het recht
//!
//! Schrijf een grond uit de regeling, of zet de stap alsnog.

use super::super::{Message, Rule};
use crate::diagnostics::{Severity, text};
use crate::docket::{Docket, ViolationKind};
use crate::naming;

/// The rule.
pub static RULE: Rule = Rule {
    code: "W222",
    name: "not-waivable",
    severity: Severity::Error,
    summary: (
        "Een stap vervalt alleen op een grond die de regeling noemt.",
        "A step is left out only on a ground that the regulation names.",
    ),
    source: include_str!("w222.rs"),
};

/// What it says of a lack of its own.
#[must_use]
pub fn say(kind: &ViolationKind, docket: &Docket<'_>) -> Option<Message> {
    if let ViolationKind::GroundUntrue { step, ground } = kind {
        return Some(untrue(docket, step, ground));
    }
    let ViolationKind::NotWaivable { step, ground, allowed } = kind else { return None };
    let (name, ground) = (naming::step(&docket.version.regulation, step), naming::shown(ground, "dit", "this"));
    let flag = naming::by_step("waived");
    if allowed.is_empty() {
        let message = text!("{name} mag niet vervallen", "{name} cannot be left out", name);
        let remedy = text!("haal `waived:`{flag} weg en zet de stap", "remove `waived:`{flag} and take the step", flag);
        return Some(Message::new(message, remedy));
    }
    let message = text!(
        "{ground} is geen grond om {name} te laten vervallen",
        "{ground} is no ground for leaving out {name}",
        ground,
        name
    );
    let allowed = naming::ids(allowed);
    let remedy =
        text!("schrijf `waived:`{flag} met een van: {allowed}", "write `waived:`{flag} with one of: {allowed}", flag);
    Some(Message::new(message, remedy))
}

/// The case says that the ground does not hold.
fn untrue(docket: &Docket<'_>, step: &str, ground: &str) -> Message {
    let regulation = &docket.version.regulation;
    let name = naming::step(regulation, step);
    let when = regulation.step(step).and_then(|s| s.ground(ground)).and_then(|g| g.when.as_ref());
    let only = when.map_or_else(|| text!("", ""), |when| naming::occasion(regulation, when));
    let message = text!(
        "`{ground}` geldt hier niet als grond om {name} te laten vervallen; wel als {only}",
        "`{ground}` is no ground here for leaving out {name}; it is one when {only}",
        name,
        only
    );
    let flag = naming::by_step("waived");
    let remedy = text!("haal `waived:`{flag} weg en zet de stap", "remove `waived:`{flag} and take the step", flag);
    Message::new(message, remedy)
}
