//! G742: a commit is not older than what it builds on.

use chrono::NaiveDate;

use crate::diagnostics::text;
use crate::rules::{Message, Rule};

/// The rule, as its page has it.
pub static RULE: Rule = Rule::on_page(include_str!("../../../docs/rules/G742.md"));

/// The words for a commit of a day before that of its parent.
#[must_use]
pub fn say(committed: NaiveDate, parent: NaiveDate) -> Message {
    Message::new(
        text!(
            "deze commit is van {committed}, en bouwt op een van {parent}",
            "this commit is of {committed}, and builds on one of {parent}"
        ),
        text!(
            "zet de klok van uw computer goed; wat vandaag is vastgelegd, mag over eerder gaan",
            "set your computer's clock; what is recorded today may be about an earlier day"
        ),
    )
}
