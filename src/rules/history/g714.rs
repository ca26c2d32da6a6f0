//! G714: whoever records a step has taken it, or may record for others.

use crate::diagnostics::text;
use crate::rules::{Message, Rule};

/// The rule, as its page has it.
pub static RULE: Rule = Rule::on_page(include_str!("../../../docs/rules/G714.md"));

/// The words for an entry, counted from 1, recorded by one person (`recorder`) and taken by others.
#[must_use]
pub fn say(entry: usize, recorder: &str, by: &[&str]) -> Message {
    let by = by.join(", ");
    Message::new(
        text!(
            "vastlegging {entry} is van {by}, maar de commit is van {recorder}",
            "entry {entry} is by {by}, but the commit is by {recorder}"
        ),
        text!(
            "laat {by} dit vastleggen, of voeg toe: `recorded_by: {recorder}`",
            "have {by} record this, or add: `recorded_by: {recorder}`"
        ),
    )
}

/// The words for what bears the name of one person (`by`), recorded by another: a destruction, an acceptance, a report.
#[must_use]
pub fn in_name_of(by: &str, recorder: &str) -> Message {
    Message::new(
        text!("dit is van {by}, maar de commit is van {recorder}", "this is by {by}, but the commit is by {recorder}"),
        text!("laat {by} dit vastleggen", "have {by} record this"),
    )
}
