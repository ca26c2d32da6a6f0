//! One case against what it was in each parent: what was logged stays, and what is new was recorded by somebody who may.

use std::rc::Rc;

use crate::change::{Difference, EntryKey, compare_merge};
use crate::check::case::judge::Judged;
use crate::check::commit::previous::{Past, SEALED};
use crate::check::unreadable::step_at;
use crate::context::Page;
use crate::diagnostics::Finding;
use crate::docket::{corrected_fact, corrects_receipt};
use crate::rules::{Message, Rule, history};
use crate::yaml::Route;

/// A case as it is now, and what it was.
pub struct Subject<'a> {
    /// Its path.
    pub path: &'a str,
    /// As it is now.
    pub judged: &'a Judged,
    /// What will be remembered of it.
    pub now: &'a Past,
    /// What it was in each parent that had it.
    pub parents: &'a [Rc<Past>],
}

impl Subject<'_> {
    /// The numbers of the entries that no parent has.
    #[must_use]
    pub fn added(&self) -> Vec<usize> {
        let logs: Vec<&[EntryKey]> = self.parents.iter().map(|p| p.entries.as_slice()).collect();
        if self.now.destroyed { Vec::new() } else { new_entries(&logs, &self.now.entries) }
    }

    /// A finding at a place of the case as it is now.
    #[must_use]
    pub fn at(&self, rule: &Rule, route: &Route, said: Message) -> Finding {
        let page = Page { path: self.path, source: &self.judged.source, tree: self.judged.tree.as_ref() };
        let finding = page.at_route(rule, route, said);
        match &self.now.id {
            Some(id) => finding.in_case(id),
            None => finding,
        }
    }
}

/// Judges the change of one case, whoever made it.
#[must_use]
pub fn judge(subject: &Subject<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    if subject.judged.tree.is_none() || subject.now.destroyed {
        return found;
    }
    let logs: Vec<&[EntryKey]> = subject.parents.iter().map(|p| p.entries.as_slice()).collect();
    found.extend(log_changes(subject, &logs));
    found.extend(facts(subject));
    found.extend(sealed(subject));
    found
}

/// What the case said of its sealed pieces and no longer says.
fn sealed(subject: &Subject<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    for parent in subject.parents.iter().filter(|parent| !parent.destroyed) {
        for (list, (was, now)) in SEALED.iter().zip(parent.sealed.iter().zip(&subject.now.sealed)) {
            let gone = was.iter().position(|mark| !now.contains(mark));
            let at = Route::root().key("sealed").key(list);
            found.extend(gone.map(|nth| subject.at(&history::g761::RULE, &at, history::g761::say(nth + 1, list))));
        }
    }
    found.dedup();
    found
}

fn log_changes(subject: &Subject<'_>, logs: &[&[EntryKey]]) -> Vec<Finding> {
    let merged = compare_merge(logs, &subject.now.entries);
    let log = Route::root().key("log");
    let mut found = Vec::new();
    for lost in &merged.lost {
        let (rule, said, at) = match lost.what {
            Difference::Reordered(at) => (&history::g703::RULE, history::g703::say(at + 1, true), at),
            Difference::Changed(at) => {
                (&history::g702::RULE, history::g702::say(at + 1, &step_at(logs, lost.parent, at), false), at)
            }
            Difference::Removed(at) => {
                (&history::g702::RULE, history::g702::say(at + 1, &step_at(logs, lost.parent, at), true), at)
            }
            _ => continue,
        };
        found.push(subject.at(rule, &log.index(at), said));
    }
    for added in &merged.added {
        if let Difference::Inserted(at) = added
            && !logs.is_empty()
        {
            found.push(subject.at(&history::g703::RULE, &log.index(*at), history::g703::say(at + 1, false)));
        }
    }
    found
}

/// Facts that only a correction may change.
fn facts(subject: &Subject<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    for parent in subject.parents.iter().filter(|p| p.id.is_some()) {
        let facts = [
            ("received", parent.received != subject.now.received, parent.received.map(|d| d.to_string())),
            ("intake", parent.channel != subject.now.channel, parent.channel.clone()),
            ("id", parent.id != subject.now.id, parent.id.clone()),
        ];
        let corrected = receipt_corrected(subject, parent);
        for (key, _, was) in facts.iter().filter(|(key, differs, _)| *differs && (*key == "id" || !corrected)) {
            let said = history::g706::say(key, was.as_deref().unwrap_or("–"));
            found.push(subject.at(&history::g706::RULE, &Route::root().key(key), said));
        }
        found.extend(joined_later(subject, parent));
        found.extend(rewritten(subject, parent));
    }
    found.dedup();
    found
}

/// Facts that rules rest on and that say something else than they did, without a correction that names them. What was not
/// filled in may be, and a topic more may be added: that makes nothing lighter.
fn rewritten(subject: &Subject<'_>, parent: &Past) -> Vec<Finding> {
    let mut changed: Vec<&str> = parent
        .facts
        .iter()
        .filter(|(key, was)| subject.now.facts.get(*key) != Some(was))
        .map(|(key, _)| key.split(' ').next().unwrap_or_default())
        .collect();
    let fewer = parent.topics.iter().any(|topic| !subject.now.topics.contains(topic));
    let other = parent.main_topic.is_some() && parent.main_topic != subject.now.main_topic;
    changed.extend((fewer || other).then_some("topics"));
    changed.dedup();
    let corrected = corrections(subject, parent);
    let told = |fact: &&str| !corrected.iter().any(|named| named == fact);
    changed
        .into_iter()
        .filter(told)
        .map(|fact| subject.at(&history::g730::RULE, &place_of(subject, fact), history::g730::say(fact)))
        .collect()
}

/// The facts that corrections name which the parent did not have.
fn corrections<'s>(subject: &Subject<'s>, parent: &Past) -> Vec<&'s str> {
    let log = subject.judged.case.as_ref().map(|c| c.log.as_slice()).unwrap_or_default();
    let new = new_entries(&[&parent.entries], &subject.now.entries);
    new.into_iter().filter_map(|index| log.get(index)).filter_map(corrected_fact).collect()
}

/// Where a fact stands, or stood.
fn place_of(subject: &Subject<'_>, fact: &str) -> Route {
    let root = Route::root();
    let parties = subject.judged.case.as_ref().map(|c| c.parties.as_slice()).unwrap_or_default();
    match fact {
        "source" => root.key("intake").key("source"),
        "severity" | "topics" => root.key(fact),
        _ => match (fact.strip_prefix("fields."), parties.iter().position(|p| p.key == fact)) {
            (Some(id), _) => root.key("fields").key(id),
            (None, Some(index)) => root.key("parties").index(index),
            (None, None) => root.key("parties"),
        },
    }
}

/// Parties that would have joined later than was said before: what was to be done for them would no longer be.
fn joined_later(subject: &Subject<'_>, parent: &Past) -> Vec<Finding> {
    let parties = subject.judged.case.as_ref().map(|c| c.parties.as_slice()).unwrap_or_default();
    let later = parties.iter().enumerate().filter_map(|(index, party)| {
        let (_, was) = parent.parties.iter().find(|(key, _)| *key == party.key)?;
        party.since.filter(|now| was.is_none_or(|was| *now > was))?;
        let at = Route::root().key("parties").index(index).key("since");
        Some(subject.at(&history::g706::RULE, &at, history::g706::joined(&party.key, *was)))
    });
    later.collect()
}

/// Whether a correction of the receipt was added to what the parent had: one that stood there already was for another change.
fn receipt_corrected(subject: &Subject<'_>, parent: &Past) -> bool {
    let log = subject.judged.case.as_ref().map(|c| c.log.as_slice()).unwrap_or_default();
    new_entries(&[&parent.entries], &subject.now.entries)
        .into_iter()
        .filter_map(|index| log.get(index))
        .any(corrects_receipt)
}

/// The numbers of the entries that no parent has. Of entries with the same words the last ones are the new ones.
fn new_entries(logs: &[&[EntryKey]], now: &[EntryKey]) -> Vec<usize> {
    let times = |entries: &[EntryKey], text: &str| entries.iter().filter(|e| e.text == text).count();
    let stood = |at: usize, entry: &EntryKey| {
        let so_far = times(&now[..=at], &entry.text);
        logs.iter().any(|log| times(log, &entry.text) >= so_far)
    };
    now.iter().enumerate().filter(|(at, entry)| !stood(*at, entry)).map(|(_, entry)| entry.index).collect()
}
