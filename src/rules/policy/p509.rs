//! P509: every condition asks after something that exists.

use super::model::allowed;
use super::references::{Asked, Target, known, meant, questions};
use super::{Remark, Subject, item};
use crate::diagnostics::text;
use crate::regulation::{AskType, Regulation};
use crate::rules::{Message, Rule};
use crate::yaml::{Node, Route};

/// The rule, as its page has it.
pub static RULE: Rule = Rule::on_page(include_str!("../../../docs/rules/P509.md"));

/// Facts of a case that a condition may ask after besides keys and fields.
const FIXED: &[&str] = &["main_topic", "channel"];

/// Questions after things that do not exist.
#[must_use]
pub fn judge(subject: &Subject<'_>) -> Vec<Remark> {
    let regulation = &subject.version.regulation;
    let asked = questions(&subject.version.tree);
    let mut found: Vec<Remark> = asked.iter().filter_map(|a| unknown(regulation, a)).collect();
    found.extend(asked.iter().filter_map(|a| impossible(regulation, a)));
    found.extend(asked.iter().filter_map(|a| mistyped(regulation, a)));
    found.extend(circles(regulation));
    found
}

fn keys(regulation: &Regulation) -> Vec<&str> {
    let asks = regulation.steps.iter().flat_map(|s| s.asks.iter().map(|a| a.key.as_str()));
    let all = asks.chain(regulation.fields.iter().map(|f| f.id.as_str())).chain(FIXED.iter().copied());
    let mut known = Vec::new();
    all.for_each(|key| {
        if !known.contains(&key) {
            known.push(key);
        }
    });
    known
}

fn unknown(regulation: &Regulation, asked: &Asked<'_>) -> Option<Remark> {
    let ids = |list: Option<&Vec<crate::regulation::Item>>| -> Vec<String> {
        list.into_iter().flatten().map(|i| i.id.clone()).collect()
    };
    let there: Vec<String> = match asked.key {
        "from" | "to" if asked.value == "received" => return None,
        "overdue" => known(regulation, Target::Term).into_iter().map(str::to_owned).collect(),
        "field" | "to" | "since" | "differs" => keys(regulation).into_iter().map(str::to_owned).collect(),
        "topic" => regulation.topics.list.iter().map(|t| t.id.clone()).collect(),
        "severity" => ids(regulation.severity.as_ref().map(|s| &s.list)),
        "source" => regulation.intake.iter().flat_map(|i| i.sources.clone()).collect(),
        "party_role" => known(regulation, Target::Role).into_iter().map(str::to_owned).collect(),
        "same_person" => known(regulation, Target::Selector).into_iter().map(str::to_owned).collect(),
        _ => known(regulation, Target::Step).into_iter().map(str::to_owned).collect(),
    };
    let there: Vec<&str> = there.iter().map(String::as_str).collect();
    if there.contains(&asked.value) {
        return None;
    }
    let (key, value) = (asked.key, asked.value);
    let message = text!(
        "de voorwaarde vraagt naar `{key}: {value}`, maar dat bestaat niet",
        "the condition asks after `{key}: {value}`, which does not exist"
    );
    Some(Remark::on(asked.at.clone(), Message::new(message, meant(value, &there))))
}

/// A value that the key can never have.
fn impossible(regulation: &Regulation, asked: &Asked<'_>) -> Option<Remark> {
    let wanted = asked.node.get("equals").and_then(Node::text)?;
    let types = types(regulation, asked.value);
    if asked.key != "field" || types.is_empty() {
        return None;
    }
    let lists: Option<Vec<Vec<String>>> =
        types.into_iter().map(|(kind, values)| allowed(regulation, kind, values)).collect();
    let mut values = lists?.concat();
    values.sort();
    values.dedup();
    if values.iter().any(|v| v == wanted) {
        return None;
    }
    let key = asked.value;
    let mut at = asked.at.clone();
    at.0.pop();
    let at: Route = at.key("equals");
    let values: Vec<&str> = values.iter().map(String::as_str).collect();
    let message = text!("`{key}` kan nooit `{wanted}` zijn", "`{key}` can never be `{wanted}`");
    Some(Remark::on(at, Message::new(message, meant(wanted, &values))))
}

/// A key that cannot be counted from or compared, or a term that has no end of its own.
fn mistyped(regulation: &Regulation, asked: &Asked<'_>) -> Option<Remark> {
    let (value, types) = (asked.value, types(regulation, asked.value));
    let none = |wanted: &[AskType]| !types.is_empty() && !types.iter().any(|(kind, _)| wanted.contains(kind));
    let bounded = ["at_least", "at_most", "greater_than"].iter().any(|key| asked.node.get(key).is_some());
    let message = match asked.key {
        "since" | "to" if none(&[AskType::Date]) => text!("`{value}` is geen datum", "`{value}` is no date"),
        "field" if bounded && none(&[AskType::Number, AskType::Amount, AskType::Text]) => {
            text!("`{value}` is geen getal en geen bedrag", "`{value}` is no number and no amount")
        }
        "overdue" if regulation.term(value).is_some_and(|t| t.every.is_some()) => text!(
            "de termijn `{value}` komt steeds terug en is dus nooit voorbij",
            "the term `{value}` recurs, so it is never over"
        ),
        _ => return None,
    };
    let remedy = text!(
        "vraag naar een gegeven of een termijn waarover dit iets zegt",
        "ask after a datum or a term of which this says something"
    );
    Some(Remark::on(asked.at.clone(), Message::new(message, remedy)))
}

/// Terms that run only when they are overdue themselves.
fn circles(regulation: &Regulation) -> Vec<Remark> {
    let waiting = regulation.terms.iter().enumerate().filter(|(_, term)| regulation.waits_for_itself(term));
    waiting
        .map(|(index, term)| {
            let id = &term.id;
            let message = text!(
                "de termijn `{id}` loopt pas als hij zelf voorbij is",
                "the term `{id}` runs only when it is overdue itself"
            );
            let remedy = text!("noem bij `overdue` een andere termijn", "name another term under `overdue`");
            Remark::on(item("terms", index).key("when"), Message::new(message, remedy))
        })
        .collect()
}

/// The types that a key has, with their values, wherever it is asked.
fn types<'a>(regulation: &'a Regulation, key: &str) -> Vec<(AskType, &'a [String])> {
    let asks = regulation.steps.iter().flat_map(|s| &s.asks).filter(|a| a.key == key);
    let fields = regulation.fields.iter().filter(|f| f.id == key).map(|f| (f.kind, f.values.as_slice()));
    asks.map(|a| (a.kind, a.values.as_slice())).chain(fields).collect()
}
