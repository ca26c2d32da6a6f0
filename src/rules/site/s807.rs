//! S807: every place on a page has a name of its own.

use crate::diagnostics::text;
use crate::rules::{Message, Rule};

/// The rule, as its page has it.
pub static RULE: Rule = Rule::on_page(include_str!("../../../docs/rules/S807.md"));

/// What is said of a name that a page has twice.
#[must_use]
pub fn say(page: &str, id: &str) -> Message {
    Message::new(
        text!("{page} heeft de id `{id}` meer dan eens", "{page} has the id `{id}` more than once"),
        text!("geef een van beide een andere id", "give one of them another id"),
    )
}
