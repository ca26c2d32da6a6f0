//! The search over all states that a case can reach.

use std::collections::{BTreeMap, BTreeSet, HashMap, VecDeque};
use std::sync::atomic::{AtomicBool, Ordering};

use super::machine::Machine;
use super::state::State;
use crate::regulation::{Reach, Regulation, Term};

/// At most so many states are looked at; a regulation of forty steps has a few thousand.
const MOST: usize = 30_000;

/// A step on a path, with the values it set.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Move {
    /// The number of the step.
    pub step: usize,
    /// Values that matter, as `key: value`.
    pub values: Vec<String>,
}

/// What the search found.
#[derive(Debug, Clone, Default)]
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

struct Node {
    state: State,
    from: Option<(usize, Move)>,
    finishes: bool,
}

struct Search<'m, 'a> {
    machine: &'m Machine<'a>,
    nodes: Vec<Node>,
    seen: HashMap<State, usize>,
    open: VecDeque<usize>,
    before: BTreeMap<usize, Vec<usize>>,
    found: Explored,
}

/// Looks at every state that a case can reach, by the rules and the order of their steps; nothing when it was told to stop.
#[must_use]
pub fn explore(regulation: &Regulation, reach: &Reach, stop: &AtomicBool) -> Option<Explored> {
    let machine = Machine::new(regulation, reach);
    let found = Explored {
        complete: !machine.cut,
        truth: vec![(false, false); machine.conditions.len()],
        stoppable: vec![false; regulation.terms.len()],
        ..Explored::default()
    };
    let mut search = Search {
        machine: &machine,
        nodes: Vec::new(),
        seen: HashMap::new(),
        open: VecDeque::new(),
        before: BTreeMap::new(),
        found,
    };
    for state in machine.beginnings() {
        search.reach(state, None);
    }
    search.run(stop).then_some(search.found)
}

impl Search<'_, '_> {
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

    fn reach(&mut self, state: State, from: Option<(usize, Move)>) {
        let parent = from.as_ref().map(|(parent, _)| *parent);
        let number = if let Some(number) = self.seen.get(&state) {
            *number
        } else {
            let number = self.nodes.len();
            self.seen.insert(state.clone(), number);
            self.nodes.push(Node { state, from, finishes: false });
            self.open.push_back(number);
            number
        };
        if let Some(parent) = parent {
            self.before.entry(number).or_default().push(parent);
        }
    }

    fn expand(&mut self, number: usize) {
        let Some(state) = self.nodes.get(number).map(|n| n.state.clone()) else { return };
        let machine = self.machine;
        let steps = &machine.regulation.steps;
        let able: Vec<usize> =
            steps.iter().enumerate().filter(|(i, step)| machine.possible(&state, *i, step)).map(|(i, _)| i).collect();
        self.note(number, &state, &able);
        let finishes = able.iter().any(|i| steps.get(*i).is_some_and(Machine::finishes));
        if let Some(node) = self.nodes.get_mut(number) {
            node.finishes = finishes;
        }
        let fresh =
            |i: &&usize| steps.get(**i).is_some_and(|s| machine.harmless(**i, s)) && state.here.get(**i) == Some(&0);
        let idle = |i: &usize| steps.get(*i).is_some_and(|s| machine.idle(*i, s));
        let able: Vec<usize> = able.into_iter().filter(|i| !idle(i)).collect();
        let chosen = able.iter().find(fresh).map_or_else(|| able.clone(), |only| vec![*only]);
        for index in chosen {
            let Some(step) = steps.get(index) else { continue };
            for (next, values) in machine.follow(&state, index, step) {
                if next != state {
                    self.reach(next, Some((number, Move { step: index, values })));
                }
            }
        }
    }

    fn note(&mut self, number: usize, state: &State, able: &[usize]) {
        self.found.possible.extend(able);
        for index in able {
            if self.loose(state, *index) && !self.found.loose.contains_key(index) {
                let path = self.path(number);
                self.found.loose.insert(*index, path);
            }
        }
        let truths = self.machine.conditions.iter().map(|(_, c)| self.machine.holds(state, c));
        for (seen, now) in self.found.truth.iter_mut().zip(truths.collect::<Vec<_>>()) {
            if now { seen.0 = true } else { seen.1 = true }
        }
        for (index, term) in self.machine.regulation.terms.iter().enumerate() {
            let stops = self.stops(state, able, term);
            if let Some(known) = self.found.stoppable.get_mut(index) {
                *known |= stops;
            }
        }
    }

    /// Whether none of the steps that come before this one was ever taken, because their conditions do not hold.
    fn loose(&self, state: &State, index: usize) -> bool {
        let Some(step) = self.machine.regulation.steps.get(index) else { return false };
        let never = |id: &String| self.machine.number(id).is_some_and(|i| state.total.get(i) == Some(&0));
        !step.after.is_empty() && step.after.iter().all(never) && step.after_any.iter().all(never)
    }

    fn stops(&self, state: &State, able: &[usize], term: &Term) -> bool {
        let taken = |id: &str| self.machine.number(id).is_some_and(|i| state.total.get(i) > Some(&0));
        // An idle step is never taken in the search; being able to is as good.
        let idle = |i: usize| self.machine.regulation.steps.get(i).is_some_and(|s| self.machine.idle(i, s));
        let begun = |id: &str| self.machine.number(id).is_some_and(|i| able.contains(&i) && idle(i));
        let runs = (term.from == "received" || taken(&term.from) || begun(&term.from))
            && term.when.as_ref().is_none_or(|c| self.machine.holds(state, c));
        let can = |id: &String| taken(id) || self.machine.number(id).is_some_and(|i| able.contains(&i));
        runs && term.until.iter().any(can)
    }

    /// The states from which no finishing step can be reached: all, less those found by walking back from one.
    fn dead_ends(&mut self) {
        let mut alive = vec![false; self.nodes.len()];
        let mut open: Vec<usize> = self.nodes.iter().enumerate().filter(|(_, n)| n.finishes).map(|(i, _)| i).collect();
        while let Some(number) = open.pop() {
            let Some(here) = alive.get_mut(number).filter(|a| !**a) else { continue };
            *here = true;
            open.extend(self.before.get(&number).into_iter().flatten());
        }
        let mut told = BTreeSet::new();
        for (number, node) in self.nodes.iter().enumerate() {
            let fine = |p: usize| alive.get(p) == Some(&true) || self.nodes.get(p).is_some_and(|n| n.state.ended);
            let first = node.from.as_ref().is_none_or(|(parent, _)| fine(*parent));
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
        let mut at = Some(number);
        while let Some(node) = at.and_then(|n| self.nodes.get(n)) {
            at = node.from.as_ref().map(|(parent, step)| {
                path.push(step.clone());
                *parent
            });
        }
        path.reverse();
        path
    }
}
