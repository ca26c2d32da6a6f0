//! The keys of a YAML text by its lines alone: what stands under what, also while a line is half typed and no parser would
//! read it. The parser judges; this only guesses where somebody is.

use std::ops::Range;

use crate::yaml::{Route, Segment};

/// A key with what stands behind it on its line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pair {
    /// The group that it is in.
    pub group: Route,
    /// The key.
    pub key: String,
    /// The rest of its line, without a comment.
    pub value: String,
    /// Where that stands.
    pub span: Range<usize>,
}

/// The keys and items of a text.
#[derive(Debug, Clone, Default)]
pub struct Outline {
    /// Keys, in order.
    pub pairs: Vec<Pair>,
    /// Items, each with where its line begins.
    pub items: Vec<(Route, usize)>,
    /// Items that are a single word.
    pub words: Vec<(Route, String)>,
}

/// One level of what the present line stands under.
#[derive(Debug, Clone)]
struct Frame {
    column: usize,
    segment: Segment,
    /// Begun by `|` or `>`: what is indented below it is text.
    text: bool,
}

/// The levels that lines open and close.
#[derive(Debug, Clone, Default)]
pub(super) struct Stack(Vec<Frame>);

impl Stack {
    /// The way to where the stack stands.
    pub(super) fn route(&self) -> Route {
        Route(self.0.iter().map(|f| f.segment.clone()).collect())
    }

    /// Closes what does not hold a word at this column.
    pub(super) fn settle(&mut self, column: usize) {
        while self.0.last().is_some_and(|f| f.column >= column) {
            self.0.pop();
        }
    }

    /// Opens a list item whose dash stands at this column; a list may stand as far left as its key.
    pub(super) fn item(&mut self, column: usize) {
        let mut index = 0;
        while let Some(top) = self.0.last() {
            match top.segment {
                Segment::Index(at) if top.column == column => index = at + 1,
                _ if top.column > column => {}
                _ => break,
            }
            self.0.pop();
        }
        self.0.push(Frame { column, segment: Segment::Index(index), text: false });
    }

    /// Opens a key at this column.
    pub(super) fn key(&mut self, column: usize, key: &str, value: &str) {
        self.settle(column);
        let text = value.starts_with(['|', '>']);
        self.0.push(Frame { column, segment: Segment::Key(key.to_owned()), text });
    }

    /// Whether a line with this indentation is part of a block of text.
    pub(super) fn is_text(&self, indent: usize) -> bool {
        self.0.iter().any(|f| f.text && indent > f.column)
    }
}

/// A line taken apart.
#[derive(Debug, Clone)]
pub(super) struct Line<'a> {
    /// Columns of its dashes.
    pub dashes: Vec<usize>,
    /// The column at which its words begin.
    pub column: usize,
    /// Its words, without a comment and blanks at the end.
    pub words: &'a str,
}

/// Takes a line apart; the line end is no part of it.
pub(super) fn taken_apart(line: &str) -> Line<'_> {
    let mut column = line.len() - line.trim_start_matches(' ').len();
    let mut dashes = Vec::new();
    loop {
        let rest = line.get(column..).unwrap_or_default();
        if !(rest == "-" || rest.starts_with("- ")) {
            break;
        }
        dashes.push(column);
        let after = rest.get(1..).unwrap_or_default();
        column += 1 + after.len() - after.trim_start_matches(' ').len();
    }
    let words = without_comment(line.get(column..).unwrap_or_default()).trim_end();
    Line { dashes, column, words }
}

/// A line without the comment at its end.
fn without_comment(line: &str) -> &str {
    let mut quote = None;
    let mut before = ' ';
    for (at, c) in line.char_indices() {
        match (quote, c) {
            (None, '#') if before == ' ' => return line.get(..at).unwrap_or_default(),
            (None, '"' | '\'') if matches!(before, ' ' | '[' | '{' | ',' | ':') => quote = Some(c),
            (Some(q), c) if q == c => quote = None,
            _ => {}
        }
        before = c;
    }
    line
}

/// The key of `key: value`, and where the value begins.
pub(super) fn key_of(words: &str) -> Option<(&str, usize)> {
    if words.starts_with(['{', '[', '"', '\'', '#', '-']) {
        return None;
    }
    let colon = words.find(": ").or_else(|| words.ends_with(':').then(|| words.len() - 1))?;
    let key = words.get(..colon)?.trim_end();
    let rest = words.get(colon + 1..)?;
    let value = colon + 1 + rest.len() - rest.trim_start_matches(' ').len();
    (!key.is_empty() && !key.contains(' ')).then_some((key, value))
}

/// The lines of a part of a text, each with where it begins.
pub(super) fn lines(text: &str, part: Range<usize>) -> impl Iterator<Item = (usize, &str)> {
    let mut at = part.start;
    text.get(part).unwrap_or_default().split_inclusive('\n').map(move |line| {
        let start = at;
        at += line.len();
        (start, line.trim_end_matches(['\n', '\r']))
    })
}

impl Outline {
    /// Of the part of a text that is YAML.
    #[must_use]
    pub fn of(text: &str, data: Range<usize>) -> Self {
        let (mut outline, mut stack) = (Self::default(), Stack::default());
        for (start, line) in lines(text, data) {
            outline.line(&mut stack, start, line);
        }
        outline
    }

    fn line(&mut self, stack: &mut Stack, start: usize, line: &str) {
        let parts = taken_apart(line);
        let indent = parts.dashes.first().copied().unwrap_or(parts.column);
        if (parts.words.is_empty() && parts.dashes.is_empty()) || stack.is_text(indent) {
            return;
        }
        for dash in &parts.dashes {
            stack.item(*dash);
            self.items.push((stack.route(), start));
        }
        if let Some((key, at)) = key_of(parts.words) {
            stack.settle(parts.column);
            let group = stack.route();
            let value = parts.words.get(at..).unwrap_or_default();
            stack.key(parts.column, key, value);
            let from = start + parts.column + at;
            let span = from..from + value.len();
            self.pairs.push(Pair { group, key: key.to_owned(), value: value.to_owned(), span });
        } else if parts.words.starts_with('{') {
            self.flow(&stack.route(), parts.words, start + parts.column);
        } else if !parts.words.is_empty() {
            self.words.push((stack.route(), bare(parts.words)));
        }
    }

    /// `{key: value, other: value}` on one line.
    fn flow(&mut self, group: &Route, words: &str, start: usize) {
        let inner = words.trim_start_matches('{');
        let mut at = start + words.len() - inner.len();
        for part in inner.trim_end_matches('}').split(',') {
            let lead = part.len() - part.trim_start().len();
            if let Some((key, value)) = part.trim().split_once(':') {
                let from = at + lead + part.trim_start().find(':').unwrap_or_default() + 1;
                let from = from + value.len() - value.trim_start().len();
                let (key, value) = (key.trim().to_owned(), value.trim().to_owned());
                let span = from..from + value.len();
                self.pairs.push(Pair { group: group.clone(), key, value, span });
            }
            at += part.len() + 1;
        }
    }

    /// What stands under a key of a group: one word or several, without quotes.
    #[must_use]
    pub fn values(&self, group: &Route, key: &str) -> Vec<String> {
        let own = self.pairs.iter().filter(|p| p.group == *group && p.key == key);
        let mut found: Vec<String> = own.flat_map(|p| listed(&p.value)).collect();
        let list = group.key(key);
        let below = |route: &Route| route.0.len() == list.0.len() + 1 && route.0.starts_with(&list.0);
        found.extend(self.words.iter().filter(|(route, _)| below(route)).map(|(_, word)| word.clone()));
        found
    }

    /// The first word under a key of a group.
    #[must_use]
    pub fn value(&self, group: &Route, key: &str) -> Option<String> {
        self.values(group, key).into_iter().next()
    }

    /// The keys of a group.
    pub fn keys<'a>(&'a self, group: &'a Route) -> impl Iterator<Item = &'a str> {
        self.pairs.iter().filter(move |p| p.group == *group).map(|p| p.key.as_str())
    }
}

/// The words of a value: those of `[a, b]`, or the only one.
#[must_use]
pub fn listed(value: &str) -> Vec<String> {
    let inner = value.strip_prefix('[').map(|v| v.trim_end_matches(']'));
    let words: Vec<&str> = inner.map_or_else(|| vec![value], |inner| inner.split(',').collect());
    words.into_iter().map(bare).filter(|w| !w.is_empty()).collect()
}

/// A word without its quotes.
#[must_use]
pub fn bare(word: &str) -> String {
    let word = word.trim();
    let quoted = |q: char| word.len() > 1 && word.starts_with(q) && word.ends_with(q);
    if quoted('"') || quoted('\'') {
        word.get(1..word.len() - 1).unwrap_or_default().to_owned()
    } else {
        word.to_owned()
    }
}

#[cfg(test)]
#[path = "../../tests/unit/lsp/outline.rs"]
mod tests;
