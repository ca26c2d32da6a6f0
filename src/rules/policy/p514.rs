//! P514: the retention rule has all that its regime needs.

use super::{Remark, Subject};
use crate::diagnostics::{Severity, text};
use crate::regulation::{Hold, Regime, Regulation, Retention};
use crate::rules::{Message, Rule};
use crate::yaml::Route;

/// The rule, as its page has it.
pub static RULE: Rule = Rule::on_page(include_str!("../../../docs/rules/P514.md"));

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
                Message::new(
                    text!(
                        "bij deze manier van bewaren hoort `{key}`, maar dat ontbreekt",
                        "this regime needs `{key}`, which is missing"
                    ),
                    text!("voeg `{key}` toe", "add `{key}`"),
                ),
            )
        })
        .collect();
    for (index, hold) in retention.holds.iter().enumerate() {
        if let Some(block) = empty(regulation, *hold) {
            let words = Message::new(
                text!(
                    "dit kan vernietiging nooit tegenhouden: er is geen `{block}`",
                    "this can never stop destruction: there is no `{block}`"
                ),
                text!("haal het weg bij `holds`", "remove it from `holds`"),
            );
            found.push(Remark::on(at.key("holds").index(index), words.weighing(Severity::Warning)));
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
