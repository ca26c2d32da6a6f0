//! W214: a report is not handled as a complaint, nor a complaint as a report.

use crate::diagnostics::text;
use crate::docket::Docket;
use crate::naming;
use crate::regulation::Does;
use crate::rules::{Message, Rule};

/// The rule, as its page has it.
pub static RULE: Rule = Rule::on_page(include_str!("../../../docs/rules/W214.md"));

/// What it says of a violation.
#[must_use]
pub fn say(docket: &Docket<'_>, step: &str, report: bool) -> Message {
    let regulation = &docket.version.regulation;
    let name = naming::step(regulation, step);
    if !report {
        let message = text!(
            "{name} hoort bij een melding, en dit is een klacht",
            "{name} belongs to a report, and this is a complaint",
            name
        );
        return Message::new(message, naming::withdraw());
    }
    let message = text!(
        "{name} hoort bij een klacht, en dit is nog een melding",
        "{name} belongs to a complaint, and this is still a report",
        name
    );
    let formalising = regulation.steps.iter().find(|s| s.does == Some(Does::Formalise));
    let remedy = formalising.map_or_else(naming::withdraw, |formalising| {
        let take = naming::first(docket, &formalising.id);
        text!("maak er eerst een klacht van: {take}", "make it a complaint first: {take}", take)
    });
    Message::new(message, remedy)
}
