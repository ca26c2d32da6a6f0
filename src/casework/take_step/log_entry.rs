//! An entry of the log, put together in the order of the file format and appended without touching another byte.

use std::collections::BTreeMap;

use crate::case::LogEntry;
use crate::regulation::Ask;
use crate::yaml::{EditError, Group, NewItem, NewValue, Route, Scalar, append};

/// The entry of a step that asks these data, from its values by key: first the keys of every entry in the order of the table, then what the step
/// asks in the order of the regulation, then the rest. A key with several values becomes a list.
#[must_use]
pub fn entry_of(asks: &[Ask], values: &BTreeMap<String, Vec<String>>) -> NewItem {
    let mut keys: Vec<&str> = LogEntry::TABLE.keys().filter(|key| !matches!(*key, "note" | "reason")).collect();
    keys.extend(asks.iter().map(|a| a.key.as_str()));
    keys.extend(["reason", "note"]);
    let known: Vec<&str> = keys.clone();
    keys.extend(values.keys().map(String::as_str).filter(|key| !known.contains(key)));
    let mut told = std::collections::BTreeSet::new();
    let pairs = keys.into_iter().filter(|key| told.insert(*key)).filter_map(|key| {
        let texts = values.get(key).filter(|v| !v.is_empty())?;
        let scalar = |text: &String| match text.as_str() {
            "true" if key == "offered" => Scalar::Flag(true),
            _ => Scalar::Text(text.clone()),
        };
        let value = match texts.as_slice() {
            [one] if key != "to" && key != "cc" && key != "parts" => NewValue::One(scalar(one)),
            many => NewValue::Many(many.iter().map(scalar).collect()),
        };
        Some((key.to_owned(), value))
    });
    NewItem(pairs.collect())
}

/// The file with the entry at the end of its log; every other byte stays. The front matter is edited, the body is kept.
pub fn appended(source: &str, entry: &NewItem) -> Result<String, EditError> {
    in_front_matter(source, |front| append(front, &Route::root().key("log"), entry))
}

/// Applies an edit to the front matter of a case file.
pub(crate) fn in_front_matter(
    source: &str,
    edit: impl FnOnce(&str) -> Result<String, EditError>,
) -> Result<String, EditError> {
    let (front, _) = crate::case::split(source);
    let front = front.ok_or(EditError::Unreadable)?;
    let (start, end) = (front.data.start, front.data.end);
    let edited = edit(source.get(start..end).ok_or(EditError::Unreadable)?)?;
    let (before, after) = (source.get(..start).unwrap_or_default(), source.get(end..).unwrap_or_default());
    Ok(format!("{before}{edited}{after}"))
}
