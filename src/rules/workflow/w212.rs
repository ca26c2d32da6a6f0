//! W212: a step names only parts that the regulation has.

use crate::diagnostics::text;
use crate::docket::Docket;
use crate::naming;
use crate::rules::{Message, Rule};

/// The rule, as its page has it.
pub static RULE: Rule = Rule::on_page(include_str!("../../../docs/rules/W212.md"));

/// What it says of a violation.
#[must_use]
pub fn say(docket: &Docket<'_>, step: &str, part: &str, allowed: &[String]) -> Message {
    let (name, part) = (naming::step(&docket.version.regulation, step), naming::shown(part, "dit", "this"));
    let message = text!("{part} is geen onderdeel van {name}", "{part} is no part of {name}", part, name);
    let remedy = if allowed.is_empty() {
        let flag = naming::by_step("parts");
        text!("haal `parts:`{flag} weg bij deze stap", "remove `parts:`{flag} from this step", flag)
    } else {
        let allowed = naming::ids(allowed);
        text!("kies uit: {allowed}", "choose from: {allowed}")
    };
    Message::new(message, remedy)
}
