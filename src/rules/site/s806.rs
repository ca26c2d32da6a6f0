//! S806: a page with its style is light enough for an old telephone.

use crate::diagnostics::text;
use crate::rules::{Message, Rule};

/// The rule, as its page has it.
pub static RULE: Rule = Rule::on_page(include_str!("../../../docs/rules/S806.md"));

/// What is said of a page of so many bytes, where so many are light.
#[must_use]
pub fn say(page: &str, bytes: usize, limit: usize) -> Message {
    let kilo = |bytes: usize| bytes.div_ceil(1000);
    let (bytes, limit) = (kilo(bytes), kilo(limit));
    Message::new(
        text!(
            "{page} is met de stijl {bytes} kB; licht is hoogstens {limit} kB",
            "{page} is {bytes} kB with its style; light is at most {limit} kB"
        ),
        text!("maak de pagina korter", "shorten the page"),
    )
}
