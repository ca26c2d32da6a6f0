//! A checked tree as JSON, by its table: so that typed structs read it with serde.

use serde_json::{Map, Number, Value as Json};

use super::node::{Entry, Node, Value};
use super::table::{Kind, Table};

/// `node` as JSON. A text stays a text even if it looks like a number; [`Kind::Whole`] becomes a number, [`Kind::Flag`] a
/// boolean, [`Kind::OneOrMany`] always a list. In [`Kind::Any`], [`Kind::Custom`] and under unknown keys, words without quotes that
/// are `true`, `false` or whole numbers become what they look like.
#[must_use]
pub fn to_json(node: &Node, table: &'static Table) -> Json {
    match &node.value {
        Value::Map(entries) => group(entries, |e| match table.field(&e.key) {
            Some(field) => value(&e.node, &field.kind),
            None => any(&e.node),
        }),
        _ => any(node),
    }
}

fn group(entries: &[Entry], convert: impl Fn(&Entry) -> Json) -> Json {
    let mut map = Map::new();
    for entry in entries {
        // Of equal keys the first counts, as in the tree.
        if !map.contains_key(&entry.key) {
            map.insert(entry.key.clone(), convert(entry));
        }
    }
    Json::Object(map)
}

fn value(node: &Node, kind: &Kind) -> Json {
    match (kind, &node.value) {
        (Kind::Any | Kind::Custom(_), _) => any(node),
        (_, Value::Null) => Json::Null,
        (Kind::Sub(table), _) => to_json(node, table),
        (Kind::Each(kind), Value::Map(entries)) => group(entries, |e| value(&e.node, kind)),
        (Kind::List(kind) | Kind::OneOrMany(kind), Value::List(items)) => {
            Json::Array(items.iter().map(|item| value(item, kind)).collect())
        }
        (Kind::OneOrMany(kind), _) => Json::Array(vec![value(node, kind)]),
        (Kind::Either(kinds), _) => match kinds.iter().find(|k| super::check::fits(node, k)) {
            Some(kind) => value(node, kind),
            None => any(node),
        },
        (Kind::Whole | Kind::Flag, _) => any(node),
        (_, Value::Scalar { text, .. }) => Json::String(text.clone()),
        _ => any(node),
    }
}

fn any(node: &Node) -> Json {
    match &node.value {
        Value::Null => Json::Null,
        Value::Scalar { text, plain } => word(text, *plain),
        Value::List(items) => Json::Array(items.iter().map(any).collect()),
        Value::Map(entries) => group(entries, |e| any(&e.node)),
    }
}

fn word(text: &str, plain: bool) -> Json {
    match text {
        "true" if plain => Json::Bool(true),
        "false" if plain => Json::Bool(false),
        // A leading zero or plus is part of a number somebody wrote down, not of a count.
        _ => match text.parse::<i64>() {
            Ok(number) if plain && number.to_string() == text => Json::Number(Number::from(number)),
            _ => Json::String(text.to_owned()),
        },
    }
}
