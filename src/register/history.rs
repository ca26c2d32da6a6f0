//! Walking commits, oldest first, parents before children; never ordered or filtered by date.

use std::collections::{BinaryHeap, HashMap, HashSet, VecDeque};

use super::commit::outline;
use super::objects::{Completeness, ObjectKind};
use super::open::Git;
use super::{Commit, Difference, Id, Register, RegisterError};

/// How far back, in seconds, the excluded side is followed beyond the oldest commit found: a day for clocks that differ.
const SLACK: i64 = 86_400;

/// The commits to walk: those reachable from `tips` and not from `except`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Range {
    /// Where to start: ids of commits.
    pub tips: Vec<Id>,
    /// What is known already: ids of commits.
    pub except: Vec<Id>,
}

impl Range {
    /// All history of one commit.
    #[must_use]
    pub fn all(tip: Id) -> Self {
        Self { tips: vec![tip], except: Vec::new() }
    }

    /// `old..new`.
    #[must_use]
    pub fn between(old: Id, new: Id) -> Self {
        Self { tips: vec![new], except: vec![old] }
    }
}

/// A commit with what it changed against each of its parents: a merge can smuggle in what neither side had, and lose what
/// one side had, unseen by a comparison with the first parent only.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// The commit.
    pub commit: Commit,
    /// For each parent, in order, what differs; for a first commit one comparison with the empty folder.
    pub against: Vec<Difference>,
}

/// What is kept of a commit while its children may still come.
struct Link {
    tree: Id,
    parents: Vec<Id>,
}

/// A walk: gives its commits one at a time, parents before children, in an order that depends on the commits alone.
pub struct Walk<'a> {
    git: &'a Git,
    order: Vec<Id>,
    next: usize,
    links: HashMap<Id, Link>,
}

impl Register {
    /// Prepares a walk. A missing commit on the way is an error: an incomplete history is never taken for a short one.
    ///
    /// Where clocks were wrong by more than a day, commits that `except` already reaches by another way may come again;
    /// none is ever left out.
    pub fn walk(&self, range: &Range) -> Result<Walk<'_>, RegisterError> {
        let git = self.git()?;
        let links = Painter::new(git).paint(range)?;
        Ok(Walk { order: oldest_first(&range.tips, &links), git, next: 0, links })
    }

    /// One commit.
    pub fn commit(&self, id: Id) -> Result<Commit, RegisterError> {
        self.git()?.commit(id)
    }

    /// What a commit changed against each of its parents.
    pub fn step(&self, id: Id) -> Result<Step, RegisterError> {
        let git = self.git()?;
        let commit = git.commit(id)?;
        let against = against(git, &commit, |parent| git.outline(parent).map(|(tree, ..)| tree))?;
        Ok(Step { commit, against })
    }

    /// Whether `old` is `new` or one of its ancestors. Costs the distance when it is, the whole history when it is not.
    pub fn is_ancestor(&self, old: Id, new: Id) -> Result<bool, RegisterError> {
        let git = self.git()?;
        let mut seen = HashSet::from([new]);
        let mut waiting = VecDeque::from([new]);
        while let Some(id) = waiting.pop_front() {
            if id == old {
                return Ok(true);
            }
            let (_, parents, _) = git.outline(id)?;
            waiting.extend(parents.into_iter().filter(|parent| seen.insert(*parent)));
        }
        Ok(false)
    }
}

impl Walk<'_> {
    /// The ids that will be given, oldest first.
    #[must_use]
    pub fn ids(&self) -> &[Id] {
        &self.order
    }
}

impl Iterator for Walk<'_> {
    type Item = Result<Step, RegisterError>;

    fn next(&mut self) -> Option<Self::Item> {
        let id = *self.order.get(self.next)?;
        self.next += 1;
        let step = self.git.commit(id).and_then(|commit| {
            let tree_of = |parent| match self.links.get(&parent) {
                Some(link) => Ok(link.tree),
                None => self.git.outline(parent).map(|(tree, ..)| tree),
            };
            let against = against(self.git, &commit, tree_of)?;
            Ok(Step { commit, against })
        });
        if step.is_err() {
            // What follows would be judged on a gap.
            self.next = self.order.len();
        }
        Some(step)
    }
}

fn against(
    git: &Git,
    commit: &Commit,
    tree_of: impl Fn(Id) -> Result<Id, RegisterError>,
) -> Result<Vec<Difference>, RegisterError> {
    if commit.parents.is_empty() {
        return Ok(vec![git.changes("", None, Some(commit.tree))?]);
    }
    commit.parents.iter().map(|parent| git.changes("", Some(tree_of(*parent)?), Some(commit.tree))).collect()
}

impl Git {
    /// One commit.
    pub(super) fn commit(&self, id: Id) -> Result<Commit, RegisterError> {
        Commit::parse(id, &self.structure(id, ObjectKind::Commit)?)
    }

    /// Tree, parents and committer's seconds of a commit.
    pub(super) fn outline(&self, id: Id) -> Result<(Id, Vec<Id>, i64), RegisterError> {
        outline(id, &self.structure(id, ObjectKind::Commit)?)
    }
}

/// Finds the wanted commits by walking both sides back together, latest date first. The dates only decide how soon the
/// walk may stop, never what is wanted.
struct Painter<'a> {
    git: &'a Git,
    links: HashMap<Id, Link>,
    excluded: HashSet<Id>,
    heap: BinaryHeap<(i64, Id)>,
    in_heap: HashSet<Id>,
    wanted_waiting: usize,
    oldest_wanted: i64,
}

impl<'a> Painter<'a> {
    fn new(git: &'a Git) -> Self {
        let (links, excluded, heap, in_heap) = Default::default();
        Self { git, links, excluded, heap, in_heap, wanted_waiting: 0, oldest_wanted: i64::MAX }
    }

    fn paint(mut self, range: &Range) -> Result<HashMap<Id, Link>, RegisterError> {
        for id in &range.except {
            self.exclude(*id);
        }
        for id in range.except.iter().chain(&range.tips) {
            self.queue(*id)?;
        }
        let mut check_line = true;
        while let Some((seconds, id)) = self.heap.pop() {
            self.in_heap.remove(&id);
            let wanted = !self.excluded.contains(&id);
            if wanted {
                self.wanted_waiting -= 1;
                self.oldest_wanted = self.oldest_wanted.min(seconds);
                check_line = true;
            } else if self.wanted_waiting == 0 {
                if seconds < self.oldest_wanted.saturating_sub(SLACK) || (check_line && self.all_lead_to(&range.except))
                {
                    break;
                }
                check_line = false;
            }
            let parents = self.links.get(&id).map(|link| link.parents.clone()).unwrap_or_default();
            for parent in parents {
                if !wanted {
                    self.exclude(parent);
                }
                match self.queue(parent) {
                    // Beyond the cut of a shallow clone the excluded side cannot be followed; more is then judged, not less.
                    Err(RegisterError::Shallow(_)) if !wanted && self.git.completeness == Completeness::Shallow => {}
                    other => other?,
                }
            }
        }
        let excluded = self.excluded;
        self.links.retain(|id, _| !excluded.contains(id));
        Ok(self.links)
    }

    fn queue(&mut self, id: Id) -> Result<(), RegisterError> {
        if self.links.contains_key(&id) {
            return Ok(());
        }
        let (tree, parents, seconds) = self.git.outline(id)?;
        self.in_heap.insert(id);
        self.links.insert(id, Link { tree, parents });
        self.wanted_waiting += usize::from(!self.excluded.contains(&id));
        self.heap.push((seconds, id));
        Ok(())
    }

    /// Marks a commit and those of its ancestors that were met already.
    fn exclude(&mut self, id: Id) {
        let mut waiting = vec![id];
        while let Some(id) = waiting.pop() {
            if !self.excluded.insert(id) {
                continue;
            }
            if let Some(link) = self.links.get(&id) {
                waiting.extend(&link.parents);
            }
            if self.in_heap.contains(&id) {
                self.wanted_waiting -= 1;
            }
        }
    }

    /// Whether every way back from what was found ends at the one excluded commit. Then nothing found can be one of its
    /// ancestors, and there is no need to look further: the ordinary push of a few commits.
    fn all_lead_to(&self, except: &[Id]) -> bool {
        let [only] = except else { return false };
        let wanted = |id: &Id| self.links.contains_key(id) && !self.excluded.contains(id);
        self.links.iter().filter(|(id, _)| wanted(id)).all(|(_, link)| {
            !link.parents.is_empty() && link.parents.iter().all(|parent| parent == only || wanted(parent))
        })
    }
}

/// Parents before children, first parents first: depends on the commits alone.
fn oldest_first(tips: &[Id], links: &HashMap<Id, Link>) -> Vec<Id> {
    let mut order = Vec::with_capacity(links.len());
    let mut seen = HashSet::with_capacity(links.len());
    for tip in tips {
        let mut path: Vec<(Id, usize)> = Vec::new();
        if links.contains_key(tip) && seen.insert(*tip) {
            path.push((*tip, 0));
        }
        while let Some((id, parent)) = path.last_mut() {
            let following = links.get(id).and_then(|link| link.parents.get(*parent)).copied();
            *parent += 1;
            match following {
                Some(next) if links.contains_key(&next) && seen.insert(next) => path.push((next, 0)),
                Some(_) => {}
                None => {
                    order.push(*id);
                    path.pop();
                }
            }
        }
    }
    order
}
