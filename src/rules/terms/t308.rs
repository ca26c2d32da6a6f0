//! # T308: promise-beyond-term
//!
//! ## What it checks
//!
//! Some steps name a date that must lie within a term, such as the day on which a result is promised. It is compared
//! with the last day of that term.
//!
//! ## Why
//!
//! A promise beyond the term would quietly make the term longer.
//!
//! ## Example
//!
//! ```yaml
//! log:
//!   - step: ontvangst-bevestigd
//!     on: 2026-04-22
//!     by: m3
//!     to: [p1]
//!     streefdatum: 2026-06-30
//! ```
//!
//! The complaint must be settled by 1 June 2026.
//!
//! ## How to put it right
//!
//! Promise a date within the term, or extend the term first if the regulation allows it.
//!
//! ---
//!
//! ## Wat wordt nagekeken
//!
//! Sommige stappen noemen een datum die binnen een termijn moet vallen, zoals de dag waarop het resultaat er is. Die
//! datum wordt vergeleken met de laatste dag van de termijn.
//!
//! ## Waarom
//!
//! Een toezegging na de termijn zou de termijn ongemerkt langer maken.
//!
//! ## Voorbeeld
//!
//! ```yaml
//! log:
//!   - step: ontvangst-bevestigd
//!     on: 2026-04-22
//!     by: m3
//!     to: [p1]
//!     streefdatum: 2026-06-30
//! ```
//!
//! De klacht moet uiterlijk op 1 juni 2026 zijn afgehandeld.
//!
//! ## Zo zet u het recht
//!
//! Zeg een datum binnen de termijn toe, of verleng eerst de termijn als de regeling dat toestaat.

use super::super::Rule;
use super::words;
use crate::diagnostics::{Severity, text};
use crate::docket::{Docket, ViolationKind};
use crate::naming;
use crate::rules::message::Message;

/// The rule.
pub static RULE: Rule = Rule {
    code: "T308",
    name: "promise-beyond-term",
    severity: Severity::Error,
    summary: ("Een datum die is toegezegd, valt binnen de termijn.", "A date that is promised lies within the term."),
    source: include_str!("t308.rs"),
};

/// What it says of a promise beyond the term.
#[must_use]
pub fn say(kind: &ViolationKind, docket: &Docket<'_>) -> Option<Message> {
    let ViolationKind::BeyondTerm { step, key, term, due } = kind else { return None };
    let (step, term, day) = (words::step(docket, step), words::term(docket, term), words::day(*due));
    let message = text!(
        "`{key}` van {step} ligt na het einde van {term}: {day}",
        "`{key}` of {step} lies beyond the end of {term}: {day}",
        step,
        term,
        day
    );
    let flag = naming::by_step(key);
    let remedy = text!("schrijf `{key}: {due}`{flag} of eerder", "write `{key}: {due}`{flag} or earlier", flag);
    Some(Message::new(message, remedy))
}
