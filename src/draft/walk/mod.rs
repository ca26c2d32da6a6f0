//! A walk through a draft before the first complaint: the shortest way to each end of the workflow, with the days on which its
//! steps are due. The model search finds the ways; a docket replays each, so the days are the engine's own.
//!
//! - `cast`: an example case, and people who hold every role. - `entry`: one step as an entry that the regulation accepts.
//! - `path`: the steps of a way, one after the other, each on its last day. - `told`: what comes of it, for a reader.

mod cast;
mod entry;
mod path;
mod told;

pub use told::{End, Named, Walk};

use chrono::NaiveDate;

use crate::regulation::{Does, Version};
use crate::rules::policy::model::{Explored, Way, ways};
use path::Walked;

/// Walks through a version or draft, for a complaint that is received on `from`. Reads nothing else, writes nothing.
#[must_use]
pub fn walk(version: &Version, from: NaiveDate) -> Walk {
    let regulation = &version.regulation;
    let (explored, all) = ways(regulation, &version.precedence);
    let ends = regulation.steps.iter().enumerate().filter(|(_, s)| matches!(s.does, Some(Does::Close | Does::End)));
    let (mut reached, mut unreached) = (Vec::new(), Vec::new());
    for (number, step) in ends {
        match best(version, all.iter().filter(|way| way.end == number), from) {
            Some((way, walked)) => reached.push(told::end(version, step, way, &walked, from)),
            None if explored.complete => unreached.push(told::step_named(regulation, step)),
            None => {}
        }
    }
    // People read the ways in the order in which a case can come to its end.
    reached.sort_by_key(|end| end.days);
    let (steps, terms) = never(version, &explored);
    Walk {
        schema: "klacht.policy-walk/1",
        regulation: version.id.clone(),
        draft: version.path.clone(),
        from,
        complete: explored.complete,
        ends: reached,
        unreached_ends: unreached,
        unreached_steps: steps,
        unmet_terms: terms,
    }
}

/// The shortest way in which the engine finds nothing wrong; where there is none, the one with the least.
fn best<'w>(version: &Version, ways: impl Iterator<Item = &'w Way>, from: NaiveDate) -> Option<(&'w Way, Walked)> {
    let mut best: Option<(&Way, Walked)> = None;
    for way in ways {
        let walked = path::walked(version, way, from);
        if walked.wrong.is_empty() {
            return Some((way, walked));
        }
        if best.as_ref().is_none_or(|(_, other)| walked.wrong.len() < other.wrong.len()) {
            best = Some((way, walked));
        }
    }
    best
}

/// The steps that can never be taken and the terms that nothing meets, as far as the whole model was looked at.
fn never(version: &Version, explored: &Explored) -> (Vec<Named>, Vec<Named>) {
    if !explored.complete {
        return (Vec::new(), Vec::new());
    }
    let regulation = &version.regulation;
    let steps = regulation.steps.iter().enumerate().filter(|(number, step)| {
        !explored.possible.contains(number) && !matches!(step.does, Some(Does::Close | Does::End))
    });
    let terms = regulation.terms.iter().zip(&explored.stoppable).filter(|(term, met)| !**met && term.every.is_none());
    (
        steps.map(|(_, step)| told::step_named(regulation, step)).collect(),
        terms.map(|(term, _)| Named { id: term.id.clone(), name: regulation.term_name(term) }).collect(),
    )
}
