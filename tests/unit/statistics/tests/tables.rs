//! Plain tables for tests: rows by columns, with all their totals.

use std::collections::BTreeSet;

use crate::statistics::system::{Builder, Key, Role, System};

/// A system whose counts have names: `row:column`, with `*` for totals.
pub struct Plain {
    /// The counts and sums.
    pub system: System,
    names: Vec<(Key, String)>,
}

/// The count of a row and a column, under the name of one that a year has.
fn cell(row: usize, column: usize) -> Key {
    Key::Mentions(i32::try_from(row).unwrap(), Some(column))
}

/// A table with its totals; the grand total is known to everybody.
pub fn table(rows: &[&str], columns: &[&str], values: &[&[i64]]) -> Plain {
    let (down, across) = (rows.len(), columns.len());
    let mut builder = Builder::default();
    for (r, line) in values.iter().enumerate() {
        line.iter().enumerate().for_each(|(c, value)| builder.add(cell(r, c), *value, Role::Open, false));
        builder.add(cell(r, across), line.iter().sum(), Role::Open, true);
        builder.sum(cell(r, across), (0..across).map(|c| cell(r, c)));
    }
    for c in 0..across {
        builder.add(cell(down, c), values.iter().map(|line| line[c]).sum(), Role::Open, true);
        builder.sum(cell(down, c), (0..down).map(|r| cell(r, c)));
    }
    builder.add(cell(down, across), values.iter().flat_map(|l| l.iter()).sum(), Role::Known, true);
    builder.sum(cell(down, across), (0..down).map(|r| cell(r, across)));
    builder.sum(cell(down, across), (0..across).map(|c| cell(down, c)));
    let of = |names: &[&str], at: usize| names.get(at).map_or("*", |n| n).to_owned();
    let name = |r, c| (cell(r, c), format!("{}:{}", of(rows, r), of(columns, c)));
    let names = (0..=down).flat_map(|r| (0..=across).map(move |c| name(r, c))).collect();
    Plain { system: builder.build(), names }
}

/// The place of a count.
pub fn at(plain: &Plain, name: &str) -> usize {
    let (key, _) = plain.names.iter().find(|(_, n)| n == name).unwrap();
    plain.system.index(key).unwrap()
}

/// The places of counts, named with blanks between them.
pub fn places(plain: &Plain, names: &str) -> BTreeSet<usize> {
    names.split_whitespace().map(|name| at(plain, name)).collect()
}

/// The names of counts.
pub fn names(plain: &Plain, cells: &BTreeSet<usize>) -> BTreeSet<String> {
    let name = |i: &usize| plain.names.iter().find(|(key, _)| *key == plain.system.cells[*i].key).unwrap().1.clone();
    cells.iter().map(name).collect()
}
