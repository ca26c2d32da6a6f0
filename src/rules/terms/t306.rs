//! # T306: new-date-not-later
//!
//! ## What it checks
//!
//! The new date is compared with the last day of each term that the notice is for and that still runs. One of them at
//! least gets more time; none gets less.
//!
//! ## Why
//!
//! A date on or before the present end gives no more time. Often it is a typing error, and the case would be late
//! without anybody noticing.
//!
//! ## Example
//!
//! ```yaml
//! log:
//!   - step: verlengd
//!     on: 2026-05-01
//!     by: m3
//!     to: [p1]
//!     nieuwe_datum: 2026-05-04
//! ```
//!
//! The term already ran until 4 May 2026.
//!
//! ## How to put it right
//!
//! Write a later date, or annul the step with `correctie` if no extension was meant.
//!
//! ---
//!
//! ## Wat wordt nagekeken
//!
//! De nieuwe datum wordt vergeleken met de laatste dag van elke termijn waar de melding voor is en die nog loopt. Ten
//! minste één daarvan krijgt meer tijd; geen krijgt er minder.
//!
//! ## Waarom
//!
//! Een datum op of vóór het einde geeft geen extra tijd. Vaak is het een tikfout, en dan wordt de klacht ongemerkt te
//! laat.
//!
//! ## Voorbeeld
//!
//! ```yaml
//! log:
//!   - step: verlengd
//!     on: 2026-05-01
//!     by: m3
//!     to: [p1]
//!     nieuwe_datum: 2026-05-04
//! ```
//!
//! De termijn liep al tot en met 4 mei 2026.
//!
//! ## Zo zet u het recht
//!
//! Schrijf een latere datum, of maak de stap ongedaan met `correctie` als er geen verlenging bedoeld was.

use super::super::Rule;
use super::words;
use crate::diagnostics::{Severity, text};
use crate::docket::{Docket, ViolationKind};
use crate::naming;
use crate::rules::message::Message;

/// The rule.
pub static RULE: Rule = Rule {
    code: "T306",
    name: "new-date-not-later",
    severity: Severity::Error,
    summary: (
        "De nieuwe datum van een verlenging ligt na het einde van de termijn.",
        "The new date of an extension lies after the end of the term.",
    ),
    source: include_str!("t306.rs"),
};

/// What it says of a new date that is no later.
#[must_use]
pub fn say(kind: &ViolationKind, docket: &Docket<'_>) -> Option<Message> {
    let ViolationKind::NotLater { term, key, due } = kind else { return None };
    let (term, day) = (words::term(docket, term), words::day(*due));
    let message = text!(
        "{term} liep al tot en met {day}: `{key}` geeft geen extra tijd",
        "{term} already ran until {day}: `{key}` gives no more time",
        term,
        day
    );
    let first = due.succ_opt().unwrap_or(*due);
    let flag = naming::by_step(key);
    let remedy = text!("schrijf `{key}: {first}`{flag} of later", "write `{key}: {first}`{flag} or later", flag);
    Some(Message::new(message, remedy))
}
