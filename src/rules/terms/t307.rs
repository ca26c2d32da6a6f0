//! # T307: notice-missing
//!
//! ## What it checks
//!
//! Some regulations promise a message every so often for as long as the complaint is open. Between one such message and
//! the next, and between the last one and the end, there may be no more than that time.
//!
//! ## Why
//!
//! Who waits long must keep hearing that the complaint is being worked on.
//!
//! ## Example
//!
//! ```yaml
//! log:
//!   - step: tussenbericht
//!     on: 2026-05-18
//!     by: m3
//!     to: [p1]
//! ```
//!
//! With a message every two weeks, the one before this came on 20 April 2026: 4 May 2026 was missed.
//!
//! ## How to put it right
//!
//! Add a line `late:` with the reason to the step at which the gap shows.
//!
//! ---
//!
//! ## Wat wordt nagekeken
//!
//! Sommige regelingen beloven om de zoveel tijd een bericht zolang de klacht loopt. Tussen twee berichten, en tussen
//! het laatste bericht en het einde, zit niet meer dan die tijd.
//!
//! ## Waarom
//!
//! Wie lang wacht, moet blijven horen dat er aan de klacht wordt gewerkt.
//!
//! ## Voorbeeld
//!
//! ```yaml
//! log:
//!   - step: tussenbericht
//!     on: 2026-05-18
//!     by: m3
//!     to: [p1]
//! ```
//!
//! Bij een bericht om de twee weken kwam het vorige op 20 april 2026: 4 mei 2026 is overgeslagen.
//!
//! ## Zo zet u het recht
//!
//! Zet een regel `late:` met de reden bij de stap waar het gat blijkt.

use super::super::Rule;
use super::words;
use crate::diagnostics::{Severity, text};
use crate::docket::{Docket, ViolationKind};
use crate::rules::message::Message;

/// The rule.
pub static RULE: Rule = Rule {
    code: "T307",
    name: "notice-missing",
    severity: Severity::Error,
    summary: (
        "Een bericht dat steeds terugkomt, is er elke keer op tijd.",
        "A notice that returns is there each time in time.",
    ),
    source: include_str!("t307.rs"),
};

/// What it says of a recurring notice that did not come.
#[must_use]
pub fn say(kind: &ViolationKind, docket: &Docket<'_>) -> Option<Message> {
    let ViolationKind::NoticeMissing { term, step, due, found } = kind else { return None };
    let (term, step) = (words::term(docket, term), words::step(docket, step));
    let (due, found) = (words::day(*due), words::day(*found));
    let message = text!(
        "{term} vraagt {step} uiterlijk op {due}; daarna kwam pas op {found} iets",
        "{term} asks for {step} by {due}; nothing came until {found}",
        term,
        step,
        due,
        found
    );
    Some(Message::new(message, words::account()))
}
