//! G705: a case file keeps its place.

use crate::diagnostics::text;
use crate::paths::regulation_of;
use crate::rules::{Message, Rule};

/// The rule, as its page has it.
pub static RULE: Rule = Rule::on_page(include_str!("../../../docs/rules/G705.md"));

/// The words for a case that went from one path to another.
#[must_use]
pub fn say(case: &str, from: &str, to: &str) -> Message {
    let (command, other) = (format!("`git mv {to} {from}`"), regulation_of(to).unwrap_or_default());
    let remedy = if regulation_of(from) == Some(other) {
        text!("zet haar terug: {command}", "move it back: {command}")
    } else {
        text!(
            "zet haar terug: {command}; hoort zij onder een andere regeling, open haar daar opnieuw (`klacht new --regulation {other}`) en rond deze af",
            "move it back: {command}; if it belongs under another regulation, open it there anew (`klacht new --regulation {other}`) and bring this one to its end"
        )
    };
    Message::new(
        text!("klacht {case} is verplaatst; zij stond in {from}", "case {case} was moved; it stood in {from}"),
        remedy,
    )
}
