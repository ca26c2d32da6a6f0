//! G721: no file is larger than the register allows.

use crate::diagnostics::text;
use crate::rules::{Message, Rule};

/// The rule, as its page has it.
pub static RULE: Rule = Rule::on_page(include_str!("../../../docs/rules/G721.md"));

/// The words for a file of so many bytes where `limit` bytes are allowed.
#[must_use]
pub fn say(bytes: u64, limit: u64) -> Message {
    Message::new(
        text!(
            "dit bestand is {bytes} bytes groot; de grens is {limit}",
            "this file is {bytes} bytes large; the limit is {limit}"
        ),
        text!(
            "haal het uit de commit: `git rm --cached PAD`; bijlagen horen in het verzegelde deel",
            "take it out of the commit: `git rm --cached PATH`; attachments belong in the sealed part"
        ),
    )
}
