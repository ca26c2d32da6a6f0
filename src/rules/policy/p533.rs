//! # P533: dead-end
//!
//! ## What it checks
//!
//! From every state that a case can reach, some step that closes or ends it can still be reached; a withdrawal by the
//! complainant does not count.
//!
//! ## Why
//!
//! A case that can neither go on nor end stays open for ever, and nobody did anything wrong.
//!
//! ## Example
//!
//! ```yaml
//! steps:
//!   - {id: afgesloten, does: close, after: [gevraagd], when: {field: tevreden, equals: ja}}   # and when it is nee?
//! ```
//!
//! ## How to put it right
//!
//! The message tells the steps that lead there. Add an ending for that outcome, or make a step on the way possible
//! again.
//!
//! ---
//!
//! # P533: dead-end
//!
//! ## Wat wordt nagekeken
//!
//! Vanuit elke toestand waarin een klacht kan komen, is nog een stap te bereiken die haar sluit of eindigt; intrekken
//! door de klager telt niet mee.
//!
//! ## Waarom
//!
//! Een klacht die niet verder kan en niet kan eindigen, blijft voor altijd open, terwijl niemand iets fout deed.
//!
//! ## Voorbeeld
//!
//! ```yaml
//! steps:
//!   - {id: afgesloten, does: close, after: [gevraagd], when: {field: tevreden, equals: ja}}   # and when it is nee?
//! ```
//!
//! ## Zo zet u het recht
//!
//! De melding noemt de stappen die erheen leiden. Voeg een einde toe voor die uitkomst, of maak een stap onderweg weer
//! mogelijk.

use super::super::Rule;
use super::{Remark, Subject, item, model, names, said};
use crate::diagnostics::Severity;
use crate::yaml::Route;

/// The rule.
pub static RULE: Rule = Rule {
    code: "P533",
    name: "dead-end",
    severity: Severity::Error,
    summary: ("Een klacht kan altijd worden geëindigd.", "A case can always be ended."),
    source: include_str!("p533.rs"),
};

/// Ways to a state that nothing leads out of.
#[must_use]
pub fn judge(subject: &Subject<'_>) -> Vec<Remark> {
    let version = subject.version;
    let regulation = &version.regulation;
    let Some(explored) = subject.workflow.explored(version) else { return Vec::new() };
    let paths = explored.dead.iter();
    paths
        .map(|path| {
            let way = model::told(regulation, path);
            let last = path.last();
            let at = last.map_or_else(|| Route::root().key("steps"), |m| item("steps", m.step));
            let id = last.and_then(|m| regulation.steps.get(m.step)).map(|s| s.id.as_str());
            let (nl, en) = id
                .map_or_else(|| ("het begin".to_owned(), "the beginning".to_owned()), |id| names::step(regulation, id));
            Remark::on(
                at,
                said(
                    (format!("na {nl} kan de klacht nooit meer eindigen: {way}"), {
                        format!("after {en} the case can never end any more: {way}")
                    }),
                    (
                        "voeg voor deze uitkomst een stap toe met `does: close` of `does: end`",
                        "add a step with `does: close` or `does: end` for this outcome",
                    ),
                ),
            )
        })
        .collect()
}
