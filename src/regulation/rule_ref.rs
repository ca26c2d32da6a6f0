//! The name of a rule in a regulation: its block and, in a list, its id.

use std::fmt;

use crate::yaml::{Node, Route};

/// Names a rule, such as `terms/beslissing` or `retention`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct RuleRef {
    /// The block, with a dot for a part of it: `assignment.exclude`.
    pub block: String,
    /// The id in a list.
    pub id: Option<String>,
}

impl RuleRef {
    /// A rule in a list.
    #[must_use]
    pub fn new(block: &str, id: &str) -> Self {
        Self { block: block.to_owned(), id: Some(id.to_owned()) }
    }

    /// A block that is a rule by itself.
    #[must_use]
    pub fn block(block: &str) -> Self {
        Self { block: block.to_owned(), id: None }
    }

    /// The way to it in the regulation's tree; the block when the id is not there.
    #[must_use]
    pub fn route(&self, root: &Node) -> Route {
        let mut route = Route::root();
        let mut node = Some(root);
        for key in self.block.split('.') {
            route = route.key(key);
            node = node.and_then(|n| n.get(key));
        }
        let (Some(id), Some(list)) = (&self.id, node) else { return route };
        let named = |n: &Node| n.get("id").and_then(Node::text) == Some(id);
        match list.items().iter().position(named) {
            Some(index) => route.index(index),
            None => route,
        }
    }

    /// The words it quotes, the first when there are several.
    #[must_use]
    pub fn quote(&self, root: &Node) -> Option<String> {
        let node = self.route(root).find(root)?;
        let quote = node.get("quote")?;
        quote.text().or_else(|| quote.items().first().and_then(Node::text)).map(str::to_owned)
    }
}

impl fmt::Display for RuleRef {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.id {
            Some(id) => write!(f, "{}/{id}", self.block),
            None => f.write_str(&self.block),
        }
    }
}
