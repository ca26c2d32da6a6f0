//! G706: the day of receipt, the id and the channel stay as they were.

use chrono::NaiveDate;

use crate::diagnostics::text;
use crate::rules::{Message, Rule};

/// The rule, as its page has it.
pub static RULE: Rule = Rule::on_page(include_str!("../../../docs/rules/G706.md"));

/// The words for a party that would have joined later than `before`; nothing there: it was there from the start.
#[must_use]
pub fn joined(party: &str, before: Option<NaiveDate>) -> Message {
    let party = if is_key(party) { format!("`{party}`") } else { "…".to_owned() };
    let remedy = if let Some(day) = before {
        text!("zet terug: `since: {day}`", "put back: `since: {day}`")
    } else {
        text!("haal `since:` bij deze partij weg", "remove `since:` at this party")
    };
    Message::new(
        text!(
            "partij {party} zou er later bij zijn gekomen dan eerst was vastgelegd",
            "party {party} would have joined later than was recorded before"
        ),
        remedy,
    )
}

/// A key such as `p2`: another word may be a name.
fn is_key(party: &str) -> bool {
    let digits = party.trim_start_matches(|c: char| c.is_ascii_lowercase());
    party.len() - digits.len() == 1 && !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit())
}

/// The words for a key (`id`, `received`, `channel`) that said `before`.
#[must_use]
pub fn say(key: &str, before: &str) -> Message {
    let back = text!("zet terug: `{key}: {before}`", "put back: `{key}: {before}`");
    let remedy = if key == "id" {
        back
    } else {
        // A correction of the receipt as a whole: the log knows no other fact by name.
        let line = "`{step: correctie, of: received, reason: …, on: …, by: …}`";
        text!(
            "{back}; klopte dat niet, voeg dan aan het log toe: {line}",
            "{back}; if that was wrong, add to the log: {line}",
            back
        )
    };
    Message::new(text!("`{key}` is gewijzigd zonder correctie", "`{key}` was changed without a correction"), remedy)
}
