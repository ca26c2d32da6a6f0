//! The search over all states that a case can reach.

use std::collections::{BTreeMap, BTreeSet, HashMap, VecDeque};
use std::rc::Rc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use foldhash::fast::FixedState;

use super::machine::{Act, Clock, Machine, Set};
use super::state::State;
use crate::regulation::Does;

/// At most so many states are looked at; a regulation of forty steps has a few thousand.
const MOST: usize = 150_000;

/// In place of a step: nothing was done, and a term ended. A path tells it with the step before.
pub(super) const WAITING: usize = usize::MAX;

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
    /// Paths after which the case can only end when the other side gives in, with the answer that it would have to change.
    pub stuck: Vec<Vec<Move>>,
    /// Steps (by number) of the other side without which the case can not end, each with the shortest path to where it is waited for.
    pub awaited: BTreeMap<usize, Vec<Move>>,
    /// Steps (by number) that can be taken before any of the steps they come after, with the shortest path to that.
    pub loose: BTreeMap<usize, Vec<Move>>,
    /// For each condition, and then each part of one, in the machine's order: was it ever true, was it ever false.
    pub truth: Vec<(bool, bool)>,
    /// For each condition that is asked in an entry, whether it was ever true there; true for all others.
    pub in_place: Vec<bool>,
    /// For each term: whether its clock, once running, can be stopped.
    pub stoppable: Vec<bool>,
}

/// A state with the way to it: the state before, the step, and the values that it set.
pub(super) struct Node {
    pub state: Rc<State>,
    /// What the organisation can do here: each choice with all states that the other side can make of it.
    pub choices: Vec<Vec<usize>>,
    /// What only the other side can do: each step with all states that can come of it.
    pub theirs: Vec<(usize, Vec<usize>)>,
    pub from: Option<(usize, usize, Vec<Set>)>,
    pub finishes: bool,
    pub before: Vec<usize>,
}

pub(super) struct Search<'m> {
    machine: &'m Machine,
    pub nodes: Vec<Node>,
    seen: HashMap<Rc<State>, usize, FixedState>,
    open: VecDeque<usize>,
    pub found: Explored,
    /// For each step that ends a case, by what the case may be from the start, the first state in which it can be taken.
    ends: Ends,
}

/// The first states from which each end can be reached, by step and combination of facts.
type Ends = BTreeMap<usize, BTreeMap<usize, usize>>;

/// How a state was reached: the state in which the case began, and each step with what it set.
pub(super) type Trace = (Rc<State>, Vec<(usize, Vec<Set>)>);

/// Looks at every state that a case can reach; nothing when it was told to stop.
#[must_use]
pub fn explore(machine: &Machine, stop: &AtomicBool) -> Option<Explored> {
    search(machine, stop).map(|search| search.found)
}

/// The workflows searched last in this process, the newest at the end, each with what was found: a watch, a history and an editor
/// ask for the same one again and again, since a change of words is none of the machine.
static SEARCHED: Mutex<VecDeque<(Machine, Arc<Explored>)>> = Mutex::new(VecDeque::new());
/// How many of them are kept.
const KEPT: usize = 32;

/// What a search to the end finds, from the last one of the same machine where there was one.
#[must_use]
pub fn explored(machine: Machine) -> Arc<Explored> {
    // What stands in it is whole whenever it is let go of, so it is also after a panic.
    let searched = || SEARCHED.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some((_, found)) = searched().iter().find(|(known, _)| *known == machine) {
        return Arc::clone(found);
    }
    // Nobody ends this one before its time. Others may search meanwhile, if need be for the same.
    let found = Arc::new(explore(&machine, &AtomicBool::new(false)).unwrap_or_default());
    let mut searched = searched();
    if searched.len() >= KEPT {
        searched.pop_front();
    }
    searched.push_back((machine, Arc::clone(&found)));
    found
}

/// A search with ways to each end, by its step: at most so many for each, in the order in which they were found.
pub(super) fn traced(machine: &Machine, stop: &AtomicBool, most: usize) -> Option<(Explored, Vec<(usize, Trace)>)> {
    let search = search(machine, stop)?;
    let mut all = Vec::new();
    for (end, by_facts) in &search.ends {
        let apart = by_facts.len().div_ceil(most).max(1);
        all.extend(by_facts.values().step_by(apart).map(|number| (*end, search.trace(*number))));
    }
    Some((search.found, all))
}

fn search<'m>(machine: &'m Machine, stop: &AtomicBool) -> Option<Search<'m>> {
    let found = Explored {
        complete: !machine.cut,
        truth: vec![(false, false); machine.conditions.len()],
        in_place: machine.asked_in.iter().map(Option::is_none).collect(),
        stoppable: vec![false; machine.terms.len()],
        ..Explored::default()
    };
    let (seen, open, ends) = (HashMap::default(), VecDeque::new(), Ends::new());
    let mut search = Search { machine, nodes: Vec::new(), seen, open, found, ends };
    // One more than may be looked at is enough to know that they are too many.
    for state in machine.beginnings(MOST + 1) {
        search.visit(state, None);
    }
    search.run(stop).then_some(search)
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
        self.given_in();
        true
    }

    fn visit(&mut self, state: State, from: Option<(usize, usize, Vec<Set>)>) -> usize {
        let parent = from.as_ref().map(|(parent, ..)| *parent);
        let number = if let Some(number) = self.seen.get(&state) {
            *number
        } else {
            let (number, state) = (self.nodes.len(), Rc::new(state));
            self.seen.insert(Rc::clone(&state), number);
            self.nodes.push(Node {
                state,
                choices: Vec::new(),
                theirs: Vec::new(),
                from,
                finishes: false,
                before: Vec::new(),
            });
            self.open.push_back(number);
            number
        };
        if let Some(node) = self.nodes.get_mut(number) {
            node.before.extend(parent);
        }
        number
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
        for (index, act) in chosen(&state, &able) {
            self.take(number, &state, index, act);
        }
        // What is taken at once takes no time.
        if !able.iter().any(|step| fresh(&state, step)) {
            self.wait(number, &state);
        }
    }

    fn take(&mut self, number: usize, state: &State, index: usize, act: &Act) {
        let theirs = |key: usize| act.asks.iter().any(|ask| ask.key == key && ask.theirs);
        let mut choices: BTreeMap<Vec<Set>, Vec<usize>> = BTreeMap::new();
        for (next, values) in self.machine.follow(state, index, act) {
            let own: Vec<Set> = values.iter().copied().filter(|(key, _)| !theirs(*key)).collect();
            let reached = if next == *state { number } else { self.visit(next, Some((number, index, values))) };
            choices.entry(own).or_default().push(reached);
        }
        // That the other side takes the complaint back is nothing that the organisation can do.
        let withdrawn = matches!(act.does, Some(Does::Close | Does::End)) && !act.finishes;
        if let Some(node) = self.nodes.get_mut(number).filter(|_| !withdrawn) {
            if act.theirs {
                node.theirs.extend(choices.into_values().map(|reached| (index, reached)));
            } else {
                node.choices.extend(choices.into_values());
            }
        }
    }

    /// Lets a term end while nothing is done. Waiting too is something that the organisation can do.
    fn wait(&mut self, number: usize, state: &State) {
        for (next, said) in self.machine.wait(state) {
            let reached = self.visit(next, Some((number, WAITING, vec![said])));
            if let Some(node) = self.nodes.get_mut(number) {
                node.choices.push(vec![reached]);
            }
        }
    }

    fn note(&mut self, number: usize, state: &State, able: &[usize]) {
        self.found.possible.extend(able);
        for index in able {
            if self.machine.acts.get(*index).is_some_and(|act| matches!(act.does, Some(Does::Close | Does::End))) {
                self.ends.entry(*index).or_default().entry(state.facts()).or_insert(number);
            }
            if !self.found.loose.contains_key(index) && self.loose(state, *index) {
                let path = self.path(number);
                self.found.loose.insert(*index, path);
            }
        }
        // What has been both needs no further look.
        let unsettled =
            self.found.truth.iter_mut().zip(&self.machine.conditions).filter(|(seen, _)| **seen != (true, true));
        for (seen, question) in unsettled {
            if question.holds(state) { seen.0 = true } else { seen.1 = true }
        }
        self.note_in_place(state);
        for (index, term) in self.machine.terms.iter().enumerate() {
            if self.found.stoppable.get(index) == Some(&false) {
                let stops = self.stops(state, able, term);
                if let Some(known) = self.found.stoppable.get_mut(index) {
                    *known = stops;
                }
            }
        }
    }

    /// Notes which conditions hold in an entry that could be made here. That a step comes once does not matter: the search takes
    /// many as soon as they are possible, a case need not.
    fn note_in_place(&mut self, state: &State) {
        let machine = self.machine;
        let asked = self.found.in_place.iter_mut().zip(&machine.asked_in).zip(&machine.conditions);
        for ((known, step), question) in asked.filter(|((known, _), _)| !**known) {
            let Some((index, act)) = step.and_then(|index| Some((index, machine.acts.get(index)?))) else { continue };
            *known = machine.open(state, index, act)
                && (question.holds(state)
                    || machine.follow(state, index, act).iter().any(|(next, _)| question.holds(next)));
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
        let runs = (term.received || term.from.is_some_and(begun)) && term.when.as_ref().is_none_or(|q| q.holds(state));
        let met = |step: &usize| state.was_taken(*step) || able.contains(step);
        let no_part = |step: &usize| self.machine.acts.get(*step).is_some_and(|act| !Machine::belongs(state, act));
        let any = term.until.iter().any(met);
        runs && any && (!term.all || term.until.iter().all(|step| met(step) || no_part(step)))
    }

    pub fn path(&self, number: usize) -> Vec<Move> {
        let (mut waited, mut moves) = (Vec::new(), Vec::new());
        for (step, values) in self.trace(number).1.into_iter().rev() {
            let told = values.into_iter().map(|set| self.machine.told(set));
            if step == WAITING {
                waited.extend(told);
            } else {
                moves.push(Move { step, values: told.chain(std::mem::take(&mut waited)).collect() });
            }
        }
        moves.reverse();
        moves
    }

    fn trace(&self, number: usize) -> Trace {
        let (mut start, mut path, mut at) = (None, Vec::new(), Some(number));
        while let Some(node) = at.and_then(|n| self.nodes.get(n)) {
            start = Some(Rc::clone(&node.state));
            at = node.from.as_ref().map(|(parent, step, values)| {
                path.push((*step, values.clone()));
                *parent
            });
        }
        path.reverse();
        (start.unwrap_or_default(), path)
    }
}

/// The steps that are worth looking at in a state. One that can only make more possible is taken at once. But what a binding
/// ruling shuts out may not have been taken yet when the ruling comes: then what else is possible, or leads to the ruling, is
/// looked at too.
fn chosen<'a>(state: &State, able: &[(usize, &'a Act)]) -> Vec<(usize, &'a Act)> {
    let fresh = |step: &&(usize, &Act)| fresh(state, step);
    let waits = |act: &Act| act.shut_out && state.ruled().is_none();
    let Some((index, act)) = able.iter().filter(fresh).find(|(_, act)| !waits(act)).or_else(|| able.iter().find(fresh))
    else {
        return able.to_vec();
    };
    let others = able.iter().filter(|step| step.0 != *index && waits(act));
    let others = others.filter(|step| !step.1.harmless || (fresh(step) && step.1.leads_to_ruling));
    std::iter::once((*index, *act)).chain(others.copied()).collect()
}

/// Whether taking a step can only make more possible, and it was not taken yet in this round.
fn fresh(state: &State, (index, act): &(usize, &Act)) -> bool {
    act.harmless && state.here(*index) == 0
}
