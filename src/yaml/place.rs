//! Edits of lists of single values, and keys put where they belong in the order of a file.

use super::edit::{EditError, Scalar, lookup, parent, put, scalar_node, settle, sound, splice};
use super::layout::{Layout, rendered};
use super::node::{Entry, Node, Value};
use super::route::Route;
use super::write;

/// Appends `value` to the list at `route`. A single value that stands there becomes the first of a list.
pub fn append_value(source: &str, route: &Route, value: &Scalar) -> Result<String, EditError> {
    let root = sound(source)?;
    let (parent, last) = parent(&root, route)?;
    let layout = Layout::new(source);
    let found = lookup(parent, last).ok_or(EditError::NotFound)?;
    let (range, text) = match &found.value {
        Value::List(items) if items.is_empty() => {
            (found.span.start..found.span.end, format!("[{}]", rendered(value, true)))
        }
        Value::List(items) if layout.within_flow(found) => {
            let end = items.last().map_or(found.span.start + 1, |item| item.span.end);
            (end..end, format!(", {}", rendered(value, true)))
        }
        Value::List(items) => layout.append_lines(items, &[format!("- {}", rendered(value, false))])?,
        Value::Scalar { .. } => {
            let was = source.get(found.span.start..found.span.end).ok_or(EditError::Layout)?;
            (found.span.start..found.span.end, format!("[{was}, {}]", rendered(value, true)))
        }
        Value::Null | Value::Map(_) => return Err(EditError::WrongKind),
    };
    let mut items = match &found.value {
        Value::List(items) => items.clone(),
        _ => vec![found.clone()],
    };
    items.push(scalar_node(value));
    let mut wanted = root.clone();
    put(&mut wanted, route, Node { span: root.span, value: Value::List(items) })?;
    settle(splice(source, range, &text), &wanted)
}

/// Puts a key that is not there yet at the top of the file: before the first of `followers` that is there, and the comment above
/// it, or else at the end. Groups that stand apart stay apart.
pub fn place(source: &str, key: &str, value: &serde_json::Value, followers: &[&str]) -> Result<String, EditError> {
    let root = sound(source)?;
    if root.get(key).is_some() {
        return Err(EditError::WrongKind);
    }
    let layout = Layout::new(source);
    let lines = write::pair(key, value);
    let added = sound(&format!("{}\n", lines.join("\n")))?.entries().to_vec();
    let at = root.entries().iter().position(|entry| followers.contains(&entry.key.as_str()));
    let (range, text) = layout.paragraph(&root, at, &lines)?;
    let mut wanted = root.clone();
    if let Value::Map(entries) = &mut wanted.value {
        let at = at.unwrap_or(entries.len());
        entries.splice(at..at, added.into_iter().map(|entry| Entry { key: key.to_owned(), ..entry }));
    }
    settle(splice(source, range, &text), &wanted)
}
