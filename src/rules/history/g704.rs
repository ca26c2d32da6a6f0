//! G704: a case does not vanish; it is destroyed and leaves a trace.

use crate::diagnostics::text;
use crate::rules::{Message, Rule};

/// The rule, as its page has it.
pub static RULE: Rule = Rule::on_page(include_str!("../../../docs/rules/G704.md"));

/// The words for a case whose file is gone or (`emptied`) holds nothing of it any more.
#[must_use]
pub fn say(case: &str, path: &str, emptied: bool) -> Message {
    let became = if emptied { text!("is leeggemaakt", "was emptied") } else { text!("is verwijderd", "was removed") };
    Message::new(
        text!("klacht {case} {became} zonder vernietiging", "case {case} {became} without being destroyed", became),
        text!(
            "haal haar terug: `git restore --source=HEAD~ {path}`; na de bewaartermijn blijft `id` met `destroyed: {{on: …, by: …}}`",
            "bring it back: `git restore --source=HEAD~ {path}`; after its retention period `id` stays with `destroyed: {{on: …, by: …}}`"
        ),
    )
}
