//! What a commit changes itself. A merge is judged by that alone: what its sides brought was judged on the way.

use std::collections::{BTreeMap, BTreeSet};

use crate::check::commit::candidate::{Candidate, Changed, Was};
use crate::register::{CommitSnapshot, Id, Register, RegisterError};

/// The paths that a commit changes itself. For a path a merge brings nothing when it has what one side has, and every other
/// side has left it as it was where the two parted; who takes the older of two sides, or joins them, changes it.
pub fn changes<'p>(
    register: &Register,
    candidate: &Candidate<'_>,
    changed: &BTreeMap<&'p str, Changed>,
) -> Result<BTreeSet<&'p str>, RegisterError> {
    if candidate.parents.len() < 2 {
        return Ok(changed.keys().copied().collect());
    }
    let mut partings = Partings { register, parents: &candidate.parents, known: BTreeMap::new() };
    let mut own = BTreeSet::new();
    for (path, change) in changed {
        if !partings.brings(path, change)? {
            own.insert(*path);
        }
    }
    Ok(own)
}

/// Where each two of the parents parted.
struct Partings<'a> {
    register: &'a Register,
    parents: &'a [Id],
    known: BTreeMap<(usize, usize), Vec<CommitSnapshot<'a>>>,
}

impl Partings<'_> {
    /// Whether a path comes from one of the sides as it is.
    fn brings(&mut self, path: &str, change: &Changed) -> Result<bool, RegisterError> {
        let sides: Vec<Option<Id>> = change.old.iter().map(|was| at(*was, change.new)).collect();
        for (side, here) in sides.iter().enumerate().filter(|(_, here)| **here == change.new) {
            let mut all = true;
            for (other, there) in sides.iter().enumerate().filter(|(_, there)| *there != here) {
                all &= self.untouched(path, side.min(other), side.max(other), *there)?;
            }
            if all {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// Whether a path was this in every commit where two sides parted.
    fn untouched(&mut self, path: &str, one: usize, other: usize, was: Option<Id>) -> Result<bool, RegisterError> {
        if !self.known.contains_key(&(one, other)) {
            let (Some(a), Some(b)) = (self.parents.get(one), self.parents.get(other)) else { return Ok(false) };
            let bases = match self.register.merge_bases(*a, *b) {
                Ok(bases) => bases,
                // Beyond the cut of a shallow clone nothing is known: more is then asked, not less.
                Err(RegisterError::Shallow(_)) => return Ok(false),
                Err(error) => return Err(error),
            };
            let files = bases.into_iter().map(|base| self.register.at_commit(base)).collect::<Result<_, _>>()?;
            self.known.insert((one, other), files);
        }
        let Some(bases) = self.known.get(&(one, other)) else { return Ok(false) };
        if bases.is_empty() {
            return Ok(was.is_none());
        }
        for base in bases {
            if base.id_of(path)? != was {
                return Ok(false);
            }
        }
        Ok(true)
    }
}

fn at(was: Was, now: Option<Id>) -> Option<Id> {
    match was {
        Was::Same => now,
        Was::Blob(id) => Some(id),
        Was::Absent => None,
    }
}
