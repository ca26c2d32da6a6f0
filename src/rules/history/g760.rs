//! G760: the sealed pieces that a case names are there.

use crate::diagnostics::text;
use crate::rules::{Message, Rule};

/// The rule, as its page has it.
pub static RULE: Rule = Rule::on_page(include_str!("../../../docs/rules/G760.md"));

/// What is not there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NotThere {
    /// A piece.
    Piece,
    /// A piece as it was when it was named.
    Other,
    /// The key of the case: nobody could read the pieces.
    Key,
}

/// The words for a case.
#[must_use]
pub fn say(case: &str, what: NotThere) -> Message {
    let message = match what {
        NotThere::Piece => {
            text!("{case} noemt een verzegeld stuk dat er niet is", "{case} names a sealed piece that is not there")
        }
        NotThere::Other => text!(
            "een verzegeld stuk van {case} is een ander dan de vingerafdruk in de klacht zegt",
            "a sealed piece of {case} is another than the digest in the case says"
        ),
        NotThere::Key => text!("van {case} is de sleutel er niet", "the key of {case} is not there"),
    };
    let remedy = match what {
        NotThere::Other => text!(
            "zet `sha256` terug zoals `klacht seal` die schreef",
            "put back the `sha256` that `klacht seal` wrote"
        ),
        _ => text!("verstuur eerst wat verzegeld is: `klacht sync`", "send what is sealed first: `klacht sync`"),
    };
    Message::new(message, remedy)
}
