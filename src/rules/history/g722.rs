//! G722: the server says who pushes.

use crate::diagnostics::text;
use crate::rules::{Message, Rule};

/// The rule, as its page has it.
pub static RULE: Rule = Rule::on_page(include_str!("../../../docs/rules/G722.md"));

/// The words for a variable that is not set.
#[must_use]
pub fn say(variable: &str) -> Message {
    Message::new(
        text!(
            "de server zegt niet wie er instuurt: {variable} is niet gezet",
            "the server does not say who pushes: {variable} is not set"
        ),
        text!(
            "laat de beheerder {variable} zetten, of noem in klacht.yaml de juiste variabele",
            "have the administrator set {variable}, or name the right variable in klacht.yaml"
        ),
    )
}
