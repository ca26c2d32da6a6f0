//! S809: every file in site-templates/ is used for something.

use crate::diagnostics::text;
use crate::rules::{Message, Rule};

/// The rule, as its page has it.
pub static RULE: Rule = Rule::on_page(include_str!("../../../docs/rules/S809.md"));

/// What is said of a file that nothing reads; `near` is the name that was probably meant.
#[must_use]
pub fn say(near: Option<&str>) -> Message {
    let remedy = if let Some(near) = near {
        text!("bedoelt u `{near}`?", "did you mean `{near}`?")
    } else {
        text!("voeg het in waar het hoort, of bewaar het elders", "include it where it belongs, or keep it elsewhere")
    };
    Message::new(text!("niets gebruikt dit bestand", "nothing uses this file"), remedy)
}
