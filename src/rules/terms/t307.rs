//! T307: a notice that returns is there each time in time.

use chrono::NaiveDate;

use super::words;
use crate::diagnostics::text;
use crate::docket::Docket;
use crate::rules::{Message, Rule};

/// The rule, as its page has it.
pub static RULE: Rule = Rule::on_page(include_str!("../../../docs/rules/T307.md"));

/// What it says of a recurring notice that did not come.
#[must_use]
pub fn say(docket: &Docket<'_>, term: &str, step: &str, due: NaiveDate, found: NaiveDate) -> Message {
    let (term, step) = (words::term(docket, term), words::step(docket, step));
    let (due, found) = (words::day(due), words::day(found));
    let message = text!(
        "{term} vraagt {step} uiterlijk op {due}; daarna kwam pas op {found} iets",
        "{term} asks for {step} by {due}; nothing came until {found}",
        term,
        step,
        due,
        found
    );
    Message::new(message, words::account())
}
