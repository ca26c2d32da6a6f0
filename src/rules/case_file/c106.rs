//! # C106: key-missing
//!
//! ## What it checks
//!
//! A case has at least an `id`, the day on which it was received, the way it came in and the parties. A step has its
//! name and its date.
//!
//! ## Why
//!
//! Without these no regulation can be applied: terms would have no beginning and steps no place.
//!
//! ## Example
//!
//! ```yaml
//! id: K26-7F3QXM
//!
//! received: 2026-04-17
//!
//! intake:
//!   channel: e-mail
//!
//! parties:
//!   - {key: p1, role: cursist, as: complainant}
//! ```
//!
//! Without `received` the case cannot be judged.
//!
//! ## How to put it right
//!
//! Add the line that the message names.
//!
//! ---
//!
//! ## Wat wordt nagekeken
//!
//! Een klacht heeft ten minste een `id`, de dag van ontvangst, de weg waarlangs hij binnenkwam en de partijen. Een stap
//! heeft een naam en een datum.
//!
//! ## Waarom
//!
//! Zonder deze gegevens is geen regeling toe te passen: termijnen hebben dan geen begin en stappen geen plaats.
//!
//! ## Voorbeeld
//!
//! ```yaml
//! id: K26-7F3QXM
//!
//! received: 2026-04-17
//!
//! intake:
//!   channel: e-mail
//!
//! parties:
//!   - {key: p1, role: cursist, as: complainant}
//! ```
//!
//! Zonder `received` kan de klacht niet worden beoordeeld.
//!
//! ## Zo zet u het recht
//!
//! Voeg de regel toe die de melding noemt.

use super::super::Rule;
use crate::diagnostics::Severity;

/// The rule.
pub static RULE: Rule = Rule {
    code: "C106",
    name: "key-missing",
    severity: Severity::Error,
    summary: ("Elk veld dat nooit mag ontbreken, is er.", "Every key that may never be absent is there."),
    source: include_str!("c106.rs"),
};
