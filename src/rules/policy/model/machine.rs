//! The order rules of the docket, in the abstract: what stands in the way of a step, and what follows from taking it.

use super::holds::Question;
use super::making::late_term;
use super::state::{State, Value};
use crate::regulation::{Does, For};

/// A workflow made ready for the search. It holds nothing else than what the search looks at: two regulations that give the same
/// machine give the same findings, however they differ in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Machine {
    pub(super) acts: Vec<Act>,
    pub(super) terms: Vec<Clock>,
    /// Terms that conditions ask after, each with the key whose value says that it is overdue.
    pub(super) overdue: Vec<(usize, Clock)>,
    /// Every condition, and then every part of one.
    pub(super) conditions: Vec<Question>,
    /// For each condition, the step in whose entry it is asked, where it is asked in one.
    pub(super) asked_in: Vec<Option<usize>>,
    pub(super) keys: Vec<Assumptions>,
    /// How many combinations of facts there are.
    pub(super) facts: usize,
    /// Some combinations were left out.
    pub(super) cut: bool,
    /// Whether a case may begin as a complaint, and as a report.
    pub(super) kinds: Vec<bool>,
}

/// A key that conditions ask after.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Assumptions {
    pub name: String,
    /// The values that it may get; 1 is the first.
    pub values: Vec<Value>,
    /// Those that it may have from the start, where it may have one.
    pub first: Option<Vec<usize>>,
}

/// A step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Act {
    pub belongs_to: For,
    pub does: Option<Does>,
    /// Ends the case by the organisation's own doing: a case must never hang on a withdrawal.
    pub finishes: bool,
    pub when: Option<Question>,
    pub after: Vec<usize>,
    /// One of these must have been taken.
    pub after_any: Option<Vec<usize>>,
    pub once: bool,
    pub each_round: bool,
    /// Is repeated for what another step named; empty where there is no such step.
    pub each: Option<Vec<usize>>,
    pub asks: Vec<Asked>,
    /// Up to what number it is counted.
    pub cap: u8,
    /// Taking it can only make more possible.
    pub harmless: bool,
    /// Only the other side can take it: nobody of the organisation makes it come.
    pub theirs: bool,
    /// It makes no difference to anything: nobody demands it and nothing waits for it.
    pub idle: bool,
    pub past_the_end: bool,
    /// The escalation in which it is the binding ruling.
    pub rules: Option<usize>,
    /// For each escalation, whether it is possible after a ruling in it.
    pub after_ruling: Vec<bool>,
    /// What a closing step demands, as far as it belongs.
    pub demands: Vec<usize>,
    /// The steps that a re-opening asks for, and those of them that no closing step may do without.
    pub asked: Vec<usize>,
    /// The latter.
    pub demanded_again: Vec<usize>,
    /// The closing steps that a re-opening asks for themselves: while one of them belongs, no other closes that round.
    pub closes_again: Vec<usize>,
    /// Whether a binding ruling shuts it out that can come without it.
    pub shut_out: bool,
    /// Whether it lies on the way to a binding ruling.
    pub leads_to_ruling: bool,
    /// The steps it comes after; it comes loose where none of them was taken.
    pub held_by: Option<Vec<usize>>,
}

/// A value that a step asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Asked {
    pub key: usize,
    pub options: Vec<usize>,
    /// It stays what it is, once it is there.
    pub stays: bool,
    pub required: bool,
    pub when: Option<Question>,
    /// Not the organisation's to say: whether somebody is satisfied, whether an agreement was reached.
    pub theirs: bool,
}

/// A term.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Clock {
    /// Runs from receipt.
    pub received: bool,
    pub from: Option<usize>,
    pub when: Option<Question>,
    pub until: Vec<usize>,
    /// Whether each of them is waited for, not one.
    pub all: bool,
    pub belongs_to: For,
    /// A re-opening begins it anew.
    pub again: bool,
}

/// A value that was set: of which key, and which.
pub(super) type Set = (usize, usize);

impl Machine {
    /// The states in which a case can begin; of more than so many, the first so many.
    #[must_use]
    pub fn beginnings(&self, most: usize) -> Vec<State> {
        let mut all = Vec::new();
        for complaint in &self.kinds {
            for facts in 0..self.facts {
                let start = State::new(facts, *complaint, self.acts.len(), self.keys.len());
                all.extend(self.with_fields(start, most));
                if all.len() > most {
                    all.truncate(most);
                    return all;
                }
            }
        }
        all
    }

    /// The values that case fields may have from the start.
    fn with_fields(&self, start: State, most: usize) -> Vec<State> {
        let mut all = vec![start];
        for (key, known) in self.keys.iter().enumerate() {
            let Some(first) = &known.first else { continue };
            all = all.iter().flat_map(|s| first.iter().map(|v| s.with(key, *v))).take(most).collect();
        }
        all
    }

    /// How often the step counts as taken now.
    #[must_use]
    pub fn taken(&self, state: &State, index: usize) -> u32 {
        let again = || state.reopened().and_then(|by| self.acts.get(by)).is_some_and(|by| by.asked.contains(&index));
        let each_round = self.acts.get(index).is_some_and(|a| a.each_round) || again();
        if each_round { state.here(index) } else { state.total(index) }
    }

    pub(super) fn belongs(state: &State, act: &Act) -> bool {
        here(state, act.belongs_to) && act.when.as_ref().is_none_or(|q| q.holds(state))
    }

    fn done(&self, state: &State, index: usize, act: &Act) -> bool {
        let nothing = act.each.as_ref().is_some_and(|naming| !naming.iter().any(|step| state.was_taken(*step)));
        nothing || self.taken(state, index) > 0
    }

    /// Whether the step can be taken in this state.
    pub(super) fn possible(&self, state: &State, index: usize, act: &Act) -> bool {
        !(act.once && state.here(index) > 0) && self.open(state, index, act)
    }

    /// Whether it could be, had it not been taken yet.
    pub(super) fn open(&self, state: &State, index: usize, act: &Act) -> bool {
        (!state.ended() || act.does == Some(Does::Reopen) || act.past_the_end)
            && state.ruled().is_none_or(|way| act.after_ruling.get(way).copied().unwrap_or(true))
            && act.after_any.as_ref().is_none_or(|any| any.iter().any(|step| self.taken(state, *step) > 0))
            && (Self::belongs(state, act) || self.makes_occasion(state, index, act))
            && act.after.iter().all(|step| self.settled(state, *step))
            && (act.does != Some(Does::Close)
                || act.demands.iter().chain(self.demanded_again(state)).all(|step| self.settled(state, *step))
                    && !self.closed_by_another(state, act))
    }

    /// Whether an entry may say itself what its occasion is.
    fn makes_occasion(&self, state: &State, index: usize, act: &Act) -> bool {
        here(state, act.belongs_to) && !act.asks.is_empty() && !self.follow(state, index, act).is_empty()
    }

    fn closed_by_another(&self, state: &State, act: &Act) -> bool {
        let by = state.reopened().and_then(|by| self.acts.get(by));
        let mut closes = by.into_iter().flat_map(|by| &by.closes_again).filter_map(|step| self.acts.get(*step));
        closes.clone().all(|other| !std::ptr::eq(other, act)) && closes.any(|other| Self::belongs(state, other))
    }

    fn demanded_again(&self, state: &State) -> &[usize] {
        state.reopened().and_then(|by| self.acts.get(by)).map(|by| by.demanded_again.as_slice()).unwrap_or_default()
    }

    /// Whether the step was taken as far as it must be, or does not belong.
    fn settled(&self, state: &State, index: usize) -> bool {
        let Some(act) = self.acts.get(index) else { return true };
        self.done(state, index, act) || !Self::belongs(state, act)
    }

    /// The states that follow from taking the step, each with the values it set.
    pub(super) fn follow(&self, state: &State, index: usize, act: &Act) -> Vec<(State, Vec<Set>)> {
        let mut plain = state.clone();
        enter(&mut plain, index, act);
        // A term that begins anew is not overdue.
        for (key, clock) in &self.overdue {
            if clock.from == Some(index) || (clock.again && act.does == Some(Does::Reopen)) {
                plain.set_value(*key, 0);
            }
        }
        let mut all = vec![(plain, Vec::new())];
        for ask in &act.asks {
            let kept = Some(state.value(ask.key)).filter(|now| ask.stays && *now > 0).map(|now| [now]);
            let options = kept.as_ref().map_or(ask.options.as_slice(), |now| now.as_slice());
            let mut next = Vec::new();
            for (state, said) in &all {
                let free = !ask.required || ask.when.as_ref().is_some_and(|q| !q.holds(state));
                if free {
                    next.push((state.clone(), said.clone()));
                }
                for value in options {
                    let mut said = said.clone();
                    said.push((ask.key, *value));
                    next.push((state.with(ask.key, *value), said));
                }
            }
            all = next;
        }
        if !Self::belongs(state, act) {
            let says = |said: &[Set]| said.iter().fold(state.clone(), |state, (key, value)| state.with(*key, *value));
            all.retain(|(_, said)| Self::belongs(&says(said), act));
        }
        all
    }

    /// The states that follow when nothing is done until a term has ended, each with what that sets.
    pub(super) fn wait(&self, state: &State) -> Vec<(State, Set)> {
        let waits = |(key, clock): &&(usize, Clock)| {
            let begun = clock.received || clock.from.is_some_and(|from| self.taken(state, from) > 0);
            let met = |step: &usize| self.taken(state, *step) > 0;
            let over = if clock.all { clock.until.iter().all(met) } else { clock.until.iter().any(met) };
            let holds = clock.when.as_ref().is_none_or(|q| q.holds(state));
            begun && !over && holds && here(state, clock.belongs_to) && state.value(*key) == 0
        };
        self.overdue.iter().filter(waits).map(|(key, _)| (state.with(*key, 1), (*key, 1))).collect()
    }

    /// The term that a value says is overdue.
    pub(super) fn late_term(&self, (key, _): Set) -> Option<String> {
        late_term(&self.keys.get(key)?.name).map(str::to_owned)
    }

    /// A value that was set, for a message.
    pub(super) fn told(&self, set: Set) -> String {
        let (name, value) = self.named(set).unzip();
        format!("{}: {}", name.unwrap_or_default(), value.as_ref().map(Value::told).unwrap_or_default())
    }

    /// A value that was set, by the name of its key.
    pub(super) fn named(&self, (key, value): Set) -> Option<(String, Value)> {
        let known = self.keys.get(key)?;
        Some((known.name.clone(), known.values.get(value.checked_sub(1)?)?.clone()))
    }
}

/// Whether what belongs to a complaint, or a report, belongs to what the case is now.
fn here(state: &State, belongs_to: For) -> bool {
    match belongs_to {
        For::Both => true,
        For::Complaint => state.complaint(),
        For::Report => !state.complaint(),
    }
}

fn enter(state: &mut State, index: usize, act: &Act) {
    if act.does == Some(Does::Reopen) {
        state.reopen((!act.asked.is_empty()).then_some(index));
    }
    state.count(index, act.cap);
    match act.does {
        Some(Does::Formalise) => state.formalise(),
        Some(Does::Close | Does::End) => state.end(),
        _ => {}
    }
    if let Some(way) = act.rules {
        state.rule(way);
    }
}
