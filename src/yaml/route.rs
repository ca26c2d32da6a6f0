//! Ways to a value in a tree, such as `log[2].on`. Rules name a route; offsets are found late, in one place.

use std::fmt;
use std::num::ParseIntError;
use std::str::FromStr;

use super::node::{Node, Span};

/// One part of a [`Route`].
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Segment {
    /// The value under a key.
    Key(String),
    /// The item with this number, from 0.
    Index(usize),
}

/// A way from the root of a document to a value.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub struct Route(pub Vec<Segment>);

impl Route {
    /// The root of the document.
    #[must_use]
    pub fn root() -> Self {
        Self::default()
    }

    /// This route and one key further.
    #[must_use]
    pub fn key(&self, key: &str) -> Self {
        let mut segments = self.0.clone();
        segments.push(Segment::Key(key.to_owned()));
        Self(segments)
    }

    /// This route and one item further.
    #[must_use]
    pub fn index(&self, index: usize) -> Self {
        let mut segments = self.0.clone();
        segments.push(Segment::Index(index));
        Self(segments)
    }

    /// What the route leads to in `root`, when it is there.
    #[must_use]
    pub fn find<'a>(&self, root: &'a Node) -> Option<&'a Node> {
        self.0.iter().try_fold(root, |node, segment| match segment {
            Segment::Key(key) => node.get(key),
            Segment::Index(index) => node.items().get(*index),
        })
    }

    /// The span of what the route leads to in `root`: the value, or the deepest thing on the way that exists.
    #[must_use]
    pub fn span_in(&self, root: &Node) -> Span {
        let mut node = root;
        let mut span = root.span;
        for segment in &self.0 {
            let next = match segment {
                Segment::Key(key) => node.get(key),
                Segment::Index(index) => node.items().get(*index),
            };
            let Some(next) = next else { break };
            node = next;
            span = node.span;
        }
        span
    }
}

impl FromStr for Route {
    type Err = ParseIntError;

    /// Reads what [`Display`](fmt::Display) writes: `log[2].on`.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let mut segments = Vec::new();
        for part in text.split('.').filter(|part| !part.is_empty()) {
            let mut pieces = part.split('[');
            segments.extend(pieces.next().filter(|key| !key.is_empty()).map(|key| Segment::Key(key.to_owned())));
            for index in pieces {
                segments.push(Segment::Index(index.trim_end_matches(']').parse()?));
            }
        }
        Ok(Self(segments))
    }
}

impl fmt::Display for Route {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (position, segment) in self.0.iter().enumerate() {
            match segment {
                Segment::Key(key) if position == 0 => write!(f, "{key}")?,
                Segment::Key(key) => write!(f, ".{key}")?,
                Segment::Index(index) => write!(f, "[{index}]")?,
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_route_is_read_as_it_is_written() {
        for text in ["", "log", "log[2].on", "a[0][1].b.c"] {
            assert_eq!(text.parse::<Route>().unwrap().to_string(), text);
        }
        assert!("log[x]".parse::<Route>().is_err());
    }
}
