//! The attacker's audit of a release. It sets up its own equations from the published figures alone, with its own solver calls, and shares no
//! code with the protection, so that one mistake cannot pass both.
//!
//! Attackers: *plain* (one year's tables) and *linked* (all tables of all years) are asked together, since who knows more can do more;
//! *insider* knows one record, their own; *re-running reader* knows the method and tries it on every table that fits.

mod background;
mod group;
mod insider;
mod puzzle;
pub(super) mod reader;

pub(crate) use group::Group;
pub(crate) use puzzle::Puzzle;

use super::count::Count;
use super::figures::{Certificate, Figures};
use super::ladder::Part;
use super::protect::Rule;
use super::record::Record;
use super::release::Prepared;
use super::schema::Schema;

/// An audit that was not passed: the part of the release to leave out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Failed {
    /// The table or the flow.
    pub part: Part,
}

/// Plays every attacker against a release. `records` and `prepared` are what insiders and the reader need; they do not get into the
/// certificate.
///
/// # Errors
/// The part in which an attacker succeeds.
pub fn audit(
    figures: &Figures,
    earlier: &[Figures],
    schema: &Schema,
    records: &[Record],
    prepared: &Prepared,
    rule: Rule,
) -> Result<Certificate, Failed> {
    let releases: Vec<&Figures> = earlier.iter().chain([figures]).collect();
    let puzzle = Puzzle::new(&releases, schema);
    let mut groups: Vec<Group> = puzzle.groups().into_iter().filter(|g| touches(&puzzle, g, figures.year)).collect();
    let mut minimum: Option<i64> = None;
    for group in &mut groups {
        let least = group.least_width(&puzzle, rule.width)?;
        minimum = minimum.into_iter().chain(least).min();
    }
    insider::check(&puzzle, &mut groups, figures, schema, records, rule.width - 1)?;
    let tried = reader::check(prepared, rule)?;
    let mut certificate = plain_certificate(figures);
    certificate.minimum_width = minimum.and_then(|width| u64::try_from(width).ok());
    certificate.enumerated = tried.enumerated;
    certificate.beyond = tried.beyond;
    Ok(certificate)
}

/// Whether a group has counts of this year's figures; other groups were audited with their own year.
fn touches(puzzle: &Puzzle, group: &Group, year: i32) -> bool {
    group.cells.iter().any(|cell| puzzle.unknowns[*cell].year == year && puzzle.unknowns[*cell].part.is_some())
}

/// The certificate of figures in which nothing was worked out: what was counted, and how much is hidden.
#[must_use]
pub fn plain_certificate(figures: &Figures) -> Certificate {
    let flow = figures.flow;
    let mut cells = vec![flow.carried_in, flow.received, flow.closed, flow.carried_out];
    for table in &figures.tables {
        // Totals of complaints stand in tables of one dimension already.
        let inner = |(row, column, _): &(Option<&str>, Option<&str>, Count)| {
            row.is_some() && (column.is_some() || table.columns.is_empty())
        };
        cells.extend(table.cells().filter(inner).map(|(_, _, count)| count));
    }
    let number = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    Certificate {
        cells: number(cells.len()),
        hidden: number(cells.iter().filter(|c| c.shown().is_none()).count()),
        ..Certificate::default()
    }
}
