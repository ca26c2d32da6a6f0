//! The order rules of the docket, in the abstract: what stands in the way of a step, and what follows from taking it.

use std::collections::HashMap;

use super::conditions::conditions;
use super::facts::{Facts, combinations};
use super::options::{Key, keys};
use super::state::{State, Value};
use crate::regulation::{AskType, Condition, Does, Each, Ending, For, Need, Reach, Regulation, Step};
use crate::yaml::Route;

/// A regulation made ready for the search.
#[derive(Debug)]
pub struct Machine<'a> {
    /// The regulation.
    pub regulation: &'a Regulation,
    /// The order of its steps.
    pub reach: &'a Reach,
    /// Its conditions with their places.
    pub conditions: Vec<(Route, &'a Condition)>,
    /// Combinations of facts.
    pub facts: Vec<Facts>,
    /// Some combinations were left out.
    pub cut: bool,
    /// Keys that conditions ask after.
    pub keys: Vec<Key>,
    numbers: HashMap<&'a str, usize>,
    caps: Vec<u8>,
    counted: Vec<bool>,
}

impl<'a> Machine<'a> {
    /// Makes it ready.
    #[must_use]
    pub fn new(regulation: &'a Regulation, reach: &'a Reach) -> Self {
        let conditions = conditions(regulation);
        let plain: Vec<&Condition> = conditions.iter().map(|(_, c)| *c).collect();
        let (facts, cut) = combinations(regulation, &plain);
        let numbers: HashMap<&str, usize> =
            regulation.steps.iter().enumerate().map(|(i, s)| (s.id.as_str(), i)).collect();
        let mut machine = Self {
            regulation,
            reach,
            facts,
            cut,
            keys: keys(&plain),
            caps: vec![1; regulation.steps.len()],
            counted: vec![false; regulation.steps.len()],
            numbers,
            conditions,
        };
        machine.count(&plain);
        machine
    }

    /// Notes which steps are looked at by something other than the order, and up to what number they are counted.
    fn count(&mut self, conditions: &[&Condition]) {
        let mut looked: Vec<(String, usize)> = Vec::new();
        for condition in conditions {
            condition.walk(&mut |c| match c {
                Condition::Step { step, at_least } => looked.push((step.clone(), *at_least)),
                Condition::LongerThan { from, .. } => looked.push((from.clone(), 1)),
                _ => {}
            });
        }
        for step in &self.regulation.steps {
            if let Some(Each::Items { step, .. }) = &step.each {
                looked.push((step.clone(), 1));
            }
        }
        let ruled = self.regulation.escalations.iter().filter(|e| e.binding).filter_map(|e| e.steps.ruled.clone());
        looked.extend(ruled.map(|step| (step, 1)));
        for (id, times) in looked {
            let Some(index) = self.number(&id) else { continue };
            if let (Some(cap), Some(counted)) = (self.caps.get_mut(index), self.counted.get_mut(index)) {
                *cap = (*cap).max(u8::try_from(times).unwrap_or(u8::MAX));
                *counted = true;
            }
        }
    }

    /// The number of a step.
    #[must_use]
    pub fn number(&self, id: &str) -> Option<usize> {
        self.numbers.get(id).copied()
    }

    /// Whether taking the step can only make more possible.
    #[must_use]
    pub fn harmless(&self, index: usize, step: &Step) -> bool {
        let moves = matches!(step.does, Some(Does::Formalise | Does::Reopen | Does::Close | Does::End));
        let sets = step.asks.iter().any(|a| self.keys.iter().any(|k| k.name == a.key));
        !moves && !sets && !self.counted.get(index).copied().unwrap_or_default()
    }

    /// Whether the step makes no difference to anything: nobody demands it and nothing waits for it.
    #[must_use]
    pub fn idle(&self, index: usize, step: &Step) -> bool {
        let awaited = |s: &Step| s.after.iter().chain(&s.after_any).any(|id| *id == step.id);
        step.optional && self.harmless(index, step) && !self.regulation.steps.iter().any(awaited)
    }

    /// The states in which a case can begin.
    #[must_use]
    pub fn beginnings(&self) -> Vec<State> {
        let formal = self.regulation.channels.iter().any(|c| c.formal) || self.regulation.channels.is_empty();
        let report = self.regulation.channels.iter().any(|c| !c.formal);
        let kinds = [formal.then_some(true), report.then_some(false)];
        let mut all = Vec::new();
        for complaint in kinds.into_iter().flatten() {
            for facts in 0..self.facts.len() {
                let steps = self.regulation.steps.len();
                let (total, here) = (vec![0; steps], vec![0; steps]);
                let empty = vec![None; self.keys.len()];
                let start = State { facts, complaint, ended: false, ruled: None, total, here, values: empty };
                all.extend(self.with_fields(start));
            }
        }
        all
    }

    /// The values that case fields may have from the start.
    fn with_fields(&self, start: State) -> Vec<State> {
        let mut all = vec![start];
        for (index, key) in self.keys.iter().enumerate() {
            let field = self.regulation.fields.iter().find(|f| f.id == key.name);
            let options: Vec<Option<Value>> = match (field, key.name.as_str()) {
                (Some(field), _) => {
                    let given = key.options(self.regulation, field.kind, &field.values).into_iter().map(Some);
                    let absent = (field.required != Need::Always).then_some(None);
                    absent.into_iter().chain(given).collect()
                }
                (None, "main_topic" | "channel") => {
                    key.options(self.regulation, AskType::Text, &[]).into_iter().map(Some).collect()
                }
                _ => continue,
            };
            let with = |state: &State, value: &Option<Value>| {
                let mut state = state.clone();
                if let Some(slot) = state.values.get_mut(index) {
                    slot.clone_from(value);
                }
                state
            };
            all = all.iter().flat_map(|s| options.iter().map(|v| with(s, v)).collect::<Vec<_>>()).collect();
        }
        all
    }

    /// How often the step counts as taken now.
    #[must_use]
    pub fn taken(&self, state: &State, index: usize) -> u8 {
        let each_round = self.regulation.steps.get(index).is_some_and(|s| s.each_round);
        let counts = if each_round { &state.here } else { &state.total };
        counts.get(index).copied().unwrap_or_default()
    }

    fn belongs(state: &State, step: &Step) -> bool {
        match step.belongs_to {
            For::Both => true,
            For::Complaint => state.complaint,
            For::Report => !state.complaint,
        }
    }

    fn done(&self, state: &State, index: usize, step: &Step) -> bool {
        let nothing = match &step.each {
            Some(Each::Items { step, .. }) => {
                self.number(step).and_then(|i| state.total.get(i)).copied().unwrap_or_default() == 0
            }
            _ => false,
        };
        nothing || self.taken(state, index) > 0
    }

    /// Whether the step can be taken in this state.
    #[must_use]
    pub fn possible(&self, state: &State, index: usize, step: &Step) -> bool {
        Self::belongs(state, step)
            && self.not_after_the_end(state, step)
            && self.applies(state, step)
            && step.after.iter().all(|id| self.satisfied(state, id))
            && (step.after_any.is_empty()
                || step.after_any.iter().filter_map(|id| self.number(id)).any(|i| state.total.get(i) > Some(&0)))
            && !(step.once && state.here.get(index) > Some(&0))
            && (step.does != Some(Does::Close) || self.nothing_left(state, step))
    }

    fn not_after_the_end(&self, state: &State, step: &Step) -> bool {
        let open = !state.ended || step.does == Some(Does::Reopen) || self.reach.past_the_end(&step.id);
        let way = state.ruled.and_then(|i| self.regulation.escalations.get(i));
        let after_ruling = way.is_none_or(|way| {
            let follows = way.steps.ruled.as_deref().is_some_and(|ruled| self.reach.precedes(ruled, &step.id));
            let ends = matches!(step.does, Some(Does::Close | Does::End));
            follows || ends || way.steps.executed.as_deref() == Some(step.id.as_str())
        });
        open && after_ruling
    }

    fn satisfied(&self, state: &State, id: &str) -> bool {
        let Some(index) = self.number(id) else { return true };
        let Some(step) = self.regulation.steps.get(index) else { return true };
        let belongs = Self::belongs(state, step) && self.applies(state, step);
        self.done(state, index, step) || (!belongs && self.taken(state, index) == 0)
    }

    fn nothing_left(&self, state: &State, closing: &Step) -> bool {
        self.regulation.steps.iter().enumerate().all(|(index, step)| {
            let moves = matches!(step.does, Some(Does::Close | Does::End | Does::Reopen | Does::Formalise));
            let demanded = !step.optional && !moves && Self::belongs(state, step) && self.applies(state, step);
            let later = self.reach.past_the_end(&step.id) && !self.reach.precedes(&step.id, &closing.id);
            !demanded || later || step.id == closing.id || self.done(state, index, step)
        })
    }

    /// The states that follow from taking the step, each with the values it set.
    #[must_use]
    pub fn follow(&self, state: &State, index: usize, step: &Step) -> Vec<(State, Vec<String>)> {
        let mut plain = state.clone();
        self.enter(&mut plain, index, step);
        let mut all = vec![(plain, Vec::new())];
        for ask in &step.asks {
            let Some(key) = self.keys.iter().position(|k| k.name == ask.key) else { continue };
            let now = state.values.get(key).cloned().flatten();
            let options = match (&ask.same_as, now) {
                (Some(_), Some(value)) => vec![value],
                _ => self.keys.get(key).map(|k| k.options(self.regulation, ask.kind, &ask.values)).unwrap_or_default(),
            };
            let mut next = Vec::new();
            for (state, said) in &all {
                let free = !ask.required || ask.when.as_ref().is_some_and(|c| !self.holds(state, c));
                if free {
                    next.push((state.clone(), said.clone()));
                }
                for value in &options {
                    let (mut state, mut said) = (state.clone(), said.clone());
                    said.push(format!("{}: {}", ask.key, value.told()));
                    if let Some(slot) = state.values.get_mut(key) {
                        *slot = Some(value.clone());
                    }
                    next.push((state, said));
                }
            }
            all = next;
        }
        all
    }

    fn enter(&self, state: &mut State, index: usize, step: &Step) {
        if step.does == Some(Does::Reopen) {
            state.ended = false;
            state.here.fill(0);
        }
        let cap = self.caps.get(index).copied().unwrap_or(1);
        for counts in [&mut state.total, &mut state.here] {
            if let Some(count) = counts.get_mut(index) {
                *count = count.saturating_add(1).min(cap);
            }
        }
        match step.does {
            Some(Does::Formalise) => state.complaint = true,
            Some(Does::Close | Does::End) => state.ended = true,
            _ => {}
        }
        let ways = self.regulation.escalations.iter();
        if let Some(way) = ways.enumerate().find(|(_, w)| w.binding && w.steps.ruled.as_deref() == Some(&step.id)) {
            state.ruled = Some(way.0);
        }
    }

    /// Whether the step ends the case by the organisation's own doing: a case must never hang on a withdrawal.
    #[must_use]
    pub fn finishes(step: &Step) -> bool {
        matches!(step.does, Some(Does::Close | Does::End)) && step.ends_as != Some(Ending::Withdrawn)
    }
}
