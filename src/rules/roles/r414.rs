//! # R414: never-held-that-role
//!
//! ## What it checks
//!
//! Who is named as `person` of a party with a role of the staff has held that role, on the day of receipt or before it.
//!
//! ## Why
//!
//! Who the complaint is about decides who may handle it. With the wrong person there, a substitute is appointed for nothing,
//! or somebody handles a complaint about himself.
//!
//! ## Example
//!
//! ```yaml
//! parties:
//!   - {key: p2, role: klachtenfunctionaris, as: respondent, person: m6}
//! ```
//!
//! By people.yaml `m6` was never complaints officer.
//!
//! ## How to put it right
//!
//! Correct `person` or `role`. If the person did hold the role, write so in people.yaml, with its days.
//!
//! ---
//!
//! # R414: never-held-that-role
//!
//! ## Wat wordt nagekeken
//!
//! Wie als `person` staat bij een partij met een rol van de medewerkers, heeft die rol gehad: op de dag van ontvangst of
//! ervoor.
//!
//! ## Waarom
//!
//! Over wie de klacht gaat, bepaalt wie haar mag behandelen. Staat daar de verkeerde, dan wordt voor niets een vervanger
//! aangewezen, of behandelt iemand een klacht over zichzelf.
//!
//! ## Voorbeeld
//!
//! ```yaml
//! parties:
//!   - {key: p2, role: klachtenfunctionaris, as: respondent, person: m6}
//! ```
//!
//! Volgens people.yaml was `m6` nooit klachtenfunctionaris.
//!
//! ## Zo zet u het recht
//!
//! Verbeter `person` of `role`. Had die persoon de rol wel, schrijf dat dan in people.yaml, met de dagen.

use super::super::{Message, Rule};
use crate::diagnostics::{Severity, text};
use crate::docket::{Docket, ViolationKind};
use crate::naming;

/// The rule.
pub static RULE: Rule = Rule {
    code: "R414",
    name: "never-held-that-role",
    severity: Severity::Error,
    summary: (
        "Wie in een zaak met een rol van de medewerkers staat, heeft die rol gehad.",
        "Who stands in a case with a role of the staff has held that role.",
    ),
    source: include_str!("r414.rs"),
};

/// What it says of a lack of its own.
#[must_use]
pub fn say(kind: &ViolationKind, docket: &Docket<'_>) -> Option<Message> {
    let ViolationKind::NotThatRole { party, person, role } = kind else { return None };
    let regulation = &docket.version.regulation;
    let (party, person, role) =
        (naming::key(docket, party), naming::key(docket, person), naming::who(regulation, role));
    let message = text!(
        "partij {party} is {person}, en die is tot die dag nooit {role} geweest",
        "party {party} is {person}, who up to that day never was {role}",
        party,
        person,
        role
    );
    let remedy = text!(
        "verbeter `person:` of `role:`; of zet in people.yaml van wanneer tot wanneer die persoon dat was",
        "correct `person:` or `role:`; or write in people.yaml from when until when that person was"
    );
    Some(Message::new(message, remedy))
}
