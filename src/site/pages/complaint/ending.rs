//! What if we are late, how a complaint ends or opens again, and what the regulation leaves open.

use serde_json::{Value, json};

use super::super::super::contact::href;
use super::super::writer::Writer;
use crate::regulation::{Condition, Does, Ending, Position, Selector, Step, Test};

/// What the complainant can do, and what we do.
pub fn late(w: &mut Writer<'_>) -> Vec<String> {
    let mut said = vec![w.say("complaint-late"), w.say("complaint-late-recorded")];
    if !w.rules().escalations.is_empty() {
        said.push(w.say("complaint-late-further"));
    }
    said
}

/// Withdrawing and opening again.
pub fn after(w: &mut Writer<'_>) -> Vec<String> {
    let rules = w.rules();
    let you = Selector::Position(Position::Complainant);
    let mut said = Vec::new();
    let withdrawal = rules.steps.iter().find(|s| s.ends_as == Some(Ending::Withdrawn) && s.by.contains(&you));
    if let Some(step) = withdrawal {
        let always = step.after.is_empty() && step.after_any.is_empty() && step.when.is_none();
        said.push(w.say(if always { "complaint-withdraw" } else { "complaint-withdraw-sometimes" }));
    }
    for step in rules.steps.iter().filter(|s| s.does == Some(Does::Reopen)) {
        said.push(w.say(if dissatisfied(w, step) { "complaint-again-dissatisfied" } else { "complaint-again" }));
    }
    said
}

/// Whether a re-opening follows when the complainant is not satisfied.
fn dissatisfied(w: &Writer<'_>, step: &Step) -> bool {
    let says_no = |when: &Condition| match when {
        Condition::Field { field, test: Test::Equals(no) } => {
            no == "nee" && w.rules().satisfaction.iter().any(|s| s.key == *field)
        }
        _ => false,
    };
    match &step.when {
        Some(Condition::Any(either)) => either.iter().any(says_no),
        Some(when) => says_no(when),
        None => false,
    }
}

/// What the text leaves open, in the words of whoever keeps the regulation.
pub fn gaps(w: &mut Writer<'_>) -> Vec<String> {
    let rules = w.rules();
    rules.gaps.iter().map(|gap| w.voice.names.item("gaps", &gap.id)).collect()
}

/// Documents that can be read elsewhere; a form to fill in stands with the ways in.
pub fn documents(w: &mut Writer<'_>) -> Vec<Value> {
    let rules = w.rules();
    let form = |url: &str| rules.organisation.contact.iter().any(|c| c.publish && c.kind == "form" && c.value == url);
    let mut list = Vec::new();
    for document in &rules.documents {
        let Some(href) = document.url.as_deref().and_then(|url| href("url", url)) else { continue };
        if form(&href) {
            continue;
        }
        list.push(json!({"name": w.voice.names.item("documents", &document.id), "href": href}));
    }
    list
}
