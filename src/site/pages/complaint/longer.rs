//! What if it takes longer: every rule by which a term is extended, since the limit of one is not the limit of all.

use super::super::super::voice::lower;
use super::super::writer::Writer;
use super::terms::words;
use crate::regulation::{Condition, Extension, Form, Notice, Position, Selector, Step, Term};

/// A rule with its place in the file.
type Placed<'a> = (usize, &'a Extension);

/// All that the regulation says of more time for these terms.
pub fn all(w: &mut Writer<'_>, terms: &[&Term]) -> Vec<String> {
    let rules = w.rules();
    let of = |term: &Term, rule: &Extension| rule.terms.contains(&term.id);
    let placed = rules.extensions.iter().enumerate();
    let found: Vec<Placed<'_>> = placed.filter(|(_, rule)| terms.iter().any(|term| of(term, rule))).collect();
    if found.is_empty() {
        let bounded = terms.iter().any(|term| term.within.is_some());
        return if bounded { vec![w.say("complaint-not-longer")] } else { Vec::new() };
    }
    let mut said = Vec::new();
    let extended = |term: &&&Term| found.iter().any(|(_, rule)| of(term, rule));
    let named: Vec<String> =
        terms.iter().filter(extended).map(|t| lower(&w.voice.names.item("terms", &t.id))).collect();
    if named.len() < terms.len() {
        let named = w.voice.either(&named);
        let named = w.keep(named);
        said.push(w.with("complaint-longer-of", &[("terms", named.into())]));
    }
    // What the complainant permits is no notice to the complainant.
    let (consented, own): (Vec<Placed<'_>>, Vec<Placed<'_>>) =
        found.iter().partition(|(_, rule)| rules.step(&rule.step).is_some_and(yours));
    let told = if own.is_empty() { &consented } else { &own };
    notices(w, told, &mut said);
    limits(w, &own, &consented, &mut said);
    let steps = found.iter().filter_map(|(_, rule)| rules.step(&rule.step));
    steps.for_each(|step| while_waiting(w, step, &mut said));
    let mut once: Vec<String> = Vec::new();
    said.into_iter().for_each(|sentence| {
        if !once.contains(&sentence) {
            once.push(sentence);
        }
    });
    once
}

/// Whether the complainant takes a step.
fn yours(step: &Step) -> bool {
    step.by.contains(&Selector::Position(Position::Complainant))
}

/// That the complainant hears of it, and what.
fn notices(w: &mut Writer<'_>, told: &[Placed<'_>], said: &mut Vec<String>) {
    let any_time = told.iter().any(|(_, rule)| rule.notice == Notice::AnyTime);
    said.push(w.say(if any_time { "complaint-longer-any-time" } else { "complaint-longer" }));
    for (index, rule) in told {
        let Some(step) = w.rules().step(&rule.step) else {
            w.empty(format!("extensions[{index}].step"));
            continue;
        };
        let name = |key: &str| w.voice.names.of(&format!("steps/{}/{key}", step.id));
        let asked = step.asks.iter().map(|ask| name(&ask.key).unwrap_or_else(|| ask.label().to_owned()));
        let asked: Vec<String> = asked.map(|name| lower(&name)).collect();
        if !asked.is_empty() {
            let asked = w.voice.both(&asked);
            let asked = w.keep(asked);
            said.push(w.with("complaint-longer-told", &[("what", asked.into())]));
        }
    }
}

/// How often and how long, by which rule.
fn limits(w: &mut Writer<'_>, own: &[Placed<'_>], consented: &[Placed<'_>], said: &mut Vec<String>) {
    match (own, consented) {
        ([one], _) | ([], [one]) => most(w, *one, said),
        _ => own.iter().for_each(|(_, rule)| {
            let limits = within(w, rule);
            let limits = if limits.is_empty() { w.say("complaint-limit-none") } else { limits };
            let step = w.voice.names.item("steps", &rule.step);
            said.push(w.with("complaint-longer-rule", &[("step", step.into()), ("limits", limits.into())]));
            beyond(w, rule, said);
        }),
    }
    if own.is_empty() && consented.len() == 1 {
        return;
    }
    let bounded = own.iter().all(|(_, rule)| rule.at_most.is_some() || rule.times.is_some());
    for (_, rule) in consented {
        let written = w.rules().step(&rule.step).is_some_and(|step| step.form == Some(Form::Written));
        said.push(w.say(match (bounded, written) {
            (true, true) => "complaint-longer-agreed-written",
            (true, false) => "complaint-longer-agreed",
            (false, _) => "complaint-longer-also-agreed",
        }));
        let limits = within(w, rule);
        if !limits.is_empty() {
            said.push(w.with("complaint-longer-consented", &[("limits", limits.into())]));
        }
        beyond(w, rule, said);
    }
}

/// The limits of one of several rules, in one breath; nothing where it sets none.
fn within(w: &mut Writer<'_>, rule: &Extension) -> String {
    let times = rule.times.map(|n| u32::try_from(n).unwrap_or(u32::MAX));
    let times = times.map(|n| w.with("complaint-limit-times", &[("n", n.into())]));
    let most = rule.at_most.map(|most| words(w, most));
    let most = most.map(|most| w.with("complaint-limit-most", &[("duration", most.into())]));
    times.into_iter().chain(most).collect::<Vec<_>>().join(", ")
}

/// How often and how long at most, where one rule of the organisation says it.
fn most(w: &mut Writer<'_>, (index, rule): Placed<'_>, said: &mut Vec<String>) {
    if let Some(times) = rule.times {
        let times = u32::try_from(times).unwrap_or(u32::MAX);
        said.push(w.with("complaint-longer-times", &[("n", times.into())]));
    }
    match rule.at_most {
        Some(most) => said.push(w.with("complaint-longer-most", &[("duration", words(w, most).into())])),
        None => said.extend(w.open("extension-maximum", format!("extensions[{index}].at_most"))),
    }
    beyond(w, rule, said);
}

/// What permits more than a rule does by itself.
fn beyond(w: &mut Writer<'_>, rule: &Extension, said: &mut Vec<String>) {
    let Some(step) = rule.beyond_with.as_deref().and_then(|id| w.rules().step(id)) else { return };
    said.push(match (yours(step), step.form) {
        (true, Some(Form::Written)) => w.say("complaint-longer-agreed-written"),
        (true, _) => w.say("complaint-longer-agreed"),
        (false, _) => {
            let name = w.voice.names.item("steps", &step.id);
            w.with("complaint-longer-beyond", &[("step", name.into())])
        }
    });
}

/// News while the extension runs.
fn while_waiting(w: &mut Writer<'_>, notice: &Step, said: &mut Vec<String>) {
    for term in w.rules().terms.iter().filter(|t| t.from == notice.id) {
        let (Some(every), Some(Condition::LongerThan { longer_than, .. })) = (term.every, &term.when) else { continue };
        let values = [("longer", words(w, *longer_than).into()), ("every", words(w, every).into())];
        said.push(w.with("complaint-longer-news", &values));
    }
}
