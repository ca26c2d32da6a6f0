//! W206: after a binding ruling only its execution remains.

use crate::diagnostics::text;
use crate::docket::Docket;
use crate::naming;
use crate::rules::{Message, Rule};

/// The rule, as its page has it.
pub static RULE: Rule = Rule::on_page(include_str!("../../../docs/rules/W206.md"));

/// What it says of a violation.
#[must_use]
pub fn say(docket: &Docket<'_>, step: &str, escalation: &str) -> Message {
    let regulation = &docket.version.regulation;
    let name = naming::step(regulation, step);
    let way = regulation.escalations.iter().find(|w| w.id == escalation);
    let body =
        way.map_or_else(|| text!("de externe instantie", "the external body"), |w| naming::who(regulation, &w.body));
    let message = text!(
        "{name} kan niet meer: {body} heeft een bindende uitspraak gedaan",
        "{name} is no longer possible: {body} gave a binding ruling",
        name,
        body
    );
    let remedy = way.and_then(|w| w.steps.executed.as_deref()).map_or_else(naming::withdraw, |executed| {
        let take = naming::first(docket, executed);
        text!("leg de uitvoering vast: {take}", "record its execution: {take}", take)
    });
    Message::new(message, remedy)
}
