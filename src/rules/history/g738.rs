//! G738: an acceptance covers what stood there when it was given.

use crate::diagnostics::text;
use crate::rules::{Message, Rule};

/// The rule, as its page has it.
pub static RULE: Rule = Rule::on_page(include_str!("../../../docs/rules/G738.md"));

/// The words for a file that holds more finds of a code than were accepted.
#[must_use]
pub fn say(code: &str, were: usize, now: usize) -> Message {
    Message::new(
        text!(
            "{code} is aanvaard voor {were}, en er staan er nu {now}",
            "{code} was accepted for {were}, and now there are {now}"
        ),
        text!(
            "haal weg wat erbij kwam, of voeg onder `accepted:` een regel toe die ook daarover gaat",
            "take out what was added, or add a line below `accepted:` that is about it as well"
        ),
    )
}
