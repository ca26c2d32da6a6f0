//! # C112: unknown-value
//!
//! ## What it checks
//!
//! Codes in a case are compared with the lists of its regulation. Facts under `fields:` must be known there and be of
//! the type that the regulation names.
//!
//! ## Why
//!
//! A code that nobody knows falls outside every rule and every figure.
//!
//! ## Example
//!
//! ```yaml
//! intake:
//!   channel: e-mail
//! topics: [trainer]
//! ```
//!
//! `channel: mail` would be refused if the regulation knows `e-mail`.
//!
//! ## How to put it right
//!
//! Use one of the values that the message names.
//!
//! ---
//!
//! ## Wat wordt nagekeken
//!
//! Codes in een klacht worden vergeleken met de lijsten van de regeling. Gegevens onder `fields:` moeten daar bekend
//! zijn en van de soort die de regeling noemt.
//!
//! ## Waarom
//!
//! Een code die niemand kent, valt buiten elke regel en elk cijfer.
//!
//! ## Voorbeeld
//!
//! ```yaml
//! intake:
//!   channel: e-mail
//! topics: [trainer]
//! ```
//!
//! `channel: mail` wordt geweigerd als de regeling `e-mail` kent.
//!
//! ## Zo zet u het recht
//!
//! Gebruik een van de waarden die de melding noemt.

use super::super::Rule;
use crate::diagnostics::{Severity, text};
use crate::docket::{Docket, ViolationKind};
use crate::naming;
use crate::rules::message::Message;

/// The rule.
pub static RULE: Rule = Rule {
    code: "C112",
    name: "unknown-value",
    severity: Severity::Error,
    summary: (
        "Kanaal, onderwerp, rol en andere codes komen uit de regeling.",
        "Channel, topic, role and other codes come from the regulation.",
    ),
    source: include_str!("c112.rs"),
};

/// What it says of a value that the regulation does not know. The value itself is not repeated.
#[must_use]
pub fn say(kind: &ViolationKind, docket: &Docket<'_>) -> Option<Message> {
    match kind {
        ViolationKind::UnknownValue { key, near, allowed, .. } => Some(unknown(key, near.as_deref(), allowed)),
        ViolationKind::FactWrong { field, kind, values } => {
            let (fact, wanted) = (naming::data_of(&docket.version.regulation, field), naming::expected(*kind, values));
            let message = text!("bij {fact} hoort {wanted}", "{fact} takes {wanted}", fact, wanted);
            let (line, flag) = (naming::line(field, *kind), naming::by_new_fact(field));
            let remedy = text!("schrijf {line}{flag}", "write {line}{flag}", line, flag);
            Some(Message::new(message, remedy))
        }
        _ => None,
    }
}

fn unknown(key: &str, near: Option<&str>, allowed: &[String]) -> Message {
    let message = if key == "fields" {
        text!("de regeling kent dit gegeven onder `fields:` niet", "the regulation knows no such fact under `fields:`")
    } else {
        text!("de regeling kent deze waarde bij `{key}` niet", "the regulation does not know this value of `{key}`")
    };
    let remedy = match (near, allowed) {
        (Some(near), _) => text!("bedoelt u `{near}`?", "did you mean `{near}`?"),
        (None, []) => text!(
            "verwijder de regel: de regeling vraagt dit niet",
            "remove the line: the regulation does not ask for it"
        ),
        (None, known) => {
            let known = known.join(", ");
            text!("kies uit: {known}", "choose from: {known}")
        }
    };
    Message::new(message, remedy)
}
