//! T306: the new date of an extension lies after the end of the term.

use chrono::NaiveDate;

use super::words;
use crate::diagnostics::text;
use crate::docket::Docket;
use crate::naming;
use crate::rules::{Message, Rule};

/// The rule, as its page has it.
pub static RULE: Rule = Rule::on_page(include_str!("../../../docs/rules/T306.md"));

/// What it says of a new date that is no later.
#[must_use]
pub fn say(docket: &Docket<'_>, term: &str, key: &str, due: NaiveDate) -> Message {
    let (term, day) = (words::term(docket, term), words::day(due));
    let message = text!(
        "{term} liep al tot en met {day}: `{key}` geeft geen extra tijd",
        "{term} already ran until {day}: `{key}` gives no more time",
        term,
        day
    );
    let first = due.succ_opt().unwrap_or(due);
    let flag = naming::by_step(key);
    let remedy = text!("schrijf `{key}: {first}`{flag} of later", "write `{key}: {first}`{flag} or later", flag);
    Message::new(message, remedy)
}
