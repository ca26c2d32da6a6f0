//! # P507: step-reference-unknown
//!
//! ## What it checks
//!
//! Wherever a rule names a step (`after`, `until`, `milestones`, `escalations`, `retention.event` …), there is a step
//! with that id.
//!
//! ## Why
//!
//! A term that ends with a step that does not exist never ends.
//!
//! ## Example
//!
//! ```yaml
//! terms:
//!   - id: oordeel
//!     until: [oordeel-gegven]
//! ```
//!
//! ## How to put it right
//!
//! Correct the name, or add the step. A similar name is suggested.
//!
//! ---
//!
//! # P507: step-reference-unknown
//!
//! ## Wat wordt nagekeken
//!
//! Waar een regel een stap noemt (`after`, `until`, `milestones`, `escalations`, `retention.event` …), bestaat een
//! stap met dat id.
//!
//! ## Waarom
//!
//! Een termijn die eindigt met een stap die niet bestaat, eindigt nooit.
//!
//! ## Voorbeeld
//!
//! ```yaml
//! terms:
//!   - id: oordeel
//!     until: [oordeel-gegven]
//! ```
//!
//! ## Zo zet u het recht
//!
//! Verbeter de naam, of voeg de stap toe. Een naam die erop lijkt, wordt genoemd.

use super::super::Rule;
use super::references::{Target, dangling, known, meant};
use super::{Remark, Subject, said};
use crate::diagnostics::Severity;

/// The rule.
pub static RULE: Rule = Rule {
    code: "P507",
    name: "step-reference-unknown",
    severity: Severity::Error,
    summary: ("Elke stap waarnaar wordt verwezen, bestaat.", "Every step that is named exists."),
    source: include_str!("p507.rs"),
};

/// Names that are no step.
#[must_use]
pub fn judge(subject: &Subject<'_>) -> Vec<Remark> {
    let (regulation, tree) = (&subject.version.regulation, &subject.version.tree);
    let lost = dangling(regulation, tree, &[Target::Step, Target::StepOrRole]);
    lost.into_iter()
        .map(|r| {
            let id = r.id;
            let message = (format!("de stap `{id}` bestaat niet"), format!("there is no step `{id}`"));
            Remark::on(r.at, said(message, meant(id, &known(regulation, r.target))))
        })
        .collect()
}
