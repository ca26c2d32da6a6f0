//! Changes that a scenario makes to a YAML text, through the program's own precise edits.
//!
//! - `{set: "log[1].on", to: 2026-02-20}`: a value (a scalar, or a list of scalars)
//! - `{remove: "log[3]"}`
//! - `{append: log, item: {step: …}}`, `{insert: "log[3]", item: {…}}` (before that entry)
//! - `{replace: "old words", with: "new words"}`: in the text as such; the old words must be there

use std::fmt::Write;

use serde_json::Value;

/// Applies changes to the front matter (or the whole of a YAML file).
pub fn apply(text: &str, changes: &[Value]) -> String {
    changes.iter().fold(text.to_owned(), |text, change| one(&text, change))
}

fn one(text: &str, change: &Value) -> String {
    if let Some(old) = change.get("replace").and_then(Value::as_str) {
        assert!(text.contains(old), "nothing to replace: {old}");
        return text.replace(old, change["with"].as_str().unwrap_or_default());
    }
    let (head, body) = match text.strip_prefix("---\n") {
        Some(rest) => {
            let end = rest.find("\n---").unwrap() + 1;
            (rest[..end].to_owned(), Some(rest[end..].to_owned()))
        }
        None => (text.to_owned(), None),
    };
    let mut tree = tree_of(&head);
    edit(&mut tree, change);
    let head = written(&tree);
    match body {
        Some(body) => format!("---\n{head}{body}"),
        None => head,
    }
}

fn edit(tree: &mut Value, change: &Value) {
    let key = |k: &str| change.get(k).and_then(Value::as_str).map(str::to_owned);
    if let Some(route) = key("set") {
        *make(tree, &route) = change["to"].clone();
    } else if let Some(route) = key("remove") {
        remove(tree, &route);
    } else if let Some(route) = key("append") {
        let list = make(tree, &route);
        if list.is_null() {
            *list = Value::Array(Vec::new());
        }
        list.as_array_mut().unwrap_or_else(|| panic!("{route} is no list")).push(change["item"].clone());
    } else if let Some(route) = key("insert") {
        let (list, at) = route.rsplit_once('[').unwrap();
        let at: usize = at.trim_end_matches(']').parse().unwrap();
        make(tree, list).as_array_mut().unwrap().insert(at, change["item"].clone());
    } else {
        panic!("no such change: {change}");
    }
}

fn segments(route: &str) -> Vec<String> {
    route.replace('[', ".").replace(']', "").split('.').map(str::to_owned).collect()
}

/// The place that a route leads to, made where it is not there yet.
fn make<'a>(tree: &'a mut Value, route: &str) -> &'a mut Value {
    segments(route).into_iter().fold(tree, |node, segment| match segment.parse::<usize>() {
        Ok(at) if node.is_array() => node.get_mut(at).unwrap_or_else(|| panic!("{route}: nothing there")),
        _ => {
            if node.is_null() {
                *node = Value::Object(serde_json::Map::new());
            }
            node.as_object_mut().unwrap_or_else(|| panic!("{route}: no group")).entry(segment).or_insert(Value::Null)
        }
    })
}

fn remove(tree: &mut Value, route: &str) {
    let mut segments = segments(route);
    let last = segments.pop().unwrap();
    let node = if segments.is_empty() { tree } else { make(tree, &segments.join(".")) };
    match last.parse::<usize>() {
        Ok(at) if node.is_array() => drop(node.as_array_mut().unwrap().remove(at)),
        _ => drop(node.as_object_mut().unwrap().remove(&last).unwrap_or_else(|| panic!("{route}: nothing there"))),
    }
}

/// A YAML text as a tree of texts, in the order of the file.
pub fn tree_of(text: &str) -> Value {
    let (node, faults) = klacht::yaml::parse(text, 0);
    assert!(faults.iter().all(|f| f.severity() < klacht::diagnostics::Severity::Error), "{}", faults[0].message().en);
    value(&node.unwrap())
}

fn value(node: &klacht::yaml::Node) -> Value {
    use klacht::yaml::Value as Yaml;
    match &node.value {
        Yaml::Null => Value::Null,
        Yaml::Scalar { text, .. } => Value::String(text.clone()),
        Yaml::List(items) => Value::Array(items.iter().map(value).collect()),
        Yaml::Map(entries) => Value::Object(entries.iter().map(|e| (e.key.clone(), value(&e.node))).collect()),
    }
}

/// Written back as YAML of which every text is quoted where it must be: JSON's quotes are YAML's too.
fn written(tree: &Value) -> String {
    let mut out = String::new();
    for (key, value) in tree.as_object().unwrap() {
        match value {
            Value::Array(items) if items.iter().any(Value::is_object) => {
                let _ = writeln!(out, "{key}:");
                for item in items {
                    let _ = writeln!(out, "  - {}", flow(item));
                }
            }
            other => drop(writeln!(out, "{key}: {}", flow(other))),
        }
    }
    out
}

fn flow(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::Bool(flag) => flag.to_string(),
        Value::Number(number) => number.to_string(),
        Value::String(text) => {
            let plain = !text.is_empty() && text.bytes().all(|b| b.is_ascii_alphanumeric() || b"-_./".contains(&b));
            if plain && !text.starts_with('-') { text.clone() } else { serde_json::to_string(text).unwrap() }
        }
        Value::Array(items) => format!("[{}]", items.iter().map(flow).collect::<Vec<_>>().join(", ")),
        Value::Object(map) => {
            let pairs: Vec<String> =
                map.iter().filter(|(_, v)| !v.is_null()).map(|(k, v)| format!("{k}: {}", flow(v))).collect();
            format!("{{{}}}", pairs.join(", "))
        }
    }
}
