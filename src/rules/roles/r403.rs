//! # R403: wrong-handler
//!
//! ## What it checks
//!
//! A step that assigns the case names a `handler` who on that day holds the role that the regulation prescribes: always
//! the same, by topic, or by client.
//!
//! ## Why
//!
//! Who complains knows from the regulation who will handle it.
//!
//! ## Example
//!
//! ```yaml
//! topics: [administratie]
//! log:
//!   - {step: toegewezen, on: 2026-04-18, by: m1, to: [m3], handler: m3}
//! ```
//!
//! For `administratie` another team leader handles the complaint than `m3`.
//!
//! ## How to put it right
//!
//! Write the right handler. Where the handler follows the client, write `reason` when somebody else does it.
//!
//! ---
//!
//! # R403: wrong-handler
//!
//! ## Wat wordt nagekeken
//!
//! Een stap die de klacht toewijst, noemt een `handler` die op die dag de rol heeft die de regeling voorschrijft:
//! altijd dezelfde, volgens het onderwerp of volgens de klant.
//!
//! ## Waarom
//!
//! Wie klaagt, kan in de regeling lezen wie de klacht behandelt.
//!
//! ## Voorbeeld
//!
//! ```yaml
//! topics: [administratie]
//! log:
//!   - {step: toegewezen, on: 2026-04-18, by: m1, to: [m3], handler: m3}
//! ```
//!
//! Een klacht over `administratie` is voor een andere teamleider dan `m3`.
//!
//! ## Zo zet u het recht
//!
//! Schrijf de juiste behandelaar. Volgt de behandelaar uit de klant, schrijf dan `reason` als een ander het doet.

use super::super::{Message, Rule};
use crate::diagnostics::{Severity, Text, text};
use crate::docket::HandlerFault;
use crate::docket::{Docket, ViolationKind};
use crate::naming;

/// The rule.
pub static RULE: Rule = Rule {
    code: "R403",
    name: "wrong-handler",
    severity: Severity::Error,
    summary: (
        "De behandelaar is wie de regeling voor deze klacht aanwijst.",
        "The handler is the one whom the regulation chooses for this case.",
    ),
    source: include_str!("r403.rs"),
};

/// What it says of a lack of its own.
#[must_use]
pub fn say(kind: &ViolationKind, docket: &Docket<'_>) -> Option<Message> {
    let ViolationKind::WrongHandler { key, wanted, may, why } = kind else { return None };
    let (person, roles) = (naming::key(docket, key), naming::handlers(&docket.version.regulation, wanted));
    let message = match why {
        HandlerFault::Missing => text!(
            "deze stap wijst de klacht toe maar noemt geen behandelaar",
            "this step assigns the case but names no handler"
        ),
        HandlerFault::Role => {
            text!("{person} is op die dag niet {roles}", "{person} is not {roles} on that day", person, roles)
        }
        HandlerFault::StandIn => return Some(stand_in(docket, &person, wanted)),
        HandlerFault::Account => return Some(account(docket, &person, wanted.first().map(String::as_str))),
    };
    let (flag, may) = (naming::by_step("handler"), naming::on_that_day(may));
    let remedy = text!(
        "schrijf `handler:`{flag} met de sleutel van {roles}{may}",
        "write `handler:`{flag} with the key of {roles}{may}",
        flag,
        roles,
        may
    );
    Some(Message::new(message, remedy))
}

fn stand_in(docket: &Docket<'_>, person: &Text, wanted: &[String]) -> Message {
    let appointed = naming::any_of(&wanted.iter().map(|key| naming::key(docket, key)).collect::<Vec<_>>());
    let message = text!(
        "{person} is niet wie voor deze klacht is aangewezen",
        "{person} is not who was appointed for this case",
        person
    );
    let flag = naming::by_step("handler");
    let remedy = text!(
        "schrijf {appointed} bij `handler:`{flag}, of wijs eerst een ander aan",
        "write {appointed} at `handler:`{flag}, or appoint somebody else first",
        appointed,
        flag
    );
    Message::new(message, remedy)
}

fn account(docket: &Docket<'_>, person: &Text, holder: Option<&str>) -> Message {
    let message = text!(
        "{person} is op die dag niet wie deze klant bedient",
        "{person} is not who looks after this client on that day",
        person
    );
    let reason = naming::by_step("reason");
    let Some(holder) = holder.map(|h| naming::key(docket, h)) else {
        let remedy = text!(
            "zet de klant met zijn vaste medewerker in people.yaml bij `accounts`, of schrijf `reason:` bij de stap{reason}",
            "add the client with who looks after it to people.yaml under `accounts`, or write `reason:` at the step{reason}",
            reason
        );
        return Message::new(message, remedy);
    };
    let flag = naming::by_step("handler");
    let remedy = text!(
        "schrijf {holder} bij `handler:`{flag}, of schrijf bij `reason:`{reason} waarom een ander het doet",
        "write {holder} at `handler:`{flag}, or write at `reason:`{reason} why somebody else does it",
        holder,
        flag,
        reason
    );
    Message::new(message, remedy)
}
