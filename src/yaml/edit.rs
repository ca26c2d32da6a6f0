//! Edits of a YAML text that change nothing but what they should: comments, order, quotes, indentation and line ends stay, byte for byte.
//!
//! Each edit is a splice at the places that the tree knows. Its result is read again and held against the tree that was wanted, so
//! that a wrong splice is an error and never a wrong file.

use std::fmt;

use super::fault::Fault;
use super::layout::{Layout, rendered};
use super::node::{Entry, Node, Value};
use super::parse::parse;
use super::route::{Route, Segment};
use crate::diagnostics::Severity;

/// A single value to write.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Scalar {
    /// A text, put in quotes where it needs them.
    Text(String),
    /// A whole number.
    Whole(u64),
    /// `true` or `false`.
    Flag(bool),
}

/// One value or a list of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NewValue {
    /// One value.
    One(Scalar),
    /// A list, written as `[a, b]`.
    Many(Vec<Scalar>),
}

/// A group to append to a list, such as an entry of the log: its keys in order.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct NewItem(pub Vec<(String, NewValue)>);

/// Why an edit was not made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EditError {
    /// The text has faults of its own.
    Unreadable,
    /// The route leads nowhere.
    NotFound,
    /// What stands there is of another kind: a group where a single value was to be set, no list to append to.
    WrongKind,
    /// The way it is laid out leaves no place for a careful edit.
    Layout,
}

impl fmt::Display for EditError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Unreadable => "the text has faults; put those right first",
            Self::NotFound => "there is no such key",
            Self::WrongKind => "a value of another kind stands there",
            Self::Layout => "the text is laid out in a way that only a person can edit",
        })
    }
}

impl std::error::Error for EditError {}

impl Scalar {
    /// The text that the value reads as.
    #[must_use]
    pub fn text(&self) -> String {
        match self {
            Self::Text(text) => text.clone(),
            Self::Whole(number) => number.to_string(),
            Self::Flag(flag) => flag.to_string(),
        }
    }
}

/// Sets the single value at `route`; its key is added to its group when it is not there.
pub fn set(source: &str, route: &Route, value: &Scalar) -> Result<String, EditError> {
    let root = sound(source)?;
    let (parent, last) = parent(&root, route)?;
    let layout = Layout::new(source);
    let written = rendered(value, layout.within_flow(parent));
    let (range, text) = match (lookup(parent, last), last) {
        (Some(node), _) => match &node.value {
            Value::List(_) | Value::Map(_) => return Err(EditError::WrongKind),
            _ => layout.replace(node, entry(parent, last), &written)?,
        },
        (None, Segment::Key(key)) => layout.insert_key(parent, key, &written)?,
        (None, Segment::Index(_)) => return Err(EditError::NotFound),
    };
    let mut wanted = root.clone();
    put(&mut wanted, route, scalar_node(value))?;
    settle(splice(source, range, &text), &wanted)
}

/// Appends `item` to the list at `route`, with a blank line before it where the list is laid out so. A list that is
/// empty or not there is begun.
pub fn append(source: &str, route: &Route, item: &NewItem) -> Result<String, EditError> {
    if item.0.is_empty() {
        return Err(EditError::WrongKind);
    }
    let root = sound(source)?;
    let (parent, last) = parent(&root, route)?;
    let layout = Layout::new(source);
    let found = lookup(parent, last);
    let (range, text) = match found.map(|n| &n.value) {
        Some(Value::List(items)) if !items.is_empty() => {
            layout.append(found.ok_or(EditError::NotFound)?, items, item)?
        }
        Some(Value::Scalar { .. } | Value::Map(_)) => return Err(EditError::WrongKind),
        _ => layout.begin_list(parent, last, found, item)?,
    };
    let mut wanted = root.clone();
    let mut items = found.map(|n| n.items().to_vec()).unwrap_or_default();
    items.push(item_node(item));
    put(&mut wanted, route, Node { span: root.span, value: Value::List(items) })?;
    settle(splice(source, range, &text), &wanted)
}

/// Appends a group of any depth to the list under `key` at the top of the file; the list is begun when it is not there.
pub fn append_group(source: &str, key: &str, group: &serde_json::Value) -> Result<String, EditError> {
    let root = sound(source)?;
    let lines = super::write::item(group);
    let added = sound(&format!("{}\n", lines.join("\n")))?.items().to_vec();
    let layout = Layout::new(source);
    let found = root.get(key);
    let (range, text) = match found.map(|n| &n.value) {
        Some(Value::List(items)) if !items.is_empty() => layout.append_lines(items, &lines)?,
        None => layout.begin_lines(&root, key, &lines)?,
        Some(_) => return Err(EditError::WrongKind),
    };
    let mut wanted = root.clone();
    let items = [found.map(|n| n.items().to_vec()).unwrap_or_default(), added].concat();
    let list = Node { span: root.span, value: Value::List(items) };
    put(&mut wanted, &Route::root().key(key), list)?;
    settle(splice(source, range, &text), &wanted)
}

/// Removes the key or list item at `route` with the lines that are its own, and the blank lines before it.
pub fn remove(source: &str, route: &Route) -> Result<String, EditError> {
    let root = sound(source)?;
    let (parent, last) = parent(&root, route)?;
    lookup(parent, last).ok_or(EditError::NotFound)?;
    let range = Layout::new(source).removal(parent, last)?;
    let mut wanted = root.clone();
    take(&mut wanted, route)?;
    settle(splice(source, range, ""), &wanted)
}

pub(super) fn sound(source: &str) -> Result<Node, EditError> {
    let (node, faults) = parse(source, 0);
    let grave = |f: &Fault| f.severity() == Severity::Error;
    node.filter(|_| !faults.iter().any(grave)).ok_or(EditError::Unreadable)
}

pub(super) fn parent<'a>(root: &'a Node, route: &'a Route) -> Result<(&'a Node, &'a Segment), EditError> {
    let (last, way) = route.0.split_last().ok_or(EditError::NotFound)?;
    let parent = way.iter().try_fold(root, lookup).ok_or(EditError::NotFound)?;
    match (&parent.value, last) {
        (Value::Map(_), Segment::Key(_)) | (Value::List(_), Segment::Index(_)) => Ok((parent, last)),
        _ => Err(EditError::NotFound),
    }
}

pub(super) fn lookup<'a>(node: &'a Node, segment: &Segment) -> Option<&'a Node> {
    match segment {
        Segment::Key(key) => node.get(key),
        Segment::Index(index) => node.items().get(*index),
    }
}

fn entry<'a>(parent: &'a Node, segment: &Segment) -> Option<&'a Entry> {
    match segment {
        Segment::Key(key) => parent.entries().iter().find(|e| e.key == *key),
        Segment::Index(_) => None,
    }
}

pub(super) fn splice(source: &str, range: std::ops::Range<usize>, text: &str) -> Option<String> {
    Some([source.get(..range.start)?, text, source.get(range.end..)?].concat())
}

/// The edited text, when it reads as what was wanted and as nothing else.
pub(super) fn settle(edited: Option<String>, wanted: &Node) -> Result<String, EditError> {
    let edited = edited.ok_or(EditError::Layout)?;
    match sound(&edited) {
        Ok(node) if same(&node, wanted) => Ok(edited),
        _ => Err(EditError::Layout),
    }
}

/// Equal but for places and quotes.
fn same(a: &Node, b: &Node) -> bool {
    match (&a.value, &b.value) {
        (Value::Null, Value::Null) => true,
        (Value::Scalar { text: a, .. }, Value::Scalar { text: b, .. }) => a == b,
        (Value::List(a), Value::List(b)) => a.len() == b.len() && a.iter().zip(b).all(|(a, b)| same(a, b)),
        (Value::Map(a), Value::Map(b)) => {
            a.len() == b.len() && a.iter().zip(b).all(|(a, b)| a.key == b.key && same(&a.node, &b.node))
        }
        _ => false,
    }
}

pub(super) fn scalar_node(value: &Scalar) -> Node {
    let plain = !matches!(value, Scalar::Text(_));
    Node { span: super::Span::default(), value: Value::Scalar { text: value.text(), plain } }
}

fn item_node(item: &NewItem) -> Node {
    let span = super::Span::default();
    let entry = |(key, value): &(String, NewValue)| {
        let node = match value {
            NewValue::One(scalar) => scalar_node(scalar),
            NewValue::Many(scalars) => Node { span, value: Value::List(scalars.iter().map(scalar_node).collect()) },
        };
        Entry { key: key.clone(), key_span: span, node }
    };
    Node { span, value: Value::Map(item.0.iter().map(entry).collect()) }
}

fn reach<'a>(root: &'a mut Node, way: &[Segment]) -> Option<&'a mut Node> {
    way.iter().try_fold(root, |node, segment| match (&mut node.value, segment) {
        (Value::Map(entries), Segment::Key(key)) => entries.iter_mut().find(|e| e.key == *key).map(|e| &mut e.node),
        (Value::List(items), Segment::Index(index)) => items.get_mut(*index),
        _ => None,
    })
}

pub(super) fn put(root: &mut Node, route: &Route, node: Node) -> Result<(), EditError> {
    let (last, way) = route.0.split_last().ok_or(EditError::NotFound)?;
    let parent = reach(root, way).ok_or(EditError::NotFound)?;
    if let Some(place) = reach(parent, std::slice::from_ref(last)) {
        *place = node;
    } else if let (Value::Map(entries), Segment::Key(key)) = (&mut parent.value, last) {
        entries.push(Entry { key: key.clone(), key_span: node.span, node });
    }
    Ok(())
}

fn take(root: &mut Node, route: &Route) -> Result<(), EditError> {
    let (last, way) = route.0.split_last().ok_or(EditError::NotFound)?;
    let parent = reach(root, way).ok_or(EditError::NotFound)?;
    match (&mut parent.value, last) {
        (Value::Map(entries), Segment::Key(key)) => entries.retain(|e| e.key != *key),
        (Value::List(items), Segment::Index(index)) if *index < items.len() => {
            items.remove(*index);
        }
        _ => return Err(EditError::NotFound),
    }
    Ok(())
}
