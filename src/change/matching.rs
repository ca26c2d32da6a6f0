//! Which entry of one log is which entry of another.

use std::collections::HashMap;

use super::EntryKey;

/// For each entry of `before` its place in `after`, and which of those pairs keep their order.
pub(super) struct Matching {
    /// The place in `after`, by place in `before`; `None` when the text is not there (often enough).
    pub to: Vec<Option<usize>>,
    /// Whether the pair stands in the longest run of pairs in the same order; false for what has no pair.
    pub kept: Vec<bool>,
}

impl Matching {
    /// Matches two logs in about n·log n steps, whatever they hold: a pushed log may be made to be slow.
    pub fn of(before: &[EntryKey], after: &[EntryKey]) -> Self {
        // Equal texts may be paired in several ways; the one that keeps everything in order goes before all others.
        if let Some(to) = in_order(before, after) {
            return Self { kept: vec![true; to.len()], to: to.into_iter().map(Some).collect() };
        }
        let to = by_occurrence(before, after);
        let kept = longest_in_order(&to);
        Self { to, kept }
    }

    /// Which entries of `after` have no pair.
    pub fn new_in(&self, after: usize) -> Vec<bool> {
        let mut new = vec![true; after];
        for place in self.to.iter().flatten() {
            if let Some(flag) = new.get_mut(*place) {
                *flag = false;
            }
        }
        new
    }
}

/// The places when all of `before` occurs in `after` in the same order.
fn in_order(before: &[EntryKey], after: &[EntryKey]) -> Option<Vec<usize>> {
    let mut rest = after.iter().enumerate();
    before.iter().map(|entry| rest.find(|(_, other)| other.text == entry.text).map(|(place, _)| place)).collect()
}

/// Pairs the first with the first, the second with the second, of equal texts.
fn by_occurrence(before: &[EntryKey], after: &[EntryKey]) -> Vec<Option<usize>> {
    let mut places: HashMap<&str, Vec<usize>> = HashMap::new();
    for (place, entry) in after.iter().enumerate().rev() {
        places.entry(&entry.text).or_default().push(place);
    }
    before.iter().map(|entry| places.get_mut(entry.text.as_str()).and_then(Vec::pop)).collect()
}

/// Marks the longest increasing run of places (patience sorting).
fn longest_in_order(to: &[Option<usize>]) -> Vec<bool> {
    // tails[k]: the entry that ends the best run of k + 1 so far; previous: the entry before each in its run.
    let mut tails: Vec<usize> = Vec::new();
    let mut previous: Vec<Option<usize>> = vec![None; to.len()];
    let place = |at: usize| to.get(at).copied().flatten();
    for at in 0..to.len() {
        if place(at).is_none() {
            continue;
        }
        let length = tails.partition_point(|tail| place(*tail) < place(at));
        let before = length.checked_sub(1).and_then(|shorter| tails.get(shorter).copied());
        if let Some(slot) = previous.get_mut(at) {
            *slot = before;
        }
        match tails.get_mut(length) {
            Some(tail) => *tail = at,
            None => tails.push(at),
        }
    }
    let mut kept = vec![false; to.len()];
    let mut next = tails.last().copied();
    while let Some(at) = next {
        if let Some(flag) = kept.get_mut(at) {
            *flag = true;
        }
        next = previous.get(at).copied().flatten();
    }
    kept
}
