//! # W206: after-ruling
//!
//! ## What it checks
//!
//! After the ruling of an external body that the regulation calls binding, only its execution and what follows from it
//! are recorded.
//!
//! ## Why
//!
//! Who accepts a binding ruling cannot judge anew.
//!
//! ## Example
//!
//! ```yaml
//! log:
//!   - {step: uitspraak-ontvangen, on: 2026-08-03, by: commissie, to: [p1]}
//!   - {step: oordeel-gegeven, on: 2026-08-10, by: m3}
//! ```
//!
//! The organisation gave its own judgement after the ruling.
//!
//! ## How to put it right
//!
//! Carry out the ruling and record that. Take the other step back with `correctie`.
//!
//! ---
//!
//! # W206: after-ruling
//!
//! ## Wat wordt nagekeken
//!
//! Na een uitspraak van een externe instantie die volgens de regeling bindend is, komen alleen nog de uitvoering en wat
//! daarop volgt.
//!
//! ## Waarom
//!
//! Wie een bindende uitspraak aanvaardt, kan niet opnieuw oordelen.
//!
//! ## Voorbeeld
//!
//! ```yaml
//! log:
//!   - {step: uitspraak-ontvangen, on: 2026-08-03, by: commissie, to: [p1]}
//!   - {step: oordeel-gegeven, on: 2026-08-10, by: m3}
//! ```
//!
//! De organisatie gaf na de uitspraak nog een eigen oordeel.
//!
//! ## Zo zet u het recht
//!
//! Voer de uitspraak uit en leg dat vast. Neem de andere stap terug met `correctie`.

use super::super::{Message, Rule};
use crate::diagnostics::{Severity, text};
use crate::docket::{Docket, ViolationKind};
use crate::naming;

/// The rule.
pub static RULE: Rule = Rule {
    code: "W206",
    name: "after-ruling",
    severity: Severity::Error,
    summary: (
        "Na een bindende uitspraak komt alleen nog de uitvoering ervan.",
        "After a binding ruling only its execution remains.",
    ),
    source: include_str!("w206.rs"),
};

/// What it says of a lack of its own.
#[must_use]
pub fn say(kind: &ViolationKind, docket: &Docket<'_>) -> Option<Message> {
    let ViolationKind::AfterRuling { step, escalation } = kind else { return None };
    let regulation = &docket.version.regulation;
    let name = naming::step(regulation, step);
    let way = regulation.escalations.iter().find(|w| w.id == *escalation);
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
    Some(Message::new(message, remedy))
}
