//! # R406: wrong-escalator
//!
//! ## What it checks
//!
//! Who files the escalation is one of those whom the regulation names under `who` of that escalation.
//!
//! ## Why
//!
//! The way out belongs to the complainant. The organisation must not walk it for him, nor someone outside the case.
//!
//! ## Example
//!
//! ```yaml
//! log:
//!   - {step: beroep-ingesteld, on: 2026-06-15, by: m3, to: [commissie]}
//! ```
//!
//! `m3` is staff; only the complainant may appeal.
//!
//! ## How to put it right
//!
//! Write at `by` the key of who filed it.
//!
//! ---
//!
//! # R406: wrong-escalator
//!
//! ## Wat wordt nagekeken
//!
//! Wie de klacht aan de externe instantie voorlegt, is iemand die de regeling daarvoor noemt bij `who`.
//!
//! ## Waarom
//!
//! Die weg is van de klager. De organisatie gaat hem niet in zijn plaats, en een buitenstaander ook niet.
//!
//! ## Voorbeeld
//!
//! ```yaml
//! log:
//!   - {step: beroep-ingesteld, on: 2026-06-15, by: m3, to: [commissie]}
//! ```
//!
//! `m3` is medewerker; alleen de klager kan in beroep.
//!
//! ## Zo zet u het recht
//!
//! Schrijf bij `by` de sleutel van wie het heeft voorgelegd.

use super::super::{Message, Rule};
use crate::diagnostics::{Severity, text};
use crate::docket::{Docket, ViolationKind};
use crate::naming;

/// The rule.
pub static RULE: Rule = Rule {
    code: "R406",
    name: "wrong-escalator",
    severity: Severity::Error,
    summary: (
        "Alleen wie dat volgens de regeling mag, legt een klacht voor aan de externe instantie.",
        "Only those whom the regulation names put a case before the external body.",
    ),
    source: include_str!("r406.rs"),
};

/// What it says of a lack of its own.
#[must_use]
pub fn say(kind: &ViolationKind, docket: &Docket<'_>) -> Option<Message> {
    let ViolationKind::WrongEscalator { step, key, who } = kind else { return None };
    let regulation = &docket.version.regulation;
    let (name, person) = (naming::step(regulation, step), naming::key(docket, key));
    let allowed = naming::whos(regulation, who);
    let message = text!(
        "{person} mag {name} niet zetten: alleen {allowed}",
        "{person} may not take {name}: only {allowed}",
        person,
        name,
        allowed
    );
    let flag = naming::by_step("by");
    let remedy = text!(
        "schrijf bij `by:`{flag} de sleutel van {allowed}",
        "write at `by:`{flag} the key of {allowed}",
        flag,
        allowed
    );
    Some(Message::new(message, remedy))
}
