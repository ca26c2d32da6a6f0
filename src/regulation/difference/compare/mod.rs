//! Rule by rule: what is new, gone or different.
//!
//! - `subject`: what a complaint is here, how it comes in, how it is coded. - `people`: who handles, knows, declares.
//! - `workflow`: steps, terms, extensions. - `reader`: what is there for who reads. - `ending`: judgement, satisfaction, the external body, keeping, the report.

mod ending;
mod people;
mod reader;
mod subject;
mod workflow;

use super::{Difference, Facet, Switch, What};
use crate::regulation::block::Regulation;
use crate::regulation::roles::Selector;
use crate::regulation::rule_ref::RuleRef;

pub(super) fn all(old: &Regulation, new: &Regulation) -> Vec<Difference> {
    let mut found = Found(Vec::new());
    found.title(old, new);
    if old.counting != new.counting {
        found.add(RuleRef::block("counting"), What::Counting);
    }
    found.other(RuleRef::block("calendar"), old.calendar == new.calendar);
    found.calendars(old, new);
    found.organisation(old, new);
    found.roles(old, new);
    found.channels(old, new);
    found.intake(old, new);
    found.topics(old, new);
    found.codes(old, new);
    found.assignment(old, new);
    found.steps(old, new);
    found.terms(old, new);
    found.extensions(old, new);
    found.milestones(old, new);
    found.judgement(old, new);
    found.satisfaction(old, new);
    found.escalations(old, new);
    found.confidentiality(old.confidentiality.as_ref(), new.confidentiality.as_ref());
    found.costs(old, new);
    found.retention(old.retention.as_ref(), new.retention.as_ref());
    found.reporting(old, new);
    found.attestations(old, new);
    found.documents(old, new);
    found.statements(old, new);
    found.gaps(old, new);
    found.0
}

fn ids<T>(list: &[T], id: impl Fn(&T) -> &String) -> Vec<String> {
    list.iter().map(|x| id(x).clone()).collect()
}

fn words(selectors: &[Selector]) -> Vec<String> {
    selectors.iter().map(|s| s.word().to_owned()).collect()
}

fn one(word: Option<&String>) -> Vec<String> {
    word.into_iter().cloned().collect()
}

/// Each rule that is in both lists, as it was and as it becomes.
fn kept<'a, T>(old: &'a [T], new: &'a [T], id: impl Fn(&T) -> &String) -> Vec<(&'a T, &'a T)> {
    new.iter().filter_map(|after| Some((old.iter().find(|b| id(b) == id(after))?, after))).collect()
}

struct Found(Vec<Difference>);

impl Found {
    fn add(&mut self, rule: RuleRef, what: What) {
        self.0.push(Difference { rule, what });
    }

    /// What is only in one of two lists of ids.
    fn lists(&mut self, block: &str, old: &[String], new: &[String]) {
        for id in new.iter().filter(|id| !old.contains(id)) {
            self.add(RuleRef::new(block, id), What::Added);
        }
        for id in old.iter().filter(|id| !new.contains(id)) {
            self.add(RuleRef::new(block, id), What::Gone);
        }
    }

    /// A part of a rule that names others than before; the order in which it names them says nothing.
    fn names(&mut self, rule: &RuleRef, facet: Facet, old: Vec<String>, new: Vec<String>) {
        let sorted = |list: &[String]| {
            let mut list = list.to_vec();
            list.sort_unstable();
            list
        };
        if sorted(&old) != sorted(&new) {
            self.add(rule.clone(), What::Names(facet, old, new));
        }
    }

    fn switch(&mut self, rule: &RuleRef, switch: Switch, old: bool, new: bool) {
        if old != new {
            self.add(rule.clone(), What::Now(switch, new));
        }
    }

    /// A rule, or a whole block, that is different in a way that has no sentence of its own.
    fn other(&mut self, rule: RuleRef, same: bool) {
        if !same {
            self.add(rule, What::Changed);
        }
    }

    /// What has another name than before.
    fn renamed(&mut self, rule: &RuleRef, same: bool) {
        if !same {
            self.add(rule.clone(), What::Renamed);
        }
    }

    /// A block that is new or gone; true when it is in both.
    fn block<T>(&mut self, block: &str, old: Option<&T>, new: Option<&T>) -> bool {
        match (old, new) {
            (None, Some(_)) => self.add(RuleRef::block(block), What::Added),
            (Some(_), None) => self.add(RuleRef::block(block), What::Gone),
            _ => {}
        }
        old.is_some() && new.is_some()
    }
}
