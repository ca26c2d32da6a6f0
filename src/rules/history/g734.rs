//! G734: a key, an account or an address is of one person.

use crate::diagnostics::text;
use crate::rules::{Message, Rule};

/// The rule, as its page has it.
pub static RULE: Rule = Rule::on_page(include_str!("../../../docs/rules/G734.md"));

/// The words for something that stands under two persons of a file.
#[must_use]
pub fn say(first: &str, second: &str) -> Message {
    Message::new(
        text!(
            "{second} heeft een sleutel, account of adres dat ook van {first} is",
            "{second} has a key, account or address that is {first}'s as well"
        ),
        text!("laat het staan bij één van beiden", "leave it with one of them"),
    )
}
