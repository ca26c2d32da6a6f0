//! # T302: late-with-reason
//!
//! ## What it checks
//!
//! A step that came after the last day of its term and that carries `late:` is reported, so that nobody overlooks it.
//! It stops nothing.
//!
//! ## Why
//!
//! With the reason on record the case is in order, but the term was missed all the same. It counts as late in the
//! figures.
//!
//! ## Example
//!
//! ```yaml
//! log:
//!   - step: ontvangst-bevestigd
//!     on: 2026-05-11
//!     by: m3
//!     to: [p1]
//!     late: "sent to a wrong address first"
//! ```
//!
//! A week late, with the reason.
//!
//! ## How to put it right
//!
//! There is nothing to change in the file. Look whether the cause can come back.
//!
//! ---
//!
//! ## Wat wordt nagekeken
//!
//! Een stap die na de laatste dag van zijn termijn kwam en waar `late:` bij staat, wordt gemeld, zodat niemand
//! eroverheen leest. Er wordt niets tegengehouden.
//!
//! ## Waarom
//!
//! Met de reden erbij is het bestand in orde, maar de termijn is wel gemist. In de cijfers telt de klacht als te laat.
//!
//! ## Voorbeeld
//!
//! ```yaml
//! log:
//!   - step: ontvangst-bevestigd
//!     on: 2026-05-11
//!     by: m3
//!     to: [p1]
//!     late: "sent to a wrong address first"
//! ```
//!
//! Een week te laat, met de reden erbij.
//!
//! ## Zo zet u het recht
//!
//! U hoeft niets te veranderen. Kijk of de oorzaak nog eens kan voorkomen.

use super::super::Rule;
use super::words;
use crate::diagnostics::{Severity, text};
use crate::docket::{Docket, ViolationKind};
use crate::rules::message::Message;

/// The rule.
pub static RULE: Rule = Rule {
    code: "T302",
    name: "late-with-reason",
    severity: Severity::Warning,
    summary: (
        "Een stap is na zijn termijn gezet, en de reden staat erbij.",
        "A step was taken after its term, and the reason is given.",
    ),
    source: include_str!("t302.rs"),
};

/// What it says of a late step with a reason.
#[must_use]
pub fn say(kind: &ViolationKind, docket: &Docket<'_>) -> Option<Message> {
    let ViolationKind::Late { term, step, due, on, hard: true, accounted: true } = kind else { return None };
    let remedy = text!(
        "niets meer te doen: de reden staat bij `late:` en de klacht telt als te laat",
        "nothing more to do: the reason stands at `late:` and the complaint counts as late"
    );
    Some(Message::new(words::late(docket, term, step, due, *on), remedy))
}
