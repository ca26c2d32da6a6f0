//! Everything in a regulation that names something else in it: by its place in the file, so that no name is forgotten.

use super::statements::texts;
use crate::diagnostics::{Text, text};
use crate::regulation::{Regulation, Selector};
use crate::yaml::{Node, Route};

/// What a name must be the name of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Target {
    /// A role or a reserved word.
    Selector,
    /// A role.
    Role,
    /// A step.
    Step,
    /// A step or a role.
    StepOrRole,
    /// A term.
    Term,
    /// A channel.
    Channel,
    /// A contact of the organisation.
    Contact,
    /// A case field.
    Field,
    /// An attestation.
    Attestation,
    /// A named calendar.
    Calendar,
}

/// A name that stands for something else.
#[derive(Debug, Clone)]
pub struct Reference<'a> {
    /// Where it stands.
    pub at: Route,
    /// What it must be.
    pub target: Target,
    /// The name.
    pub id: &'a str,
}

/// Where names stand: keys parted by dots, `*` for each item of a list. Words in the third column are no names there.
const PLACES: &[(&str, Target, &[&str])] = &[
    ("channels.*.via", Target::Role, &[]),
    ("channels.*.contact", Target::Contact, &[]),
    ("intake.usual_parties", Target::Role, &[]),
    ("intake.when_incomplete.step", Target::Step, &[]),
    ("intake.when_incomplete.until", Target::Step, &[]),
    ("intake.when_incomplete.terms", Target::Term, &[]),
    ("topics.list.*.assign_to", Target::Role, &[]),
    ("topics.list.*.needs_party", Target::Role, &[]),
    ("causes.required_at", Target::Step, &[]),
    ("assignment.step", Target::Step, &[]),
    ("assignment.handler.role", Target::Role, &[]),
    ("assignment.handler.roles", Target::Role, &[]),
    ("assignment.handler.account_field", Target::Field, &[]),
    ("assignment.owner.role", Target::Role, &[]),
    ("assignment.exclude.*.who", Target::StepOrRole, &["handler"]),
    ("assignment.exclude.*.not", Target::Selector, &[]),
    ("assignment.exclude.*.substitute", Target::Step, &[]),
    ("assignment.exclude.*.substitute.step", Target::Step, &[]),
    ("assignment.exclude.*.substitute.role", Target::Role, &[]),
    ("steps.*.by", Target::Selector, &[]),
    ("steps.*.by_each", Target::Selector, &[]),
    ("steps.*.with", Target::Selector, &[]),
    ("steps.*.to", Target::Selector, &[]),
    ("steps.*.cc", Target::Selector, &[]),
    ("steps.*.report_to", Target::Selector, &[]),
    ("steps.*.also", Target::Selector, &[]),
    ("steps.*.any_one", Target::Selector, &[]),
    ("steps.*.channels", Target::Channel, &[]),
    ("steps.*.each", Target::Selector, &[]),
    ("steps.*.each.step", Target::Step, &[]),
    ("steps.*.after", Target::Step, &[]),
    ("steps.*.after_any", Target::Step, &[]),
    ("steps.*.asks.*.same_as", Target::Step, &[]),
    ("steps.*.asks.*.later_than", Target::Step, &["entry", "received"]),
    ("steps.*.asks.*.after_step", Target::Step, &[]),
    ("steps.*.asks.*.within_term", Target::Term, &[]),
    ("steps.*.asks.*.at_most_term", Target::Term, &[]),
    ("terms.*.from", Target::Step, &["received"]),
    ("terms.*.until", Target::Step, &[]),
    ("terms.*.until.all", Target::Step, &[]),
    ("terms.*.each.step", Target::Step, &[]),
    ("terms.*.agreed.step", Target::Step, &[]),
    ("terms.*.step", Target::Step, &[]),
    ("terms.*.calendar", Target::Calendar, &[]),
    ("terms.*.pauses", Target::Calendar, &[]),
    ("extensions.*.terms", Target::Term, &[]),
    ("extensions.*.step", Target::Step, &[]),
    ("extensions.*.beyond_with", Target::Step, &[]),
    ("milestones.registration", Target::Step, &[]),
    ("milestones.acknowledgement", Target::Step, &[]),
    ("milestones.hearing", Target::Step, &[]),
    ("milestones.judgement", Target::Step, &[]),
    ("milestones.outcome", Target::Step, &[]),
    ("milestones.resolved", Target::Step, &[]),
    ("milestones.closing", Target::Step, &[]),
    ("judgement.step", Target::Step, &[]),
    ("satisfaction.*.step", Target::Step, &[]),
    ("satisfaction.*.of", Target::Selector, &[]),
    ("satisfaction.*.reopen", Target::Step, &[]),
    ("measures.step", Target::Step, &[]),
    ("measures.verified", Target::Step, &[]),
    ("escalations.*.body", Target::Role, &[]),
    ("escalations.*.who", Target::Selector, &[]),
    ("escalations.*.steps.offer", Target::Step, &[]),
    ("escalations.*.steps.filed", Target::Step, &[]),
    ("escalations.*.steps.ruled", Target::Step, &[]),
    ("escalations.*.steps.executed", Target::Step, &[]),
    ("escalations.*.term", Target::Term, &[]),
    ("confidentiality.secrecy.*.who", Target::Selector, &[]),
    ("confidentiality.secrecy.*.attestation", Target::Attestation, &[]),
    ("confidentiality.access.roles", Target::Role, &[]),
    ("confidentiality.access.parties", Target::Selector, &[]),
    ("retention.event", Target::Step, &[]),
    ("retention.from", Target::Step, &[]),
    ("retention.by", Target::Selector, &[]),
    ("reporting.by", Target::Selector, &[]),
    ("reporting.further.*.by", Target::Selector, &[]),
    ("reporting.discussion.by", Target::Selector, &[]),
    ("reporting.discussion.decision.by", Target::Selector, &[]),
    ("attestations.*.by", Target::Selector, &[]),
    ("attestations.*.holder", Target::Role, &[]),
    ("attestations.*.at", Target::Step, &["closing"]),
];

/// All references, in the order of the table.
#[must_use]
pub fn references(root: &Node) -> Vec<Reference<'_>> {
    let mut found = Vec::new();
    for (path, target, words) in PLACES {
        let keys: Vec<&str> = path.split('.').collect();
        follow(root, &Route::root(), &keys, &mut |node, at| {
            let names = texts(node, at).filter(|(_, id)| !words.contains(id));
            found.extend(names.map(|(at, id)| Reference { at, target: *target, id }));
        });
    }
    found
}

fn follow<'a>(node: &'a Node, at: &Route, keys: &[&str], reached: &mut dyn FnMut(&'a Node, &Route)) {
    match keys.split_first() {
        None => reached(node, at),
        Some((&"*", rest)) => {
            for (index, item) in node.items().iter().enumerate() {
                follow(item, &at.index(index), rest, reached);
            }
        }
        Some((key, rest)) => {
            if let Some(next) = node.get(key) {
                follow(next, &at.key(key), rest, reached);
            }
        }
    }
}

/// The names that exist of a kind, in the order of the file.
#[must_use]
pub fn known(regulation: &Regulation, target: Target) -> Vec<&str> {
    let roles = || regulation.roles.iter().map(|r| r.id.as_str());
    match target {
        Target::Selector => roles().chain(Selector::RESERVED.iter().copied()).collect(),
        Target::Role => roles().collect(),
        Target::Step => regulation.steps.iter().map(|s| s.id.as_str()).collect(),
        Target::StepOrRole => regulation.steps.iter().map(|s| s.id.as_str()).chain(roles()).collect(),
        Target::Term => regulation.terms.iter().map(|t| t.id.as_str()).collect(),
        Target::Channel => regulation.channels.iter().map(|c| c.id.as_str()).collect(),
        Target::Contact => regulation.organisation.contact.iter().map(|c| c.id.as_str()).collect(),
        Target::Field => regulation.fields.iter().map(|f| f.id.as_str()).collect(),
        Target::Calendar => regulation.calendars.iter().map(|c| c.id.as_str()).collect(),
        Target::Attestation => regulation.attestations.iter().map(|a| a.id.as_str()).collect(),
    }
}

/// The references of one of these kinds that lead nowhere.
#[must_use]
pub fn dangling<'a>(regulation: &Regulation, root: &'a Node, targets: &[Target]) -> Vec<Reference<'a>> {
    let lost = |r: &Reference<'a>| targets.contains(&r.target) && !known(regulation, r.target).contains(&r.id);
    references(root).into_iter().filter(lost).collect()
}

/// The name that may have been meant, as words to end a remedy with.
#[must_use]
pub fn meant(id: &str, known: &[&str]) -> Text {
    if let Some(near) = crate::yaml::most_like(id, known.iter().copied()) {
        text!("bedoelt u `{near}`?", "did you mean `{near}`?")
    } else if known.is_empty() {
        text!("voeg toe wat deze naam noemt, of haal hem weg", "add what this name stands for, or take it out")
    } else {
        let known = super::names::list(known.iter().copied());
        text!("kies uit {known}", "choose from {known}")
    }
}

/// One question asked in a condition: its key, such as `field`, and its value.
#[derive(Debug, Clone)]
pub struct Asked<'a> {
    /// Where the value stands.
    pub at: Route,
    /// The key.
    pub key: &'static str,
    /// The value.
    pub value: &'a str,
    /// The condition that asks.
    pub node: &'a Node,
}

const QUESTIONS: &[&str] = &[
    "field",
    "topic",
    "severity",
    "source",
    "party_role",
    "step",
    "same_person",
    "from",
    "since",
    "to",
    "overdue",
    "differs",
];

/// Every question of every condition, in the order of the file.
#[must_use]
pub fn questions(root: &Node) -> Vec<Asked<'_>> {
    let mut found = Vec::new();
    conditions(root, &Route::root(), &mut |node, at| ask(node, at, &mut found));
    found
}

/// Calls `visit` for every condition that stands under a `when`.
pub fn conditions<'a>(node: &'a Node, at: &Route, visit: &mut dyn FnMut(&'a Node, &Route)) {
    for entry in node.entries() {
        let here = at.key(&entry.key);
        if entry.key == "when" { visit(&entry.node, &here) } else { conditions(&entry.node, &here, visit) }
    }
    for (index, item) in node.items().iter().enumerate() {
        conditions(item, &at.index(index), visit);
    }
}

fn ask<'a>(node: &'a Node, at: &Route, found: &mut Vec<Asked<'a>>) {
    for key in QUESTIONS {
        if let Some(value) = node.get(key) {
            found.extend(texts(value, &at.key(key)).map(|(at, value)| Asked { at, key, value, node }));
        }
    }
    if let Some(inner) = node.get("not") {
        ask(inner, &at.key("not"), found);
    }
    for key in ["all", "any"] {
        for (index, inner) in node.get(key).map(Node::items).unwrap_or_default().iter().enumerate() {
            ask(inner, &at.key(key).index(index), found);
        }
    }
}
