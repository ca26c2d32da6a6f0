//! A merged log against the logs of all its parents: git itself shows only some of what a merge can lose.

use std::collections::BTreeSet;

use super::compare::losses;
use super::matching::Matching;
use super::{Difference, EntryKey};

/// Something a parent had logged that the merge does not hold as it was.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Lost {
    /// Which parent, from 0.
    pub parent: usize,
    /// `Changed`, `Removed` or `Reordered`, with the place in that parent's log.
    pub what: Difference,
}

/// What a merge made of its parents' logs.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Merged {
    /// What was lost, sorted.
    pub lost: Vec<Lost>,
    /// Entries that no parent has, in order: `Inserted` with the place in the merged log, or one `Appended`.
    pub added: Vec<Difference>,
}

impl Merged {
    /// Whether the merge holds every entry of every parent, each parent's in their order, and nothing new among them.
    #[must_use]
    pub fn is_allowed(&self) -> bool {
        self.lost.is_empty() && self.added.iter().all(|added| added.is_allowed())
    }
}

/// Compares a merged log with those of its parents (one or more). With one parent it answers as
/// [`compare`](super::compare()) does, but for `Same`, which is an empty answer.
#[must_use]
pub fn compare_merge(parents: &[&[EntryKey]], result: &[EntryKey]) -> Merged {
    let matchings: Vec<Matching> = parents.iter().map(|log| Matching::of(log, result)).collect();
    let of_nobody = of_no_parent(&matchings, result.len());
    let mut merged = Merged::default();
    let mut taken = BTreeSet::new();
    for (parent, (log, matching)) in parents.iter().zip(&matchings).enumerate() {
        // What another parent wrote is not what this parent's entry was changed into.
        let (found, changed_into) = losses(log, matching, &of_nobody);
        taken.extend(changed_into);
        merged.lost.extend(found.into_iter().map(|what| Lost { parent, what }));
    }
    merged.lost.sort_unstable();
    merged.added = additions(result, &of_nobody, &taken);
    merged
}

fn additions(result: &[EntryKey], new: &[bool], taken: &BTreeSet<usize>) -> Vec<Difference> {
    let is_added = |at: &usize| new.get(*at).copied().unwrap_or_default() && !taken.contains(at);
    let last_old = (0..result.len()).rev().find(|at| !is_added(at));
    let mut added = Vec::new();
    let mut appended = 0;
    for at in (0..result.len()).filter(is_added) {
        match result.get(at) {
            Some(entry) if last_old.is_some_and(|old| at < old) => added.push(Difference::Inserted(entry.index)),
            _ => appended += 1,
        }
    }
    if appended > 0 {
        added.push(Difference::Appended(appended));
    }
    added
}

/// Which entries of the result stand for no entry of any parent.
fn of_no_parent(matchings: &[Matching], entries: usize) -> Vec<bool> {
    let mut new = vec![true; entries];
    for matching in matchings {
        for (flag, is_new) in new.iter_mut().zip(matching.new_in(entries)) {
            *flag &= is_new;
        }
    }
    new
}
