//! W221: a correction points to a step above it.

use crate::diagnostics::text;
use crate::docket::Docket;
use crate::naming;
use crate::rules::{Message, Rule};

/// The rule, as its page has it.
pub static RULE: Rule = Rule::on_page(include_str!("../../../docs/rules/W221.md"));

/// What it says of a violation.
#[must_use]
pub fn say(docket: &Docket<'_>, of: &str) -> Message {
    let number = of.parse::<usize>().map_or_else(|_| String::new(), |n| format!(" {n}"));
    let message = text!(
        "de correctie wijst geen stap aan die erboven staat{is_empty}{number}",
        "the correction points to no step above it{is_empty}{number}",
        is_empty = if number.is_empty() { "" } else { ":" }
    );
    let entries = docket.case().log.len();
    let flag = naming::by_step("of");
    let remedy = text!(
        "schrijf `of:` met het nummer van de stap, geteld vanaf 1 (dit logboek heeft er {entries}), of `of: received`{flag}",
        "write `of:` with the number of the step, counted from 1 (this log has {entries}), or `of: received`{flag}",
        flag
    );
    Message::new(message, remedy)
}
