//! The data that a step asks, with the values there are, and the order in which people say them.

use crate::casework::prompt::{Choice, Prompt, Values};
use crate::casework::take_step::eligible::parties_or_staff;
use crate::casework::take_step::step_form::DryRun;
use crate::casework::take_step::written_step::{ATTEST, ATTEST_BY};
use crate::diagnostics::{Text, text};
use crate::docket::{Docket, Receipt};
use crate::naming;
use crate::regulation::{Ask, AskType, Step};

/// A datum that the step asks, with the values that it may have.
pub(crate) fn asked(step: &Step, ask: &Ask, label: Text, dry_run: &DryRun<'_>) -> Prompt {
    let progress = &dry_run.docket.progress;
    let values = progress.values_of(ask.kind, &ask.values);
    let form = naming::expected(ask.kind, &ask.values);
    let before = ask.same_as.as_ref().and_then(|s| progress.entries(s).next_back()?.entry.value(&ask.key));
    let prompt = if values.is_empty() {
        let label = text!("{label}: {form}", "{label}: {form}", label, form);
        Prompt { ahead: ask.later_than.is_some(), ..Prompt::words(&ask.key, label).of_kind(ask.kind) }
    } else {
        let name = |v: String| match ask.kind {
            AskType::Person | AskType::Party => parties_or_staff(dry_run.docket, &v, dry_run.on),
            _ => Choice::new(v.clone(), value_name(dry_run.docket, step, ask, &v)),
        };
        Prompt::choice(&ask.key, label, values.into_iter().map(name).collect())
    };
    let prompt = if matches!(ask.kind, AskType::Causes | AskType::List) { prompt.several() } else { prompt };
    match before {
        Some(value) => prompt.only(vec![value.to_owned()]),
        None => prompt,
    }
}

/// The name of a coded value in the regulation; the value itself when it has none.
pub(crate) fn value_name(docket: &Docket<'_>, step: &Step, ask: &Ask, value: &str) -> Text {
    let regulation = &docket.version.regulation;
    let (place, name) = match ask.kind {
        AskType::Judgement => {
            let mut scale = regulation.judgement.iter().flat_map(|j| &j.scale);
            (format!("judgement/{value}"), scale.find(|s| s.id == value).map(|s| s.name.as_str()))
        }
        AskType::Cause | AskType::Causes => {
            let mut causes = regulation.causes.iter().flat_map(|c| &c.list);
            (format!("causes/{value}"), causes.find(|c| c.id == value).map(|c| c.name.as_str()))
        }
        _ => (format!("steps/{}/{}/{value}", step.id, ask.key), None),
    };
    regulation.named(&place, name.unwrap_or(value))
}

/// The parts that are still open; all of them when the step takes them at once.
pub(crate) fn parts(dry_run: &DryRun<'_>, step: &Step, values: &Values) -> Option<Prompt> {
    if step.parts.is_empty() || values.contains_key("parts") || values.contains_key("waived") {
        return None;
    }
    let done: Vec<&String> = dry_run.docket.progress.entries(&step.id).flat_map(|t| &t.entry.parts).collect();
    let open: Vec<String> = step.parts.iter().filter(|p| !done.contains(p)).cloned().collect();
    let rules = &dry_run.docket.version.regulation;
    let choices = open.iter().map(|part| Choice::new(part, rules.part_name(step, part))).collect();
    let label = text!("welke onderdelen zijn gedaan", "which parts have been done");
    let prompt = Prompt::choice("parts", label, choices).several();
    // Nobody else can say what was told; where it is all at once, all is proposed.
    Some(if step.at_once() { prompt.proposing(step.parts.clone()) } else { prompt })
}

/// Where a key stands among the questions: who and how, the data in the order of the regulation, the rest.
pub(crate) fn place(key: &str, step: &Step) -> (usize, usize) {
    let first = ["by", "handler", "channel", "party", "parts"];
    let [to, cc, with, reported] = [Receipt::To, Receipt::Cc, Receipt::With, Receipt::ReportedTo].map(Receipt::key);
    let second = [to, cc, with, reported];
    if let Some(at) = first.iter().chain(&second).position(|k| *k == key) {
        return (0, at);
    }
    match step.asks.iter().position(|a| a.key == key) {
        Some(at) => (1, at),
        None if key.starts_with(ATTEST) => (3, 0),
        None if key.starts_with(ATTEST_BY) => (3, 1),
        None => (2, 0),
    }
}
