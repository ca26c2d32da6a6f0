//! # R401: unknown-who
//!
//! ## What it checks
//!
//! Each key in `by`, `to`, `cc`, `with`, `reported_to`, `party`, `handler` and `person` stands for somebody: a party of
//! this case, a person of people.yaml or a role of the regulation.
//!
//! ## Why
//!
//! Who acted and who was told must be certain, without a name in the file.
//!
//! ## Example
//!
//! ```yaml
//! parties:
//!   - {key: p1, role: cursist, as: complainant}
//! log:
//!   - {step: ontvangst-bevestigd, on: 2026-04-18, by: m3, to: [p4]}
//! ```
//!
//! There is no party `p4`.
//!
//! ## How to put it right
//!
//! Correct the key, add the party under `parties`, or the person in people.yaml.
//!
//! ---
//!
//! # R401: unknown-who
//!
//! ## Wat wordt nagekeken
//!
//! Elke sleutel bij `by`, `to`, `cc`, `with`, `reported_to`, `party`, `handler` en `person` staat voor iemand: een
//! partij in deze klacht, een persoon uit people.yaml of een rol uit de regeling.
//!
//! ## Waarom
//!
//! Zeker moet zijn wie iets deed en wie iets hoorde, zonder dat er een naam staat.
//!
//! ## Voorbeeld
//!
//! ```yaml
//! parties:
//!   - {key: p1, role: cursist, as: complainant}
//! log:
//!   - {step: ontvangst-bevestigd, on: 2026-04-18, by: m3, to: [p4]}
//! ```
//!
//! Er is geen partij `p4`.
//!
//! ## Zo zet u het recht
//!
//! Verbeter de sleutel, zet de partij bij `parties` of de persoon in people.yaml.

use super::super::{Message, Rule};
use crate::diagnostics::{Severity, text};
use crate::docket::{Docket, ViolationKind};
use crate::naming;

/// The rule.
pub static RULE: Rule = Rule {
    code: "R401",
    name: "unknown-who",
    severity: Severity::Error,
    summary: (
        "Elke sleutel in een klacht is een partij, een persoon uit people.yaml of een rol.",
        "Each key in a case is a party, a person of people.yaml or a role.",
    ),
    source: include_str!("r401.rs"),
};

/// What it says of a lack of its own.
#[must_use]
pub fn say(kind: &ViolationKind, docket: &Docket<'_>) -> Option<Message> {
    let ViolationKind::UnknownWho { key, may, .. } = kind else { return None };
    let key = naming::key(docket, key);
    let message = text!(
        "{key} is geen partij in deze klacht, geen persoon uit people.yaml en geen rol",
        "{key} is no party of this case, no person of people.yaml and no role",
        key
    );
    let may = naming::instead(may);
    let remedy = text!(
        "verbeter de sleutel{may}, of zet de persoon in people.yaml",
        "correct the key{may}, or add the person to people.yaml",
        may
    );
    Some(Message::new(message, remedy))
}
