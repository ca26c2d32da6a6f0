//! S804: every link within the site leads to a page and a place that are there.

use crate::diagnostics::text;
use crate::rules::{Message, Rule};

/// The rule, as its page has it.
pub static RULE: Rule = Rule::on_page(include_str!("../../../docs/rules/S804.md"));

/// What is said of a link; `anchor` when the page is there and the place in it is not.
#[must_use]
pub fn say(page: &str, link: &str, anchor: bool) -> Message {
    let message = if anchor {
        text!(
            "{page} verwijst naar een plek die er niet is: `{link}`",
            "{page} links to a place that is not there: `{link}`"
        )
    } else {
        text!(
            "{page} verwijst naar een bestand dat er niet is: `{link}`",
            "{page} links to a file that is not there: `{link}`"
        )
    };
    Message::new(message, text!("verbeter de verwijzing", "correct the link"))
}
