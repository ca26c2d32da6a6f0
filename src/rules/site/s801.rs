//! S801: every value that a page needs is in the regulation or in klacht.yaml.

use crate::diagnostics::text;
use crate::rules::{Message, Rule};

/// The rule, as its page has it.
pub static RULE: Rule = Rule::on_page(include_str!("../../../docs/rules/S801.md"));

/// What is said of a page that lacks a value.
#[must_use]
pub fn say(key: &str, page: &str) -> Message {
    Message::new(
        text!("de pagina {page} heeft `{key}` nodig", "the page {page} needs `{key}`"),
        text!("schrijf `{key}` in dit bestand", "write `{key}` in this file"),
    )
}
