//! G701: every folder and file of the register is ordinary: no link, no program, no doubled or dangerous name.

use crate::diagnostics::Text;
use crate::rules::{Message, Rule};

/// The rule, as its page has it.
pub static RULE: Rule = Rule::on_page(include_str!("../../../docs/rules/G701.md"));

/// The words for what is wrong with an entry, as the register tells it.
#[must_use]
pub fn say(fault: &Text, remedy: &Text) -> Message {
    Message::new(fault.clone(), remedy.clone())
}
