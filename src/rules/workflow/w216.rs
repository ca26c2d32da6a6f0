//! # W216: twice
//!
//! ## What it checks
//!
//! A step that the regulation marks `once` is not taken twice; after a re-opening it may be taken anew.
//!
//! ## Why
//!
//! Of two acknowledgements nobody knows which one counts.
//!
//! ## Example
//!
//! ```yaml
//! log:
//!   - {step: ontvangst-bevestigd, on: 2026-04-18, by: m3, to: [p1]}
//!   - {step: ontvangst-bevestigd, on: 2026-04-21, by: m3, to: [p1]}
//! ```
//!
//! The acknowledgement is there twice.
//!
//! ## How to put it right
//!
//! Take back the one that is wrong with `correctie`. What was taken back may be taken anew.
//!
//! ---
//!
//! # W216: twice
//!
//! ## Wat wordt nagekeken
//!
//! Een stap die in de regeling `once` heeft, staat er niet twee keer; na een heropening mag hij opnieuw.
//!
//! ## Waarom
//!
//! Bij twee bevestigingen weet niemand welke telt.
//!
//! ## Voorbeeld
//!
//! ```yaml
//! log:
//!   - {step: ontvangst-bevestigd, on: 2026-04-18, by: m3, to: [p1]}
//!   - {step: ontvangst-bevestigd, on: 2026-04-21, by: m3, to: [p1]}
//! ```
//!
//! De bevestiging staat er twee keer.
//!
//! ## Zo zet u het recht
//!
//! Neem de verkeerde terug met `correctie`. Wat is teruggenomen, mag opnieuw.

use super::super::{Message, Rule};
use crate::diagnostics::{Severity, text};
use crate::docket::{Docket, ViolationKind};
use crate::naming;

/// The rule.
pub static RULE: Rule = Rule {
    code: "W216",
    name: "twice",
    severity: Severity::Error,
    summary: (
        "Wat volgens de regeling één keer gebeurt, staat er één keer.",
        "What happens once by the regulation is there once.",
    ),
    source: include_str!("w216.rs"),
};

/// What it says of a lack of its own.
#[must_use]
pub fn say(kind: &ViolationKind, docket: &Docket<'_>) -> Option<Message> {
    let ViolationKind::Twice { step } = kind else { return None };
    let name = naming::step(&docket.version.regulation, step);
    let message =
        text!("{name} staat er al; deze stap is er één keer", "{name} is there already; it is taken once", name);
    Some(Message::new(message, naming::withdraw()))
}
