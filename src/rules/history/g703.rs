//! G703: new entries come at the end of the log; old ones keep their order.

use crate::diagnostics::text;
use crate::rules::{Message, Rule};

/// The rule, as its page has it.
pub static RULE: Rule = Rule::on_page(include_str!("../../../docs/rules/G703.md"));

/// The words for an entry, counted from 1: an old one that `moved`, or a new one that stands among the old.
#[must_use]
pub fn say(entry: usize, moved: bool) -> Message {
    if moved {
        return Message::new(
            text!(
                "vastlegging {entry} van het log staat niet meer op haar plaats",
                "entry {entry} of the log no longer stands in its place"
            ),
            text!("zet het log terug in de oude volgorde", "put the log back in its old order"),
        );
    }
    Message::new(
        text!(
            "vastlegging {entry} is nieuw, maar staat tussen oudere",
            "entry {entry} is new but stands among older ones"
        ),
        text!("zet haar onderaan het log", "move it to the end of the log"),
    )
}
