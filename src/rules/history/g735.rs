//! G735: reports, discussions and declarations of a yearbook stay.

use crate::diagnostics::text;
use crate::rules::{Message, Rule};

/// The rule, as its page has it.
pub static RULE: Rule = Rule::on_page(include_str!("../../../docs/rules/G735.md"));

/// The words for an entry, counted from 1, of a list of a yearbook that is gone or changed.
#[must_use]
pub fn say(entry: usize, list: &str, yearbook: &str) -> Message {
    Message::new(
        text!(
            "regel {entry} van `{list}` in {yearbook} is weg of gewijzigd",
            "entry {entry} of `{list}` in {yearbook} is gone or changed"
        ),
        text!(
            "zet haar terug en voeg er een toe die zegt hoe het wel was",
            "put it back, and add one that says how it was"
        ),
    )
}
