//! # P534: condition-one-sided
//!
//! ## What it checks
//!
//! In some course of a case each condition holds, and in some other it does not. One that never holds is an error, one
//! that always holds a warning.
//!
//! ## Why
//!
//! A rule with a condition that never holds is no rule; one whose condition always holds does not need it.
//!
//! ## Example
//!
//! ```yaml
//! when:
//!   all:
//!     - {field: tevreden, equals: ja}
//!     - {field: tevreden, equals: nee}   # both never hold
//! ```
//!
//! ## How to put it right
//!
//! Correct the condition; or take it out.
//!
//! ---
//!
//! # P534: condition-one-sided
//!
//! ## Wat wordt nagekeken
//!
//! In een of ander verloop van een klacht is elke voorwaarde waar, en in een ander niet. Een die nooit waar is, is een
//! fout; een die altijd waar is, een waarschuwing.
//!
//! ## Waarom
//!
//! Een regel met een voorwaarde die nooit waar is, is geen regel. Een voorwaarde die altijd waar is, is niet nodig.
//!
//! ## Voorbeeld
//!
//! ```yaml
//! when:
//!   all:
//!     - {field: tevreden, equals: ja}
//!     - {field: tevreden, equals: nee}   # both never hold
//! ```
//!
//! ## Zo zet u het recht
//!
//! Verbeter de voorwaarde, of haal haar weg.

use super::super::Rule;
use super::{Remark, Subject, model, said};
use crate::diagnostics::Severity;

/// The rule.
pub static RULE: Rule = Rule {
    code: "P534",
    name: "condition-one-sided",
    severity: Severity::Error,
    summary: ("Elke voorwaarde kan waar en onwaar zijn.", "Every condition can be true and can be false."),
    source: include_str!("p534.rs"),
};

/// Conditions that never change.
#[must_use]
pub fn judge(subject: &Subject<'_>) -> Vec<Remark> {
    let version = subject.version;
    let Some(explored) = subject.workflow.explored(version).filter(|e| e.complete) else { return Vec::new() };
    let conditions = model::conditions(&version.regulation);
    let mut found = Vec::new();
    for ((at, _), (held, failed)) in conditions.into_iter().zip(explored.truth.iter().copied()) {
        if !held {
            let message = ("deze voorwaarde kan nooit waar zijn", "this condition can never hold");
            let remedy =
                ("kijk welke stap of welk gegeven haar waar moet maken", "see which step or datum should make it hold");
            found.push(Remark::on(at, said(message, remedy)));
        } else if !failed {
            let message = ("deze voorwaarde is altijd waar", "this condition always holds");
            let remedy = ("haal haar weg, of verbeter haar", "take it out, or correct it");
            found.push(Remark::on(at, said(message, remedy).as_grave_as(Severity::Warning)));
        }
    }
    found
}
