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
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Entry {
    pub(super) mode: Mode,
    pub(super) id: Id,
}

/// Where an entry stands in the bytes of its tree. Small: a national register's trees are walked by the hundred thousand.
#[derive(Debug, Clone, Copy)]
struct Place {
    start: u32,
    name: u32,
    end: u32,
    mode: Mode,
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
    places: Vec<Place>,
    width: usize,
    /// It did not have the prescribed order.
    pub(super) unsorted: bool,
    /// Names that occur more than once.
    pub(super) duplicates: Vec<Vec<u8>>,
}

impl Tree {
    /// Reads a tree object; `None` when the bytes are not one. `width` is the length of an id: 20 or 32.
    pub(super) fn parse(raw: Vec<u8>, width: usize) -> Option<Self> {
        u32::try_from(raw.len()).ok()?;
        let mut places = Vec::with_capacity(raw.len() / (width + 20));
        let mut at = 0;
        while at < raw.len() {
            // A mode has at most six digits; one with a zero in front is found out when it is read.
            let blank = at + raw[at..].iter().take(12).position(|byte| *byte == b' ')?;
            let end = blank + raw[blank..].iter().position(|byte| *byte == 0)?;
            let mode = read_mode(&raw[at..blank])?;
            let next = end + 1 + width;
            if next > raw.len() {
                return None;
            }
            let narrow = |place: usize| u32::try_from(place).ok();
            places.push(Place { start: narrow(at)?, name: narrow(blank + 1)?, end: narrow(end)?, mode });
            at = next;
        }
        let mut tree = Self { raw, places, width, unsorted: false, duplicates: Vec::new() };
        tree.examine_order();
        Some(tree)
    }

    /// How many entries it has.
    pub(super) fn len(&self) -> usize {
        self.places.len()
    }

    /// An entry by its place in the order.
    pub(super) fn entry(&self, at: usize) -> Option<Entry> {
        let place = self.places.get(at)?;
        let id = Id::from_bytes(self.raw.get(place.end as usize + 1..)?.get(..self.width)?)?;
        Some(Entry { mode: place.mode, id })
    }

    /// The names, in order.
    pub(super) fn names(&self) -> impl Iterator<Item = &[u8]> {
        self.places.iter().map(|place| self.name_at(place))
    }

    /// The name of an entry by its place in the order.
    pub(super) fn name(&self, at: usize) -> &[u8] {
        self.places.get(at).map_or(b"", |place| self.name_at(place))
    }

    /// What stands under this name, found by going through all entries.
    pub(super) fn named(&self, name: &[u8]) -> Named {
        let mut same = self.names().enumerate().filter(|(_, other)| *other == name);
        match (same.next(), same.next()) {
            (None, _) => Named::Nothing,
            (Some((at, _)), None) => self.entry(at).map_or(Named::Nothing, Named::One),
            (Some(_), Some(_)) => Named::Several,
        }
    }

    /// How many entries at the beginning and at the end are the same in both trees, byte for byte.
    pub(super) fn same_ends(&self, other: &Self) -> (usize, usize) {
        if self.unsorted || other.unsorted {
            return (0, 0);
        }
        let differs = mismatch(&self.raw, &other.raw);
        let front = self.places.partition_point(|place| place.end as usize + self.width < differs);
        let most = self.len().min(other.len()) - front;
        let back = (1..=most)
            .take_while(|step| {
                let slice = |tree: &Self| {
                    let place = tree.places[tree.len() - step];
                    place.start as usize..place.end as usize + 1 + tree.width
                };
                self.raw[slice(self)] == other.raw[slice(other)]
            })
            .count();
        (front, back)
    }

    fn name_at(&self, place: &Place) -> &[u8] {
        &self.raw[place.name as usize..place.end as usize]
    }

    fn examine_order(&mut self) {
        let compare = |a: &Place, b: &Place| order(self.name_at(a), a.mode, self.name_at(b), b.mode);
        let mut twice: Vec<Vec<u8>> = Vec::new();
        let unsorted = self.places.windows(2).any(|pair| compare(&pair[0], &pair[1]) != Ordering::Less);
        if unsorted {
            let mut places = self.places.clone();
            places.sort_by(compare);
            let same = |pair: &&[Place]| self.name_at(&pair[0]) == self.name_at(&pair[1]);
            twice.extend(places.windows(2).filter(same).map(|pair| self.name_at(&pair[0]).to_vec()));
            // Entries of one name stand side by side in order too; only others are out of it.
            let disorder = |pair: &[Place]| compare(&pair[0], &pair[1]) == Ordering::Greater;
            self.unsorted = self.places.windows(2).any(disorder);
            self.places = places;
        }
        // A file and a folder of one name need not stand side by side.
        let is_folder = |place: &&Place| place.mode == Mode::Folder;
        let folders: HashSet<&[u8]> = self.places.iter().filter(is_folder).map(|place| self.name_at(place)).collect();
        if !folders.is_empty() && folders.len() < self.places.len() {
            let both = self.places.iter().filter(|place| !is_folder(place) && folders.contains(self.name_at(place)));
            twice.extend(both.map(|place| self.name_at(place).to_vec()));
        }
        twice.sort();
        twice.dedup();
        self.duplicates = twice;
    }
}

/// A mode from its octal digits; `None` when they are none.
fn read_mode(digits: &[u8]) -> Option<Mode> {
    if digits.is_empty() || digits.len() > 10 {
        return None;
    }
    let number = digits.iter().try_fold(0_u32, |number, digit| match digit {
        b'0'..=b'7' => Some(number << 3 | u32::from(digit - b'0')),
        _ => None,
    })?;
    // A zero in front makes the same mode another object.
    Some(if digits[0] == b'0' { Mode::Odd(number) } else { Mode::new(number) })
}

/// The place of the first byte that differs.
fn mismatch(a: &[u8], b: &[u8]) -> usize {
    const STRIDE: usize = 256;
    let strides = a.chunks_exact(STRIDE).zip(b.chunks_exact(STRIDE)).take_while(|(a, b)| a == b).count() * STRIDE;
    strides + a[strides..].iter().zip(&b[strides..]).take_while(|(a, b)| a == b).count()
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
        let weight = self.weight.get() + tree.raw.len() + tree.places.len() * size_of::<Place>() + 128;
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

#[cfg(test)]
#[path = "../../tests/unit/register/tree/tests.rs"]
mod tests;
