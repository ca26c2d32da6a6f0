//! The insider: somebody who knows one record, their own, and looks for the others.

use std::collections::BTreeSet;

use super::Failed;
use super::group::Group;
use super::puzzle::{Puzzle, named};
use crate::statistics::figures::Figures;
use crate::statistics::record::Record;
use crate::statistics::schema::{Dimension, OTHER, Schema, UNKNOWN};

/// Checks that every hidden count besides one's own keeps `need`, whichever record is one's own.
pub fn check(
    puzzle: &Puzzle,
    groups: &mut [Group],
    figures: &Figures,
    schema: &Schema,
    records: &[Record],
    need: i64,
) -> Result<(), Failed> {
    let known: BTreeSet<Vec<usize>> =
        records.iter().filter(|r| r.count > 0).map(|r| own_counts(puzzle, figures, schema, r)).collect();
    for own in known.iter().filter(|own| !own.is_empty()) {
        for group in groups.iter_mut().filter(|g| own.iter().any(|at| g.cells.binary_search(at).is_ok())) {
            group.withstands(puzzle, own, need)?;
        }
    }
    Ok(())
}

/// The unknowns that a record is counted in.
fn own_counts(puzzle: &Puzzle, figures: &Figures, schema: &Schema, record: &Record) -> Vec<usize> {
    let row = |d: Dimension, code: &str| {
        let merged = figures.hub == Some(d) && figures.merged.iter().any(|m| m == code);
        (d.id(), if merged { OTHER.to_owned() } else { code.to_owned() })
    };
    let code = |d: Dimension| record.codes.get(&d).map_or(UNKNOWN, String::as_str);
    let values: Vec<(&str, String)> = schema.dimensions.iter().map(|(d, _)| row(*d, code(*d))).collect();
    let mut names = Vec::new();
    // Tables and ties are of one to three dimensions.
    for (a, first) in values.iter().enumerate() {
        names.push(vec![first]);
        for (b, second) in values.iter().enumerate().skip(a + 1) {
            names.push(vec![first, second]);
            values[b + 1..].iter().for_each(|third| names.push(vec![first, second, third]));
        }
    }
    let year = figures.year;
    let name =
        |values: Vec<&(&str, String)>| named(year, &values.iter().map(|(d, v)| (*d, v.as_str())).collect::<Vec<_>>());
    let mut all: Vec<String> = names.into_iter().map(name).collect();
    if let Some(hub) = figures.hub {
        let main = row(hub, code(hub));
        let also = record.also.iter().filter(|c| c.as_str() != code(hub)).map(|c| row(hub, c));
        all.push(format!("{} mentions", named(year, &[(main.0, &main.1)])));
        for (d, v) in also {
            let base = named(year, &[(d, &v)]);
            all.extend([format!("{base} also"), format!("{base} mentions")]);
        }
    }
    let mut own: Vec<usize> = all.iter().filter_map(|name| puzzle.unknown(name)).collect();
    own.sort_unstable();
    own.dedup();
    own
}
