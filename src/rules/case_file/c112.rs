//! C112: channel, topic, role and other codes come from the regulation.

use crate::diagnostics::text;
use crate::docket::Docket;
use crate::naming;
use crate::regulation::{AskType, Limits};
use crate::rules::{Message, Rule};

/// The rule, as its page has it.
pub static RULE: Rule = Rule::on_page(include_str!("../../../docs/rules/C112.md"));

/// What it says of a value that the regulation does not know. The value itself is not repeated.
#[must_use]
pub fn say(key: &str, near: Option<&str>, allowed: &[String]) -> Message {
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

/// What it says of a fact that is not of its type or not one of its values.
#[must_use]
pub fn of_fact(docket: &Docket<'_>, field: &str, kind: AskType, values: &[String]) -> Message {
    let (fact, wanted) = (naming::data_of(&docket.version.regulation, field), naming::expected(kind, values));
    let message = text!("bij {fact} hoort {wanted}", "{fact} takes {wanted}", fact, wanted);
    let (line, flag) = (naming::line(field, kind), naming::by_new_fact(field));
    Message::new(message, text!("schrijf {line}{flag}", "write {line}{flag}", line, flag))
}

/// What it says of a number or an amount that is less or more than the regulation allows.
#[must_use]
pub fn beyond(docket: &Docket<'_>, field: &str, limits: Limits) -> Message {
    let (fact, bounds) = (naming::data_of(&docket.version.regulation, field), naming::bounds(limits));
    let flag = naming::by_new_fact(field);
    Message::new(
        text!("{fact} is niet {bounds}", "{fact} is not {bounds}", fact, bounds),
        text!(
            "schrijf `{field}:` met een getal van {bounds}{flag}",
            "write `{field}:` with a number of {bounds}{flag}",
            bounds,
            flag
        ),
    )
}
