//! The quotes of a regulation with their places: every `quote`, wherever it stands.

use crate::yaml::{Node, Route};

/// One quote.
#[derive(Debug, Clone)]
pub struct Quote {
    /// Where it stands.
    pub at: Route,
    /// The words.
    pub text: String,
}

/// All quotes, in the order of the file.
#[must_use]
pub fn quotes(root: &Node) -> Vec<Quote> {
    let mut found = Vec::new();
    collect(root, &Route::root(), &mut found);
    found
}

fn collect(node: &Node, at: &Route, found: &mut Vec<Quote>) {
    for entry in node.entries() {
        let here = at.key(&entry.key);
        if entry.key == "quote" {
            found.extend(texts(&entry.node, &here).map(|(at, text)| Quote { at, text: text.to_owned() }));
        } else {
            collect(&entry.node, &here, found);
        }
    }
    for (index, item) in node.items().iter().enumerate() {
        collect(item, &at.index(index), found);
    }
}

/// A scalar, or the scalars of a list, each with its place.
pub fn texts<'a>(node: &'a Node, at: &Route) -> Box<dyn Iterator<Item = (Route, &'a str)> + 'a> {
    let at = at.clone();
    match node.text() {
        Some(text) => Box::new(std::iter::once((at, text))),
        None => {
            Box::new(node.items().iter().enumerate().filter_map(move |(i, n)| n.text().map(|text| (at.index(i), text))))
        }
    }
}
