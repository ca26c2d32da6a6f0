//! # W221: bad-correction
//!
//! ## What it checks
//!
//! `of` of a `correctie` is the number of an entry above it, counted from 1, or `received`. A correction cannot be
//! corrected.
//!
//! ## Why
//!
//! A mistake stays readable, and what was meant must be certain. What was logged between a mistake and its correction is
//! judged by what stood there then; clocks, duties and figures go by the log without the annulled entry.
//!
//! ## Example
//!
//! ```yaml
//! log:
//!   - {step: ontvangst-bevestigd, on: 2026-04-18, by: m3, to: [p1]}
//!   - {step: correctie, of: 4, reason: verkeerde dag, on: 2026-04-20, by: m3}
//! ```
//!
//! There is no fourth entry above the correction.
//!
//! ## How to put it right
//!
//! Count the entries from 1 and write that number.
//!
//! ---
//!
//! # W221: bad-correction
//!
//! ## Wat wordt nagekeken
//!
//! `of` bij een `correctie` is het nummer van een stap erboven, geteld vanaf 1, of `received`. Een correctie is niet te
//! corrigeren.
//!
//! ## Waarom
//!
//! Een vergissing blijft leesbaar, en wat er is bedoeld moet zeker zijn. Wat tussen een vergissing en haar correctie is
//! vastgelegd, wordt beoordeeld naar wat er toen stond; termijnen, taken en cijfers gaan uit van het log zonder de vervallen
//! stap.
//!
//! ## Voorbeeld
//!
//! ```yaml
//! log:
//!   - {step: ontvangst-bevestigd, on: 2026-04-18, by: m3, to: [p1]}
//!   - {step: correctie, of: 4, reason: verkeerde dag, on: 2026-04-20, by: m3}
//! ```
//!
//! Er staat geen vierde stap boven de correctie.
//!
//! ## Zo zet u het recht
//!
//! Tel de stappen vanaf 1 en schrijf dat nummer.

use super::super::{Message, Rule};
use crate::diagnostics::{Severity, text};
use crate::docket::{Docket, ViolationKind};
use crate::naming;

/// The rule.
pub static RULE: Rule = Rule {
    code: "W221",
    name: "bad-correction",
    severity: Severity::Error,
    summary: ("Een correctie wijst een stap aan die erboven staat.", "A correction points to a step above it."),
    source: include_str!("w221.rs"),
};

/// What it says of a lack of its own.
#[must_use]
pub fn say(kind: &ViolationKind, docket: &Docket<'_>) -> Option<Message> {
    let ViolationKind::BadCorrection { of } = kind else { return None };
    let number = of.parse::<usize>().map_or_else(|_| String::new(), |n| format!(" {n}"));
    let message = text!(
        "de correctie wijst geen stap aan die erboven staat{is_empty}{number}",
        "the correction points to no step above it{is_empty}{number}",
        is_empty = if number.is_empty() { "" } else { ":" }
    );
    let entries = docket.case().log.len();
    let flag = naming::by_step("of");
    let remedy = text!(
        "schrijf `of:` met het nummer van de stap, geteld vanaf 1 (dit logboek heeft er {entries}), of `of: received`{flag}",
        "write `of:` with the number of the step, counted from 1 (this log has {entries}), or `of: received`{flag}",
        flag
    );
    Some(Message::new(message, remedy))
}
