//! P504: every id occurs only once in its list.

use std::collections::BTreeSet;

use super::{Remark, Subject};
use crate::diagnostics::text;
use crate::rules::{Message, Rule};
use crate::yaml::{Node, Route};

/// The rule, as its page has it.
pub static RULE: Rule = Rule::on_page(include_str!("../../../docs/rules/P504.md"));

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
