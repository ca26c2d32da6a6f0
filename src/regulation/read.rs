//! From bytes to types: the table checks the tree, serde reads what the table let through.

use serde::de::DeserializeOwned;

use super::block::Regulation;
use super::people::People;
use super::tables::{PEOPLE, REGULATION, YEARBOOK};
use super::yearbook::Yearbook;
use crate::yaml::{self, Fault, Node, Table};

/// A file read: the typed value when nothing in it is wrong, the tree when it could be read at all, and what is wrong.
#[derive(Debug, Clone)]
pub struct Read<T> {
    /// The value.
    pub value: Option<T>,
    /// The tree, for finding places.
    pub tree: Option<Node>,
    /// Everything wrong, in one pass.
    pub faults: Vec<Fault>,
}

fn read<T: DeserializeOwned>(source: &str, table: &'static Table) -> Read<T> {
    let (tree, mut faults) = yaml::parse(source, 0);
    if let Some(tree) = &tree {
        yaml::check(tree, table, &mut faults);
    }
    let sound = faults.iter().all(|f| !f.is_error());
    let value = match (&tree, sound) {
        (Some(tree), true) => match serde_json::from_value(yaml::to_json(tree, table)) {
            Ok(value) => Some(value),
            Err(error) => {
                faults.push(Fault::meaning(tree.span, &error.to_string()));
                None
            }
        },
        _ => None,
    };
    Read { value, tree, faults }
}

/// Reads `regulation.yaml`.
#[must_use]
pub fn read_regulation(source: &str) -> Read<Regulation> {
    read(source, &REGULATION)
}

/// Reads `people.yaml`.
#[must_use]
pub fn read_people(source: &str) -> Read<People> {
    read(source, &PEOPLE)
}

/// Reads `yearbook.yaml`.
#[must_use]
pub fn read_yearbook(source: &str) -> Read<Yearbook> {
    read(source, &YEARBOOK)
}
