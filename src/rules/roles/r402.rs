//! # R402: wrong-actor
//!
//! ## What it checks
//!
//! `by` of an entry is somebody whom the regulation names for this step, on that day: the handler, the holder of a
//! role, a party.
//!
//! ## Why
//!
//! A judgement by somebody without the role is not the judgement that was promised.
//!
//! ## Example
//!
//! ```yaml
//! log:
//!   - {step: oordeel-gegeven, on: 2026-05-18, by: m6, oordeel: gegrond}
//! ```
//!
//! `m6` is not the handler.
//!
//! ## How to put it right
//!
//! Write who really took the step. Does the role of that person lack in people.yaml, then add it with its first day.
//!
//! ---
//!
//! # R402: wrong-actor
//!
//! ## Wat wordt nagekeken
//!
//! `by` bij een stap is iemand die de regeling voor deze stap noemt, op die dag: de behandelaar, de houder van een rol,
//! een partij.
//!
//! ## Waarom
//!
//! Een oordeel van iemand zonder de rol is niet het oordeel dat is beloofd.
//!
//! ## Voorbeeld
//!
//! ```yaml
//! log:
//!   - {step: oordeel-gegeven, on: 2026-05-18, by: m6, oordeel: gegrond}
//! ```
//!
//! `m6` is niet de behandelaar.
//!
//! ## Zo zet u het recht
//!
//! Schrijf wie de stap echt heeft gezet. Ontbreekt de rol van die persoon in people.yaml, voeg die dan toe met de
//! eerste dag.

use super::super::{Message, Rule};
use crate::diagnostics::{Severity, text};
use crate::docket::{Docket, ViolationKind};
use crate::naming;

/// The rule.
pub static RULE: Rule = Rule {
    code: "R402",
    name: "wrong-actor",
    severity: Severity::Error,
    summary: (
        "Een stap is gezet door wie dat volgens de regeling mag.",
        "A step is taken by somebody who may take it.",
    ),
    source: include_str!("r402.rs"),
};

/// What it says of a lack of its own.
#[must_use]
pub fn say(kind: &ViolationKind, docket: &Docket<'_>) -> Option<Message> {
    let regulation = &docket.version.regulation;
    match kind {
        ViolationKind::WrongActor { step, key, wanted, may } => {
            let (name, person) = (naming::step(regulation, step), naming::key(docket, key));
            let wanted = naming::whos(regulation, wanted);
            let message = text!(
                "{name} mag op die dag niet door {person}: wel door {wanted}",
                "{name} may not be taken by {person} on that day, but by {wanted}",
                name,
                person,
                wanted
            );
            let (flag, may) = (naming::by_step("by"), naming::on_that_day(may));
            let remedy = text!(
                "schrijf bij `by:`{flag} wie de stap zette{may}; klopt dat al, zet dan in people.yaml de rol met de eerste dag",
                "write at `by:`{flag} who took the step{may}; if that is right already, add the role with its first day to people.yaml",
                flag,
                may
            );
            Some(Message::new(message, remedy))
        }
        ViolationKind::NoActor { step, wanted, may } => {
            let (name, wanted) = (naming::step(regulation, step), naming::whos(regulation, wanted));
            let message = text!("bij {name} staat niet wie de stap zette", "{name} does not say who took it", name);
            let (flag, may) = (naming::by_step("by"), naming::on_that_day(may));
            let remedy = text!(
                "schrijf `by:`{flag} met de sleutel van {wanted}{may}",
                "write `by:`{flag} with the key of {wanted}{may}",
                flag,
                wanted,
                may
            );
            Some(Message::new(message, remedy))
        }
        _ => None,
    }
}
