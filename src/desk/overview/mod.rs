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

pub use agenda::{Agenda, Item, NoSpan, Span, Wanted, roles};
pub use ics::calendar;
pub use legend::Legend;
pub use row::{Actor, DueKind, DueRow, Row};

use super::error::DeskError;
use super::open::{CaseFile, Desk, in_force, read, register_at};
use crate::check::{Basis, yearbook_of};
use crate::docket::{Discussed, Docket};
use crate::register::{Register, Stamp, Stamped};
use store::{Entry, Kept, Place};

/// A register looked over.
#[derive(Debug, Clone)]
pub struct Overview {
    /// Every case that can be read, in the order of the paths.
    pub rows: Vec<Row>,
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
        let folder = register.git_dir().filter(|_| !anew);
        // Before anything is looked at, so that no change can fall between.
        let place = folder.and_then(Place::prepare);
        let stamped = files.stamped("cases")?;
        let yearbooks: Vec<&str> =
            stamped.files.iter().map(|(path, _)| path.as_str()).filter(|path| yearbook_of(path).is_some()).collect();
        let key = key::key(&files, &yearbooks)?;
        let kept = folder.and_then(|folder| store::kept(folder, &key));
        let stands_on = Basis::read_settings_only(&files)?.settings.stands_on;
        let (seen, looked_at) = see(dir, &stamped, kept)?;
        let unproper = stamped.faults.iter().filter(|fault| is_case(&fault.path)).map(|fault| &fault.path);
        let unproper = unproper.filter(|path| stamped.files.binary_search_by(|(p, _)| p.cmp(path)).is_err()).count();
        let Seen { legend, entries, changed } = seen;
        let kept = Kept { key, legend, entries };
        if let Some(place) = place.filter(|_| changed)
            && key::key(&files, &yearbooks)? == key
        {
            kept_by(place, &kept);
        }
        let unread = unproper + kept.entries.iter().filter(|entry| entry.row.is_none()).count();
        let rows = kept.entries.into_iter().filter_map(Entry::into_row).collect();
        Ok(Self { rows, legend: kept.legend, unread, stands_on, looked_at })
    }
}

/// What an earlier run kept of the cases, as it was then: quick, and perhaps no longer true. For suggestions only.
#[must_use]
pub fn remembered(register: &Register) -> Vec<Row> {
    let kept = register.git_dir().and_then(store::kept_by_any);
    kept.into_iter().flat_map(|kept| kept.entries).filter_map(Entry::into_row).collect()
}

/// Keeps what cannot have changed unseen.
fn kept_by(place: Place, kept: &Kept) {
    let settled = kept.entries.iter().filter(|entry| entry.settled(place.began)).cloned().collect();
    let kept = Kept { key: kept.key, legend: kept.legend.clone(), entries: settled };
    place.keep(&kept);
}

/// Every case with its stamp, and whether that differs from what was kept.
struct Seen {
    legend: Legend,
    entries: Vec<Entry>,
    changed: bool,
}

fn is_case(path: &str) -> bool {
    path.strip_suffix(".md").is_some()
}

/// Takes from what was kept the cases that are still the same, and reads the others; how many those were.
fn see(dir: &Path, stamped: &Stamped, kept: Option<Kept>) -> Result<(Seen, usize), DeskError> {
    let (known_legend, known) = kept.map_or((None, Vec::new()), |kept| (Some(kept.legend), kept.entries));
    let before = known.len();
    let mut entries = Vec::with_capacity(stamped.files.len());
    let mut new = Vec::new();
    // Both are in the order of the paths, so they are gone through side by side.
    let mut known = known.into_iter().peekable();
    for (path, stamp) in stamped.files.iter().filter(|(path, _)| is_case(path)) {
        while known.next_if(|entry| entry.path < *path).is_some() {}
        match known.next_if(|entry| entry.path == *path).filter(|entry| Some(entry.stamp) == *stamp) {
            Some(entry) => entries.push(entry),
            None => new.push((path.as_str(), *stamp)),
        }
    }
    let looked_at = new.len();
    let changed = looked_at > 0 || entries.len() < before || known_legend.is_none();
    let legend = if let Some(legend) = known_legend.filter(|_| new.is_empty()) {
        legend
    } else {
        let desk = Desk::open(dir, None)?;
        entries.extend(read_all(&desk, &new));
        entries.sort_by(|a, b| a.path.cmp(&b.path));
        Legend::of(&desk.basis)
    };
    Ok((Seen { legend, entries, changed }, looked_at))
}

/// Reads cases side by side.
fn read_all(desk: &Desk, new: &[(&str, Option<Stamp>)]) -> Vec<Entry> {
    let (files, basis) = (&desk.files, &desk.basis);
    let discussed: BTreeMap<&str, Discussed> =
        basis.regulations.iter().map(|id| (id.as_str(), basis.discussed(id))).collect();
    let row = |path: &str| -> Option<Row> {
        let file: CaseFile = read(files, path).ok()?;
        let (version, dossier) = in_force(basis, &file.regulation, file.case.first_day()).ok()?;
        let docket = Docket::replay(&file.case, version, &dossier.people);
        Some(look::look(&file, &docket, discussed.get(file.regulation.as_str())?))
    };
    let read = new.par_iter().map(|(path, stamp)| Entry {
        path: (*path).to_owned(),
        // Without a stamp it vanished meanwhile: it counts as unreadable, and the stamp of nothing fits no file.
        stamp: stamp.unwrap_or_else(Stamp::none),
        row: row(path),
    });
    read.collect()
}
