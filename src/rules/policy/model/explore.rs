//! The search over all states that a case can reach.

use std::collections::{BTreeMap, BTreeSet, HashMap, VecDeque};
use std::rc::Rc;
use std::sync::atomic::{AtomicBool, Ordering};

use super::machine::{Clock, Machine, Set};
use super::state::State;

/// At most so many states are looked at; a regulation of forty steps has a few thousand.
const MOST: usize = 30_000;

/// In place of a step: nothing was done, and a term ended. A path tells it with the step before.
const WAITING: usize = usize::MAX;

/// A step on a path, with the values it set.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Move {
    /// The number of the step.
    pub step: usize,
    /// Values that matter, as `key: value`.
    pub values: Vec<String>,
}

/// What the search found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Explored {
    /// Whether all states were looked at. If not, nothing is said to be impossible.
    pub complete: bool,
    /// The steps (by number) that can be taken in some state.
    pub possible: BTreeSet<usize>,
    /// Paths after which no step that ends the case can be reached any more; the shortest for each last choice.
    pub dead: Vec<Vec<Move>>,
    /// Steps (by number) that can be taken before any of the steps they come after, with the shortest path to that.
    pub loose: BTreeMap<usize, Vec<Move>>,
    /// For each condition, in the machine's order: was it ever true, was it ever false.
    pub truth: Vec<(bool, bool)>,
    /// For each term: whether its clock, once running, can be stopped.
    pub stoppable: Vec<bool>,
}

/// A state with the way to it: the state before, the step, and the values that it set.
struct Node {
    state: Rc<State>,
    from: Option<(usize, usize, Vec<Set>)>,
    finishes: bool,
    before: Vec<usize>,
}

struct Search<'m> {
    machine: &'m Machine,
    nodes: Vec<Node>,
    seen: HashMap<Rc<State>, usize>,
    open: VecDeque<usize>,
    found: Explored,
}

/// Looks at every state that a case can reach; nothing when it was told to stop.
#[must_use]
pub fn explore(machine: &Machine, stop: &AtomicBool) -> Option<Explored> {
    let found = Explored {
        complete: !machine.cut,
        truth: vec![(false, false); machine.conditions.len()],
        stoppable: vec![false; machine.terms.len()],
        ..Explored::default()
    };
    let mut search = Search { machine, nodes: Vec::new(), seen: HashMap::new(), open: VecDeque::new(), found };
    // One more than may be looked at is enough to know that they are too many.
    for state in machine.beginnings(MOST + 1) {
        search.visit(state, None);
    }
    search.run(stop).then_some(search.found)
}

impl Search<'_> {
    /// Searches to the end, or as far as it may; whether it was let.
    fn run(&mut self, stop: &AtomicBool) -> bool {
        while let Some(number) = self.open.pop_front() {
            // It guards no other data: when the flag is seen does not matter, as long as it is some time.
            if stop.load(Ordering::Relaxed) {
                return false;
            }
            if self.nodes.len() > MOST {
                self.found.complete = false;
                return true;
            }
            self.expand(number);
        }
        self.dead_ends();
        true
    }

    fn visit(&mut self, state: State, from: Option<(usize, usize, Vec<Set>)>) {
        let parent = from.as_ref().map(|(parent, ..)| *parent);
        let number = if let Some(number) = self.seen.get(&state) {
            *number
        } else {
            let (number, state) = (self.nodes.len(), Rc::new(state));
            self.seen.insert(Rc::clone(&state), number);
            self.nodes.push(Node { state, from, finishes: false, before: Vec::new() });
            self.open.push_back(number);
            number
        };
        if let Some(node) = self.nodes.get_mut(number) {
            node.before.extend(parent);
        }
    }

    fn expand(&mut self, number: usize) {
        let Some(state) = self.nodes.get(number).map(|n| Rc::clone(&n.state)) else { return };
        let acts = &self.machine.acts;
        let able: Vec<usize> =
            (0..).zip(acts).filter(|(i, act)| self.machine.possible(&state, *i, act)).map(|(i, _)| i).collect();
        self.note(number, &state, &able);
        let finishes = able.iter().any(|i| acts.get(*i).is_some_and(|a| a.finishes));
        if let Some(node) = self.nodes.get_mut(number) {
            node.finishes = finishes;
        }
        let able: Vec<_> = able.into_iter().filter_map(|i| Some((i, acts.get(i)?))).filter(|(_, a)| !a.idle).collect();
        let fresh = able.iter().find(|(i, act)| act.harmless && state.here.get(*i) == Some(&0));
        let chosen = fresh.map_or(able.as_slice(), std::slice::from_ref);
        for (index, act) in chosen {
            for (next, values) in self.machine.follow(&state, *index, act) {
                if next != *state {
                    self.visit(next, Some((number, *index, values)));
                }
            }
        }
        if fresh.is_none() {
            for (next, said) in self.machine.wait(&state) {
                self.visit(next, Some((number, WAITING, vec![said])));
            }
        }
    }

    fn note(&mut self, number: usize, state: &State, able: &[usize]) {
        self.found.possible.extend(able);
        for index in able {
            if !self.found.loose.contains_key(index) && self.loose(state, *index) {
                let path = self.path(number);
                self.found.loose.insert(*index, path);
            }
        }
        // What has been both needs no further look.
        let unsettled =
            self.found.truth.iter_mut().zip(&self.machine.conditions).filter(|(seen, _)| **seen != (true, true));
        for (seen, question) in unsettled {
            if self.machine.holds(state, question) { seen.0 = true } else { seen.1 = true }
        }
        for (index, term) in self.machine.terms.iter().enumerate() {
            if self.found.stoppable.get(index) == Some(&false) {
                let stops = self.stops(state, able, term);
                if let Some(known) = self.found.stoppable.get_mut(index) {
                    *known = stops;
                }
            }
        }
    }

    /// Whether none of the steps that come before this one was ever taken, because their conditions do not hold.
    fn loose(&self, state: &State, index: usize) -> bool {
        let held_by = self.machine.acts.get(index).and_then(|act| act.held_by.as_ref());
        held_by.is_some_and(|steps| !steps.iter().any(|step| state.was_taken(*step)))
    }

    fn stops(&self, state: &State, able: &[usize], term: &Clock) -> bool {
        // An idle step is never taken in the search; being able to is as good.
        let idle = |step: &usize| self.machine.acts.get(*step).is_some_and(|act| act.idle);
        let begun = |step: usize| state.was_taken(step) || (able.contains(&step) && idle(&step));
        let runs = (term.received || term.from.is_some_and(begun))
            && term.when.as_ref().is_none_or(|q| self.machine.holds(state, q));
        runs && term.until.iter().any(|step| state.was_taken(*step) || able.contains(step))
    }

    /// The states from which no finishing step can be reached: all, less those found by walking back from one.
    fn dead_ends(&mut self) {
        let mut alive = vec![false; self.nodes.len()];
        let mut open: Vec<usize> = self.nodes.iter().enumerate().filter(|(_, n)| n.finishes).map(|(i, _)| i).collect();
        while let Some(number) = open.pop() {
            let Some(here) = alive.get_mut(number).filter(|a| !**a) else { continue };
            *here = true;
            open.extend(self.nodes.get(number).into_iter().flat_map(|node| &node.before));
        }
        let mut told = BTreeSet::new();
        for (number, node) in self.nodes.iter().enumerate() {
            let fine = |p: usize| alive.get(p) == Some(&true) || self.nodes.get(p).is_some_and(|n| n.state.ended);
            let first = node.from.as_ref().is_none_or(|(parent, ..)| fine(*parent));
            if alive.get(number) == Some(&false) && !node.state.ended && first {
                let path = self.path(number);
                let last = path.last().map(|m| m.step);
                if told.insert(last) {
                    self.found.dead.push(path);
                }
            }
        }
    }

    fn path(&self, number: usize) -> Vec<Move> {
        let mut path = Vec::new();
        let mut waited = Vec::new();
        let mut at = Some(number);
        while let Some(node) = at.and_then(|n| self.nodes.get(n)) {
            at = node.from.as_ref().map(|(parent, step, values)| {
                let mut values: Vec<String> = values.iter().map(|set| self.machine.told(*set)).collect();
                if *step == WAITING {
                    waited.extend(values);
                } else {
                    values.append(&mut waited);
                    path.push(Move { step: *step, values });
                }
                *parent
            });
        }
        path.reverse();
        path
    }
}
