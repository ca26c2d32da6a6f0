//! # W201: unknown-step
//!
//! ## What it checks
//!
//! Each `step` of the log is an id that the regulation has under `steps`.
//!
//! ## Why
//!
//! A step that nobody knows proves nothing and stops no clock.
//!
//! ## Example
//!
//! ```yaml
//! log:
//!   - {step: bevestigd, on: 2026-04-18, by: m3}
//! ```
//!
//! The regulation calls this step `ontvangst-bevestigd`.
//!
//! ## How to put it right
//!
//! Write the id from the regulation: they stand under `steps:` in regulation.yaml.
//!
//! ---
//!
//! # W201: unknown-step
//!
//! ## Wat wordt nagekeken
//!
//! Elke `step` in het logboek is een naam die de regeling bij `steps` heeft.
//!
//! ## Waarom
//!
//! Een stap die niemand kent, bewijst niets en stopt geen termijn.
//!
//! ## Voorbeeld
//!
//! ```yaml
//! log:
//!   - {step: bevestigd, on: 2026-04-18, by: m3}
//! ```
//!
//! De regeling noemt deze stap `ontvangst-bevestigd`.
//!
//! ## Zo zet u het recht
//!
//! Schrijf de naam uit de regeling: ze staan onder `steps:` in regulation.yaml.

use super::super::{Message, Rule};
use crate::diagnostics::{Severity, text};
use crate::docket::{Docket, ViolationKind};
use crate::naming;

/// The rule.
pub static RULE: Rule = Rule {
    code: "W201",
    name: "unknown-step",
    severity: Severity::Error,
    summary: ("Elke stap in het logboek staat in de regeling.", "Every step of the log is one of the regulation."),
    source: include_str!("w201.rs"),
};

/// What it says of a lack of its own.
#[must_use]
pub fn say(kind: &ViolationKind, docket: &Docket<'_>) -> Option<Message> {
    let ViolationKind::UnknownStep { step, near } = kind else { return None };
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
    Some(Message::new(message, remedy))
}
