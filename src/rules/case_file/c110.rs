//! C110: every id belongs to one case.

use super::words;
use crate::diagnostics::text;
use crate::rules::{Message, Rule};

/// The rule, as its page has it.
pub static RULE: Rule = Rule::on_page(include_str!("../../../docs/rules/C110.md"));

/// What it says at the second of two cases with the (proper) id `id`; `other` is the path of the first.
#[must_use]
pub fn say(id: &str, other: &str) -> Message {
    let other = words::path(other);
    let message = text!(
        "nummer {id} is al van een andere klacht: {other}",
        "id {id} belongs to another case already: {other}",
        other
    );
    let remedy = text!(
        "geef de nieuwste van de twee een eigen nummer, in het bestand en in de naam ervan",
        "give the newer of the two an id of its own, in the file and in its name"
    );
    Message::new(message, remedy)
}
