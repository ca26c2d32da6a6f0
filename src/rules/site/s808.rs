//! S808: the regulation in force exists in English too.

use crate::diagnostics::text;
use crate::rules::{Message, Rule};

/// The rule, as its page has it.
pub static RULE: Rule = Rule::on_page(include_str!("../../../docs/rules/S808.md"));

/// What is said of a regulation without English.
#[must_use]
pub fn say() -> Message {
    Message::new(
        text!(
            "deze regeling is er niet in het Engels; haar Engelse pagina's zijn weggelaten",
            "this regulation is not there in English; its English pages are left out"
        ),
        text!(
            "schrijf text.en.md en words.en.yaml in dezelfde map",
            "write text.en.md and words.en.yaml in the same folder"
        ),
    )
}
