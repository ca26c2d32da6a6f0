//! G762: a key that reads what is sealed stays what it is.

use crate::diagnostics::text;
use crate::rules::{Message, Rule};

/// The rule, as its page has it.
pub static RULE: Rule = Rule::on_page(include_str!("../../../docs/rules/G762.md"));

/// What became of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Lost {
    /// It is gone.
    Line,
    /// It is another key, or is in use since another day.
    Key,
    /// It no longer says that the key was succeeded, destroyed or lost.
    Mark,
}

/// The words for a key, by its name.
#[must_use]
pub fn say(id: &str, lost: Lost) -> Message {
    let message = match lost {
        Lost::Line => text!("de regel van leessleutel {id} is weg", "the line of key {id} is gone"),
        Lost::Key => text!("leessleutel {id} is een andere geworden", "key {id} has become another"),
        Lost::Mark => text!(
            "bij leessleutel {id} staat niet meer dat hij is opgevolgd, vernietigd of kwijt",
            "key {id} is no longer said to be succeeded, destroyed or lost"
        ),
    };
    Message::new(
        message,
        text!(
            "zet de regel terug zoals hij was, en maak een nieuwe sleutel: `klacht keys new`",
            "put the line back as it was, and make a new key: `klacht keys new`"
        ),
    )
}
