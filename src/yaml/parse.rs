//! A YAML text as a tree, and everything that is wrong with it in one pass.

use std::collections::HashSet;

use super::build::{Built, build};
use super::fault::{Fault, FaultKind, Syntax, Unreadable};
use super::node::{Node, Span, Value};
use super::{characters, syntax};

/// A document holds at most this many bytes.
pub const MAX_BYTES: usize = 1 << 20;
/// A text up to this size is mended and read again, to find what else is wrong.
const MEND_UP_TO: usize = 64 * 1024;
/// It is mended at most so often.
const MEND_TIMES: usize = 32;

/// Reads `source` strictly: no anchors, aliases, tags, merge keys, directives, second documents or equal keys, and
/// within [`MAX_BYTES`], [`MAX_DEPTH`](super::build::MAX_DEPTH) and [`MAX_NODES`](super::build::MAX_NODES). Spans are byte offsets in `source` plus `base`.
///
/// The tree is there unless the text breaks the notation or a budget; the faults are sorted by place. Equal keys stay in the tree,
/// where [`Node::get`] finds the first.
#[must_use]
pub fn parse(source: &str, base: usize) -> (Option<Node>, Vec<Fault>) {
    if source.len() > MAX_BYTES {
        let kind = FaultKind::Unreadable(Unreadable::TooLarge { limit: MAX_BYTES });
        return (None, vec![Fault::at(Span { start: base, end: base }, kind)]);
    }
    let Built { node, mut faults, stopped } = build(source, base);
    let mut node = node;
    if let Some((error, last)) = stopped {
        node = None;
        faults = mend_and_read(source, base, syntax::classify(&error, last, source), faults);
    }
    if faults.iter().any(|f| matches!(f.kind, FaultKind::Unreadable(_))) {
        node = None;
    }
    let mut invisible = Vec::new();
    characters::scan(source, base, &mut invisible);
    // The parser stumbles over some of them too; one word about each is enough.
    let starts: HashSet<usize> = invisible.iter().map(|f| f.span.start).collect();
    faults.retain(|f| !(f.code() == "C102" && starts.contains(&f.span.start)));
    faults.append(&mut invisible);
    // What took the bracket that closes is told so, and no more.
    let taken = |f: &&Fault| matches!(f.kind, FaultKind::Syntax(Syntax::Swallowed));
    let swallowed: HashSet<usize> = faults.iter().filter(taken).map(|f| f.span.start).collect();
    faults.retain(|f| !(matches!(f.kind, FaultKind::SwallowedComment) && swallowed.contains(&f.span.start)));
    if node.is_none() && faults.is_empty() {
        faults.push(Fault::at(Span { start: base, end: base }, FaultKind::Unreadable(Unreadable::Empty)));
    }
    if let Some(fault) = node.as_ref().and_then(|root| glued_root(root, source, base)) {
        faults.push(fault);
        node = None;
    }
    faults.sort_by(|a, b| (a.span, a.code()).cmp(&(b.span, b.code())));
    (node, faults)
}

/// A document that is only `key:value` is one text to YAML.
fn glued_root(root: &Node, source: &str, base: usize) -> Option<Fault> {
    let Value::Scalar { text, plain: true } = &root.value else { return None };
    let (key, value) = text.split_once(':')?;
    let name = !key.is_empty() && key.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '-'));
    let start = root.span.start.checked_sub(base)?;
    let end = start + source.get(start..)?.split(['\n', '\r']).next()?.trim_end().len();
    let span = Span { start: start + base, end: end + base };
    (name && !value.is_empty()).then(|| Fault::at(span, FaultKind::Syntax(Syntax::BlankAfterColon)))
}

/// Collects the mistakes behind the first one: mends each in a copy of equal length and reads that.
fn mend_and_read(source: &str, base: usize, first: (Span, FaultKind), before: Vec<Fault>) -> Vec<Fault> {
    let mut found = Vec::new();
    let mut others = before;
    let mut text = None::<String>;
    let mut next = Some(first);
    while let Some((span, kind)) = next.take() {
        let shifted = Span { start: span.start + base, end: span.end + base };
        let current = text.as_deref().unwrap_or(source);
        let mended = syntax::mend(current, span, &kind);
        found.push(Fault::at(shifted, kind));
        let Some(mended) = mended.filter(|_| source.len() <= MEND_UP_TO && found.len() < MEND_TIMES) else { break };
        let built = build(&mended, base);
        next = built.stopped.map(|(error, last)| syntax::classify(&error, last, &mended));
        others = built.faults;
        text = Some(mended);
    }
    found.append(&mut others);
    found
}
