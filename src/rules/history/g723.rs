//! G723: what is pushed builds on the register.

use crate::diagnostics::text;
use crate::rules::{Message, Rule};

/// The rule, as its page has it.
pub static RULE: Rule = Rule::on_page(include_str!("../../../docs/rules/G723.md"));

/// The words for a branch to which commits with another beginning are pushed.
#[must_use]
pub fn say(branch: &str) -> Message {
    Message::new(
        text!(
            "wat u naar {branch} stuurt, heeft een ander begin dan dit register",
            "what you push to {branch} has another beginning than this register"
        ),
        text!(
            "maak een nieuwe kopie (`git clone`) en doe uw wijzigingen daarop",
            "clone the register anew and make your changes on top of it"
        ),
    )
}
