//! S802: every template of the site is well written and asks only for what is there.

use crate::diagnostics::text;
use crate::rules::{Message, Rule};

/// The rule, as its page has it.
pub static RULE: Rule = Rule::on_page(include_str!("../../../docs/rules/S802.md"));

/// What is said of a template; `told` is what the template engine says, in English.
#[must_use]
pub fn say(told: &str) -> Message {
    let told = told.trim().trim_end_matches('.');
    Message::new(
        text!("het sjabloon klopt niet: {told}", "the template is wrong: {told}"),
        text!(
            "gebruik een naam uit `docs/site.md`, of haal uw eigen sjabloon weg",
            "use a name of `docs/site.md`, or take your own template away"
        ),
    )
}
