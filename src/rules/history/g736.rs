//! G736: what is left of a destroyed case was a case, and stays as it is.

use crate::diagnostics::text;
use crate::rules::{Message, Rule};

/// The rule, as its page has it.
pub static RULE: Rule = Rule::on_page(include_str!("../../../docs/rules/G736.md"));

/// The words for a stub where no case was, or (`changed`) for one that says something else than it did.
#[must_use]
pub fn say(case: &str, changed: bool) -> Message {
    if changed {
        return Message::new(
            text!(
                "van klacht {case}, die vernietigd is, is gewijzigd wat er over is",
                "what is left of case {case}, which was destroyed, was changed"
            ),
            text!(
                "zet terug wat er stond: `git checkout HEAD~1 -- cases`",
                "put back what stood there: `git checkout HEAD~1 -- cases`"
            ),
        );
    }
    Message::new(
        text!("klacht {case} is vernietigd, maar was er nooit", "case {case} was destroyed, and never was"),
        text!("haal het bestand weg: `git rm`", "take the file out: `git rm`"),
    )
}
