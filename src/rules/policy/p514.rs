//! # P514: retention-incomplete
//!
//! ## What it checks
//!
//! `on-event` needs `event`; `after-term` needs `from` and `keep`; `after-report` needs `reporting` with a discussion
//! or report. What `holds` stops destruction must exist in the regulation.
//!
//! ## Why
//!
//! A regime without its step or its duration never leads to destruction, or leads to it at once.
//!
//! ## Example
//!
//! ```yaml
//! retention:
//!   regime: after-term
//!   from: afgesloten
//!   keep: 2 years
//! ```
//!
//! ## How to put it right
//!
//! Add the missing key.
//!
//! ---
//!
//! # P514: retention-incomplete
//!
//! ## Wat wordt nagekeken
//!
//! `on-event` heeft `event` nodig; `after-term` heeft `from` en `keep` nodig; `after-report` heeft `reporting` nodig.
//! Wat volgens `holds` vernietiging tegenhoudt, moet in de regeling bestaan.
//!
//! ## Waarom
//!
//! Een bewaarregel zonder stap of duur leidt nooit tot vernietiging, of meteen.
//!
//! ## Voorbeeld
//!
//! ```yaml
//! retention:
//!   regime: after-term
//!   from: afgesloten
//!   keep: 2 years
//! ```
//!
//! ## Zo zet u het recht
//!
//! Voeg toe wat ontbreekt.

use super::super::Rule;
use super::{Remark, Subject, said};
use crate::diagnostics::Severity;
use crate::regulation::{Hold, Regime, Regulation, Retention};
use crate::yaml::Route;

/// The rule.
pub static RULE: Rule = Rule {
    code: "P514",
    name: "retention-incomplete",
    severity: Severity::Error,
    summary: (
        "De bewaarregel heeft alles wat bij zijn soort hoort.",
        "The retention rule has all that its regime needs.",
    ),
    source: include_str!("p514.rs"),
};

/// What the regime lacks.
#[must_use]
pub fn judge(subject: &Subject<'_>) -> Vec<Remark> {
    let regulation = &subject.version.regulation;
    let Some(retention) = &regulation.retention else { return Vec::new() };
    let at = Route::root().key("retention");
    let mut found: Vec<Remark> = missing(regulation, retention)
        .into_iter()
        .map(|key| {
            Remark::on(
                at.key("regime"),
                said(
                    (format!("bij deze manier van bewaren hoort `{key}`, maar dat ontbreekt"), {
                        format!("this regime needs `{key}`, which is missing")
                    }),
                    (format!("voeg `{key}` toe"), format!("add `{key}`")),
                ),
            )
        })
        .collect();
    for (index, hold) in retention.holds.iter().enumerate() {
        if let Some(block) = empty(regulation, *hold) {
            let words = said(
                (format!("dit kan vernietiging nooit tegenhouden: er is geen `{block}`"), {
                    format!("this can never stop destruction: there is no `{block}`")
                }),
                ("haal het weg bij `holds`", "remove it from `holds`"),
            );
            found.push(Remark::on(at.key("holds").index(index), words.as_grave_as(Severity::Warning)));
        }
    }
    found
}

fn missing(regulation: &Regulation, retention: &Retention) -> Vec<&'static str> {
    let needs: &[(&'static str, bool)] = &match retention.regime {
        Regime::OnEvent => [("event", retention.event.is_none()), ("", false)],
        Regime::AfterTerm => [("from", retention.from.is_empty()), ("keep", retention.keep.is_none())],
        Regime::AfterReport => [("reporting", regulation.reporting.is_none()), ("", false)],
        Regime::Indefinite | Regime::Unregulated => [("", false), ("", false)],
    };
    needs.iter().filter(|(_, violations)| *violations).map(|(key, _)| *key).collect()
}

fn empty(regulation: &Regulation, hold: Hold) -> Option<&'static str> {
    match hold {
        Hold::OpenEscalation if regulation.escalations.is_empty() => Some("escalations"),
        Hold::OpenMeasure if regulation.measures.is_none() => Some("measures"),
        Hold::OpenSatisfaction if regulation.satisfaction.is_empty() => Some("satisfaction"),
        _ => None,
    }
}
