//! W203: a step with a condition is there only when the condition holds.

use crate::diagnostics::text;
use crate::docket::Docket;
use crate::naming;
use crate::rules::{Message, Rule};

/// The rule, as its page has it.
pub static RULE: Rule = Rule::on_page(include_str!("../../../docs/rules/W203.md"));

/// What it says of a violation.
#[must_use]
pub fn say(docket: &Docket<'_>, step: &str) -> Message {
    let regulation = &docket.version.regulation;
    let name = naming::step(regulation, step);
    let when = regulation.step(step).and_then(|s| s.when.as_ref()).map(|c| naming::occasion(regulation, c));
    let when = when.unwrap_or_else(|| text!("de voorwaarde geldt", "its condition holds"));
    let message = text!(
        "voor {name} is geen aanleiding; die is er als: {when}",
        "there is no occasion for {name}; there is one when: {when}",
        name,
        when
    );
    Message::new(message, naming::withdraw())
}
