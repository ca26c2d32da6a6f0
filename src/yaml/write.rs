//! Values written as YAML: one layout for one value, so that the same value gives the same bytes.

use serde_json::Value;

use super::edit::Scalar;
use super::layout::rendered;

/// The lines of a value: groups in blocks, lists of single values in brackets.
#[must_use]
pub fn lines(value: &Value) -> Vec<String> {
    match value {
        Value::Object(map) => map.iter().filter(|(_, v)| !v.is_null()).flat_map(|(key, v)| pair(key, v)).collect(),
        Value::Array(items) if !is_short(value) => items.iter().flat_map(item).collect(),
        other => vec![inline(other, false)],
    }
}

/// The lines of a list item: its dash first.
#[must_use]
pub fn item(value: &Value) -> Vec<String> {
    let indented = |(nth, line): (usize, String)| format!("{}{line}", if nth == 0 { "- " } else { "  " });
    lines(value).into_iter().enumerate().map(indented).collect()
}

/// The lines of a key with its value.
#[must_use]
pub fn pair(key: &str, value: &Value) -> Vec<String> {
    let key = rendered(&Scalar::Text(key.to_owned()), true);
    if is_short(value) {
        return vec![format!("{key}: {}", inline(value, false))];
    }
    let below = lines(value).into_iter().map(|line| format!("  {line}"));
    [format!("{key}:")].into_iter().chain(below).collect()
}

fn is_single(value: &Value) -> bool {
    !matches!(value, Value::Object(_) | Value::Array(_))
}

/// Whether a value fits behind its key.
fn is_short(value: &Value) -> bool {
    match value {
        Value::Array(items) => items.iter().all(is_single),
        Value::Object(map) => map.is_empty(),
        _ => true,
    }
}

fn inline(value: &Value, flow: bool) -> String {
    match value {
        Value::Null => "null".to_owned(),
        Value::Bool(flag) => flag.to_string(),
        Value::Number(number) => number.to_string(),
        Value::String(text) => rendered(&Scalar::Text(text.clone()), flow),
        Value::Array(items) => format!("[{}]", items.iter().map(|i| inline(i, true)).collect::<Vec<_>>().join(", ")),
        // A group in one line is an empty one.
        Value::Object(_) => "{}".to_owned(),
    }
}
