//! G761: what a case says of its sealed pieces stays.

use crate::diagnostics::text;
use crate::rules::{Message, Rule};

/// The rule, as its page has it.
pub static RULE: Rule = Rule::on_page(include_str!("../../../docs/rules/G761.md"));

/// The words for an entry, counted from 1, of `list` of a case that is gone or changed.
#[must_use]
pub fn say(entry: usize, list: &str) -> Message {
    Message::new(
        text!(
            "regel {entry} van `sealed.{list}` is weg of gewijzigd",
            "entry {entry} of `sealed.{list}` is gone or changed"
        ),
        text!(
            "zet haar terug; een stuk dat weg moet, komt erbij onder `sealed.withdrawn`",
            "put it back; a piece that must go is added to `sealed.withdrawn`"
        ),
    )
}
