//! G752: an exception to history bears a name and is told.

use chrono::NaiveDate;

use crate::diagnostics::text;
use crate::rules::{Message, Rule};

/// The rule, as its page has it.
pub static RULE: Rule = Rule::on_page(include_str!("../../../docs/rules/G752.md"));

/// The words for an exception on the word of a keeper, under which `count` commits stand.
#[must_use]
pub fn say(on: NaiveDate, by: &str, count: usize) -> Message {
    Message::new(
        text!(
            "op {on} haalde {by} iets uit de geschiedenis; wie de {count} commits tot daar maakte, geldt op diens woord",
            "on {on} {by} took something out of history; who made the {count} commits up to there is taken on that word"
        ),
        text!("lees waarom in exceptions.yaml", "read why in exceptions.yaml"),
    )
}

/// The words for a file that cannot be read.
#[must_use]
pub fn unreadable() -> Message {
    Message::new(
        text!("exceptions.yaml is niet te lezen", "exceptions.yaml cannot be read"),
        text!("zet terug wat `klacht hook except` gaf", "put back what `klacht hook except` gave"),
    )
}
