//! A text taken apart into the keys of a group or the items of a list. What stands before a piece (blank lines, comments)
//! goes with it; put together again, the pieces are the text, byte for byte.

use crate::yaml::{Node, Value};

/// One key with its value, or one item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Piece {
    /// The key; nothing for an item.
    pub key: String,
    /// Blank lines and comments before it.
    pub lead: String,
    /// Its own lines.
    pub own: String,
}

/// A text in pieces.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Pieces {
    /// What stands before the first.
    pub head: String,
    /// The pieces, in order.
    pub list: Vec<Piece>,
    /// What stands after the last.
    pub tail: String,
}

impl Pieces {
    /// The keys of a group or the items of a list at `node` of `source`, when each stands on lines of its own.
    pub(super) fn of(source: &str, node: &Node) -> Option<Self> {
        let spans: Vec<(String, usize, usize)> = match &node.value {
            Value::Map(entries) => {
                entries.iter().map(|e| (e.key.clone(), e.key_span.start, e.node.span.end.max(e.key_span.end))).collect()
            }
            Value::List(items) => {
                let at = |n: &Node| Some((String::new(), dash(source, n.span.start)?, n.span.end));
                items.iter().map(at).collect::<Option<_>>()?
            }
            _ => return None,
        };
        let mut pieces = Self::default();
        let mut done = None;
        for (key, start, end) in spans {
            let start = line_start(source, start);
            let end = line_end(source, start, end);
            // Two on one line, as between braces, cannot be told apart by their lines.
            let before = match done {
                None => 0,
                Some(done) if start >= done => done,
                Some(_) => return None,
            };
            let lead = source.get(before..start)?.to_owned();
            let own = source.get(start..end)?.to_owned();
            if done.is_none() {
                pieces.head = lead;
                pieces.list.push(Piece { key, lead: String::new(), own });
            } else {
                pieces.list.push(Piece { key, lead, own });
            }
            done = Some(end);
        }
        source.get(done.unwrap_or(0)..)?.clone_into(&mut pieces.tail);
        Some(pieces)
    }

    /// The text again.
    pub(super) fn text(&self) -> String {
        let list: String = self.list.iter().map(|p| [p.lead.as_str(), p.own.as_str()].concat()).collect();
        [self.head.as_str(), &list, &self.tail].concat()
    }
}

/// The dash before an item, when nothing else stands before it on its line.
fn dash(source: &str, item: usize) -> Option<usize> {
    let before = source.get(..item)?.trim_end();
    let at = before.strip_suffix('-')?.len();
    source.get(line_start(source, at)..at)?.trim().is_empty().then_some(at)
}

fn line_start(source: &str, at: usize) -> usize {
    source.get(..at).and_then(|before| before.rfind('\n')).map_or(0, |p| p + 1)
}

/// The end of the last line of a value, its line end included. A value may count its last line end as its own.
fn line_end(source: &str, start: usize, end: usize) -> usize {
    let value = source.get(start..end).unwrap_or_default().trim_end_matches(['\n', '\r', ' ']);
    let last = start + value.len();
    source.get(last..).and_then(|rest| rest.find('\n')).map_or(source.len(), |p| last + p + 1)
}
