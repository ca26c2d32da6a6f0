//! G725: the branch on which the repository stands stays protected.

use crate::diagnostics::text;
use crate::rules::{Message, Rule};

/// The rule, as its page has it.
pub static RULE: Rule = Rule::on_page(include_str!("../../../docs/rules/G725.md"));

/// The words for settings by which this branch is judged no more.
#[must_use]
pub fn say(branch: &str) -> Message {
    Message::new(
        text!(
            "hierna wordt niet meer beoordeeld wat naar {branch} wordt gepusht",
            "after this, what is pushed to {branch} is judged no more"
        ),
        text!(
            "voeg `{branch}` toe onder `protected:` in klacht.yaml",
            "add `{branch}` under `protected:` in klacht.yaml"
        ),
    )
}
