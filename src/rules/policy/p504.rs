//! # P504: id-twice
//!
//! ## What it checks
//!
//! Within one list, such as `steps` or `terms`, no two items have the same `id`, and no step asks for the same `key`
//! twice.
//!
//! ## Why
//!
//! Cases and rules name things by id. With two of the same, nobody knows which one is meant.
//!
//! ## Example
//!
//! ```yaml
//! roles:
//!   - {id: klant, name: Klant, kind: party}
//!   - {id: klant, name: Opdrachtgever, kind: party}
//! ```
//!
//! ## How to put it right
//!
//! Rename one of the two, or remove it.
//!
//! ---
//!
//! # P504: id-twice
//!
//! ## Wat wordt nagekeken
//!
//! In één lijst, zoals `steps` of `terms`, hebben geen twee regels hetzelfde `id`, en geen stap vraagt twee keer
//! dezelfde `key`.
//!
//! ## Waarom
//!
//! Klachten en regels verwijzen naar een id. Zijn er twee dezelfde, dan weet niemand welke bedoeld is.
//!
//! ## Voorbeeld
//!
//! ```yaml
//! roles:
//!   - {id: klant, name: Klant, kind: party}
//!   - {id: klant, name: Opdrachtgever, kind: party}
//! ```
//!
//! ## Zo zet u het recht
//!
//! Geef een van de twee een andere naam, of haal hem weg.

use crate::rules::Message;
use std::collections::BTreeSet;

use super::super::Rule;
use super::{Remark, Subject};
use crate::diagnostics::{Severity, text};
use crate::yaml::{Node, Route};

/// The rule.
pub static RULE: Rule = Rule {
    code: "P504",
    name: "id-twice",
    severity: Severity::Error,
    summary: ("Elke naam (id) komt in een lijst maar één keer voor.", "Every id occurs only once in its list."),
    source: include_str!("p504.rs"),
};

/// Ids and keys that occur twice in one list.
#[must_use]
pub fn judge(subject: &Subject<'_>) -> Vec<Remark> {
    let mut found = Vec::new();
    look(&subject.version.tree, &Route::root(), &mut found);
    found
}

fn look(node: &Node, at: &Route, found: &mut Vec<Remark>) {
    for entry in node.entries() {
        look(&entry.node, &at.key(&entry.key), found);
    }
    let mut seen = BTreeSet::new();
    for (index, item) in node.items().iter().enumerate() {
        let here = at.index(index);
        for key in ["id", "key"] {
            let Some(name) = item.get(key).and_then(Node::text) else { continue };
            if !seen.insert((key, name)) {
                found.push(twice(here.key(key), name));
            }
        }
        look(item, &here, found);
    }
}

fn twice(at: Route, name: &str) -> Remark {
    Remark::on(
        at,
        Message::new(
            text!("`{name}` komt in deze lijst twee keer voor", "`{name}` occurs twice in this list"),
            text!("geef een van de twee een andere naam", "give one of the two another name"),
        ),
    )
}
