//! R414: whoever is a party with a staff role holds that role, or once held it.

use crate::diagnostics::text;
use crate::docket::Docket;
use crate::naming;
use crate::rules::{Message, Rule};

/// The rule, as its page has it.
pub static RULE: Rule = Rule::on_page(include_str!("../../../docs/rules/R414.md"));

/// What it says of a violation.
#[must_use]
pub fn say(docket: &Docket<'_>, party: &str, person: &str, role: &str) -> Message {
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
    Message::new(message, remedy)
}
