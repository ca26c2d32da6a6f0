//! The order of steps as a graph: what comes after what, directly or through others.

use std::collections::{BTreeMap, BTreeSet};

use super::block::Regulation;
use super::workflow::{Does, Step};

/// For each step, the steps that come before it; and the steps that are possible after the case has ended.
#[derive(Debug, Clone, Default)]
pub struct Precedence {
    before: BTreeMap<String, BTreeSet<String>>,
    past_the_end: BTreeSet<String>,
    asked_by: BTreeMap<String, BTreeSet<String>>,
    closes_again: BTreeMap<String, BTreeSet<String>>,
}

impl Precedence {
    /// Works it out for a regulation. Cycles are no obstacle; the lint reports them.
    #[must_use]
    pub fn of(regulation: &Regulation) -> Self {
        let direct: BTreeMap<&str, Vec<&str>> = regulation
            .steps
            .iter()
            .map(|s| (s.id.as_str(), s.after.iter().chain(&s.after_any).map(String::as_str).collect()))
            .collect();
        let mut precedence = Self::default();
        for step in &regulation.steps {
            let mut seen = BTreeSet::new();
            let mut open: Vec<&str> = direct.get(step.id.as_str()).cloned().unwrap_or_default();
            while let Some(next) = open.pop() {
                if seen.insert(next.to_owned()) {
                    open.extend(direct.get(next).into_iter().flatten());
                }
            }
            precedence.before.insert(step.id.clone(), seen);
        }
        precedence.asked_by = reopenings(regulation);
        precedence.closes_again = closings(regulation, &precedence.asked_by);
        let ends: Vec<&str> = regulation
            .steps
            .iter()
            .filter(|s| matches!(s.does, Some(Does::Close | Does::End)))
            .map(|s| s.id.as_str())
            .collect();
        for step in &regulation.steps {
            if ends.iter().any(|end| precedence.precedes(end, &step.id)) {
                precedence.past_the_end.insert(step.id.clone());
            }
        }
        precedence
    }

    /// Whether `first` comes before `then`, directly or through others.
    #[must_use]
    pub fn precedes(&self, first: &str, then: &str) -> bool {
        self.before.get(then).is_some_and(|b| b.contains(first))
    }

    /// Whether a step that re-opens the case asks for another: it comes after it, with no step in between that ends the case.
    #[must_use]
    pub fn asked_by(&self, reopening: &str, step: &str) -> bool {
        self.asked_by.get(reopening).is_some_and(|asked| asked.contains(step))
    }

    /// The closing steps by which a round ends that a step re-opened, where they are themselves what it asks for: somebody is told
    /// something by them, or a term runs until them.
    pub fn closes_again(&self, reopening: &str) -> impl Iterator<Item = &str> + Clone {
        self.closes_again.get(reopening).into_iter().flatten().map(String::as_str)
    }

    /// Whether the step is possible after the case has ended.
    #[must_use]
    pub fn past_the_end(&self, step: &str) -> bool {
        self.past_the_end.contains(step)
    }
}

/// For each step that re-opens the case, the closing steps that it leads to, of those that say or stop something.
fn closings(
    regulation: &Regulation,
    asked_by: &BTreeMap<String, BTreeSet<String>>,
) -> BTreeMap<String, BTreeSet<String>> {
    let speaks = |s: &Step| !s.to.is_empty() || regulation.terms.iter().any(|term| term.until.contains(&s.id));
    let closing = |s: &&Step| s.does == Some(Does::Close) && !s.optional && speaks(s);
    let led_to = |by: &String, asked: &BTreeSet<String>| {
        let follows = |s: &&Step| s.after.iter().chain(&s.after_any).any(|id| id == by || asked.contains(id));
        let steps = regulation.steps.iter().filter(closing).filter(follows);
        steps.map(|s| s.id.clone()).collect()
    };
    asked_by.iter().map(|(by, asked)| (by.clone(), led_to(by, asked))).collect()
}

/// For each step that re-opens the case, the steps that it leads to before the case ends again.
fn reopenings(regulation: &Regulation) -> BTreeMap<String, BTreeSet<String>> {
    let does = |step: &&Step, what: &[Does]| step.does.is_some_and(|does| what.contains(&does));
    let reopening = regulation.steps.iter().filter(|s| does(s, &[Does::Reopen]));
    let turns = [Does::Close, Does::End, Does::Reopen];
    let asked = |by: &Step| {
        let (mut asked, mut open) = (BTreeSet::new(), vec![by.id.as_str()]);
        while let Some(from) = open.pop() {
            let next = regulation.steps.iter().filter(|s| s.after.iter().chain(&s.after_any).any(|id| id == from));
            for step in next.filter(|s| !does(s, &turns)) {
                if asked.insert(step.id.clone()) {
                    open.push(&step.id);
                }
            }
        }
        asked
    };
    reopening.map(|step| (step.id.clone(), asked(step))).collect()
}
