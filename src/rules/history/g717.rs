//! G717: a commit is not of a later day than that on which it is received.

use chrono::NaiveDate;

use crate::diagnostics::text;
use crate::rules::{Message, Rule};

/// The rule, as its page has it.
pub static RULE: Rule = Rule::on_page(include_str!("../../../docs/rules/G717.md"));

/// The words for a commit of a day after `today`.
#[must_use]
pub fn say(committed: NaiveDate, today: NaiveDate) -> Message {
    Message::new(
        text!(
            "deze commit is van {committed}, maar het is {today}",
            "this commit is of {committed}, but it is {today}"
        ),
        text!(
            "zet de klok van uw computer goed, dan `git commit --amend --reset-author`",
            "set your computer's clock, then `git commit --amend --reset-author`"
        ),
    )
}
