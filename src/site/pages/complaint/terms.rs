//! How soon there is an answer, in one box; and what it costs and who may read it.

use serde_json::{Value, json};

use super::super::super::voice::lower;
use super::super::writer::Writer;
use crate::calendar::{Counting, Duration, Unit};
use crate::regulation::{Condition, Extension, Form, Notice, Position, Selector, Step, Term};

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
    let mut later = Vec::new();
    if let Some(term) = decisions.first() {
        longer(w, term, &mut later);
    }
    let groups = [
        ("complaint-term-confirmed", confirmed),
        ("complaint-term-outcome", outcome),
        ("complaint-term-longer", later),
    ];
    let said = groups.into_iter().filter(|(_, sentences)| !sentences.is_empty());
    said.map(|(key, sentences)| json!({"name": w.say(key), "sentences": sentences})).collect()
}

/// The words of a duration in the language of the page.
fn words(w: &Writer<'_>, duration: Duration) -> String {
    duration.words().in_(w.voice.lang).to_owned()
}

/// The terms that a step ends.
fn ending<'a>(w: &Writer<'a>, step: &str) -> impl Iterator<Item = &'a Term> {
    let step = step.to_owned();
    w.rules().terms.iter().filter(move |t| t.until.contains(&step) && t.every.is_none())
}

fn acknowledgement(w: &mut Writer<'_>) -> Vec<String> {
    let Some(step) = &w.rules().milestones.acknowledgement else {
        return w.open("acknowledgement-term", "milestones.acknowledgement").into_iter().collect();
    };
    let within = ending(w, step).find(|t| t.when.is_none() && t.within.is_some()).and_then(|t| t.within);
    if let Some(within) = within {
        return vec![w.with("complaint-acknowledged-within", &[("duration", words(w, within).into())])];
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
    match always().find(|t| t.within.is_some()).or_else(|| always().find(|t| t.agreed.is_some())) {
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
    if let Some(within) = term.within {
        said.push(w.with("complaint-decided-within", &[("duration", words(w, within).into())]));
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
    let graver = w.rules().terms.iter().filter(|t| by_severity(t) && t.from == "received");
    graver.for_each(|term| named(w, term, said));
}

/// News on the way, where it is promised in every case.
fn progress(w: &mut Writer<'_>, said: &mut Vec<String>) {
    for term in w.rules().terms.iter().filter(|t| t.when.is_none()) {
        if let Some(every) = term.every {
            said.push(w.with("complaint-progress", &[("duration", words(w, every).into())]));
        }
    }
}

fn longer(w: &mut Writer<'_>, term: &Term, said: &mut Vec<String>) {
    let rules = w.rules();
    let Some((index, extension)) = rules.extensions.iter().enumerate().find(|(_, e)| e.terms.contains(&term.id)) else {
        if term.within.is_some() {
            said.push(w.say("complaint-not-longer"));
        }
        return;
    };
    said.push(w.say(match extension.notice {
        Notice::WithinTerm | Notice::WithinOriginalTerm => "complaint-longer",
        Notice::AnyTime => "complaint-longer-any-time",
    }));
    let Some(step) = rules.step(&extension.step) else {
        w.empty(format!("extensions[{index}].step"));
        return;
    };
    let asked: Vec<String> = step
        .asks
        .iter()
        .map(|ask| {
            w.voice.names.of(&format!("steps/{}/{}", step.id, ask.key)).unwrap_or_else(|| ask.label().to_owned())
        })
        .map(|name| lower(&name))
        .collect();
    if !asked.is_empty() {
        let asked = w.voice.both(&asked);
        let asked = w.keep(asked);
        said.push(w.with("complaint-longer-told", &[("what", asked.into())]));
    }
    most(w, index, extension, said);
    while_waiting(w, step, said);
}

/// How often and how long at most.
fn most(w: &mut Writer<'_>, index: usize, extension: &Extension, said: &mut Vec<String>) {
    if let Some(times) = extension.times {
        let times = u32::try_from(times).unwrap_or(u32::MAX);
        said.push(w.with("complaint-longer-times", &[("n", times.into())]));
    }
    match extension.at_most {
        Some(most) => said.push(w.with("complaint-longer-most", &[("duration", words(w, most).into())])),
        None => said.extend(w.open("extension-maximum", format!("extensions[{index}].at_most"))),
    }
    let Some(beyond) = extension.beyond_with.as_deref().and_then(|id| w.rules().step(id)) else { return };
    let yours = beyond.by.contains(&Selector::Position(Position::Complainant));
    said.push(match (yours, beyond.form) {
        (true, Some(Form::Written)) => w.say("complaint-longer-agreed-written"),
        (true, _) => w.say("complaint-longer-agreed"),
        (false, _) => {
            let name = w.voice.names.item("steps", &beyond.id);
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

/// How the end of a term is found.
pub fn counting(w: &mut Writer<'_>) -> Vec<String> {
    let rules = w.rules();
    let spans: Vec<Duration> = rules.terms.iter().filter_map(|t| t.within.or(t.every)).collect();
    if spans.is_empty() {
        return Vec::new();
    }
    let mut said = vec![w.say("complaint-counting-first-day")];
    let unit = |unit: Unit| spans.iter().any(|d| d.unit() == unit);
    if unit(Unit::WorkingDays) {
        said.push(w.say("complaint-counting-working-days"));
    }
    if unit(Unit::CalendarDays) {
        said.push(w.say("complaint-counting-calendar-days"));
    }
    let by_law = rules.terms.iter().any(|t| rules.counting_of(t) == Counting::Termijnenwet);
    said.push(w.say(if by_law { "complaint-counting-law" } else { "complaint-counting-stated" }));
    said
}
