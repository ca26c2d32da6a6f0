//! T302: a step was taken after its term, and the reason is given.

use chrono::NaiveDate;

use super::words;
use crate::diagnostics::text;
use crate::docket::{Docket, Due};
use crate::rules::{Message, Rule};

/// The rule, as its page has it.
pub static RULE: Rule = Rule::on_page(include_str!("../../../docs/rules/T302.md"));

/// What it says of a late step with a reason.
#[must_use]
pub fn say(docket: &Docket<'_>, term: &str, step: &str, due: &Due, on: NaiveDate) -> Message {
    let remedy = text!(
        "niets meer te doen: de reden staat bij `late:` en de klacht telt als te laat",
        "nothing more to do: the reason stands at `late:` and the complaint counts as late"
    );
    Message::new(words::late(docket, term, step, due, on), remedy)
}
