//! G751: what was taken out of history does not come back.

use crate::diagnostics::text;
use crate::rules::{Message, Rule};

/// The rule, as its page has it.
pub static RULE: Rule = Rule::on_page(include_str!("../../../docs/rules/G751.md"));

/// The words for a push that brings it.
#[must_use]
pub fn say() -> Message {
    Message::new(
        text!(
            "deze push brengt terug wat uit de geschiedenis is gehaald omdat er persoonsgegevens in stonden",
            "this push brings back what was taken out of history because personal data stood in it"
        ),
        text!(
            "maak een nieuwe kopie met `git clone`, doe daarin opnieuw wat nog niet gepusht was, en gooi deze weg",
            "make a new clone with `git clone`, do there again what was not pushed yet, and throw this one away"
        ),
    )
}
