//! R401: each key in a case is a party, a person of people.yaml or a role.

use crate::diagnostics::text;
use crate::docket::Docket;
use crate::naming;
use crate::rules::{Message, Rule};

/// The rule, as its page has it.
pub static RULE: Rule = Rule::on_page(include_str!("../../../docs/rules/R401.md"));

/// What it says of a violation.
#[must_use]
pub fn say(docket: &Docket<'_>, key: &str, may: &[String]) -> Message {
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
    Message::new(message, remedy)
}
