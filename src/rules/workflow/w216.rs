//! W216: what happens once by the regulation is there once.

use crate::diagnostics::text;
use crate::docket::Docket;
use crate::naming;
use crate::rules::{Message, Rule};

/// The rule, as its page has it.
pub static RULE: Rule = Rule::on_page(include_str!("../../../docs/rules/W216.md"));

/// What it says of a violation.
#[must_use]
pub fn say(docket: &Docket<'_>, step: &str) -> Message {
    let name = naming::step(&docket.version.regulation, step);
    let message =
        text!("{name} staat er al; deze stap is er één keer", "{name} is there already; it is taken once", name);
    Message::new(message, naming::withdraw())
}
