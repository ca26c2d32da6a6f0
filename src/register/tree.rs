//! A folder as git stores it, read entry by entry. Never looked up by name first: on a tree with duplicate or unsorted
//! entries, programs that look up by name see different files.

use std::cell::{Cell, RefCell};
use std::cmp::Ordering;
use std::collections::{HashMap, HashSet};
use std::rc::Rc;

use super::objects::ObjectKind;
use super::open::Git;
use super::{Id, RegisterError};

/// What an entry is, by its mode.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mode {
    /// A folder.
    Folder,
    /// A file.
    File,
    /// A file marked as a program.
    Executable,
    /// A symbolic link.
    Symlink,
    /// A commit of another repository.
    Submodule,
    /// What no git writes.
    Odd(u32),
}

impl Mode {
    /// From the number git stores.
    pub(super) fn new(number: u32) -> Self {
        match number {
            0o040_000 => Self::Folder,
            0o100_644 => Self::File,
            0o100_755 => Self::Executable,
            0o120_000 => Self::Symlink,
            0o160_000 => Self::Submodule,
            other => Self::Odd(other),
        }
    }

    /// Whether its bytes are read as a file.
    pub(super) fn is_file(self) -> bool {
        match self {
            Self::File | Self::Executable => true,
            // Early git wrote 100664 and the like; they are files still.
            Self::Odd(number) => number & 0o170_000 == 0o100_000,
            Self::Folder | Self::Symlink | Self::Submodule => false,
        }
    }
}

/// One entry of a folder.
#[derive(Debug, Clone, Copy)]
pub(super) struct Entry {
    pub(super) mode: Mode,
    pub(super) id: Id,
    name: (u32, u32),
}

/// What stands under one name.
#[derive(Debug, Clone, Copy)]
pub(super) enum Named {
    /// Nothing.
    Nothing,
    /// One entry.
    One(Entry),
    /// Several entries: which is meant depends on who looks.
    Several,
}

/// A folder: its entries in the order git prescribes, and what was wrong with the order it had.
#[derive(Debug)]
pub(super) struct Tree {
    raw: Vec<u8>,
    entries: Vec<Entry>,
    /// It did not have the prescribed order.
    pub(super) unsorted: bool,
    /// Names that occur more than once.
    pub(super) duplicates: Vec<Vec<u8>>,
}

impl Tree {
    /// Reads a tree object; `None` when the bytes are not one. `width` is the length of an id: 20 or 32.
    pub(super) fn parse(raw: Vec<u8>, width: usize) -> Option<Self> {
        let mut entries = Vec::with_capacity(raw.len() / (width + 20));
        let mut at = 0;
        while at < raw.len() {
            let blank = at + raw[at..].iter().position(|byte| *byte == b' ')?;
            let end = blank + raw[blank..].iter().position(|byte| *byte == 0)?;
            let digits = std::str::from_utf8(&raw[at..blank]).ok()?;
            let number = u32::from_str_radix(digits, 8).ok()?;
            // A zero in front makes the same mode another object.
            let mode = if digits.starts_with('0') { Mode::Odd(number) } else { Mode::new(number) };
            let id = Id::from_bytes(raw.get(end + 1..end + 1 + width)?)?;
            entries.push(Entry { mode, id, name: (u32::try_from(blank + 1).ok()?, u32::try_from(end).ok()?) });
            at = end + 1 + width;
        }
        let mut tree = Self { raw, entries, unsorted: false, duplicates: Vec::new() };
        tree.examine_order();
        Some(tree)
    }

    /// The entries, sorted.
    pub(super) fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// The name of an entry of this tree.
    pub(super) fn name(&self, entry: &Entry) -> &[u8] {
        &self.raw[entry.name.0 as usize..entry.name.1 as usize]
    }

    /// What stands under this name, found by going through all entries.
    pub(super) fn named(&self, name: &[u8]) -> Named {
        let mut same = self.entries.iter().filter(|entry| self.name(entry) == name);
        match (same.next(), same.next()) {
            (None, _) => Named::Nothing,
            (Some(entry), None) => Named::One(*entry),
            (Some(_), Some(_)) => Named::Several,
        }
    }

    fn examine_order(&mut self) {
        let in_order = |pair: &[Entry]| order(self.name(&pair[0]), pair[0].mode, self.name(&pair[1]), pair[1].mode);
        self.unsorted = self.entries.windows(2).any(|pair| in_order(pair) == Ordering::Greater);
        let mut entries = std::mem::take(&mut self.entries);
        if self.unsorted {
            entries.sort_by(|a, b| order(self.name(a), a.mode, self.name(b), b.mode));
        }
        let mut twice: Vec<Vec<u8>> = entries
            .windows(2)
            .filter(|pair| self.name(&pair[0]) == self.name(&pair[1]))
            .map(|pair| self.name(&pair[0]).to_vec())
            .collect();
        // A file and a folder of one name need not stand side by side.
        let folders: HashSet<&[u8]> = entries.iter().filter(|e| e.mode == Mode::Folder).map(|e| self.name(e)).collect();
        if !folders.is_empty() {
            let both = entries.iter().filter(|e| e.mode != Mode::Folder && folders.contains(self.name(e)));
            twice.extend(both.map(|e| self.name(e).to_vec()));
        }
        twice.sort();
        twice.dedup();
        self.duplicates = twice;
        self.entries = entries;
    }
}

/// Git's order of entries: by bytes, a folder as if its name ended in a slash.
pub(super) fn order(a: &[u8], a_mode: Mode, b: &[u8], b_mode: Mode) -> Ordering {
    let common = a.len().min(b.len());
    a[..common].cmp(&b[..common]).then_with(|| {
        let next = |name: &[u8], mode| name.get(common).copied().unwrap_or(if mode == Mode::Folder { b'/' } else { 0 });
        next(a, a_mode).cmp(&next(b, b_mode)).then(a.len().cmp(&b.len()))
    })
}

/// Trees read lately: a commit's folders are the next one's old folders. Two generations, so that memory stays bounded.
#[derive(Default)]
pub(super) struct TreeCache {
    young: RefCell<HashMap<Id, Rc<Tree>>>,
    old: RefCell<HashMap<Id, Rc<Tree>>>,
    weight: Cell<usize>,
}

impl TreeCache {
    /// Bytes of one generation.
    const ROOM: usize = 32 * 1024 * 1024;

    fn get(&self, id: Id) -> Option<Rc<Tree>> {
        if let Some(tree) = self.young.borrow().get(&id) {
            return Some(Rc::clone(tree));
        }
        let tree = self.old.borrow_mut().remove(&id)?;
        self.keep(id, &tree);
        Some(tree)
    }

    fn keep(&self, id: Id, tree: &Rc<Tree>) {
        let weight = self.weight.get() + tree.raw.len() + tree.entries.len() * size_of::<Entry>() + 128;
        if weight > Self::ROOM {
            *self.old.borrow_mut() = std::mem::take(&mut *self.young.borrow_mut());
            self.weight.set(0);
        } else {
            self.weight.set(weight);
        }
        self.young.borrow_mut().insert(id, Rc::clone(tree));
    }
}

impl Git {
    /// A folder by its id.
    pub(super) fn tree(&self, id: Id) -> Result<Rc<Tree>, RegisterError> {
        if let Some(tree) = self.trees.get(id) {
            return Ok(tree);
        }
        let raw = self.structure(id, ObjectKind::Tree)?;
        let tree = Rc::new(Tree::parse(raw, id.as_bytes().len()).ok_or(RegisterError::Malformed(id))?);
        self.trees.keep(id, &tree);
        Ok(tree)
    }
}
