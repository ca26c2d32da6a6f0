//! # C114: suspicious-character
//!
//! ## What it checks
//!
//! Characters that nobody sees, that turn the direction of the text, or that look like a blank and are none, are
//! refused.
//!
//! ## Why
//!
//! They come along with text copied from a web page or a chat. A code with such a character looks right and is not; a
//! line can even read otherwise than it is.
//!
//! ## Example
//!
//! ```yaml
//! topics: [trainer]
//! ```
//!
//! With an invisible character after `trainer` the regulation would not know the topic.
//!
//! ## How to put it right
//!
//! Remove the character that the message names and type the word again.
//!
//! ---
//!
//! ## Wat wordt nagekeken
//!
//! Tekens die niemand ziet, die de leesrichting omdraaien of die op een spatie lijken maar het niet zijn, worden
//! geweigerd.
//!
//! ## Waarom
//!
//! Ze komen mee met tekst van een webpagina of uit een chat. Een code met zo'n teken ziet er goed uit maar is het niet;
//! een regel kan zelfs anders lezen dan hij is.
//!
//! ## Voorbeeld
//!
//! ```yaml
//! topics: [trainer]
//! ```
//!
//! Met een onzichtbaar teken na `trainer` zou de regeling het onderwerp niet kennen.
//!
//! ## Zo zet u het recht
//!
//! Verwijder het teken dat de melding noemt en typ het woord opnieuw.

use super::super::Rule;
use crate::diagnostics::Severity;

/// The rule.
pub static RULE: Rule = Rule {
    code: "C114",
    name: "suspicious-character",
    severity: Severity::Error,
    summary: (
        "Er staan geen onzichtbare of misleidende tekens in.",
        "There are no invisible or misleading characters in it.",
    ),
    source: include_str!("c114.rs"),
};
