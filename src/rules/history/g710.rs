//! G710: a protected branch is not deleted.

use crate::diagnostics::text;
use crate::rules::{Message, Rule};

/// The rule, as its page has it.
pub static RULE: Rule = Rule::on_page(include_str!("../../../docs/rules/G710.md"));

/// The words for a push that deletes this branch.
#[must_use]
pub fn say(branch: &str) -> Message {
    Message::new(
        text!("de tak {branch} is beschermd en blijft", "the branch {branch} is protected and stays"),
        text!("haal het verwijderen uit de push", "take the deletion out of the push"),
    )
}
