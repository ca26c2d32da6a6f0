//! Plain tables for tests: rows by columns, with all their totals.

use std::collections::BTreeSet;

use crate::statistics::system::{Builder, Key, Role, System};

fn key(row: &str, column: &str) -> Key {
    Key::Named(format!("{row}:{column}"))
}

/// A table with its totals; the grand total is known to everybody.
pub fn table(rows: &[&str], columns: &[&str], values: &[&[i64]]) -> System {
    let mut builder = Builder::default();
    for (row, line) in rows.iter().zip(values) {
        for (column, value) in columns.iter().zip(*line) {
            builder.add(key(row, column), *value, Role::Open, false);
        }
        builder.add(key(row, "*"), line.iter().sum(), Role::Open, true);
        builder.sum(key(row, "*"), columns.iter().map(|c| key(row, c)));
    }
    for (at, column) in columns.iter().enumerate() {
        builder.add(key("*", column), values.iter().map(|line| line[at]).sum(), Role::Open, true);
        builder.sum(key("*", column), rows.iter().map(|r| key(r, column)));
    }
    builder.add(key("*", "*"), values.iter().flat_map(|l| l.iter()).sum(), Role::Known, true);
    builder.sum(key("*", "*"), rows.iter().map(|r| key(r, "*")));
    builder.sum(key("*", "*"), columns.iter().map(|c| key("*", c)));
    builder.build()
}

/// The place of a count.
pub fn at(system: &System, name: &str) -> usize {
    system.index(&Key::Named(name.to_owned())).unwrap()
}

/// The places of counts, named with blanks between them.
pub fn places(system: &System, names: &str) -> BTreeSet<usize> {
    names.split_whitespace().map(|name| at(system, name)).collect()
}

/// The names of counts, in order.
pub fn names(system: &System, cells: &BTreeSet<usize>) -> BTreeSet<String> {
    let name = |i: &usize| match &system.cells[*i].key {
        Key::Named(name) => name.clone(),
        key => panic!("{key:?} has no name"),
    };
    cells.iter().map(name).collect()
}
