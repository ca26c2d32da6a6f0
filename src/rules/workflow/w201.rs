//! W201: every step of the log is one of the regulation.

use crate::diagnostics::text;
use crate::docket::Docket;
use crate::naming;
use crate::rules::{Message, Rule};

/// The rule, as its page has it.
pub static RULE: Rule = Rule::on_page(include_str!("../../../docs/rules/W201.md"));

/// What it says of a violation.
#[must_use]
pub fn say(docket: &Docket<'_>, step: &str, near: Option<&str>) -> Message {
    let asked = naming::shown(step, "deze naam", "this name");
    let message =
        text!("de regeling kent {asked} niet als stap", "the regulation does not know {asked} as a step", asked);
    let remedy = if let Some(near) = near {
        let name = naming::step(&docket.version.regulation, near);
        text!("schrijf `step: {near}` als u {name} bedoelt", "write `step: {near}` if you mean {name}", name)
    } else {
        let (path, id) = (&docket.version.path, docket.case().id);
        text!(
            "`klacht step {id}` noemt wat nu kan; alle stappen staan onder `steps:` in {path}",
            "`klacht step {id}` tells what is possible now; all steps stand under `steps:` in {path}"
        )
    };
    Message::new(message, remedy)
}
