//! G720: tally rows of the yearbook stay.

use crate::diagnostics::text;
use crate::rules::{Message, Rule};

/// The rule, as its page has it.
pub static RULE: Rule = Rule::on_page(include_str!("../../../docs/rules/G720.md"));

/// The words for a row, counted from 1, that is gone or no longer the same.
#[must_use]
pub fn say(row: usize, yearbook: &str) -> Message {
    Message::new(
        text!(
            "telregel {row} van het jaarboek is gewijzigd of weg",
            "tally row {row} of the yearbook was changed or is gone"
        ),
        text!(
            "zet hem terug: `git restore --source=HEAD~ {yearbook}`",
            "put it back: `git restore --source=HEAD~ {yearbook}`"
        ),
    )
}
