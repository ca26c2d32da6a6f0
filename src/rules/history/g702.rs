//! G702: what stood in the log of a case stays, word for word.

use crate::diagnostics::text;
use crate::rules::{Message, Rule};

/// The rule, as its page has it.
pub static RULE: Rule = Rule::on_page(include_str!("../../../docs/rules/G702.md"));

/// The words for an entry, counted from 1, that was changed or (`gone`) taken out; `step` is what it recorded.
#[must_use]
pub fn say(entry: usize, step: &str, gone: bool) -> Message {
    let became = if gone { text!("verdwenen", "gone") } else { text!("gewijzigd", "changed") };
    Message::new(
        text!(
            "vastlegging {entry} van het log (stap {step}) is {became}",
            "entry {entry} of the log (step {step}) is {became}",
            became
        ),
        text!(
            "zet haar terug; klopte ze niet, voeg dan toe: `{{step: correctie, of: {entry}, reason: …, on: …, by: …}}`",
            "put it back; if it was wrong, add: `{{step: correctie, of: {entry}, reason: …, on: …, by: …}}`"
        ),
    )
}
