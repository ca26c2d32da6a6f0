//! Closing a year: its complaints counted, protected beside everything published before, and frozen.

use chrono::{Datelike, NaiveDate};

use crate::counting::{Coded, count};
use crate::regulation::{Regulation, RegulationHistory};
use crate::statistics::correction::may_replace;
use crate::statistics::{Figures, Refused, release};
use crate::yearbook::Frozen;
use crate::yearbook::frozen::Blocks;

/// A count below this is hidden.
pub const LEAST: u32 = 5;

/// The versions that were in force at some time in a year, oldest first, by the day from which each was.
#[must_use]
pub fn in_force(history: &RegulationHistory, year: i32) -> Vec<(NaiveDate, &Regulation)> {
    let starts: Vec<NaiveDate> = history.versions.keys().copied().collect();
    let ends = |at: usize| {
        starts.get(at + 1).is_none_or(|next| next.year() > year || (next.year() == year && next.ordinal() > 1))
    };
    let all = history.versions.iter().enumerate().filter(|(at, (from, _))| from.year() <= year && ends(*at));
    all.map(|(_, (from, version))| (*from, &version.regulation)).collect()
}

/// Freezes the figures of a year as known at the end of `on`. `books` holds what the yearbooks have frozen, years in order; a further
/// block of the same year is its next revision.
///
/// # Errors
/// When the year does not fit what was published before.
pub fn close(
    year: i32,
    on: NaiveDate,
    history: &RegulationHistory,
    all: &[Coded],
    books: &[Blocks<'_>],
) -> Result<Frozen, Refused> {
    let versions = in_force(history, year);
    let regulations: Vec<&Regulation> = versions.iter().map(|(_, r)| *r).collect();
    let counted = count(year, &regulations, all);
    let others = published(books, year);
    let figures = release(&counted.year, &counted.schema, LEAST, &others)?;
    let own = books.iter().find(|(y, _)| *y == year).and_then(|(_, blocks)| blocks.last());
    if let Some(old) = own {
        may_replace(&old.figures, &figures, &others, &counted.schema)?;
    }
    let before = books.iter().rev().filter(|(y, _)| *y < year).find_map(|(_, blocks)| blocks.last());
    let revision = own.map_or(1, |o| o.revision + 1);
    let from = versions.iter().map(|(from, _)| *from).collect();
    Ok(Frozen::new(on, revision, own.or(before), from, figures))
}

/// The newest figures of every other year.
fn published(books: &[Blocks<'_>], year: i32) -> Vec<Figures> {
    let others = books.iter().filter(|(y, _)| *y != year);
    others.filter_map(|(_, blocks)| blocks.last()).map(|block| block.figures.clone()).collect()
}
