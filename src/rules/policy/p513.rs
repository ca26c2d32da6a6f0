//! # P513: term-without-duration
//!
//! ## What it checks
//!
//! A term has one of `within`, `agreed` and `every`; with `every` also the `step` that recurs.
//!
//! ## Why
//!
//! A term without a duration never ends; with two durations it ends twice.
//!
//! ## Example
//!
//! ```yaml
//! terms:
//!   - id: voortgang
//!     every: 2 weeks
//!     step: bericht-gestuurd
//! ```
//!
//! ## How to put it right
//!
//! Keep the one that the text names.
//!
//! ---
//!
//! # P513: term-without-duration
//!
//! ## Wat wordt nagekeken
//!
//! Een termijn heeft één van `within`, `agreed` en `every`; bij `every` ook de `step` die zich herhaalt.
//!
//! ## Waarom
//!
//! Een termijn zonder duur eindigt nooit; met twee eindigt zij twee keer.
//!
//! ## Voorbeeld
//!
//! ```yaml
//! terms:
//!   - id: voortgang
//!     every: 2 weeks
//!     step: bericht-gestuurd
//! ```
//!
//! ## Zo zet u het recht
//!
//! Houd de ene die de tekst noemt.

use super::super::Rule;
use super::{Remark, Subject, item, said};
use crate::diagnostics::{Severity, text};
use crate::rules::Message;

/// The rule.
pub static RULE: Rule = Rule {
    code: "P513",
    name: "term-without-duration",
    severity: Severity::Error,
    summary: (
        "Een termijn zegt op precies één manier hoe lang zij duurt.",
        "A term says in exactly one way how long it lasts.",
    ),
    source: include_str!("p513.rs"),
};

/// Terms with no duration, several, or nothing that recurs.
#[must_use]
pub fn judge(subject: &Subject<'_>) -> Vec<Remark> {
    let mut found = Vec::new();
    for (index, term) in subject.version.regulation.terms.iter().enumerate() {
        let (at, id) = (item("terms", index), &term.id);
        let given = [term.within.is_some(), term.agreed.is_some(), term.every.is_some()];
        match given.into_iter().filter(|g| *g).count() {
            1 => {}
            0 => found.push(Remark::on(
                at.clone(),
                Message::new(
                    text!("de termijn `{id}` zegt niet hoe lang", "the term `{id}` does not say how long"),
                    text!("voeg `within`, `agreed` of `every` toe", "add `within`, `agreed` or `every`"),
                ),
            )),
            _ => found.push(Remark::on(
                at.clone(),
                said(
                    (format!("de termijn `{id}` zegt op meer dan één manier hoe lang"), {
                        format!("the term `{id}` says in more than one way how long")
                    }),
                    ("houd één van `within`, `agreed` en `every`", "keep one of `within`, `agreed` and `every`"),
                ),
            )),
        }
        if term.every.is_some() && term.each.is_some() {
            found.push(Remark::on(
                at.key("each"),
                said(
                    (format!("de termijn `{id}` herhaalt zich: `each` zegt daarbij niets"), {
                        format!("the term `{id}` recurs: `each` says nothing there")
                    }),
                    (
                        "haal `each` weg, of schrijf `within` of `agreed`",
                        "take `each` out, or write `within` or `agreed`",
                    ),
                ),
            ));
        }
        if term.every.is_some() != term.step.is_some() {
            found.push(Remark::on(
                at,
                said(
                    (format!("de termijn `{id}` herhaalt zich, maar `every` en `step` horen bij elkaar"), {
                        format!("the term `{id}` recurs, but `every` and `step` belong together")
                    }),
                    (
                        "noem bij `every` de stap die zich herhaalt: `step: <stap>`",
                        "name the step that recurs beside `every`: `step: <step>`",
                    ),
                ),
            ));
        }
    }
    found
}
