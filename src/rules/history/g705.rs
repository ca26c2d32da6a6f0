//! G705: a case file keeps its place.

use crate::diagnostics::text;
use crate::rules::{Message, Rule};

/// The rule, as its page has it.
pub static RULE: Rule = Rule::on_page(include_str!("../../../docs/rules/G705.md"));

/// The words for a case that went from one path to another.
#[must_use]
pub fn say(case: &str, from: &str, to: &str) -> Message {
    let command = format!("`git mv {to} {from}`");
    Message::new(
        text!("klacht {case} is verplaatst; zij stond in {from}", "case {case} was moved; it stood in {from}"),
        text!("zet haar terug: {command}", "move it back: {command}"),
    )
}
