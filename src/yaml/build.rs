//! From the events of the YAML parser to a tree in which everything has its place. Whatever is refused is reported and
//! read past, so that one run finds it all. This file and [`super::syntax`] are all that knows the parser.

use std::collections::HashMap;

use serde_saphyr::granit_parser::{Event, Parser, ScalarStyle, ScanError, Span as Mark, options};

use super::fault::{Fault, FaultKind, Refused, Syntax, Unreadable};
use super::node::{Entry, Node, Span, Value};

/// Values within values go at most this deep.
pub const MAX_DEPTH: usize = 64;
/// A document holds at most this many values.
pub const MAX_NODES: usize = 100_000;
/// From this many keys on, equal keys are found through a hash.
const HASH_FROM: usize = 32;

/// What the parser made of a text.
pub(super) struct Built {
    pub node: Option<Node>,
    pub faults: Vec<Fault>,
    /// The error at which the parser stopped, and the end of what it understood before.
    pub stopped: Option<(ScanError, Span)>,
}

/// Builds the tree of `source`; spans count from the beginning of `source` plus `base`.
pub(super) fn build(source: &str, base: usize) -> Built {
    let mut options = options! {
        disallow_directives: true,
        emit_unresolved_aliases: true,
        emit_anchor_events: true,
        flow_nesting_limit: MAX_DEPTH,
        block_nesting_limit: MAX_DEPTH,
    };
    options.set_emit_comments(false);
    let mut builder = Builder::new(source, base);
    let mut stopped = None;
    for event in Parser::new_from_str_with_options(source, options) {
        match event {
            Ok((event, mark)) => {
                if !builder.take(event, &mark) {
                    break;
                }
            }
            Err(error) => {
                stopped = Some((error, builder.last));
                break;
            }
        }
    }
    Built { node: builder.root, faults: builder.faults, stopped }
}

/// A list or group that is still open.
enum Open {
    List(Vec<Node>),
    Map { entries: Vec<Entry>, key: Option<(String, Span)>, index: Option<Box<Index>> },
}

/// Where each key of a large group stands first.
#[derive(Default)]
struct Index {
    first: HashMap<String, usize>,
    /// So many entries are in it.
    done: usize,
}

struct Frame {
    start: usize,
    open: Open,
}

struct Builder<'a> {
    source: &'a str,
    base: usize,
    frames: Vec<Frame>,
    root: Option<Node>,
    faults: Vec<Fault>,
    nodes: usize,
    documents: usize,
    /// The last scalar, in offsets of `source`.
    last: Span,
}

impl<'a> Builder<'a> {
    fn new(source: &'a str, base: usize) -> Self {
        let last = Span::default();
        Self { source, base, frames: Vec::new(), root: None, faults: Vec::new(), nodes: 0, documents: 0, last }
    }

    /// Takes one event; `false` when reading on has no use.
    fn take(&mut self, event: Event<'_>, mark: &Mark) -> bool {
        let span = range(mark);
        if let Some(tag) = mark.tag_span() {
            self.report(range(&tag), FaultKind::Refused(Refused::Tag));
        }
        match event {
            Event::DocumentStart(..) => return self.document(span),
            Event::Scalar(text, style, ..) => self.scalar(&text, style, span),
            Event::SequenceStart(..) => return self.open(span, Open::List(Vec::new())),
            Event::MappingStart(..) => {
                let map = Open::Map { entries: Vec::new(), key: None, index: None };
                return self.open(span, map);
            }
            Event::SequenceEnd | Event::MappingEnd => self.close(span),
            Event::Anchor(..) => self.report(span, FaultKind::Refused(Refused::Anchor)),
            Event::Alias(..) | Event::UnresolvedAlias(..) => {
                self.report(span, FaultKind::Refused(Refused::Alias));
                self.put(Node { span: self.shift(span), value: Value::Null });
            }
            _ => {}
        }
        self.within_budget(span)
    }

    fn report(&mut self, span: Span, kind: FaultKind) {
        self.faults.push(Fault::at(self.shift(span), kind));
    }

    fn shift(&self, span: Span) -> Span {
        Span { start: span.start + self.base, end: span.end + self.base }
    }

    fn document(&mut self, span: Span) -> bool {
        self.documents += 1;
        if self.documents > 1 {
            self.report(span, FaultKind::Refused(Refused::SecondDocument));
        }
        self.documents == 1
    }

    fn within_budget(&mut self, span: Span) -> bool {
        if self.nodes > MAX_NODES {
            self.report(span, FaultKind::Unreadable(Unreadable::TooMany { limit: MAX_NODES }));
        }
        self.nodes <= MAX_NODES
    }

    fn open(&mut self, span: Span, open: Open) -> bool {
        if self.frames.len() >= MAX_DEPTH {
            self.report(span, FaultKind::Unreadable(Unreadable::TooDeep { limit: MAX_DEPTH }));
            return false;
        }
        self.frames.push(Frame { start: span.start, open });
        true
    }

    fn scalar(&mut self, text: &str, style: ScalarStyle, span: Span) {
        let span = self.trim(span);
        if span.end > span.start {
            self.last = span;
        }
        let plain = matches!(style, ScalarStyle::Plain);
        let null = plain && (span.start == span.end || matches!(text, "~" | "null" | "Null" | "NULL"));
        if plain {
            self.traps(text, span);
        }
        let value = if null { Value::Null } else { Value::Scalar { text: text.to_owned(), plain } };
        self.put(Node { span: self.shift(span), value });
    }

    /// What a person most likely did not mean by a text without quotes.
    fn traps(&mut self, text: &str, span: Span) {
        let curly = |c: char| matches!(c, '“' | '”' | '„' | '‘' | '’' | '‚' | '«' | '»');
        if text.chars().count() > 1 && text.starts_with(curly) && text.ends_with(curly) {
            self.report(span, FaultKind::Syntax(Syntax::CurlyQuotes));
        }
        if let Some(comment) = swallowed(self.source, text, span) {
            self.report(comment, FaultKind::SwallowedComment);
        }
    }

    /// The span without the blank and empty lines after its last word.
    fn trim(&self, span: Span) -> Span {
        let text = self.source.get(span.start..span.end).unwrap_or_default();
        Span { start: span.start, end: span.start + text.trim_end_matches([' ', '\t', '\r', '\n']).len() }
    }

    fn close(&mut self, span: Span) {
        let Some(frame) = self.frames.pop() else { return };
        let (value, inner) = match frame.open {
            Open::List(items) => {
                let end = items.last().map(|n| n.span.end);
                (Value::List(items), end)
            }
            Open::Map { entries, .. } => {
                let end = entries.last().map(|e| e.node.span.end.max(e.key_span.end));
                (Value::Map(entries), end)
            }
        };
        // The end of `[…]` is its bracket; that of a block is the end of what is in it.
        let start = frame.start + self.base;
        let flow = span.end > span.start;
        let end = if flow { span.end + self.base } else { inner.unwrap_or(start) };
        self.put(Node { span: Span { start, end: end.max(start) }, value });
    }

    /// Puts a finished value where it belongs.
    fn put(&mut self, node: Node) {
        self.nodes += 1;
        let Self { frames, faults, root, .. } = self;
        let Some(frame) = frames.last_mut() else {
            root.get_or_insert(node);
            return;
        };
        match &mut frame.open {
            Open::List(items) => items.push(node),
            Open::Map { entries, key, index } => match key.take() {
                Some((key, key_span)) => {
                    if let Some(first) = first_place(entries, index, &key) {
                        let kind = FaultKind::DuplicateKey { key: key.clone() };
                        faults.push(Fault { other: Some(first), ..Fault::at(key_span, kind) });
                    }
                    entries.push(Entry { key, key_span, node });
                }
                None => *key = Some(take_key(node, faults)),
            },
        }
    }
}

/// Takes `node` for the key of the next entry.
fn take_key(node: Node, faults: &mut Vec<Fault>) -> (String, Span) {
    let span = node.span;
    let (text, kind) = match node.value {
        Value::Scalar { text, plain } => {
            let kind = match text.as_str() {
                "<<" if plain => Some(FaultKind::Refused(Refused::Merge)),
                "" => Some(FaultKind::Syntax(Syntax::EmptyKey)),
                _ => None,
            };
            (text, kind)
        }
        Value::Null => (String::new(), Some(FaultKind::Syntax(Syntax::EmptyKey))),
        Value::List(_) | Value::Map(_) => (String::new(), Some(FaultKind::Refused(Refused::ComplexKey))),
    };
    if let Some(kind) = kind {
        faults.push(Fault::at(span, kind));
    }
    (text, span)
}

/// Where `key` stands in `entries` already.
fn first_place(entries: &[Entry], index: &mut Option<Box<Index>>, key: &str) -> Option<Span> {
    let first = if entries.len() < HASH_FROM {
        entries.iter().position(|e| e.key == key)
    } else {
        let index = index.get_or_insert_default();
        for (position, entry) in entries.iter().enumerate().skip(index.done) {
            index.first.entry(entry.key.clone()).or_insert(position);
        }
        index.done = entries.len();
        index.first.get(key).copied()
    };
    entries.get(first?).map(|e| e.key_span)
}

fn range(mark: &Mark) -> Span {
    mark.byte_range().map_or(Span::default(), |r| Span { start: r.start, end: r.end })
}

/// Words after which `#` begins a number and not a comment.
const BEFORE_NUMBER: [&str; 14] = [
    "nr", "nr.", "no", "no.", "nummer", "number", "zaak", "dossier", "ticket", "kenmerk", "ref", "ref.", "kamer",
    "punt",
];

/// The part of a line after a plain text that was taken for a comment but looks like a number: `nr #5`.
fn swallowed(source: &str, text: &str, span: Span) -> Option<Span> {
    // No look at the rest of the line before a `#` is seen: lines can be long.
    let rest = source.get(span.end..)?;
    let comment = rest.trim_start_matches([' ', '\t']);
    let blanks = rest.len() - comment.len();
    let after = comment.strip_prefix('#').filter(|_| blanks > 0 && !text.is_empty())?;
    let glued = after.starts_with(|c: char| !c.is_whitespace() && c != '#');
    let number = after.starts_with(|c: char| c.is_ascii_digit());
    let word = text.rsplit(' ').next()?.to_lowercase();
    if !(number || glued && BEFORE_NUMBER.contains(&word.as_str())) {
        return None;
    }
    let line = comment.split(['\n', '\r']).next()?;
    let start = span.end + blanks;
    Some(Span { start, end: start + line.trim_end().len() })
}
