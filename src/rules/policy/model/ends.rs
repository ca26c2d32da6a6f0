//! Short ways to each end of a case: what the search found, without the steps that the end does not need.

use std::rc::Rc;
use std::sync::atomic::AtomicBool;

use super::conditions::conditions;
use super::explore::{Explored, Trace, WAITING, traced};
use super::facts::{Facts, combinations};
use super::machine::{Machine, Set};
use super::state::{State, Value};
use crate::regulation::{Condition, Does, Precedence, Regulation, Selector};

/// So many ways to one end are looked at, each of another kind of case.
const MOST: usize = 64;

/// A way from the beginning to an end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Way {
    /// The number of the step that ends the case.
    pub end: usize,
    /// What the case is from the start.
    pub facts: Facts,
    /// Whether it comes in as a complaint, or as a report.
    pub complaint: bool,
    /// Facts of the case that conditions ask after.
    pub fields: Vec<(String, Value)>,
    /// The steps in order, the end last.
    pub steps: Vec<Taken>,
}

/// A step on a way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Taken {
    /// The number of the step.
    pub step: usize,
    /// The terms that must be over by then.
    pub overdue: Vec<String>,
    /// What it sets of the keys that conditions ask after.
    pub values: Vec<(String, Value)>,
}

/// Everything that the search finds, and ways to each end that can be reached: by end, the shortest first.
#[must_use]
pub fn ways(regulation: &Regulation, precedence: &Precedence) -> (Explored, Vec<Way>) {
    // Nobody ends this one before its time.
    let stop = AtomicBool::new(false);
    let machine = Machine::of(regulation, precedence);
    let Some((explored, traces)) = traced(&machine, &stop, MOST) else { return Default::default() };
    let asked: Vec<&Condition> = conditions(regulation).into_iter().map(|(_, condition)| condition).collect();
    let (facts, _) = combinations(regulation, &asked);
    let mut found: Vec<Way> = Vec::new();
    for (end, trace) in traces {
        let handled = |path: &[usize]| has_handler(regulation, path);
        let Some(steps) = shortened(&machine, end, &trace, &handled) else { continue };
        let start = &trace.0;
        let first = start.values().enumerate().filter(|(_, value)| *value > 0);
        found.push(Way {
            end,
            facts: facts.get(start.facts()).cloned().unwrap_or_default(),
            complaint: start.complaint(),
            fields: first.filter_map(|set| machine.named(set)).collect(),
            steps: told(&machine, &steps),
        });
    }
    found.sort_by_key(|way| (way.end, way.steps.len()));
    (explored, found)
}

/// The steps of a way, each with the terms that end before it.
fn told(machine: &Machine, steps: &[(usize, Vec<Set>)]) -> Vec<Taken> {
    let (mut all, mut waited) = (Vec::new(), Vec::new());
    for (step, sets) in steps {
        if *step == WAITING {
            waited.extend(sets.iter().filter_map(|set| machine.late_term(*set)));
        } else {
            let values = sets.iter().filter_map(|set| machine.named(*set)).collect();
            all.push(Taken { step: *step, overdue: std::mem::take(&mut waited), values });
        }
    }
    all
}

/// Whether somebody was made the handler before each step that only the handler takes: persons are not in the model.
fn has_handler(regulation: &Regulation, path: &[usize]) -> bool {
    let mut there = false;
    path.iter().filter_map(|number| regulation.steps.get(*number)).all(|step| {
        let wanted = !step.by.is_empty() && step.by.iter().all(|who| *who == Selector::Handler);
        let fine = there || !wanted;
        there |= step.does == Some(Does::Assign) || regulation.assignment.step.contains(&step.id);
        fine || there
    })
}

/// The steps of a trace that are needed for its end, and the end itself.
fn shortened(
    machine: &Machine,
    end: usize,
    (start, path): &Trace,
    handled: &dyn Fn(&[usize]) -> bool,
) -> Option<Vec<(usize, Vec<Set>)>> {
    let steps = |path: &[(usize, Vec<Set>)]| path.iter().map(|(step, _)| *step).chain([end]).collect::<Vec<_>>();
    let mut path = path.clone();
    let mut last = after(machine, start, &path, end)?;
    // Where nobody ever becomes the handler, leaving steps out makes it no worse.
    let asked = handled(&steps(&path));
    loop {
        let before = path.len();
        for index in (0..before).rev() {
            let mut without = path.clone();
            without.remove(index);
            if asked && !handled(&steps(&without)) {
                continue;
            }
            if let Some(state) = after(machine, start, &without, end) {
                (path, last) = (without, state);
            }
        }
        if path.len() == before {
            break;
        }
    }
    let act = machine.acts.get(end)?;
    let (_, values) = machine.follow(&last, end, act).into_iter().next()?;
    path.push((end, values));
    Some(path)
}

/// The state after these steps, if each can be taken and the end after them.
fn after(machine: &Machine, start: &Rc<State>, path: &[(usize, Vec<Set>)], end: usize) -> Option<State> {
    let mut state = State::clone(start);
    for (step, sets) in path {
        if *step == WAITING {
            state = machine.wait(&state).into_iter().find(|(_, set)| sets.contains(set))?.0;
            continue;
        }
        let act = machine.acts.get(*step)?;
        if !machine.possible(&state, *step, act) {
            return None;
        }
        state = machine.follow(&state, *step, act).into_iter().find(|(_, said)| said == sets)?.0;
    }
    machine.possible(&state, end, machine.acts.get(end)?).then_some(state)
}
