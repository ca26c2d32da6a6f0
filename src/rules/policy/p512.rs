//! P512: a choice has values to choose from.

use super::model::allowed;
use super::{Remark, Subject, item};
use crate::diagnostics::text;
use crate::regulation::{AskType, Regulation};
use crate::rules::{Message, Rule};
use crate::yaml::Route;

/// The rule, as its page has it.
pub static RULE: Rule = Rule::on_page(include_str!("../../../docs/rules/P512.md"));

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
                Message::new(
                    text!("`{key}` kan nooit `{value}` zijn", "`{key}` can never be `{value}`"),
                    super::references::meant(value, &known),
                ),
            )
        })
        .collect()
}
