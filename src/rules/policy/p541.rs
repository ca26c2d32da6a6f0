//! # P541: ends-only-with-agreement
//!
//! ## What it checks
//!
//! Whatever the other side answers, whether it is satisfied and whether it agrees, some step that closes or ends the case can be
//! reached; a withdrawal by the complainant does not count.
//!
//! ## Why
//!
//! A case that can only end when the complainant gives in stays open as long as he does not, and he never hears what he can do
//! next.
//!
//! ## Example
//!
//! ```yaml
//! steps:
//!   - {id: overleg, asks: [{key: uitkomst, type: judgement}]}
//!   - {id: afgesloten, does: close, after: [overleg], when: {field: uitkomst, equals: eens}}   # and if they never agree?
//! ```
//!
//! ## How to put it right
//!
//! The message tells the steps that lead there. Add a step for that answer that ends the case, or opens a new attempt after which
//! it can end.
//!
//! ---
//!
//! # P541: ends-only-with-agreement
//!
//! ## Wat wordt nagekeken
//!
//! Wat de andere kant ook antwoordt, of zij tevreden is en of zij het eens is, er is een stap te bereiken die de klacht sluit of
//! eindigt; intrekken door de klager telt niet mee.
//!
//! ## Waarom
//!
//! Een klacht die alleen kan eindigen als de klager toegeeft, blijft open zolang hij dat niet doet, en hij hoort nooit waar hij
//! verder terecht kan.
//!
//! ## Voorbeeld
//!
//! ```yaml
//! steps:
//!   - {id: overleg, asks: [{key: uitkomst, type: judgement}]}
//!   - {id: afgesloten, does: close, after: [overleg], when: {field: uitkomst, equals: eens}}   # and if they never agree?
//! ```
//!
//! ## Zo zet u het recht
//!
//! De melding noemt de stappen die erheen leiden. Voeg voor dat antwoord een stap toe die de klacht eindigt, of een nieuwe poging
//! waarna zij kan eindigen.

use super::super::Rule;
use super::{Remark, Subject, item, model, names, said};
use crate::diagnostics::Severity;

/// The rule.
pub static RULE: Rule = Rule {
    code: "P541",
    name: "ends-only-with-agreement",
    severity: Severity::Warning,
    summary: (
        "Een klacht kan eindigen, wat de andere kant ook antwoordt.",
        "A case can end, whatever the other side answers.",
    ),
    source: include_str!("p541.rs"),
};

/// Ways to a state that only another answer of the other side leads out of.
#[must_use]
pub fn judge(subject: &Subject<'_>) -> Vec<Remark> {
    let version = subject.version;
    let regulation = &version.regulation;
    let Some(explored) = subject.workflow.explored(version).filter(|explored| explored.complete) else {
        return Vec::new();
    };
    let remark = |path: &Vec<model::Move>| {
        let way = model::told(regulation, path);
        let last = path.last()?;
        let (nl, en) = names::step(regulation, &regulation.steps.get(last.step)?.id);
        let answer = last.values.join(", ");
        Some(Remark::on(
            item("steps", last.step),
            said(
                (
                    format!(
                        "na {nl} met {answer} kan de klacht alleen eindigen als het antwoord later anders is: {way}"
                    ),
                    format!(
                        "after {en} with {answer} the case can only end when the answer is another one later: {way}"
                    ),
                ),
                (
                    "voeg voor dat antwoord een stap toe die de klacht eindigt, of een nieuwe poging",
                    "add a step for that answer that ends the case, or a new attempt",
                ),
            ),
        ))
    };
    explored.stuck.iter().filter_map(remark).collect()
}
