//! The conditions of a regulation with their places, and what they are made of.

use crate::regulation::{Condition, Regulation};
use crate::yaml::{Route, Segment};

/// Every condition with the place of its `when`.
#[must_use]
pub fn conditions(regulation: &Regulation) -> Vec<(Route, &Condition)> {
    let at = |block: &str, i: usize| Route::root().key(block).index(i);
    let mut all: Vec<(Route, Option<&Condition>)> = Vec::new();
    for (i, step) in regulation.steps.iter().enumerate() {
        all.push((at("steps", i), step.when.as_ref()));
        let asks = step.asks.iter().enumerate();
        let grounds = step.waivable.iter().enumerate();
        all.extend(grounds.map(|(j, ground)| (at("steps", i).key("waivable").index(j), ground.when.as_ref())));
        all.extend(asks.map(|(j, ask)| (at("steps", i).key("asks").index(j), ask.when.as_ref())));
    }
    all.extend(regulation.terms.iter().enumerate().map(|(i, t)| (at("terms", i), t.when.as_ref())));
    all.extend(regulation.fields.iter().enumerate().map(|(i, f)| (at("fields", i), f.when.as_ref())));
    all.extend(regulation.escalations.iter().enumerate().map(|(i, e)| (at("escalations", i), e.when.as_ref())));
    all.extend(regulation.attestations.iter().enumerate().map(|(i, a)| (at("attestations", i), a.when.as_ref())));
    all.extend(regulation.retention.iter().map(|r| (Route::root().key("retention"), r.when.as_ref())));
    all.into_iter().filter_map(|(at, when)| Some((at.key("when"), when?))).collect()
}

/// Every condition that stands within another under `all` or `any`, with its place.
#[must_use]
pub fn parts(regulation: &Regulation) -> Vec<(Route, &Condition)> {
    let mut found = Vec::new();
    for (at, condition) in conditions(regulation) {
        within(&at, condition, &mut found);
    }
    found
}

fn within<'a>(at: &Route, condition: &'a Condition, found: &mut Vec<(Route, &'a Condition)>) {
    let (word, inner) = match condition {
        Condition::All(inner) => ("all", inner),
        Condition::Any(inner) => ("any", inner),
        _ => return,
    };
    for (index, part) in inner.iter().enumerate() {
        let here = at.key(word).index(index);
        found.push((here.clone(), part));
        within(&here, part, found);
    }
}

/// The number of the step in whose entry a condition is asked: of a datum, or of a ground to leave the step out.
pub(super) fn asked_in(at: &Route) -> Option<usize> {
    match at.0.as_slice() {
        [Segment::Key(block), Segment::Index(step), Segment::Key(list), Segment::Index(_), Segment::Key(_)] => {
            (block == "steps" && (list == "asks" || list == "waivable")).then_some(*step)
        }
        _ => None,
    }
}
