//! S805: what must not be public stands nowhere in the site.

use crate::diagnostics::text;
use crate::rules::{Message, Rule};

/// The rule, as its page has it.
pub static RULE: Rule = Rule::on_page(include_str!("../../../docs/rules/S805.md"));

/// What is said of a forbidden text: the file of the site, unless its own name holds the text, and the key that forbids it.
#[must_use]
pub fn say(page: Option<&str>, key: &str) -> Message {
    let message = if let Some(page) = page {
        text!(
            "{page} bevat een tekst die niet openbaar mag zijn (`{key}`)",
            "{page} holds a text that must not be public (`{key}`)"
        )
    } else {
        text!(
            "de naam van een bestand bevat een tekst die niet openbaar mag zijn (`{key}`)",
            "the name of a file holds a text that must not be public (`{key}`)"
        )
    };
    Message::new(
        message,
        text!(
            "haal de tekst weg waar zij vandaan komt: de regeling, een mededeling of een sjabloon",
            "take the text away where it comes from: the regulation, a notice or a template"
        ),
    )
}
