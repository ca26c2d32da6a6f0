//! The conditions of a regulation with their places.

use crate::regulation::{Condition, Regulation};
use crate::yaml::Route;

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
