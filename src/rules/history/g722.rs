//! # G722: transport-unknown
//!
//! ## What it checks
//!
//! Where the register goes by the transport (`identity: {strength: transport}` in `klacht.yaml`), the server sets a variable with
//! the name of whoever pushes. It must be set and name a person of `people.yaml`.
//!
//! ## Why
//!
//! Without it nobody knows who pushes. Letting it pass would open the register to everybody.
//!
//! ## Example
//!
//! ```yaml
//! identity: {strength: transport, variable: REMOTE_USER}
//! ```
//!
//! ## How to put it right
//!
//! Let the server's administrator set the variable, or name the right one in `klacht.yaml`: `GL_USER`, `REMOTE_USER`,
//! `GITEA_PUSHER_NAME`.
//!
//! ---
//!
//! # G722: transport-unknown
//!
//! ## Wat wordt nagekeken
//!
//! Gaat het register af op de verbinding (`identity: {strength: transport}` in `klacht.yaml`), dan zet de server een variabele
//! met de naam van wie instuurt. Die moet zijn gezet en een persoon uit `people.yaml` noemen.
//!
//! ## Waarom
//!
//! Zonder die naam weet niemand wie er instuurt. Doorlaten zou het register voor iedereen openzetten.
//!
//! ## Voorbeeld
//!
//! ```yaml
//! identity: {strength: transport, variable: REMOTE_USER}
//! ```
//!
//! ## Zo zet u het recht
//!
//! Laat de beheerder van de server de variabele zetten, of noem in `klacht.yaml` de juiste: `GL_USER`, `REMOTE_USER`,
//! `GITEA_PUSHER_NAME`.

use crate::diagnostics::{Severity, text};
use crate::rules::{Message, Rule};

/// The rule.
pub static RULE: Rule = Rule {
    code: "G722",
    name: "transport-unknown",
    severity: Severity::Error,
    summary: ("De server zegt wie er instuurt.", "The server says who pushes."),
    source: include_str!("g722.rs"),
};

/// The words for a variable that is not set.
#[must_use]
pub fn say(variable: &str) -> Message {
    Message::new(
        text!(
            "de server zegt niet wie er instuurt: {variable} is niet gezet",
            "the server does not say who pushes: {variable} is not set"
        ),
        text!(
            "laat de beheerder {variable} zetten, of noem in klacht.yaml de juiste variabele",
            "let the administrator set {variable}, or name the right variable in klacht.yaml"
        ),
    )
}
