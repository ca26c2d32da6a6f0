//! Where somebody is in a YAML text: in which group, at a key or behind one, on which word.

use std::ops::Range;

use super::outline::{Stack, key_of, lines, taken_apart};
use crate::yaml::Route;

/// A place in a YAML text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cursor {
    /// What the word stands in: a group, or an item of a list.
    pub within: Route,
    /// The key before the word; nothing at the beginning of a line, where the word may be a key itself.
    pub key: Option<String>,
    /// The word, quotes included; empty between words.
    pub word: Range<usize>,
    /// Keys that stand before it in the same braces.
    pub beside: Vec<String>,
    /// The line is empty but for this word and dashes.
    pub alone: bool,
    /// The column at which the words of the line begin.
    pub column: usize,
}

impl Cursor {
    /// The way to the value that the word is, or is to be.
    #[must_use]
    pub fn target(&self) -> Route {
        self.key.as_ref().map_or_else(|| self.within.clone(), |key| self.within.key(key))
    }
}

/// Finds what stands at an offset; nothing outside the YAML, in a comment or in a block of text.
#[must_use]
pub fn look(text: &str, data: Range<usize>, offset: usize) -> Option<Cursor> {
    if offset < data.start || offset > data.end || !text.is_char_boundary(offset) {
        return None;
    }
    let mut stack = Stack::default();
    let mut last = (data.start, "");
    for (start, line) in lines(text, data) {
        if start > offset {
            break;
        }
        follow(&mut stack, last.1);
        last = (start, line);
    }
    // After a line end at the very end of the part there is one more line, which has nothing in it.
    let (start, line) = if text.get(last.0..offset)?.contains('\n') {
        follow(&mut stack, last.1);
        (offset, "")
    } else {
        last
    };
    on_line(stack, text, start, line, offset)
}

/// Opens and closes what a whole line does.
fn follow(stack: &mut Stack, line: &str) {
    let parts = taken_apart(line);
    let indent = parts.dashes.first().copied().unwrap_or(parts.column);
    if (parts.words.is_empty() && parts.dashes.is_empty()) || stack.is_text(indent) {
        return;
    }
    parts.dashes.iter().for_each(|dash| stack.item(*dash));
    if let Some((key, at)) = key_of(parts.words) {
        stack.key(parts.column, key, parts.words.get(at..).unwrap_or_default());
    }
}

fn on_line(mut stack: Stack, text: &str, start: usize, line: &str, offset: usize) -> Option<Cursor> {
    let column = offset - start;
    let parts = taken_apart(line);
    if parts.words.is_empty() && parts.dashes.is_empty() {
        // In a comment nothing is proposed.
        if !line.trim().is_empty() || stack.is_text(column) {
            return None;
        }
        stack.settle(column);
        return Some(bare(&stack, offset..offset, true, column));
    }
    let indent = parts.dashes.first().copied().unwrap_or(parts.column);
    if stack.is_text(indent) || column < parts.column {
        return None;
    }
    // Right behind a dash nothing can be written yet: first comes a blank.
    if parts.words.is_empty() && text.get(start..offset)?.ends_with('-') {
        return None;
    }
    parts.dashes.iter().for_each(|dash| stack.item(*dash));
    stack.settle(parts.column);
    let from = start + parts.column;
    let end = from + parts.words.len();
    if text.get(end..offset.max(end))?.contains('#') {
        return None;
    }
    if parts.words.starts_with(['{', '[']) {
        return flow(text, &stack.route(), None, from..start + line.len(), offset, parts.column);
    }
    let Some((key, at)) = key_of(parts.words) else {
        let word = if offset <= end { from..end } else { offset..offset };
        return Some(bare(&stack, word, offset <= end, parts.column));
    };
    if offset <= from + key.len() {
        return Some(bare(&stack, from..from + key.len(), false, parts.column));
    }
    let value = from + at;
    if text.get(value..end).is_some_and(|v| v.starts_with(['{', '['])) && offset > value {
        return flow(text, &stack.route(), Some(key), value..start + line.len(), offset, parts.column);
    }
    // The colon itself is neither key nor value.
    if offset < from + key.len() + 1 || !text.get(from + key.len()..offset)?.starts_with(':') {
        return None;
    }
    let word = if (value..=end).contains(&offset) { value..end } else { offset..offset };
    Some(Cursor { key: Some(key.to_owned()), alone: false, ..bare(&stack, word, false, parts.column) })
}

fn bare(stack: &Stack, word: Range<usize>, alone: bool, column: usize) -> Cursor {
    Cursor { within: stack.route(), key: None, word, beside: Vec::new(), alone, column }
}

/// One pair of braces or brackets that is open.
struct Open {
    route: Route,
    list: bool,
    index: usize,
    from: usize,
    key: Option<String>,
    keys: Vec<String>,
}

impl Open {
    /// The way to what the element in hand holds.
    fn inner(&self) -> Route {
        match (&self.key, self.list) {
            (_, true) => self.route.index(self.index),
            (Some(key), false) => self.route.key(key),
            (None, false) => self.route.clone(),
        }
    }
}

/// Within `{key: value}` or `[a, b]` on one line.
fn flow(
    text: &str,
    group: &Route,
    key: Option<&str>,
    part: Range<usize>,
    offset: usize,
    column: usize,
) -> Option<Cursor> {
    let holder = key.map_or_else(|| group.clone(), |key| group.key(key));
    let mut open: Vec<Open> = Vec::new();
    let mut quote = None;
    let words = text.get(part.clone())?;
    for (at, c) in words.char_indices().map(|(at, c)| (part.start + at, c)) {
        if at >= offset {
            break;
        }
        if let Some(q) = quote {
            quote = Some(q).filter(|q| *q != c);
            continue;
        }
        match c {
            '"' | '\'' => quote = Some(c),
            '{' | '[' => {
                let route = open.last().map_or_else(|| holder.clone(), Open::inner);
                open.push(Open { route, list: c == '[', index: 0, from: at + 1, key: None, keys: Vec::new() });
            }
            '}' | ']' => drop(open.pop()),
            ',' => {
                if let Some(top) = open.last_mut() {
                    (top.index, top.from) = (top.index + 1, at + 1);
                    top.key = None;
                }
            }
            ':' => {
                if let Some(top) = open.last_mut().filter(|top| !top.list && top.key.is_none()) {
                    let name = text.get(top.from..at)?.trim().to_owned();
                    top.keys.push(name.clone());
                    (top.key, top.from) = (Some(name), at + 1);
                }
            }
            _ => {}
        }
    }
    let top = open.pop()?;
    let word = word_around(text, top.from, offset, part.end);
    let within = if top.list { top.route.index(top.index) } else { top.route };
    Some(Cursor { within, key: top.key, word, beside: top.keys, alone: false, column })
}

/// The word of an element that begins at `from` and ends at a comma or a closing bracket.
fn word_around(text: &str, from: usize, offset: usize, line_end: usize) -> Range<usize> {
    let rest = text.get(offset..line_end).unwrap_or_default();
    let stop = offset + rest.find([',', ']', '}', ':', '#']).unwrap_or(rest.len());
    let element = text.get(from..stop).unwrap_or_default();
    let start = from + element.len() - element.trim_start().len();
    let end = start.max(from + element.trim_end().len());
    if (start..=end).contains(&offset) { start..end } else { offset..offset }
}

#[cfg(test)]
#[path = "../../tests/unit/lsp/cursor.rs"]
mod tests;
