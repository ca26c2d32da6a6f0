//! G740: who was late does not make it timely himself.

use crate::diagnostics::text;
use crate::rules::{Message, Rule};

/// The rule, as its page has it.
pub static RULE: Rule = Rule::on_page(include_str!("../../../docs/rules/G740.md"));

/// The words for an entry, counted from 1, that was late and is annulled.
#[must_use]
pub fn say(entry: usize) -> Message {
    Message::new(
        text!(
            "vastlegging {entry} was te laat en wordt door deze correctie op tijd",
            "entry {entry} was late and becomes timely by this correction"
        ),
        text!(
            "laat iemand die over de regeling gaat, en niet zelf te laat was, dit vastleggen",
            "have somebody who decides on the regulation, and was not late himself, record this"
        ),
    )
}
