//! G709: the history of a protected branch is not rewritten.

use crate::diagnostics::text;
use crate::rules::{Message, Rule};

/// The rule, as its page has it.
pub static RULE: Rule = Rule::on_page(include_str!("../../../docs/rules/G709.md"));

/// The words for a push that drops commits of this branch.
#[must_use]
pub fn say(branch: &str) -> Message {
    Message::new(
        text!("deze push herschrijft de geschiedenis van {branch}", "this push rewrites the history of {branch}"),
        text!(
            "doe `git pull --rebase=false` en push zonder `--force`; moet er een naam uit git: `klacht explain G709`",
            "run `git pull --rebase=false` and push without `--force`; if a name must go out of git: `klacht explain G709`"
        ),
    )
}
