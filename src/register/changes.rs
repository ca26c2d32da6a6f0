//! What changed between two folders, compared by id: equal folders are never opened, so that the cost is that of the
//! difference. Faults are looked for in what is new or changed only.

use std::cmp::Ordering;
use std::collections::HashMap;

use super::fault::{Fault, FaultKind};
use super::names;
use super::open::Git;
use super::tree::{Entry, Mode, Tree, order};
use super::{Id, Register, RegisterError};

/// Folders nested deeper than this are not followed.
const MAX_DEPTH: usize = 32;
/// More changed entries than this are an attack: a few small trees can unfold into billions of paths.
const MAX_ENTRIES: usize = 1_000_000;

/// One file that differs. Symbolic links and submodules are not files: they are faults, and count as absent.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Change {
    /// Path with `/`.
    pub path: String,
    /// Its blob before; `None` when it is new.
    pub old: Option<Id>,
    /// Its blob now; `None` when it is gone.
    pub new: Option<Id>,
}

/// What differs between two folders, sorted by path.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Difference {
    /// Files that are new, changed or gone. A renamed file is one that is gone and one that is new.
    pub changes: Vec<Change>,
    /// What is wrong with entries that are new or changed.
    pub faults: Vec<Fault>,
}

impl Register {
    /// What differs between two trees (ids of trees, not of commits); `old: None` stands for the empty tree.
    pub fn changes(&self, old: Option<Id>, new: Id) -> Result<Difference, RegisterError> {
        self.git()?.changes("", old, Some(new))
    }
}

impl Git {
    /// As [`Register::changes`], with `prefix` (empty or ending in `/`) before each path.
    pub(super) fn changes(&self, prefix: &str, old: Option<Id>, new: Option<Id>) -> Result<Difference, RegisterError> {
        let mut comparison = Comparison { git: self, found: Difference::default(), visited: 0 };
        comparison.folder(prefix, old, new, 0)?;
        let mut found = comparison.found;
        found.changes.sort_unstable();
        found.faults.sort_unstable();
        found.faults.dedup();
        Ok(found)
    }
}

/// One comparison under way.
struct Comparison<'a> {
    git: &'a Git,
    found: Difference,
    visited: usize,
}

/// The names that came and went in one folder, with whether each is a folder.
#[derive(Default)]
struct Turnover<'t> {
    gone: HashMap<&'t [u8], bool>,
    come: Vec<(&'t [u8], bool)>,
}

impl Comparison<'_> {
    fn folder(&mut self, prefix: &str, old: Option<Id>, new: Option<Id>, depth: usize) -> Result<(), RegisterError> {
        if old == new {
            return Ok(());
        }
        if depth > MAX_DEPTH {
            self.fault(prefix, b"", FaultKind::TooDeep);
            return Ok(());
        }
        let old = old.map(|id| self.git.tree(id)).transpose()?;
        let new_tree = new.map(|id| self.git.tree(id)).transpose()?;
        if let Some(tree) = &new_tree {
            self.order_faults(prefix, tree);
        }
        self.join(prefix, old.as_deref(), new_tree.as_deref(), depth)
    }

    /// Walks both folders side by side in git's order.
    fn join(
        &mut self,
        prefix: &str,
        old: Option<&Tree>,
        new: Option<&Tree>,
        depth: usize,
    ) -> Result<(), RegisterError> {
        let (front, back) = old.zip(new).map_or((0, 0), |(old, new)| old.same_ends(new));
        let count = |tree: Option<&Tree>| tree.map_or(0, |tree| tree.len() - back);
        let at = |tree: Option<&'_ Tree>, place: usize| tree.filter(|_| place < count(tree))?.entry(place);
        let (mut i, mut j) = (front, front);
        let mut turnover = Turnover::default();
        loop {
            let (left, right) = (at(old, i), at(new, j));
            let (left_name, right_name) =
                (old.map_or(&b""[..], |tree| tree.name(i)), new.map_or(&b""[..], |tree| tree.name(j)));
            let side = match (left, right) {
                (None, None) => break,
                (Some(left), Some(right)) => order(left_name, left.mode, right_name, right.mode),
                (Some(_), None) => Ordering::Less,
                (None, Some(_)) => Ordering::Greater,
            };
            let left = left.filter(|_| side != Ordering::Greater);
            let right = right.filter(|_| side != Ordering::Less);
            i += usize::from(left.is_some());
            j += usize::from(right.is_some());
            match (left, right) {
                _ if left == right => continue,
                (Some(left), None) => drop(turnover.gone.insert(left_name, left.mode == Mode::Folder)),
                (None, Some(right)) => turnover.come.push((right_name, right.mode == Mode::Folder)),
                _ => {}
            }
            let name = if right.is_some() { right_name } else { left_name };
            self.entry(prefix, name, left.as_ref(), right.as_ref(), depth)?;
        }
        if let Some(new) = new {
            self.turnover_faults(prefix, new, &turnover);
        }
        Ok(())
    }

    /// One name that differs.
    fn entry(
        &mut self,
        prefix: &str,
        name: &[u8],
        old: Option<&Entry>,
        new: Option<&Entry>,
        depth: usize,
    ) -> Result<(), RegisterError> {
        self.visited += 1;
        if let (true, Some(entry)) = (self.visited > MAX_ENTRIES, new.or(old)) {
            return Err(RegisterError::TooManyFiles(entry.id));
        }
        let faults = names::faults(name);
        let path = usable(prefix, name, &faults);
        if let Some(new) = new {
            self.entry_faults(prefix, name, new, if old.is_none() { faults } else { Vec::new() });
        }
        let Some(path) = path else { return Ok(()) };
        let folder = |entry: Option<&Entry>| entry.filter(|entry| entry.mode == Mode::Folder).map(|entry| entry.id);
        let file = |entry: Option<&Entry>| entry.filter(|entry| entry.mode.is_file()).map(|entry| entry.id);
        let (old_file, new_file) = (file(old), file(new));
        let (old_folder, new_folder) = (folder(old), folder(new));
        if old_folder.is_some() || new_folder.is_some() {
            self.folder(&format!("{path}/"), old_folder, new_folder, depth + 1)?;
        }
        if old_file != new_file {
            self.found.changes.push(Change { path, old: old_file, new: new_file });
        }
        Ok(())
    }

    fn entry_faults(&mut self, prefix: &str, name: &[u8], new: &Entry, of_name: Vec<FaultKind>) {
        for kind in of_name {
            self.fault(prefix, name, kind);
        }
        let kind = match new.mode {
            Mode::Folder | Mode::File => return,
            Mode::Executable => FaultKind::Executable,
            Mode::Symlink => FaultKind::Symlink,
            Mode::Submodule => FaultKind::Submodule,
            Mode::Odd(number) => FaultKind::OddMode(format!("{number:06o}")),
        };
        self.fault(prefix, name, kind);
    }

    fn order_faults(&mut self, prefix: &str, tree: &Tree) {
        if tree.unsorted {
            self.fault(if prefix.is_empty() { "." } else { prefix }, b"", FaultKind::Unsorted);
        }
        for name in &tree.duplicates {
            self.fault(prefix, name, FaultKind::Duplicate);
        }
    }

    fn turnover_faults(&mut self, prefix: &str, new: &Tree, turnover: &Turnover<'_>) {
        for (name, is_folder) in &turnover.come {
            if turnover.gone.get(name).is_some_and(|was_folder| was_folder != is_folder) {
                self.fault(prefix, name, FaultKind::Swapped);
            }
        }
        let added: Vec<&[u8]> = turnover.come.iter().map(|(name, _)| *name).collect();
        for (name, other) in names::look_alikes(&added, new.names()) {
            self.fault(prefix, name, FaultKind::LooksLike(other));
        }
    }

    fn fault(&mut self, prefix: &str, name: &[u8], kind: FaultKind) {
        let mut path = prefix.as_bytes().to_vec();
        path.extend_from_slice(name);
        self.found.faults.push(Fault { path: names::shown(&path), kind });
    }
}

/// The path of an entry, if its name can be part of one without harm.
fn usable(prefix: &str, name: &[u8], faults: &[FaultKind]) -> Option<String> {
    let harmful = faults.iter().any(|kind| matches!(kind, FaultKind::Dangerous | FaultKind::NotUtf8));
    let text = std::str::from_utf8(name).ok()?;
    (!harmful).then(|| format!("{prefix}{text}"))
}
