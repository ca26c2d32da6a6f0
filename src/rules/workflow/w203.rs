//! # W203: no-occasion
//!
//! ## What it checks
//!
//! Where the regulation gives a step a condition (`when`), it holds at the moment of the step.
//!
//! ## Why
//!
//! Re-opening, referring or asking permission has meaning only in the situation the regulation names.
//!
//! ## Example
//!
//! ```yaml
//! log:
//!   - {step: tevredenheid-gevraagd, on: 2026-05-20, by: m3, tevreden: ja}
//!   - {step: heropend, on: 2026-05-21, by: m3}
//! ```
//!
//! The case was re-opened though the complainant was satisfied.
//!
//! ## How to put it right
//!
//! Put right the datum that the condition looks at, or take the step back with `correctie`.
//!
//! ---
//!
//! # W203: no-occasion
//!
//! ## Wat wordt nagekeken
//!
//! Heeft een stap in de regeling een voorwaarde (`when`), dan geldt die op het moment van de stap.
//!
//! ## Waarom
//!
//! Heropenen, verwijzen of toestemming vragen heeft alleen zin in de situatie die de regeling noemt.
//!
//! ## Voorbeeld
//!
//! ```yaml
//! log:
//!   - {step: tevredenheid-gevraagd, on: 2026-05-20, by: m3, tevreden: ja}
//!   - {step: heropend, on: 2026-05-21, by: m3}
//! ```
//!
//! De klacht is heropend terwijl de klager tevreden was.
//!
//! ## Zo zet u het recht
//!
//! Herstel het gegeven waar de voorwaarde naar kijkt, of neem de stap terug met `correctie`.

use super::super::{Message, Rule};
use crate::diagnostics::{Severity, text};
use crate::docket::{Docket, ViolationKind};
use crate::naming;

/// The rule.
pub static RULE: Rule = Rule {
    code: "W203",
    name: "no-occasion",
    severity: Severity::Error,
    summary: (
        "Een stap onder voorwaarde staat er alleen als die voorwaarde geldt.",
        "A step with a condition is there only when the condition holds.",
    ),
    source: include_str!("w203.rs"),
};

/// What it says of a lack of its own.
#[must_use]
pub fn say(kind: &ViolationKind, docket: &Docket<'_>) -> Option<Message> {
    let ViolationKind::NoOccasion { step } = kind else { return None };
    let regulation = &docket.version.regulation;
    let name = naming::step(regulation, step);
    let when = regulation.step(step).and_then(|s| s.when.as_ref()).map(|c| naming::occasion(regulation, c));
    let when = when.unwrap_or_else(|| text!("de voorwaarde geldt", "its condition holds"));
    let message = text!(
        "voor {name} is geen aanleiding; die is er als: {when}",
        "there is no occasion for {name}; there is one when: {when}",
        name,
        when
    );
    Some(Message::new(message, naming::withdraw()))
}
