//! G755: a commit of what is sealed says nothing else.

use crate::diagnostics::text;
use crate::rules::{Message, Rule};

/// The rule, as its page has it.
pub static RULE: Rule = Rule::on_page(include_str!("../../../docs/rules/G755.md"));

/// What about it is its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NotOurs {
    /// The commit: a maker, a day, a word, a signature, a header.
    Commit,
    /// A folder, a link, a program, a name twice.
    Files,
    /// A file that is no piece.
    Name,
}

/// The words for a commit.
#[must_use]
pub fn say(what: NotOurs) -> Message {
    let message = match what {
        NotOurs::Commit => text!(
            "deze commit zegt wie hem maakte, wanneer of waarom; bij wat verzegeld is staat dat er niet bij",
            "this commit says who made it, when or why; with what is sealed that is left out"
        ),
        NotOurs::Files => text!(
            "hierin staat iets anders dan gewone bestanden naast elkaar",
            "this holds something else than plain files side by side"
        ),
        NotOurs::Name => {
            text!("hierin staat een bestand dat geen verzegeld stuk is", "this holds a file that is no sealed piece")
        }
    };
    Message::new(
        message,
        text!(
            "laat `klacht seal` het maken en `klacht sync` het versturen",
            "let `klacht seal` make it and `klacht sync` send it"
        ),
    )
}
