//! G707: a change of the policy stands in a commit of its own, without cases.

use crate::diagnostics::text;
use crate::rules::{Message, Rule};

/// The rule, as its page has it.
pub static RULE: Rule = Rule::on_page(include_str!("../../../docs/rules/G707.md"));

/// The words for a commit that changes both.
#[must_use]
pub fn say() -> Message {
    Message::new(
        text!(
            "deze commit wijzigt de regeling en klachten tegelijk",
            "this commit changes the policy and cases at once"
        ),
        text!(
            "maak er twee van: eerst `git commit policy/`, dan `git commit cases/`",
            "make it two: first `git commit policy/`, then `git commit cases/`"
        ),
    )
}
