//! # W214: wrong-kind
//!
//! ## What it checks
//!
//! What came in by a channel that is not formal is a report. Steps for complaints come after the step that makes it
//! one; steps for reports only before it.
//!
//! ## Why
//!
//! For a report no term runs. Who handles it as a complaint gives the complainant a complaint without its protection.
//!
//! ## Example
//!
//! ```yaml
//! intake:
//!   channel: telefoon
//! log:
//!   - {step: oordeel-gegeven, on: 2026-05-04, by: m3}
//! ```
//!
//! A call is only a report here, and yet it is judged.
//!
//! ## How to put it right
//!
//! Record the step that makes the report a complaint, or take the step that belongs to reports.
//!
//! ---
//!
//! # W214: wrong-kind
//!
//! ## Wat wordt nagekeken
//!
//! Wat binnenkomt langs een kanaal dat niet formeel is, is een melding. Stappen voor klachten komen na de stap die er
//! een klacht van maakt; stappen voor meldingen alleen daarvoor.
//!
//! ## Waarom
//!
//! Bij een melding loopt geen termijn. Wie haar als klacht behandelt, laat de klager zonder die bescherming.
//!
//! ## Voorbeeld
//!
//! ```yaml
//! intake:
//!   channel: telefoon
//! log:
//!   - {step: oordeel-gegeven, on: 2026-05-04, by: m3}
//! ```
//!
//! Bellen is hier alleen een melding, en toch is er een oordeel.
//!
//! ## Zo zet u het recht
//!
//! Leg de stap vast die van de melding een klacht maakt, of zet de stap die bij meldingen hoort.

use super::super::{Message, Rule};
use crate::diagnostics::{Severity, text};
use crate::docket::{Docket, ViolationKind};
use crate::naming;
use crate::regulation::Does;

/// The rule.
pub static RULE: Rule = Rule {
    code: "W214",
    name: "wrong-kind",
    severity: Severity::Error,
    summary: (
        "Een melding wordt niet als klacht behandeld, en een klacht niet als melding.",
        "A report is not handled as a complaint, nor a complaint as a report.",
    ),
    source: include_str!("w214.rs"),
};

/// What it says of a lack of its own.
#[must_use]
pub fn say(kind: &ViolationKind, docket: &Docket<'_>) -> Option<Message> {
    let ViolationKind::WrongKind { step, report } = kind else { return None };
    let regulation = &docket.version.regulation;
    let name = naming::step(regulation, step);
    if !report {
        let message = text!(
            "{name} hoort bij een melding, en dit is een klacht",
            "{name} belongs to a report, and this is a complaint",
            name
        );
        return Some(Message::new(message, naming::withdraw()));
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
    Some(Message::new(message, remedy))
}
