//! How soon there is an answer, in one box; and what it costs and who may read it.

use serde_json::{Value, json};

use super::super::writer::Writer;
use super::longer;
use crate::calendar::Duration;
use crate::regulation::{Condition, Term};

/// What it costs, and that it stays between us.
pub fn promises(w: &mut Writer<'_>) -> Vec<String> {
    let cost = match w.rules().costs.as_ref().map(|c| c.complainant.as_str()) {
        Some("none") => Some(w.say("complaint-free")),
        Some("unknown") => Some(w.say("complaint-open-costs")),
        None => w.open("costs", "costs.complainant"),
        Some(amount) => Some(w.with("complaint-costs", &[("amount", amount.into())])),
    };
    let kept = match &w.rules().confidentiality {
        Some(_) => Some(w.say("complaint-confidential")),
        None => w.open("confidentiality", "confidentiality"),
    };
    cost.into_iter().chain(kept).collect()
}

/// What the box says: the confirmation, the outcome, and what if it takes longer.
pub fn groups(w: &mut Writer<'_>) -> Vec<Value> {
    let confirmed = acknowledgement(w);
    let decisions = decisions(w);
    let mut outcome = Vec::new();
    match decisions.as_slice() {
        [] => {
            let key = if w.rules().milestones.outcome.is_none() { "milestones.outcome" } else { "terms" };
            outcome.extend(w.open("maximum-term", key));
        }
        [term] if term.when.is_none() => decided(w, term, &mut outcome),
        several => several.iter().for_each(|term| named(w, term, &mut outcome)),
    }
    graver(w, &mut outcome);
    progress(w, &mut outcome);
    let later = longer::all(w, &decisions);
    let groups = [
        ("complaint-term-confirmed", confirmed),
        ("complaint-term-outcome", outcome),
        ("complaint-term-longer", later),
    ];
    let said = groups.into_iter().filter(|(_, sentences)| !sentences.is_empty());
    said.map(|(key, sentences)| json!({"name": w.say(key), "sentences": sentences})).collect()
}

/// The words of a duration in the language of the page.
pub(super) fn words(w: &Writer<'_>, duration: Duration) -> String {
    duration.words().in_(w.voice.lang).to_owned()
}

/// The terms that a step ends.
fn ending<'a>(w: &Writer<'a>, step: &str) -> impl Iterator<Item = &'a Term> {
    let step = step.to_owned();
    w.rules().terms.iter().filter(move |t| t.until.contains(&step) && t.every.is_none())
}

/// A promise within a term: the sentence that counts from receipt, or the one that says from when.
fn within(w: &mut Writer<'_>, term: &Term, sentence: &str) -> String {
    let duration = term.within.map(|d| w.voice.names.lasting(term, d)).unwrap_or_default();
    if term.from == "received" {
        return w.with(&format!("{sentence}-within"), &[("duration", duration.into())]);
    }
    let limit = if w.rules().milestones.acknowledgement.as_ref() == Some(&term.from) {
        w.with("complaint-after-confirmation", &[("duration", duration.into())])
    } else {
        let span = w.voice.span(term);
        w.keep(span)
    };
    w.with(&format!("{sentence}-after"), &[("limit", limit.into())])
}

fn acknowledgement(w: &mut Writer<'_>) -> Vec<String> {
    let Some(step) = &w.rules().milestones.acknowledgement else {
        return w.open("acknowledgement-term", "milestones.acknowledgement").into_iter().collect();
    };
    let term = ending(w, step).find(|t| t.when.is_none() && t.within.is_some());
    if let Some(term) = term {
        return vec![within(w, term, "complaint-acknowledged")];
    }
    let confirmed = w.say("complaint-acknowledged");
    let open = w.open("acknowledgement-term", "terms");
    [confirmed].into_iter().chain(open).collect()
}

/// The term within which every complaint has its outcome: with a duration if there is one, else with an agreed day. Where
/// each term holds for some complaints only, all of them.
fn decisions<'a>(w: &Writer<'a>) -> Vec<&'a Term> {
    let m = &w.rules().milestones;
    let steps = [&m.outcome, &m.judgement, &m.resolved];
    let mut terms: Vec<&Term> = Vec::new();
    for term in steps.into_iter().flatten().flat_map(|s| ending(w, s)) {
        if !terms.iter().any(|t| t.id == term.id) {
            terms.push(term);
        }
    }
    let always = || terms.iter().filter(|t| t.when.is_none());
    let bounded = || always().filter(|t| t.within.is_some());
    // What is counted from receipt bounds the whole.
    let first = bounded().find(|t| t.from == "received").or_else(|| bounded().next());
    match first.or_else(|| always().find(|t| t.agreed.is_some())) {
        Some(term) => vec![*term],
        None => terms.into_iter().filter(|t| t.within.is_some() && !by_severity(t)).collect(),
    }
}

fn by_severity(term: &Term) -> bool {
    matches!(&term.when, Some(Condition::Severity(_)))
}

/// A term that does not hold for every complaint, by its name.
fn named(w: &mut Writer<'_>, term: &Term, said: &mut Vec<String>) {
    let span = w.voice.span(term);
    let span = w.keep(span);
    let name = w.voice.names.item("terms", &term.id);
    said.push(w.with("complaint-term-named", &[("name", name.into()), ("limit", span.into())]));
}

fn decided(w: &mut Writer<'_>, term: &Term, said: &mut Vec<String>) {
    if term.within.is_some() {
        said.push(within(w, term, "complaint-decided"));
        let same = |t: &&Term| t.agreed.is_some() && t.until == term.until && t.when.is_none();
        if w.rules().terms.iter().any(|t| same(&t)) {
            said.push(w.say("complaint-decided-day"));
        }
        return;
    }
    said.push(w.say("complaint-decided-agreed"));
    if !term.hard {
        said.push(w.say("complaint-decided-target"));
    }
    said.extend(w.open("maximum-term", "terms"));
}

/// Shorter terms for graver complaints.
fn graver(w: &mut Writer<'_>, said: &mut Vec<String>) {
    let m = &w.rules().milestones;
    let ends = [&m.outcome, &m.judgement, &m.resolved].map(|step| step.as_deref());
    let outcome = |t: &Term| t.until.iter().any(|step| ends.contains(&Some(step.as_str())));
    let graver = w.rules().terms.iter().filter(|t| by_severity(t) && (t.from == "received" || outcome(t)));
    graver.for_each(|term| named(w, term, said));
}

/// News on the way, where it is promised in every case.
fn progress(w: &mut Writer<'_>, said: &mut Vec<String>) {
    for term in w.rules().terms.iter().filter(|t| t.when.is_none()) {
        if let Some(every) = term.every {
            let duration = ("duration", w.voice.names.lasting(term, every).into());
            said.push(match term.from.as_str() {
                "received" => w.with("complaint-progress", &[duration]),
                step => {
                    let step = w.voice.names.item("steps", step);
                    w.with("complaint-progress-after", &[duration, ("step", step.into())])
                }
            });
        }
    }
}
