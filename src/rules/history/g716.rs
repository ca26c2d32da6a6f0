//! G716: a commit has one author, one committer and a time that can be.

use crate::diagnostics::Text;
use crate::rules::{Message, Rule};

/// The rule, as its page has it.
pub static RULE: Rule = Rule::on_page(include_str!("../../../docs/rules/G716.md"));

/// The words for what is wrong with a commit, as the register tells it.
#[must_use]
pub fn say(fault: &Text, remedy: &Text) -> Message {
    Message::new(fault.clone(), remedy.clone())
}
