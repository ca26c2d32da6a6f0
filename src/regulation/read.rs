//! From bytes to types: the table checks the tree, serde reads what the table let through.

use serde::de::DeserializeOwned;

use super::block::Regulation;
use super::condition::Condition;
use super::people::People;
use super::translation::Words;
use crate::diagnostics::{Severity, text};
use crate::yaml::{self, Fault, Group, Node, Route, Wrong};

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

/// Reads a file as its format is declared.
#[must_use]
pub fn read_file<T: DeserializeOwned + Group>(source: &str) -> Read<T> {
    let table = T::TABLE;
    let (tree, mut faults) = yaml::parse(source, 0);
    if let Some(tree) = &tree {
        yaml::check(tree, table, &mut faults);
    }
    let sound = |faults: &[Fault]| faults.iter().all(|f| f.severity() < Severity::Error);
    if let (Some(tree), true) = (&tree, sound(&faults)) {
        conditions(tree, &Route::root(), &mut faults);
    }
    let sound = sound(&faults);
    let value = match (&tree, sound) {
        (Some(tree), true) => match serde_json::from_value(yaml::to_json(tree, table)) {
            Ok(value) => Some(value),
            Err(error) => {
                faults.push(meaning(tree, &Route::root(), &error.to_string()));
                None
            }
        },
        _ => None,
    };
    Read { value, tree, faults }
}

/// Conditions that ask nothing, or too much at once: what no table can say.
fn conditions(node: &Node, route: &Route, faults: &mut Vec<Fault>) {
    for entry in node.entries() {
        let here = route.key(&entry.key);
        if entry.key == "when" {
            let read = serde_json::from_value::<Condition>(yaml::to_json(&entry.node, Condition::TABLE));
            if let Err(error) = read {
                faults.push(meaning(&entry.node, &here, &error.to_string()));
            }
        } else {
            conditions(&entry.node, &here, faults);
        }
    }
    for (index, item) in node.items().iter().enumerate() {
        conditions(item, &route.index(index), faults);
    }
}

fn meaning(node: &Node, route: &Route, error: &str) -> Fault {
    let message = text!("dit klopt niet: {error}", "this does not fit: {error}");
    let remedy = text!(
        "kijk in docs/model.md welke vragen een voorwaarde kan stellen",
        "see docs/model.md for the questions that a condition can ask"
    );
    Fault::wrong(node.span, route.clone(), Wrong::Special { message, remedy })
}

/// Reads `regulation.yaml`.
#[must_use]
pub fn read_regulation(source: &str) -> Read<Regulation> {
    read_file(source)
}

/// Reads `people.yaml`.
#[must_use]
pub fn read_people(source: &str) -> Read<People> {
    read_file(source)
}

/// Reads `words.en.yaml`.
#[must_use]
pub fn read_words(source: &str) -> Read<Words> {
    read_file(source)
}
