//! G743: what takes two persons comes in a merge that somebody else made.

use crate::diagnostics::text;
use crate::rules::{Message, Rule};

/// The rule, as its page has it.
pub static RULE: Rule = Rule::on_page(include_str!("../../../docs/rules/G743.md"));

/// The words for a change of this file that nobody else merged.
#[must_use]
pub fn say(path: &str) -> Message {
    Message::new(
        text!(
            "een wijziging van {path} vraagt twee personen, en niemand anders voegde haar samen",
            "a change of {path} takes two persons, and nobody else merged it"
        ),
        text!(
            "push naar een eigen tak, en laat een ander die erover gaat samenvoegen: `git merge --no-ff -S TAK`",
            "push to a branch of your own, and have another who may merge it: `git merge --no-ff -S BRANCH`"
        ),
    )
}
