//! # W205: after-end
//!
//! ## What it checks
//!
//! After a closing or ending step come only steps that the regulation puts after it, or the re-opening.
//!
//! ## Why
//!
//! A case that goes on quietly after its end escapes its terms and its figures.
//!
//! ## Example
//!
//! ```yaml
//! log:
//!   - {step: ingetrokken, on: 2026-05-06, by: p1}
//!   - {step: gehoord, on: 2026-05-08, by: m3, party: p1}
//! ```
//!
//! A hearing after the complaint had been withdrawn.
//!
//! ## How to put it right
//!
//! Re-open the case first when the regulation allows it. Otherwise take the step back with `correctie`.
//!
//! ---
//!
//! # W205: after-end
//!
//! ## Wat wordt nagekeken
//!
//! Na een stap die de klacht afsluit of beëindigt, komen alleen stappen die de regeling daarna zet, of de heropening.
//!
//! ## Waarom
//!
//! Een klacht die na het einde stil doorgaat, valt buiten de termijnen en de cijfers.
//!
//! ## Voorbeeld
//!
//! ```yaml
//! log:
//!   - {step: ingetrokken, on: 2026-05-06, by: p1}
//!   - {step: gehoord, on: 2026-05-08, by: m3, party: p1}
//! ```
//!
//! Er is gehoord nadat de klacht al was ingetrokken.
//!
//! ## Zo zet u het recht
//!
//! Heropen eerst de klacht als de regeling dat toelaat. Neem anders de stap terug met `correctie`.

use super::super::{Message, Rule};
use crate::diagnostics::{Severity, text};
use crate::docket::{Docket, ViolationKind};
use crate::naming;
use crate::regulation::{Does, Step};

/// The rule.
pub static RULE: Rule = Rule {
    code: "W205",
    name: "after-end",
    severity: Severity::Error,
    summary: (
        "Na het einde van een klacht komen alleen stappen die daarna mogen.",
        "After the end of a case come only steps that may follow it.",
    ),
    source: include_str!("w205.rs"),
};

/// What it says of a lack of its own.
#[must_use]
pub fn say(kind: &ViolationKind, docket: &Docket<'_>) -> Option<Message> {
    let ViolationKind::AfterEnd { step, ended_by } = kind else { return None };
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
    Some(Message::new(message, remedy))
}
