//! # P515: kept-for-ever
//!
//! ## What it checks
//!
//! With `regime: indefinite` there are a `basis` and a `review_on`, and that date is not past.
//!
//! ## Why
//!
//! Personal data are not kept longer than needed (GDPR art. 5(1)(e)). Keeping for ever needs a reason that is looked
//! at again.
//!
//! ## Example
//!
//! ```yaml
//! retention:
//!   regime: indefinite
//!   basis: Gerechtvaardigd belang
//!   review_on: 2028-01-01
//! ```
//!
//! ## How to put it right
//!
//! Add `basis` and `review_on`; or choose a term. After a review, set a new date in a new version.
//!
//! ---
//!
//! # P515: kept-for-ever
//!
//! ## Wat wordt nagekeken
//!
//! Bij `regime: indefinite` staan een `basis` en een `review_on`, en die datum is niet voorbij.
//!
//! ## Waarom
//!
//! Persoonsgegevens worden niet langer bewaard dan nodig (AVG art. 5 lid 1 onder e). Voor altijd bewaren vraagt een
//! reden die opnieuw wordt bekeken.
//!
//! ## Voorbeeld
//!
//! ```yaml
//! retention:
//!   regime: indefinite
//!   basis: Gerechtvaardigd belang
//!   review_on: 2028-01-01
//! ```
//!
//! ## Zo zet u het recht
//!
//! Voeg `basis` en `review_on` toe, of kies een termijn. Zet na het bekijken een nieuwe datum in een nieuwe versie.

use super::super::Rule;
use super::{Remark, Subject, said};
use crate::diagnostics::Severity;
use crate::regulation::Regime;
use crate::yaml::Route;

/// The rule.
pub static RULE: Rule = Rule {
    code: "P515",
    name: "kept-for-ever",
    severity: Severity::Warning,
    summary: (
        "Wie voor altijd bewaart, zegt waarom en wanneer hij dat opnieuw bekijkt.",
        "What is kept for ever has a reason and a date of review.",
    ),
    source: include_str!("p515.rs"),
};

/// What a regime without end lacks.
#[must_use]
pub fn judge(subject: &Subject<'_>) -> Vec<Remark> {
    let regulation = &subject.version.regulation;
    let Some(retention) = regulation.retention.as_ref().filter(|r| r.regime == Regime::Indefinite) else {
        return Vec::new();
    };
    let at = Route::root().key("retention");
    let mut found = Vec::new();
    // An openly declared gap says the same thing already.
    if !regulation.declares_gap("retention") {
        for (key, given) in [("basis", retention.basis.is_some()), ("review_on", retention.review_on.is_some())] {
            if !given {
                found.push(Remark::on(
                    at.key("regime"),
                    said(
                        (format!("klachten worden voor altijd bewaard, maar `{key}` ontbreekt"), {
                            format!("complaints are kept for ever, but `{key}` is missing")
                        }),
                        (
                            format!("voeg `{key}` toe of kies een bewaartermijn"),
                            format!("add `{key}` or choose a term"),
                        ),
                    ),
                ));
            }
        }
    }
    let past = retention.review_on.zip(subject.today).filter(|(review, today)| review < today);
    if let Some((review, _)) = past {
        found.push(Remark::on(
            at.key("review_on"),
            said(
                (format!("op {review} zou het bewaren opnieuw worden bekeken"), {
                    format!("keeping was to be reviewed on {review}")
                }),
                (
                    "bekijk het, en zet de nieuwe datum in een nieuwe versie",
                    "review it, and set the new date in a new version",
                ),
            ),
        ));
    }
    found
}
