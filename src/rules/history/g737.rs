//! G737: a hold ends with a day and a reason, and stays in the case.

use chrono::NaiveDate;

use crate::diagnostics::text;
use crate::rules::{Message, Rule};

/// The rule, as its page has it.
pub static RULE: Rule = Rule::on_page(include_str!("../../../docs/rules/G737.md"));

/// The words for a hold that is gone, or says something else than it did.
#[must_use]
pub fn say(since: NaiveDate) -> Message {
    Message::new(
        text!(
            "de bewaarplicht (`legal_hold`) van {since} is weg of gewijzigd",
            "the hold (`legal_hold`) of {since} is gone or changed"
        ),
        text!(
            "zet haar terug; is zij voorbij, voeg dan toe: `until: JJJJ-MM-DD` en `because: …`",
            "put it back; if it is over, add: `until: YYYY-MM-DD` and `because: …`"
        ),
    )
}
