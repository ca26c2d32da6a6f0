//! A log against the log of one parent.

use std::collections::BTreeSet;

use super::EntryKey;
use super::matching::Matching;

/// What became of a log. `Changed`, `Removed` and `Reordered` hold an entry's place in the log before, `Inserted` its
/// place in the log after; places count from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Difference {
    /// Nothing happened.
    Same,
    /// An entry says something else now.
    Changed(usize),
    /// An entry is gone.
    Removed(usize),
    /// An entry stands elsewhere among the others.
    Reordered(usize),
    /// A new entry stands before an old one.
    Inserted(usize),
    /// So many new entries at the end: the only thing that may happen.
    Appended(usize),
}

impl Difference {
    /// Whether a log may become this.
    #[must_use]
    pub const fn is_allowed(self) -> bool {
        matches!(self, Self::Same | Self::Appended(_))
    }
}

/// What happened between two versions of a log; never empty, sorted. `[Same]` and `[Appended(n)]` are the two answers that
/// are in order: `before` is then the beginning of `after`.
#[must_use]
pub fn compare(before: &[EntryKey], after: &[EntryKey]) -> Vec<Difference> {
    let matching = Matching::of(before, after);
    let new = matching.new_in(after.len());
    let (mut found, changed_into) = losses(before, &matching, &new);
    let last_old = (0..after.len()).rev().find(|at| !is(&new, *at) || changed_into.contains(at));
    let mut appended = 0;
    for (at, entry) in after.iter().enumerate() {
        if !is(&new, at) || changed_into.contains(&at) {
            continue;
        }
        if last_old.is_some_and(|old| at < old) {
            found.push(Difference::Inserted(entry.index));
        } else {
            appended += 1;
        }
    }
    if appended > 0 {
        found.push(Difference::Appended(appended));
    }
    if found.is_empty() {
        found.push(Difference::Same);
    }
    found.sort_unstable();
    found
}

/// What was changed, removed or moved, and the places in the log after that changed entries now have. An entry without a
/// pair counts as changed when a new one stands between the same neighbours.
pub(super) fn losses(before: &[EntryKey], matching: &Matching, new: &[bool]) -> (Vec<Difference>, BTreeSet<usize>) {
    let mut found = Vec::new();
    let mut changed_into = BTreeSet::new();
    let ends = next_kept(matching, new.len());
    // Where to look for the next new entry between the kept neighbours; only forward, so that no log is slow.
    let mut from = 0;
    for (at, entry) in before.iter().enumerate() {
        let place = matching.to.get(at).copied().flatten();
        match place {
            Some(place) if is(&matching.kept, at) => from = place + 1,
            Some(_) => found.push(Difference::Reordered(entry.index)),
            None => {
                let end = ends.get(at).copied().unwrap_or(new.len());
                if let Some(instead) = (from..end).find(|place| is(new, *place)) {
                    changed_into.insert(instead);
                    found.push(Difference::Changed(entry.index));
                    from = instead + 1;
                } else {
                    found.push(Difference::Removed(entry.index));
                    from = from.max(end);
                }
            }
        }
    }
    (found, changed_into)
}

/// For each entry before, the place after of the next entry that kept its order; the end when there is none.
fn next_kept(matching: &Matching, end: usize) -> Vec<usize> {
    let mut next = end;
    let mut ends: Vec<usize> = (0..matching.to.len())
        .rev()
        .map(|at| {
            if let (true, Some(place)) = (is(&matching.kept, at), matching.to.get(at).copied().flatten()) {
                next = place;
            }
            next
        })
        .collect();
    ends.reverse();
    ends
}

fn is(flags: &[bool], at: usize) -> bool {
    flags.get(at).copied().unwrap_or_default()
}
