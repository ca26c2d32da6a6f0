//! One case against what it was in each parent: what was logged stays, and what is new was recorded by somebody who may.

use std::rc::Rc;

use crate::case::{Case, LogEntry, Party};
use crate::change::{Difference, EntryKey, compare_merge};
use crate::check::case::judge::Judged;
use crate::check::commit::candidate::Candidate;
use crate::check::commit::identity::Identification;
use crate::check::commit::previous::Past;
use crate::check::unreadable;
use crate::check::unreadable::step_at;
use crate::context::{Context, Page, Strength, article};
use crate::diagnostics::{Finding, Severity};
use crate::docket::{corrected_fact, corrects_receipt};
use crate::regulation::{Exclusion, People, RuleRef, Selector, Version};
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
    fn at(&self, rule: &Rule, route: &Route, said: Message) -> Finding {
        let page = Page { path: self.path, source: &self.judged.source, tree: self.judged.tree.as_ref() };
        let finding = page.at_route(rule, route, said);
        match &self.now.id {
            Some(id) => finding.in_case(id),
            None => finding,
        }
    }
}

/// Judges the change of one case.
#[must_use]
pub fn judge(
    subject: &Subject<'_>,
    candidate: &Candidate<'_>,
    before: Option<&Context>,
    context: &Context,
) -> Vec<Finding> {
    let mut found = Vec::new();
    if subject.judged.tree.is_none() {
        return found;
    }
    let logs: Vec<&[EntryKey]> = subject.parents.iter().map(|p| p.entries.as_slice()).collect();
    let added = if subject.now.destroyed {
        Vec::new()
    } else {
        found.extend(log_changes(subject, &logs));
        found.extend(facts(subject));
        new_entries(&logs, &subject.now.entries)
    };
    found.extend(recorders(subject, &added, candidate, before, context));
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

/// Whether those who recorded the new entries may.
fn recorders(
    subject: &Subject<'_>,
    added: &[usize],
    candidate: &Candidate<'_>,
    before: Option<&Context>,
    context: &Context,
) -> Vec<Finding> {
    let Some(regulation) = crate::paths::regulation_of(subject.path) else { return Vec::new() };
    let ground = before.filter(|b| b.policy.histories.contains_key(regulation)).unwrap_or(context);
    let Some(history) = ground.policy.histories.get(regulation) else { return Vec::new() };
    let strength = ground.settings.identity.strength;
    let ceiling = if strength == Strength::Author { Severity::Warning } else { Severity::Error };
    // Where nobody's address is known, an author field says nothing at all.
    if strength == Strength::Author && history.people.persons.iter().all(|p| p.git.is_empty()) {
        return Vec::new();
    }
    let known = candidate.evidence.known_to(&history.people, &ground.settings);
    let first_day = subject.judged.case.as_ref().map(crate::case::Case::first_day);
    let version = first_day.and_then(|day| ground.policy.in_force(regulation, day).ok()).map(|(v, _)| v);
    let root = Route::root();
    let mut found = Vec::new();
    match known {
        Identification::Unknowable => {}
        Identification::UnknownActor => {
            found.push(unknown_actor(subject, version, unknown(&history.people_path, strength)));
        }
        Identification::Unnamed => {
            let variable = ground.settings.identity.variable.as_deref().unwrap_or("identity.variable");
            found.push(subject.at(&history::g722::RULE, &root, history::g722::say(variable)));
        }
        Identification::Unsigned(fault) => {
            found.push(subject.at(&history::g715::RULE, &root, unreadable::signature(&fault)));
        }
        Identification::Person(person) => {
            if let Some(version) = version
                && !has_access(version, &history.people, &person, subject, candidate)
            {
                let on = candidate.day.unwrap_or_default();
                let holds = |role: &str| history.people.holds(&person, role, on);
                let roles = history.people.person(&person).into_iter().flat_map(|p| &p.roles);
                let case = subject.judged.case.as_ref();
                let kept = case.is_some_and(|case| {
                    roles.map(|r| r.role.as_str()).any(|r| holds(r) && kept_from(case, version, &person, Some(r)))
                });
                let who = if kept {
                    history::g713::UnknownActor::KeptFrom { person: &person }
                } else {
                    history::g713::UnknownActor::WithoutAccess { person: &person, on }
                };
                found.push(unknown_actor(subject, Some(version), who));
            }
            let others = strength == Strength::Author || ground.settings.identity.record_for_others;
            if !others {
                found.extend(not_the_actor(subject, added, &person, &history.people));
            }
        }
    }
    for finding in &mut found {
        finding.severity = finding.severity.min(ceiling);
    }
    found
}

/// Nobody of this file: by the address of the commit, or by the name under which the server let somebody in.
pub(crate) fn unknown(people: &str, strength: Strength) -> history::g713::UnknownActor<'_> {
    match strength {
        Strength::Transport => history::g713::UnknownActor::NotNamed { people },
        Strength::Author | Strength::Signature => history::g713::UnknownActor::Unknown { people },
    }
}

/// Somebody recorded who may not; it rests on the regulation's rule on who may know.
fn unknown_actor(subject: &Subject<'_>, version: Option<&Version>, who: history::g713::UnknownActor<'_>) -> Finding {
    let mut finding = subject.at(&history::g713::RULE, &Route::root(), history::g713::say(who));
    let rule = |v: &Version| {
        let confidential = v.regulation.confidentiality.as_ref()?;
        Some(RuleRef::block(if confidential.access.is_some() { "confidentiality.access" } else { "confidentiality" }))
    };
    finding.article = version.and_then(|v| rule(v).map(|r| article(v, &r)));
    finding
}

/// Whether a person may write in this case: holds a role that has access, or handles the case.
fn has_access(
    version: &Version,
    people: &People,
    person: &str,
    subject: &Subject<'_>,
    candidate: &Candidate<'_>,
) -> bool {
    let access = version.regulation.confidentiality.as_ref().and_then(|c| c.access.as_ref());
    let Some(access) = access.filter(|a| !a.roles.is_empty()) else { return true };
    let Some(day) = candidate.day else { return false };
    let case = subject.judged.case.as_ref();
    let handles = case.is_some_and(|c| c.log.iter().any(|e| e.handler.as_deref() == Some(person)));
    let kept = |role: Option<&str>| case.is_some_and(|case| kept_from(case, version, person, role));
    let holds = |role: &String| people.holds(person, role, day) && !kept(Some(role));
    (handles && !kept(None)) || access.roles.iter().any(holds)
}

/// Whether an exclusion keeps a person from this case in a role, or as its handler: who may not handle a complaint about
/// himself does not keep its file either, nor by the role from which he is kept.
fn kept_from(case: &Case, version: &Version, person: &str, role: Option<&str>) -> bool {
    let assignment = &version.regulation.assignment;
    let topics = version.regulation.topics.list.iter().filter_map(|t| t.assign_to.as_deref());
    let handlers = assignment.handler.role.iter().chain(&assignment.handler.roles).map(String::as_str).chain(topics);
    let handlers: Vec<&str> = handlers.collect();
    let guards = |rule: &&Exclusion| match role {
        None => rule.who == "handler",
        Some(role) => rule.who == role || (rule.who == "handler" && handlers.contains(&role)),
    };
    let is = |selector: &Selector, party: &Party| match selector {
        Selector::Position(position) => party.position == *position,
        Selector::Parties => true,
        _ => false,
    };
    let own: Vec<&Party> = case.parties.iter().filter(|p| p.person.as_deref() == Some(person)).collect();
    let rules = assignment.exclude.iter().filter(guards).filter(|rule| !rule.waivable);
    rules.into_iter().any(|rule| rule.not.iter().any(|not| own.iter().any(|party| is(not, party))))
}

fn not_the_actor(subject: &Subject<'_>, added: &[usize], person: &str, people: &People) -> Vec<Finding> {
    let Some(case) = &subject.judged.case else { return Vec::new() };
    let entries = added.iter().filter_map(|i| case.log.get(*i).map(|e| (*i, e)));
    let unknown_actor = |entry: &LogEntry| {
        let staff: Vec<&String> = entry.by.iter().filter(|k| people.person(k).is_some()).collect();
        let by_other = !staff.is_empty() && !staff.iter().any(|k| *k == person);
        let recorded_by_other = entry.recorded_by.as_deref().is_some_and(|r| r != person);
        (by_other && entry.recorded_by.as_deref() != Some(person)) || recorded_by_other
    };
    entries
        .filter(|(_, e)| unknown_actor(e))
        .map(|(index, entry)| {
            let by: Vec<&str> = entry.by.iter().map(String::as_str).collect();
            let route = Route::root().key("log").index(index).key("by");
            subject.at(&history::g714::RULE, &route, history::g714::say(index + 1, person, &by))
        })
        .collect()
}
