//! All cases at a glance: a row for each, kept between runs in git's own folder, so that looking over a large register does not
//! take reading it.
//!
//! - `row`: what is known of a case, independent of the day; `look`: from its docket.
//! - `legend`: roles in words, and their holders.
//! - `store`, `key`: what is kept, and for how long it holds.
//! - `agenda`: what is due as of a day; `ics`: the same as a calendar.

mod agenda;
mod days;
mod ics;
mod key;
mod legend;
mod look;
mod row;
mod store;

use std::collections::BTreeMap;
use std::path::Path;

use chrono::NaiveDate;
use rayon::prelude::*;

pub use agenda::{Agenda, Item, NoSpan, Span, Undated, Wanted, roles};
pub use ics::{calendar, is_calendar};
pub use legend::Legend;
pub use row::{Actor, DueKind, DueRow, Row, Words};
pub use store::KEPT;

use super::error::DeskError;
use super::open::{CaseFile, Desk, in_force, read, register_at, there};
use crate::check::{Basis, yearbook_of};
use crate::diagnostics::Text;
use crate::docket::{Discussed, Docket};
use crate::register::{Stamp, Stamped};
use store::{DIGEST, Entry, Packed, Place};

/// A register looked over.
#[derive(Debug, Clone)]
pub struct Overview {
    /// The cases. Rows are made where they are looked at: twenty thousand with words of their own cost more than reading them.
    packed: Packed,
    /// What the rows name.
    pub legend: Legend,
    /// How many cases cannot be read: `check` says why.
    pub unread: usize,
    /// The day on which this register stands still, when it does.
    pub stands_on: Option<NaiveDate>,
    /// How many case files were read for it; the others were known.
    pub looked_at: usize,
}

impl Overview {
    /// Looks over the register at or above `dir`. What is known from an earlier time is used unless `anew`; what is seen is the
    /// same either way.
    pub fn of(dir: &Path, anew: bool) -> Result<Self, DeskError> {
        let register = register_at(dir)?;
        let files = register.work_tree()?;
        there(&files)?;
        let folder = register.git_dir().filter(|_| !anew);
        // Before anything is looked at, so that no change can fall between.
        let place = folder.and_then(Place::prepare);
        let (stamped, kept) = rayon::join(|| files.stamped("cases"), || folder.and_then(store::kept));
        let stamped = stamped?;
        let yearbooks: Vec<&str> =
            stamped.files.iter().map(|(path, _)| path.as_str()).filter(|path| yearbook_of(path).is_some()).collect();
        let key = key::key(&files, &yearbooks)?;
        let stands_on = Basis::read_settings_only(&files)?.settings.stands_on;
        let seen = see(dir, &stamped, kept.filter(|kept| kept.key() == key), &key, place.as_ref())?;
        let unproper = stamped.faults.iter().filter(|fault| is_case(&fault.path)).map(|fault| &fault.path);
        let unproper = unproper.filter(|path| stamped.files.binary_search_by(|(p, _)| p.cmp(path)).is_err()).count();
        if let Some(place) = place.filter(|_| seen.changed)
            && key::key(&files, &yearbooks)? == key
        {
            place.keep(&seen.packed);
        }
        let Seen { packed, legend, unread, looked_at, .. } = seen;
        Ok(Self { packed, legend, unread: unproper + unread, stands_on, looked_at })
    }

    /// What an earlier run kept of the cases in git's own folder, as it was then: quick, and perhaps no longer true. For
    /// suggestions only.
    #[must_use]
    pub fn remembered(git_dir: &Path) -> Option<Self> {
        let packed = store::kept(git_dir)?;
        let legend = packed.unpacked()?.0;
        Some(Self { packed, legend, unread: 0, stands_on: None, looked_at: 0 })
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
    legend: Legend,
    /// Whether that differs from what was kept.
    changed: bool,
    /// How many cannot be read.
    unread: usize,
    /// How many were read.
    looked_at: usize,
}

fn is_case(path: &str) -> bool {
    path.strip_suffix(".md").is_some()
}

/// Takes from what was kept the cases that are still the same, and reads the others.
fn see(
    dir: &Path,
    stamped: &Stamped,
    kept: Option<Packed>,
    key: &[u8; DIGEST],
    place: Option<&Place>,
) -> Result<Seen, DeskError> {
    let (legend, known) = kept.as_ref().and_then(Packed::unpacked).unzip();
    let (mut entries, new) = still(stamped, known.as_deref().unwrap_or_default());
    let changed = !new.is_empty() || known.is_none_or(|known| entries.len() < known.len());
    let looked_at = new.len();
    let unread = |entries: &[Entry<'_>]| entries.iter().filter(|entry| entry.row.is_none()).count();
    if let (Some(legend), false) = (legend, changed)
        && let unread = unread(&entries)
        && let Some(packed) = kept
    {
        return Ok(Seen { packed, legend, changed, unread, looked_at });
    }
    let desk = Desk::open(dir, None)?;
    let legend = Legend::of(&desk.basis);
    let rows = read_all(&desk, &new);
    let read = new.iter().zip(&rows).map(|((path, stamp), row)| Entry {
        path,
        // Without a stamp it vanished meanwhile, and counts as unreadable.
        stamp: stamp.and_then(|stamp| Some(place?.settled(stamp))).unwrap_or_else(Stamp::none),
        row: row.as_deref(),
    });
    entries.extend(read);
    entries.sort_by_key(|entry| entry.path);
    let packed = Packed::new(key, &legend, &entries).ok_or_else(unpackable)?;
    Ok(Seen { packed, legend, changed, unread: unread(&entries), looked_at })
}

fn unpackable() -> DeskError {
    DeskError::File(
        Text::new("het overzicht van de zaken is niet te maken", "the overview of the cases cannot be made"),
        Text::new("is het geheugen vol? probeer het opnieuw", "is memory full? try again"),
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
fn read_all(desk: &Desk, new: &[New<'_>]) -> Vec<Option<Vec<u8>>> {
    let (files, basis) = (&desk.files, &desk.basis);
    let discussed: BTreeMap<&str, Discussed> =
        basis.regulations.iter().map(|id| (id.as_str(), basis.discussed(id))).collect();
    let row = |path: &str| -> Option<Vec<u8>> {
        let file: CaseFile = read(files, path).ok()?;
        let (version, dossier) = in_force(basis, &file.regulation, file.case.first_day()).ok()?;
        let docket = Docket::replay(&file.case, version, &dossier.people);
        postcard::to_stdvec(&look::look(&file, &docket, discussed.get(file.regulation.as_str())?)).ok()
    };
    new.par_iter().map(|(path, _)| row(path)).collect()
}
