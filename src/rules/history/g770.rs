//! G770: what is left of a destroyed case names every key that could read it.

use crate::diagnostics::text;
use crate::rules::{Message, Rule};

/// The rule, as its page has it.
pub static RULE: Rule = Rule::on_page(include_str!("../../../docs/rules/G770.md"));

/// The words for a case of which these keys are left out.
#[must_use]
pub fn say(case: &str, keys: &[String]) -> Message {
    let keys = keys.join(", ");
    Message::new(
        text!(
            "{case} noemt niet elke sleutel die haar kon lezen: {keys}",
            "{case} does not name every key that could read it: {keys}"
        ),
        text!(
            "zet erbij in `keys` van dat bestand: {keys}; en dan `git commit --amend --no-edit` op dat bestand",
            "add to `keys` in that file: {keys}; and then `git commit --amend --no-edit` with that file"
        ),
    )
}
