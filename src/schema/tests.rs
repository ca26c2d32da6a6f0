//! A schema must take every file that `check` takes, and refuse what the tables refuse.

use std::path::Path;

use regex::Regex;
use serde_json::{Value, json};

use super::*;
use crate::yaml::{Node, Value as Yaml, parse};

/// A file as a reader of YAML 1.2 sees it: words without quotes become what they look like.
fn seen(node: &Node) -> Value {
    match &node.value {
        Yaml::Null => Value::Null,
        Yaml::List(items) => items.iter().map(seen).collect(),
        Yaml::Map(entries) => {
            entries.iter().map(|e| (e.key.clone(), seen(&e.node))).collect::<serde_json::Map<_, _>>().into()
        }
        Yaml::Scalar { text, plain: false } => json!(text),
        Yaml::Scalar { text, plain: true } => match text.as_str() {
            "true" => json!(true),
            "false" => json!(false),
            _ => text
                .parse::<i64>()
                .map(|n| json!(n))
                .or_else(|_| text.parse::<f64>().map(|n| json!(n)))
                .unwrap_or(json!(text)),
        },
    }
}

/// As much of a validator as these schemas use; a keyword that it does not know stops the test.
fn refused(schema: &Value, root: &Value, value: &Value, at: &str) -> Vec<String> {
    let mut found = Vec::new();
    let no = |why: &str| vec![format!("{at}: {why}")];
    for (keyword, rule) in schema.as_object().unwrap() {
        found.extend(match keyword.as_str() {
            "$schema" | "title" | "description" | "format" | "$defs" | "then" | "else" => Vec::new(),
            "$ref" => refused(&root["$defs"][rule.as_str().unwrap().rsplit('/').next().unwrap()], root, value, at),
            "type" => {
                let types: Vec<&str> = rule
                    .as_array()
                    .map_or_else(|| vec![rule.as_str().unwrap()], |l| l.iter().map(|t| t.as_str().unwrap()).collect());
                if types.iter().any(|t| is(value, t)) { Vec::new() } else { no("another type") }
            }
            "enum" => {
                if rule.as_array().unwrap().contains(value) {
                    Vec::new()
                } else {
                    no("another word")
                }
            }
            "pattern" => match value.as_str() {
                Some(text) if !Regex::new(rule.as_str().unwrap()).unwrap().is_match(text) => no("another pattern"),
                _ => Vec::new(),
            },
            "minimum" => {
                if value.as_f64().is_some_and(|n| n < rule.as_f64().unwrap()) {
                    no("too small")
                } else {
                    Vec::new()
                }
            }
            "required" => rule
                .as_array()
                .unwrap()
                .iter()
                .filter(|k| value.is_object() && value.get(k.as_str().unwrap()).is_none())
                .flat_map(|k| no(&format!("lacks {k}")))
                .collect(),
            "properties" => rule
                .as_object()
                .unwrap()
                .iter()
                .filter_map(|(key, rule)| Some(refused(rule, root, value.get(key)?, &format!("{at}.{key}"))))
                .flatten()
                .collect(),
            "additionalProperties" => {
                let known = |key: &str| schema["properties"].get(key).is_some();
                let others = value.as_object().into_iter().flatten().filter(|(key, _)| !known(key));
                others
                    .flat_map(|(key, value)| match rule {
                        Value::Bool(true) => Vec::new(),
                        Value::Bool(false) => no(&format!("unknown key {key}")),
                        rule => refused(rule, root, value, &format!("{at}.{key}")),
                    })
                    .collect()
            }
            "items" => value
                .as_array()
                .into_iter()
                .flatten()
                .enumerate()
                .flat_map(|(n, item)| refused(rule, root, item, &format!("{at}[{n}]")))
                .collect(),
            "anyOf" => {
                let all: Vec<Vec<String>> =
                    rule.as_array().unwrap().iter().map(|s| refused(s, root, value, at)).collect();
                if all.iter().any(Vec::is_empty) { Vec::new() } else { all.concat() }
            }
            "if" => {
                let branch = if refused(rule, root, value, at).is_empty() { "then" } else { "else" };
                refused(&schema[branch], root, value, at)
            }
            other => panic!("the test does not know the keyword {other}"),
        });
    }
    found
}

fn is(value: &Value, kind: &str) -> bool {
    match kind {
        "object" => value.is_object(),
        "array" => value.is_array(),
        "string" => value.is_string(),
        "boolean" => value.is_boolean(),
        "number" => value.is_number(),
        "integer" => value.is_i64() || value.is_u64(),
        other => panic!("the test does not know the type {other}"),
    }
}

fn judged(document: Document, source: &str) -> Vec<String> {
    let source = match document {
        Document::Case => source.get(crate::case::split(source).0.unwrap().data).unwrap().to_owned(),
        _ => source.to_owned(),
    };
    let schema = document.schema(Lang::En);
    refused(&schema, &schema, &seen(&parse(&source, 0).0.unwrap()), "")
}

#[test]
fn every_bundled_file_is_accepted() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut judged_of = [0; 6];
    let files = ["policy", "cases", "klacht.yaml"].iter().flat_map(|f| walkdir::WalkDir::new(root.join(f)));
    for entry in files.map(Result::unwrap).filter(|e| e.file_type().is_file()) {
        let name = entry.file_name().to_str().unwrap();
        let document = match name {
            "regulation.yaml" => Document::Regulation,
            "people.yaml" => Document::People,
            "yearbook.yaml" => Document::Yearbook,
            "klacht.yaml" => Document::Settings,
            "words.en.yaml" => Document::Words,
            _ if name.starts_with('K') => Document::Case,
            _ => continue,
        };
        let found = judged(document, &std::fs::read_to_string(entry.path()).unwrap());
        assert!(found.is_empty(), "{}: {found:?}", entry.path().display());
        judged_of[Document::ALL.iter().position(|d| *d == document).unwrap()] += 1;
    }
    assert!(judged_of.iter().all(|n| *n > 0), "each schema was tried: {judged_of:?}");
}

#[test]
fn what_the_tables_refuse_the_schema_refuses() {
    let case = "---\nid: K25-0000A7\nreceived: 2025-03-03\nintake: {channel: e-mail}\nlog: []\n---\n";
    assert_eq!(judged(Document::Case, case), Vec::<String>::new());
    for (was, becomes) in [
        ("received: 2025-03-03", "received: 3-3-2025"),
        ("received: 2025-03-03", "recieved: 2025-03-03"),
        ("received: 2025-03-03\n", ""),
        ("{channel: e-mail}", "{channel: E-Mail}"),
        ("{channel: e-mail}", "e-mail"),
        ("log: []", "log: geen"),
        ("log: []", "log: [{step: gehoord}]"),
        ("log: []", "log: []\ndestroyed: {on: 2026-01-01, by: m1}"),
        ("log: []", "log: [{step: gehoord, on: 2025-03-04, offered: ja}]"),
        ("log: []", "log: []\nparties: [{key: p1, as: klager}]"),
    ] {
        let wrong = case.replacen(was, becomes, 1);
        let faults = crate::case::read(&wrong).2;
        assert!(!faults.is_empty(), "{becomes} is wrong by the table");
        assert!(!judged(Document::Case, &wrong).is_empty(), "{becomes} is wrong by the schema");
    }
    let stub = "---\nid: K25-0000A7\ndestroyed: {on: 2026-01-01, by: m1}\n---\n";
    assert_eq!(judged(Document::Case, stub), Vec::<String>::new());
    let people =
        "schema: klacht.people/1\npersons: [{key: m1, roles: [{role: lid, from: 2024-01-01, deputy: 'ja'}]}]\n";
    assert_eq!(judged(Document::People, people).len(), 1);
}

#[test]
fn every_key_is_described_in_both_languages() {
    for document in Document::ALL {
        let [nl, en] = Lang::ALL.map(|lang| document.schema(lang));
        assert_ne!(nl["title"], en["title"]);
        for (name, definition) in en["$defs"].as_object().unwrap() {
            for (key, field) in definition["properties"].as_object().unwrap() {
                let dutch = &nl["$defs"][name]["properties"][key];
                assert!(field["description"].is_string() && dutch["description"].is_string(), "{name}.{key}");
            }
        }
    }
}
