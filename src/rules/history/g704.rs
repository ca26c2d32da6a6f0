//! G704: a case does not vanish; it is destroyed and leaves a trace.

use crate::diagnostics::text;
use crate::rules::{Message, Rule};

/// The rule, as its page has it.
pub static RULE: Rule = Rule::on_page(include_str!("../../../docs/rules/G704.md"));

/// The words for a case whose file is gone; of a commit that is made already the way back is another.
#[must_use]
pub fn say(case: &str, path: &str, made: bool) -> Message {
    let remedy = if made {
        text!(
            "haal haar terug: `git restore --source=HEAD~ --staged --worktree {path} && git commit --amend --no-edit`",
            "bring it back: `git restore --source=HEAD~ --staged --worktree {path} && git commit --amend --no-edit`"
        )
    } else {
        text!(
            "haal haar terug: `git restore --source=HEAD --staged --worktree {path}`; na de bewaartermijn: `klacht destroy {case}`",
            "bring it back: `git restore --source=HEAD --staged --worktree {path}`; after its retention period: `klacht destroy {case}`"
        )
    };
    let message =
        text!("klacht {case} is verwijderd zonder vernietiging", "case {case} was removed without being destroyed");
    Message::new(message, remedy)
}
