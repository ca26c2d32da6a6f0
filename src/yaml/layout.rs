//! Where in a text an edit goes and how it is written there: columns, line ends, blank lines, quotes.

use std::ops::Range;

use super::edit::{EditError, NewItem, NewValue, Scalar};
use super::node::{Entry, Node, Value};
use super::parse::parse;
use super::route::Segment;

type Splice = Result<(Range<usize>, String), EditError>;

/// A text with its habits.
pub(super) struct Layout<'a> {
    source: &'a str,
    eol: &'static str,
}

/// A single value as it is written: plain where it then reads as itself, else in quotes.
pub(super) fn rendered(value: &Scalar, flow: bool) -> String {
    let Scalar::Text(text) = value else { return value.text() };
    let reads_back = |written: &str| {
        let line = if flow { format!("[{written}]") } else { format!("k: {written}\n") };
        let (node, faults) = parse(&line, 0);
        let read = node.as_ref().and_then(|n| if flow { n.items().first() } else { n.get("k") });
        faults.is_empty() && read.and_then(Node::text) == Some(text)
    };
    // A word that another reader would take for something else is a text in quotes.
    let ambiguous = matches!(text.to_lowercase().as_str(), "true" | "false" | "yes" | "no" | "on" | "off" | "y" | "n")
        || text.parse::<f64>().is_ok()
        || text.starts_with("0x");
    let single = format!("'{}'", text.replace('\'', "''"));
    if !ambiguous && !text.contains(['\n', '\r', '\t']) && reads_back(text) {
        text.clone()
    } else if !text.contains(['\n', '\r']) && reads_back(&single) {
        single
    } else {
        let escaped = text.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n");
        format!("\"{}\"", escaped.replace('\r', "\\r").replace('\t', "\\t"))
    }
}

fn value(value: &NewValue, flow: bool) -> String {
    match value {
        NewValue::One(scalar) => rendered(scalar, flow),
        NewValue::Many(scalars) => {
            format!("[{}]", scalars.iter().map(|s| rendered(s, true)).collect::<Vec<_>>().join(", "))
        }
    }
}

fn braces(item: &NewItem) -> String {
    let pair = |(key, v): &(String, NewValue)| format!("{key}: {}", value(v, true));
    format!("{{{}}}", item.0.iter().map(pair).collect::<Vec<_>>().join(", "))
}

impl<'a> Layout<'a> {
    pub(super) fn new(source: &'a str) -> Self {
        Self {
            source,
            eol: if source.matches("\r\n").count() * 2 > source.matches('\n').count() { "\r\n" } else { "\n" },
        }
    }

    fn get(&self, range: Range<usize>) -> &'a str {
        self.source.get(range).unwrap_or_default()
    }

    /// Whether a list or group is written with brackets.
    pub(super) fn within_flow(&self, node: &Node) -> bool {
        matches!(node.value, Value::List(_) | Value::Map(_))
            && self.get(node.span.start..node.span.end).starts_with(['[', '{'])
            && self.get(node.span.start..node.span.end).ends_with([']', '}'])
    }

    fn line_start(&self, at: usize) -> usize {
        self.get(0..at).rfind('\n').map_or(0, |p| p + 1)
    }

    /// The end of the line of `at`, without its line end.
    fn line_end(&self, at: usize) -> usize {
        let rest = self.get(at..self.source.len());
        let line = rest.split('\n').next().unwrap_or_default();
        at + line.strip_suffix('\r').unwrap_or(line).len()
    }

    fn column(&self, at: usize) -> usize {
        at - self.line_start(at)
    }

    /// Writes `written` in place of a single value.
    pub(super) fn replace(&self, node: &Node, entry: Option<&Entry>, written: &str) -> Splice {
        let span = node.span.start..node.span.end;
        let Some(entry) = entry else {
            let blank = if span.is_empty() && !self.get(0..span.start).ends_with(' ') { " " } else { "" };
            return Ok((span, format!("{blank}{written}")));
        };
        let colon = self.colon(entry)?;
        // `|` or `>` between the colon and the text: the whole block goes.
        let before = self.get(colon + 1..span.start);
        let header = before.trim_start();
        if header.starts_with(['|', '>']) {
            return Ok((colon + 1 + (before.len() - header.len())..span.end, written.to_owned()));
        }
        if span.is_empty() {
            return Ok((colon + 1..colon + 1, format!(" {written}")));
        }
        Ok((span, written.to_owned()))
    }

    fn colon(&self, entry: &Entry) -> Result<usize, EditError> {
        let after = self.get(entry.key_span.end..self.source.len());
        let blanks = after.len() - after.trim_start_matches(' ').len();
        let found = after.trim_start_matches(' ').starts_with(':');
        found.then_some(entry.key_span.end + blanks).ok_or(EditError::Layout)
    }

    /// Adds a key at the end of a group.
    pub(super) fn insert_key(&self, group: &Node, key: &str, written: &str) -> Splice {
        let pair = format!("{}: {written}", rendered(&Scalar::Text(key.to_owned()), true));
        let Some(last) = group.entries().last() else {
            let inside = group.span.start + 1;
            return if self.within_flow(group) { Ok((inside..inside, pair)) } else { Err(EditError::Layout) };
        };
        let end = last.node.span.end.max(last.key_span.end);
        if self.within_flow(group) {
            return Ok((end..end, format!(", {pair}")));
        }
        let column = group.entries().first().map_or(0, |e| self.column(e.key_span.start));
        let end = self.line_end(self.after_colon(last, end));
        Ok((end..end, format!("{}{}{pair}", self.eol, " ".repeat(column))))
    }

    /// The end of an entry, its colon included when it has no value.
    fn after_colon(&self, entry: &Entry, end: usize) -> usize {
        self.colon(entry).map_or(end, |colon| end.max(colon + 1))
    }

    /// Adds a group at the end of a list that has items.
    pub(super) fn append(&self, list: &Node, items: &[Node], item: &NewItem) -> Splice {
        let newest = items.last().ok_or(EditError::Layout)?;
        if self.within_flow(list) {
            return Ok((newest.span.end..newest.span.end, format!(", {}", braces(item))));
        }
        let column = self.column(self.dash(newest)?);
        let blank = match items.len().checked_sub(2).and_then(|p| items.get(p)) {
            Some(before) => self.blank_between(before.span.end, newest.span.start),
            None => self.blank_between(0, list.span.start),
        };
        let end = self.line_end(newest.span.end);
        let gap = if blank { self.eol } else { "" };
        // As the one before it is written: on a line of its own, or in lines.
        let written = if self.within_flow(newest) {
            format!("{}- {}", " ".repeat(column), braces(item))
        } else {
            self.block(item, column)
        };
        Ok((end..end, format!("{gap}{}{written}", self.eol)))
    }

    /// Adds an item, written out in lines, at the end of a list that has items.
    pub(super) fn append_lines(&self, items: &[Node], lines: &[String]) -> Splice {
        let newest = items.last().ok_or(EditError::Layout)?;
        let column = self.column(self.dash(newest)?);
        let end = self.line_end(newest.span.end);
        Ok((end..end, format!("{}{}", self.eol, self.indented(lines, column))))
    }

    /// Begins a list at the end of a group, with its first item written out in lines.
    pub(super) fn begin_lines(&self, group: &Node, key: &str, lines: &[String]) -> Splice {
        if self.within_flow(group) {
            return Err(EditError::Layout);
        }
        let (range, text) = self.insert_key(group, key, "")?;
        let column = group.entries().first().map_or(0, |e| self.column(e.key_span.start));
        let gap = if self.blank_between(group.span.start, group.span.end) { self.eol } else { "" };
        let ended = if range.end == self.source.len() { self.eol } else { "" };
        let below = self.indented(lines, column + 2);
        Ok((range, format!("{gap}{}{}{below}{ended}", text.trim_end_matches(' '), self.eol)))
    }

    /// Puts lines of their own before the entry at `at` of a group, and before the comment right above it; at the end of the group
    /// where there is none.
    pub(super) fn paragraph(&self, group: &Node, at: Option<usize>, lines: &[String]) -> Splice {
        if self.within_flow(group) {
            return Err(EditError::Layout);
        }
        let entries = group.entries();
        let apart = if self.blank_between(group.span.start, group.span.end) { self.eol } else { "" };
        let column = entries.first().map_or(0, |e| self.column(e.key_span.start));
        let block = self.indented(lines, column);
        if let Some(next) = at.and_then(|at| entries.get(at)) {
            let mut start = self.line_start(next.key_span.start);
            while let Some(above) = start.checked_sub(1).map(|end| self.line_start(end))
                && self.get(above..start).trim_start().starts_with('#')
            {
                start = above;
            }
            return Ok((start..start, format!("{block}{}{apart}", self.eol)));
        }
        let last = entries.last().ok_or(EditError::Layout)?;
        let end = self.line_end(self.after_colon(last, last.node.span.end.max(last.key_span.end)));
        Ok((end..end, format!("{}{apart}{block}", self.eol)))
    }

    fn indented(&self, lines: &[String], column: usize) -> String {
        let line = |line: &String| format!("{}{line}", " ".repeat(column));
        lines.iter().map(line).collect::<Vec<_>>().join(self.eol)
    }

    fn blank_between(&self, from: usize, to: usize) -> bool {
        self.get(from..to).replace('\r', "").contains("\n\n")
    }

    /// Begins a list under a key that has none.
    pub(super) fn begin_list(&self, group: &Node, key: &Segment, found: Option<&Node>, item: &NewItem) -> Splice {
        let Segment::Key(name) = key else { return Err(EditError::WrongKind) };
        if self.within_flow(group) {
            return Err(EditError::Layout);
        }
        let column = group.entries().first().map_or(0, |e| self.column(e.key_span.start));
        let block = format!("{}{}", self.eol, self.block(item, column + 2));
        let entry = group.entries().iter().find(|e| e.key == *name);
        let (Some(entry), Some(node)) = (entry, found) else {
            let (range, text) = self.insert_key(group, name, "")?;
            let gap = if self.blank_between(group.span.start, group.span.end) { self.eol } else { "" };
            return Ok((range, format!("{gap}{}{block}", text.trim_end_matches(' '))));
        };
        let colon = self.colon(entry)?;
        let rest = self.get(node.span.end.max(colon + 1)..self.line_end(node.span.end.max(colon + 1)));
        Ok((colon + 1..self.line_end(colon + 1), format!("{}{block}", rest.trim_end())))
    }

    fn block(&self, item: &NewItem, column: usize) -> String {
        let indent = " ".repeat(column);
        let pair = |(key, v): &(String, NewValue)| format!("{key}: {}", value(v, false));
        let lines: Vec<String> = item.0.iter().map(pair).collect();
        format!("{indent}- {}", lines.join(&format!("{}{indent}  ", self.eol)))
    }

    /// The dash before an item.
    fn dash(&self, item: &Node) -> Result<usize, EditError> {
        let before = self.get(0..item.span.start).trim_end();
        before.ends_with('-').then(|| before.len() - 1).ok_or(EditError::Layout)
    }

    /// What goes when the key or item goes.
    pub(super) fn removal(&self, parent: &Node, last: &Segment) -> Result<Range<usize>, EditError> {
        let spans: Vec<Range<usize>> = match &parent.value {
            Value::Map(entries) => {
                entries.iter().map(|e| e.key_span.start..self.after_colon(e, e.node.span.end)).collect()
            }
            _ if self.within_flow(parent) => parent.items().iter().map(|n| n.span.start..n.span.end).collect(),
            _ => parent.items().iter().map(|n| Ok(self.dash(n)?..n.span.end)).collect::<Result<_, EditError>>()?,
        };
        let position = match last {
            Segment::Index(index) => *index,
            Segment::Key(key) => parent.entries().iter().position(|e| e.key == *key).ok_or(EditError::NotFound)?,
        };
        let at = |p: usize| spans.get(p).cloned();
        let span = at(position).ok_or(EditError::NotFound)?;
        let (before, after) = (position.checked_sub(1).and_then(at), at(position + 1));
        if self.within_flow(parent) {
            return Ok(match (before, after) {
                (Some(before), _) => before.end..span.end,
                (None, Some(after)) => span.start..after.start,
                (None, None) => span,
            });
        }
        if before.is_none() && after.is_none() {
            // What is left would be nothing at all, which is another kind of value.
            return Err(EditError::Layout);
        }
        self.own_lines(&span)
    }

    /// The lines of `span` with the blank lines before them.
    fn own_lines(&self, span: &Range<usize>) -> Result<Range<usize>, EditError> {
        let start = self.line_start(span.start);
        if !self.get(start..span.start).trim().is_empty() {
            return Err(EditError::Layout);
        }
        let end = self.line_end(span.end);
        let kept = self.get(0..start).trim_end_matches([' ', '\t', '\r', '\n']).len();
        if kept == 0 {
            let rest = self.get(end..self.source.len());
            let eol = rest.len() - rest.trim_start_matches('\r').strip_prefix('\n').unwrap_or(rest).len();
            return Ok(start..end + eol);
        }
        Ok(self.line_end(kept)..end)
    }
}
