//! W205: after the end of a case come only steps that may follow it.

use crate::diagnostics::text;
use crate::docket::Docket;
use crate::naming;
use crate::regulation::{Does, Step};
use crate::rules::{Message, Rule};

/// The rule, as its page has it.
pub static RULE: Rule = Rule::on_page(include_str!("../../../docs/rules/W205.md"));

/// What it says of a violation.
#[must_use]
pub fn say(docket: &Docket<'_>, step: &str, ended_by: &str) -> Message {
    let regulation = &docket.version.regulation;
    let (name, end) = (naming::step(regulation, step), naming::step(regulation, ended_by));
    let message = text!(
        "{name} kan niet meer: de klacht is geëindigd met {end}",
        "{name} is no longer possible: the case ended with {end}",
        name,
        end
    );
    let possible = |s: &&Step| s.does == Some(Does::Reopen) && docket.progress.obstacles(s).is_empty();
    let reopening = regulation.steps.iter().find(possible);
    let remedy = reopening.map_or_else(naming::withdraw, |reopening| {
        let take = naming::first(docket, &reopening.id);
        let undo = naming::withdraw();
        text!("heropen eerst: {take}; of {undo}", "re-open first: {take}; or {undo}", take, undo)
    });
    Message::new(message, remedy)
}
