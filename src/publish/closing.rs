//! Closing a year of a register: reads the complaints, refuses what cannot be closed, and gives the yearbook with the frozen block in it.

use std::path::Path;

use chrono::{Datelike, NaiveDate};

use super::lessons::Secrets;
use crate::context::{Context, Year};
use crate::counting::{Coded, closing};
use crate::diagnostics::{Text, text};
use crate::docket::Docket;
use crate::paths::{is_case, yearbook, yearbook_of};
use crate::register::{Content, RegisterError, Snapshot};
use crate::regulation::{Disposition, RegulationHistory};
use crate::site::SiteFault;
use crate::statistics::Refused;
use crate::yaml::{EditError, append_group};
use crate::yearbook::Frozen;
use crate::yearbook::frozen::Blocks;
use crate::{case, counting};

/// What is to be closed.
#[derive(Debug, Clone, Copy)]
pub struct Wanted<'a> {
    /// The regulation.
    pub regulation: &'a str,
    /// The year.
    pub year: i32,
    /// The freeze day.
    pub on: NaiveDate,
    /// Whether a closed year is to get a new revision.
    pub correct: bool,
    /// The folder of confidential parts, where it is on this disk: lessons are compared with it.
    pub confidential: Option<&'a Path>,
}

/// A year ready to be written.
#[derive(Debug, Clone)]
pub struct Closed {
    /// The frozen block.
    pub block: Frozen,
    /// Path of the yearbook in the register.
    pub path: String,
    /// The yearbook as it was read, when there was one.
    pub before: Option<String>,
    /// Its new text.
    pub text: String,
    /// What somebody should look at; none of it stops the closing.
    pub warnings: Vec<Text>,
}

/// Why a year is not closed. It names nothing of a complaint.
#[derive(Debug)]
pub enum NotClosed {
    /// The register cannot be read.
    Register(RegisterError),
    /// There is no such regulation, or none was in force then.
    NoRegulation,
    /// The year is not over.
    Open,
    /// It is closed already.
    Already,
    /// There is nothing to correct.
    NotYet,
    /// A later year is closed already.
    Later(i32),
    /// So many files of cases, or yearbooks, cannot be read.
    Unreadable(usize),
    /// Not as many rows as destroyed cases.
    Rows {
        /// Destroyed cases.
        destroyed: u32,
        /// Cases that the rows stand for.
        rows: u32,
    },
    /// Lessons for the public hold what is not for the public.
    Private(Vec<SiteFault>),
    /// The confidential folder cannot be read.
    Confidential(std::io::ErrorKind),
    /// The figures do not fit.
    Refused(Refused),
    /// The yearbook cannot be edited.
    Edit(EditError),
}

impl From<RegisterError> for NotClosed {
    fn from(error: RegisterError) -> Self {
        Self::Register(error)
    }
}

/// Closes a year: nothing is written.
///
/// # Errors
/// When it cannot be closed.
pub fn close(files: &dyn Snapshot, wanted: &Wanted<'_>) -> Result<Closed, NotClosed> {
    let (context, paths) = read(files, wanted.regulation)?;
    let history = context.policy.histories.get(wanted.regulation).ok_or(NotClosed::NoRegulation)?;
    let mut years: Vec<&Year> = context.years_of(wanted.regulation).collect();
    years.sort_by_key(|y| y.year);
    let books: Vec<Blocks<'_>> = years.iter().map(|y| (y.year, y.book.figures.as_slice())).collect();
    may_close(wanted, history, &books)?;
    let books_there = paths.iter().filter(|p| yearbook_of(p).is_some()).count();
    let complaints = complaints(files, &paths, &context, wanted.regulation, wanted.on)?;
    if books_there > years.len() {
        return Err(NotClosed::Unreadable(books_there - years.len()));
    }
    let own = years.iter().find(|y| y.year == wanted.year);
    lessons_are_public(&context, wanted, own.copied())?;
    let block = closing::close(wanted.year, wanted.on, history, &complaints, &books).map_err(NotClosed::Refused)?;
    let path = yearbook(wanted.regulation, wanted.year);
    let before = own.map(|y| y.file.source.clone());
    let text =
        with_block(before.as_deref().unwrap_or("schema: klacht.yearbook/1\n"), &block).map_err(NotClosed::Edit)?;
    let warnings = unreported(wanted.year, history, own.copied());
    Ok(Closed { block, path, before, text, warnings })
}

/// What the public reads of a year holds nothing of a person or a case.
fn lessons_are_public(context: &Context, wanted: &Wanted<'_>, own: Option<&Year>) -> Result<(), NotClosed> {
    let Some(year) = own else { return Ok(()) };
    let mut known = Secrets::of(context);
    if let Some(dir) = wanted.confidential {
        known = known.with_confidential(dir).map_err(|error| NotClosed::Confidential(error.kind()))?;
    }
    let found = known.found_in(&year.file.path, &year.book.lessons);
    if found.is_empty() { Ok(()) } else { Err(NotClosed::Private(found)) }
}

/// A regulation with its yearbooks, and the paths of everything below its cases.
///
/// # Errors
/// When the register cannot be read.
pub fn read(files: &dyn Snapshot, regulation: &str) -> Result<(Context, Vec<String>), RegisterError> {
    let mut context = Context::read_only(files, &|id| id == regulation)?;
    let listed = files.list(&format!("cases/{regulation}"))?;
    let paths: Vec<String> = listed.files.iter().map(|f| f.path.clone()).collect();
    context.read_years(files, &paths)?;
    Ok((context, paths))
}

/// The yearbook with the block after those that are there; every other byte is kept.
///
/// # Errors
/// When the yearbook is laid out so that only a person can edit it.
pub fn with_block(yearbook: &str, block: &Frozen) -> Result<String, EditError> {
    let value = serde_json::to_value(block).map_err(|_| EditError::WrongKind)?;
    append_group(yearbook, "figures", &value)
}

fn may_close(wanted: &Wanted<'_>, history: &RegulationHistory, books: &[Blocks<'_>]) -> Result<(), NotClosed> {
    if closing::in_force(history, wanted.year).is_empty() {
        return Err(NotClosed::NoRegulation);
    }
    if wanted.on.year() <= wanted.year {
        return Err(NotClosed::Open);
    }
    let closed = |(_, blocks): &&Blocks<'_>| !blocks.is_empty();
    let own = books.iter().filter(closed).any(|(year, _)| *year == wanted.year);
    match (own, wanted.correct) {
        (true, false) => return Err(NotClosed::Already),
        (false, true) => return Err(NotClosed::NotYet),
        _ => {}
    }
    // A block names the one of the year before; a year slipped in between would break that.
    match books.iter().filter(closed).find(|(year, _)| *year > wanted.year && !own) {
        Some((later, _)) => Err(NotClosed::Later(*later)),
        None => Ok(()),
    }
}

/// Every complaint of the regulation by its codes: from its case as it stood at the end of `on`, or from its row when it was destroyed.
///
/// # Errors
/// When a case cannot be read, or destroyed cases and rows are not equally many.
pub fn complaints(
    files: &dyn Snapshot,
    paths: &[String],
    context: &Context,
    regulation: &str,
    on: NaiveDate,
) -> Result<Vec<Coded>, NotClosed> {
    let history = context.policy.histories.get(regulation).ok_or(NotClosed::NoRegulation)?;
    let (mut all, mut destroyed, mut unreadable) = (Vec::new(), 0_u32, 0);
    for path in paths.iter().filter(|p| is_case(p)) {
        let source = match files.read(path)? {
            Some(Content::Bytes(bytes)) => String::from_utf8(bytes).ok(),
            _ => None,
        };
        let read = source.map(|s| case::read(&s)).filter(|(_, _, faults)| faults.is_empty());
        let Some(whole) = read.and_then(|(case, _, _)| case) else {
            unreadable += 1;
            continue;
        };
        let in_force = context.policy.in_force(regulation, whole.first_day());
        let Ok((version, _)) = in_force else {
            unreadable += 1;
            continue;
        };
        if whole.destroyed.is_some() {
            let kept = version.regulation.retention.as_ref().is_none_or(|r| r.leaves == Disposition::Tally);
            destroyed += u32::from(kept);
        } else if let Some(then) = counting::as_of(&whole, on) {
            let docket = Docket::replay(&then, version, &history.people);
            all.extend(counting::code(&docket, on));
        }
    }
    if unreadable > 0 {
        return Err(NotClosed::Unreadable(unreadable));
    }
    let rows: Vec<_> = context.years_of(regulation).flat_map(|y| &y.book.tally).collect();
    let count: u32 = rows.iter().map(|r| r.count).sum();
    if count != destroyed {
        return Err(NotClosed::Rows { destroyed, rows: count });
    }
    all.extend(from_rows(&rows, history));
    Ok(all)
}

fn from_rows(rows: &[&crate::yearbook::TallyRow], history: &RegulationHistory) -> Vec<Coded> {
    let coded = |row: &&crate::yearbook::TallyRow| {
        let quarter: counting::Quarter = row.received.parse().ok()?;
        let versions = closing::in_force(history, quarter.year);
        counting::code_row(row, versions.last()?.1)
    };
    rows.iter().filter_map(coded).collect()
}

/// What the regulation promises about the year and the yearbook does not hold yet. Whether it is late, the check tells.
fn unreported(year: i32, history: &RegulationHistory, own: Option<&Year>) -> Vec<Text> {
    let versions = closing::in_force(history, year);
    let Some(reporting) = versions.last().and_then(|(_, r)| r.reporting.as_ref()) else { return Vec::new() };
    let book = own.map(|y| &y.book);
    let mut warnings = Vec::new();
    if book.is_none_or(|b| !b.reports.iter().any(|r| r.is_periodic() && r.until.year() == year)) {
        warnings.push(text!(
            "de regeling belooft een verslag; dat over {year} staat nog niet in het jaarboek",
            "the regulation promises a report; that of {year} is not in the yearbook yet"
        ));
    }
    if reporting.discussion.is_some() && book.is_none_or(|b| b.discussions.is_empty()) {
        warnings.push(text!(
            "de regeling belooft een bespreking; die over {year} staat nog niet in het jaarboek",
            "the regulation promises a discussion; that of {year} is not in the yearbook yet"
        ));
    }
    if book.is_none_or(|b| b.lessons.is_empty()) {
        warnings.push(text!(
            "er staan geen lessen voor het publiek over {year} in het jaarboek (`lessons:`)",
            "the yearbook holds no lessons for the public of {year} (`lessons:`)"
        ));
    }
    warnings
}
