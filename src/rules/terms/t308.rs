//! T308: a date that is promised lies within the term.

use chrono::NaiveDate;

use super::words;
use crate::diagnostics::text;
use crate::docket::Docket;
use crate::naming;
use crate::rules::{Message, Rule};

/// The rule, as its page has it.
pub static RULE: Rule = Rule::on_page(include_str!("../../../docs/rules/T308.md"));

/// What it says of a promise beyond the term.
#[must_use]
pub fn say(docket: &Docket<'_>, step: &str, key: &str, term: &str, due: NaiveDate) -> Message {
    let (step, term, day) = (words::step(docket, step), words::term(docket, term), words::day(due));
    let message = text!(
        "`{key}` van {step} ligt na het einde van {term}: {day}",
        "`{key}` of {step} lies beyond the end of {term}: {day}",
        step,
        term,
        day
    );
    let flag = naming::by_step(key);
    let remedy = text!("schrijf `{key}: {due}`{flag} of eerder", "write `{key}: {due}`{flag} or earlier", flag);
    Message::new(message, remedy)
}
