//! # P512: choice-without-values
//!
//! ## What it checks
//!
//! A `choice` has `values`; a `judgement` needs the scale of `judgement`, a `cause` the list of `causes`. Values that
//! narrow a type are values of that type.
//!
//! ## Why
//!
//! Without values every answer is wrong and the step can never be completed.
//!
//! ## Example
//!
//! ```yaml
//! asks:
//!   - {key: wijze, type: choice, values: [op-papier, digitaal]}
//! ```
//!
//! ## How to put it right
//!
//! Add `values`, or add the list that the type rests on.
//!
//! ---
//!
//! # P512: choice-without-values
//!
//! ## Wat wordt nagekeken
//!
//! Een `choice` heeft `values`; een `judgement` heeft de schaal van `judgement` nodig, een `cause` de lijst van
//! `causes`. Waarden die een soort beperken, zijn waarden van die soort.
//!
//! ## Waarom
//!
//! Zonder waarden is elk antwoord fout en is de stap nooit af.
//!
//! ## Voorbeeld
//!
//! ```yaml
//! asks:
//!   - {key: wijze, type: choice, values: [op-papier, digitaal]}
//! ```
//!
//! ## Zo zet u het recht
//!
//! Voeg `values` toe, of de lijst waarop de soort rust.

use super::super::Rule;
use super::model::allowed;
use super::{Remark, Subject, item, said};
use crate::diagnostics::{Severity, text};
use crate::regulation::{AskType, Regulation};
use crate::rules::Message;
use crate::yaml::Route;

/// The rule.
pub static RULE: Rule = Rule {
    code: "P512",
    name: "choice-without-values",
    severity: Severity::Error,
    summary: ("Een keuze heeft waarden om uit te kiezen.", "A choice has values to choose from."),
    source: include_str!("p512.rs"),
};

/// Choices without values, and values that the type does not have.
#[must_use]
pub fn judge(subject: &Subject<'_>) -> Vec<Remark> {
    let regulation = &subject.version.regulation;
    let mut found = Vec::new();
    for (index, step) in regulation.steps.iter().enumerate() {
        for (nth, ask) in step.asks.iter().enumerate() {
            let at = item("steps", index).key("asks").index(nth);
            found.extend(violation(regulation, &ask.key, ask.kind, &ask.values, &at));
        }
    }
    for (index, field) in regulation.fields.iter().enumerate() {
        found.extend(violation(regulation, &field.id, field.kind, &field.values, &item("fields", index)));
    }
    found
}

fn violation(regulation: &Regulation, key: &str, kind: AskType, values: &[String], at: &Route) -> Vec<Remark> {
    let listed = allowed(regulation, kind, &[]).unwrap_or_default();
    let is_choice = kind == AskType::Choice;
    let from_list = is_choice || matches!(kind, AskType::Judgement | AskType::Cause | AskType::Causes);
    if from_list && if is_choice { values.is_empty() } else { listed.is_empty() } {
        return vec![Remark::on(
            at.clone(),
            Message::new(
                text!("voor `{key}` is er niets om uit te kiezen", "there is nothing to choose from for `{key}`"),
                text!(
                    "voeg `values` toe, of de schaal of lijst waarop deze soort rust",
                    "add `values`, or the scale or list that this type rests on"
                ),
            ),
        )];
    }
    if is_choice || listed.is_empty() {
        return Vec::new();
    }
    let strange = values.iter().enumerate().filter(|(_, v)| !listed.contains(v));
    strange
        .map(|(nth, value)| {
            let known: Vec<&str> = listed.iter().map(String::as_str).collect();
            Remark::on(
                at.key("values").index(nth),
                said(
                    (format!("`{key}` kan nooit `{value}` zijn"), format!("`{key}` can never be `{value}`")),
                    super::references::meant(value, &known),
                ),
            )
        })
        .collect()
}
