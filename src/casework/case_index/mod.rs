//! All cases at a glance: a row for each, kept between runs in git's own folder, so that looking over a large register does not
//! take reading it.
//!
//! - `row`: what is known of a case, independent of the day; `look`: from its docket.
//! - `labels`: roles in words, and their holders.
//! - `store`, `key`: what is kept, and for how long it holds.
//! - `agenda`: what is due as of a day; `ics`: the same as a calendar.

mod agenda;
pub(crate) mod candidates;
mod days;
mod ics;
pub(crate) mod kept;
mod key;
mod labels;
mod row;
pub(crate) mod rows;

use std::collections::BTreeMap;
use std::path::Path;

use chrono::NaiveDate;
use rayon::prelude::*;

pub use crate::casework::case_index::kept::KEPT;
pub(crate) use agenda::{Agenda, Item, Span, Undated, Wanted, roles};
pub(crate) use ics::{calendar, is_calendar};
pub(crate) use labels::Labels;
pub(crate) use row::{DueKind, DueRow, Row, Words};

use super::error::CaseworkError;
use crate::casework::case_index::kept::{DIGEST, Entry, Packed, Place};
use crate::casework::open_case::workspace::{CaseFile, Workspace, in_force, read, register_at, there};
use crate::context::Context;
use crate::diagnostics::text;
use crate::docket::{Discussed, Docket};
use crate::paths::{is_case, yearbook_of};
use crate::register::{Stamp, Stamped};

/// A register looked over.
#[derive(Debug, Clone)]
pub struct CaseIndex {
    /// The cases. Rows are made where they are looked at: twenty thousand with words of their own cost more than reading them.
    packed: Packed,
    /// What the rows name.
    pub labels: Labels,
    /// How many cases cannot be read: `check` says why.
    pub unread: usize,
    /// The day on which this register stands still, when it does.
    pub stands_on: Option<NaiveDate>,
    /// How many case files were read for it; the others were known.
    pub looked_at: usize,
}

impl CaseIndex {
    /// Looks over the register at or above `dir`. What is known from an earlier time is used unless `anew`; what is seen is the
    /// same either way.
    pub fn of(dir: &Path, anew: bool) -> Result<Self, CaseworkError> {
        let register = register_at(dir)?;
        let files = register.work_tree()?;
        there(&files)?;
        let folder = register.git_dir().filter(|_| !anew);
        // Before anything is looked at, so that no change can fall between.
        let place = folder.and_then(Place::prepare);
        let (stamped, kept) =
            rayon::join(|| files.stamped("cases"), || folder.and_then(crate::casework::case_index::kept::kept));
        let stamped = stamped?;
        let yearbooks: Vec<&str> =
            stamped.files.iter().map(|(path, _)| path.as_str()).filter(|path| yearbook_of(path).is_some()).collect();
        let key = key::key(&files, &yearbooks)?;
        let stands_on = Context::read_settings_only(&files)?.settings.stands_on;
        let seen = see(dir, &stamped, kept.filter(|kept| kept.key() == key), &key, place.as_ref())?;
        let unproper = stamped.faults.iter().filter(|fault| is_case(&fault.path)).map(|fault| &fault.path);
        let unproper = unproper.filter(|path| stamped.files.binary_search_by(|(p, _)| p.cmp(path)).is_err()).count();
        if let Some(place) = place.filter(|_| seen.changed)
            && key::key(&files, &yearbooks)? == key
        {
            place.keep(&seen.packed);
        }
        let Seen { packed, labels, unread, looked_at, .. } = seen;
        Ok(Self { packed, labels, unread: unproper + unread, stands_on, looked_at })
    }

    /// What an earlier run kept of the cases in git's own folder, as it was then: quick, and perhaps no longer true. For
    /// suggestions only.
    #[must_use]
    pub fn remembered(git_dir: &Path) -> Option<Self> {
        let packed = crate::casework::case_index::kept::kept(git_dir)?;
        let labels = packed.unpacked()?.0;
        Some(Self { packed, labels, unread: 0, stands_on: None, looked_at: 0 })
    }

    /// Every case that can be read, in the order of the paths.
    #[must_use]
    pub fn rows(&self) -> Vec<Row<&str>> {
        let entries = self.packed.unpacked().map(|(_, entries)| entries).unwrap_or_default();
        entries.into_par_iter().filter_map(unpacked).collect()
    }
}

fn unpacked(entry: Entry<'_>) -> Option<Row<&str>> {
    let row: Row<&str> = postcard::from_bytes(entry.row?).ok()?;
    Some(Row { path: entry.path, ..row })
}

/// Every case as it is now.
struct Seen {
    packed: Packed,
    labels: Labels,
    /// Whether that differs from what was kept.
    changed: bool,
    /// How many cannot be read.
    unread: usize,
    /// How many were read.
    looked_at: usize,
}

/// Takes from what was kept the cases that are still the same, and reads the others.
fn see(
    dir: &Path,
    stamped: &Stamped,
    kept: Option<Packed>,
    key: &[u8; DIGEST],
    place: Option<&Place>,
) -> Result<Seen, CaseworkError> {
    let (labels, known) = kept.as_ref().and_then(Packed::unpacked).unzip();
    let (mut entries, new) = still(stamped, known.as_deref().unwrap_or_default());
    let changed = !new.is_empty() || known.is_none_or(|known| entries.len() < known.len());
    let looked_at = new.len();
    let unread = |entries: &[Entry<'_>]| entries.iter().filter(|entry| entry.row.is_none()).count();
    if let (Some(labels), false) = (labels, changed)
        && let unread = unread(&entries)
        && let Some(packed) = kept
    {
        return Ok(Seen { packed, labels, changed, unread, looked_at });
    }
    let workspace = Workspace::open(dir, None)?;
    let labels = Labels::of(&workspace.context);
    let rows = read_all(&workspace, &new);
    let read = new.iter().zip(&rows).map(|((path, stamp), row)| Entry {
        path,
        // Without a stamp it vanished meanwhile, and counts as unreadable.
        stamp: stamp.and_then(|stamp| Some(place?.settled(stamp))).unwrap_or_else(Stamp::none),
        row: row.as_deref(),
    });
    entries.extend(read);
    entries.sort_by_key(|entry| entry.path);
    let packed = Packed::new(key, &labels, &entries).ok_or_else(unpackable)?;
    Ok(Seen { packed, labels, changed, unread: unread(&entries), looked_at })
}

fn unpackable() -> CaseworkError {
    CaseworkError::File(
        text!("het overzicht van de zaken is niet te maken", "the case overview cannot be made"),
        text!("is het geheugen vol? probeer het opnieuw", "is the memory full? try again"),
    )
}

/// A file to be read, with its stamp.
type New<'a> = (&'a str, Option<Stamp>);

/// The cases that are as they were, and those that are not.
fn still<'a>(stamped: &'a Stamped, known: &[Entry<'a>]) -> (Vec<Entry<'a>>, Vec<New<'a>>) {
    let mut entries = Vec::with_capacity(stamped.files.len());
    let mut new = Vec::new();
    // Both are in the order of the paths, so they are gone through side by side.
    let mut known = known.iter().copied().peekable();
    for (path, stamp) in stamped.files.iter().filter(|(path, _)| is_case(path)) {
        while known.next_if(|entry| entry.path < path.as_str()).is_some() {}
        match known.next_if(|entry| entry.path == path).filter(|entry| Some(entry.stamp) == *stamp) {
            Some(entry) => entries.push(entry),
            None => new.push((path.as_str(), *stamp)),
        }
    }
    (entries, new)
}

/// Reads cases side by side, and packs the row of each that can be read.
fn read_all(workspace: &Workspace, new: &[New<'_>]) -> Vec<Option<Vec<u8>>> {
    let (files, context) = (&workspace.files, &workspace.context);
    let discussed: BTreeMap<&str, Discussed> =
        context.regulations.iter().map(|id| (id.as_str(), context.discussed(id))).collect();
    let row = |path: &str| -> Option<Vec<u8>> {
        let file: CaseFile = read(files, path).ok()?;
        let (version, history) = in_force(context, &file.regulation, file.case.first_day()).ok()?;
        let docket = Docket::replay(&file.case, version, &history.people);
        postcard::to_stdvec(&crate::casework::case_index::rows::look(
            &file,
            &docket,
            discussed.get(file.regulation.as_str())?,
        ))
        .ok()
    };
    new.par_iter().map(|(path, _)| row(path)).collect()
}
