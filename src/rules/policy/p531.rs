//! # P531: step-unreachable
//!
//! ## What it checks
//!
//! In some course of a case each step is possible, given the steps before it, its condition, and what the case is.
//!
//! ## Why
//!
//! A step that can never come is a promise that is never kept, and a required one keeps the case from closing.
//!
//! ## Example
//!
//! ```yaml
//! steps:
//!   - id: verwezen
//!     after: [ingetrokken]   # ends the case
//! ```
//!
//! ## How to put it right
//!
//! Correct `after`, `when` or `for`, or take the step out.
//!
//! ---
//!
//! # P531: step-unreachable
//!
//! ## Wat wordt nagekeken
//!
//! In een of ander verloop van een klacht is elke stap mogelijk, gezien de stappen ervoor, de voorwaarde en wat de
//! klacht is.
//!
//! ## Waarom
//!
//! Een stap die nooit kan, is een belofte die nooit wordt gehouden; is hij verplicht, dan kan de klacht niet sluiten.
//!
//! ## Voorbeeld
//!
//! ```yaml
//! steps:
//!   - id: verwezen
//!     after: [ingetrokken]   # ends the case
//! ```
//!
//! ## Zo zet u het recht
//!
//! Verbeter `after`, `when` of `for`, of haal de stap weg.

use super::super::Rule;
use super::{Remark, Subject, item, names, said};
use crate::diagnostics::Severity;
use crate::regulation::{Regulation, Step};

/// The rule.
pub static RULE: Rule = Rule {
    code: "P531",
    name: "step-unreachable",
    severity: Severity::Error,
    summary: ("Elke stap kan ooit worden gezet.", "Every step can be taken some time."),
    source: include_str!("p531.rs"),
};

/// Steps that no course of a case leads to; those that only wait for another such step are left out.
#[must_use]
pub fn judge(subject: &Subject<'_>) -> Vec<Remark> {
    let version = subject.version;
    let Some(explored) = subject.workflow.explored(version).filter(|e| e.complete) else { return Vec::new() };
    let regulation = &version.regulation;
    let lost =
        |id: &str| regulation.steps.iter().position(|s| s.id == id).is_some_and(|i| !explored.possible.contains(&i));
    let circular = |id: &str| version.precedence.precedes(id, id);
    let roots = regulation.steps.iter().enumerate().filter(|(index, step)| {
        !explored.possible.contains(index)
            && !circular(&step.id)
            && !step.after.iter().any(|id| lost(id))
            && (step.after_any.is_empty() || !step.after_any.iter().all(|id| lost(id)))
    });
    roots.map(|(index, step)| remark(regulation, index, step)).collect()
}

fn remark(regulation: &Regulation, index: usize, step: &Step) -> Remark {
    let (nl, en) = names::step(regulation, &step.id);
    let before = names::list(step.after.iter().chain(&step.after_any).map(String::as_str));
    let (why_nl, why_en) = match (step.when.is_some(), before.is_empty()) {
        (true, true) => ("de voorwaarde is dan nooit waar".to_owned(), "its condition never holds then".to_owned()),
        (true, false) => (
            format!("na {before} is de voorwaarde nooit waar of is de zaak al geëindigd"),
            format!("after {before} its condition never holds or the case has ended"),
        ),
        _ => (
            format!("wat eraan voorafgaat ({before}) laat hem niet meer toe"),
            format!("what comes before it ({before}) no longer allows it"),
        ),
    };
    Remark::on(
        item("steps", index),
        said(
            (format!("{nl} kan nooit worden gezet: {why_nl}"), format!("{en} can never be taken: {why_en}")),
            ("verbeter `after`, `when` of `for` van deze stap", "correct `after`, `when` or `for` of this step"),
        ),
    )
}
