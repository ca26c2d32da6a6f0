//! A schema must take every file that `check` takes, and refuse what the tables refuse.

use std::collections::BTreeSet;
use std::path::Path;

use regex::Regex;
use serde_json::{Value, json};

use super::*;
use crate::yaml::{Kind, Node, Value as Yaml, parse};

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
    let look = Look { schema, root, value, at };
    let rules = schema.as_object().unwrap().iter();
    rules.flat_map(|(keyword, rule)| look.inside(keyword, rule).unwrap_or_else(|| look.itself(keyword, rule))).collect()
}

/// One value held against one schema.
struct Look<'a> {
    schema: &'a Value,
    root: &'a Value,
    value: &'a Value,
    at: &'a str,
}

impl Look<'_> {
    fn holds(&self, holds: bool, why: &str) -> Vec<String> {
        if holds { Vec::new() } else { vec![format!("{}: {why}", self.at)] }
    }

    fn below(&self, rule: &Value, value: &Value, name: &str) -> Vec<String> {
        refused(rule, self.root, value, &format!("{}.{name}", self.at))
    }

    /// Keywords about the value itself.
    fn itself(&self, keyword: &str, rule: &Value) -> Vec<String> {
        let again = |schema: &Value| refused(schema, self.root, self.value, self.at);
        match keyword {
            "$schema" | "title" | "description" | "format" | "$defs" | "then" | "else" => Vec::new(),
            "$ref" => again(&self.root["$defs"][rule.as_str().unwrap().rsplit('/').next().unwrap()]),
            "type" => {
                let one = rule.as_str().into_iter();
                let mut types = rule.as_array().into_iter().flatten().filter_map(Value::as_str).chain(one);
                self.holds(types.any(|t| is(self.value, t)), "another type")
            }
            "enum" => self.holds(rule.as_array().unwrap().contains(self.value), "another word"),
            "pattern" => {
                let pattern = Regex::new(rule.as_str().unwrap()).unwrap();
                self.holds(self.value.as_str().is_none_or(|text| pattern.is_match(text)), "another pattern")
            }
            "minimum" => {
                self.holds(self.value.as_f64().is_none_or(|number| number >= rule.as_f64().unwrap()), "too small")
            }
            "anyOf" => {
                let all: Vec<Vec<String>> = rule.as_array().unwrap().iter().map(again).collect();
                if all.iter().any(Vec::is_empty) { Vec::new() } else { all.concat() }
            }
            "if" => again(&self.schema[if again(rule).is_empty() { "then" } else { "else" }]),
            other => panic!("the test does not know the keyword {other}"),
        }
    }

    /// Keywords about what the value holds.
    fn inside(&self, keyword: &str, rule: &Value) -> Option<Vec<String>> {
        let members = || self.value.as_object().into_iter().flatten();
        let found: Vec<Vec<String>> = match keyword {
            "required" => {
                let keys = rule.as_array().unwrap().iter().filter_map(Value::as_str);
                let there = |key: &str| !self.value.is_object() || self.value.get(key).is_some();
                keys.map(|key| self.holds(there(key), key)).collect()
            }
            "properties" => members().filter_map(|(key, value)| Some(self.below(rule.get(key)?, value, key))).collect(),
            "additionalProperties" => members()
                .filter(|(key, _)| self.schema["properties"].get(key).is_none())
                .map(|(key, value)| match rule {
                    Value::Bool(open) => self.holds(*open, key),
                    rule => self.below(rule, value, key),
                })
                .collect(),
            "items" => {
                let items = self.value.as_array().into_iter().flatten().enumerate();
                items.map(|(n, item)| self.below(rule, item, &n.to_string())).collect()
            }
            _ => return None,
        };
        Some(found.concat())
    }
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

/// A value of a kind: of words the nth, of shapes as well.
fn sample(kind: &Kind, nth: usize) -> Value {
    match kind {
        Kind::Text | Kind::Id | Kind::Name | Kind::Any | Kind::Custom(_) => json!("een"),
        Kind::Date => json!("2026-01-01"),
        Kind::Whole => json!(1),
        Kind::Amount => json!("12.50"),
        Kind::Flag => json!(true),
        Kind::YesNo => json!("ja"),
        Kind::Duration => json!("1 week"),
        Kind::OneOf(words) => json!(words[nth % words.len()]),
        Kind::Sub(table) if table.name == "condition" => json!({"severity": "een"}),
        Kind::Sub(table) => group(table, nth),
        Kind::Each(kind) => json!({"een": sample(kind, nth)}),
        Kind::List(kind) | Kind::OneOrMany(kind) => json!([sample(kind, nth)]),
        Kind::Either(kinds) => sample(&kinds[nth % kinds.len()], nth),
    }
}

/// A group with every key that it may have.
fn group(table: &Table, nth: usize) -> Value {
    Value::Object(table.fields.iter().map(|f| (f.key.to_owned(), sample(&f.kind, nth))).collect())
}

/// A kind that was said with `as` must be one that the type can hold.
#[test]
fn what_the_tables_take_the_types_can_hold() {
    fn read<T: Group + serde::de::DeserializeOwned>(nth: usize) {
        let mut whole = group(T::TABLE, nth);
        // Figures are read by their own types.
        if let (Some(whole), "yearbook") = (whole.as_object_mut(), T::TABLE.name) {
            whole.remove("figures");
        }
        if let Err(error) = serde_json::from_value::<T>(whole.clone()) {
            panic!("{}: {error}: {whole:#}", T::TABLE.name);
        }
    }
    for nth in 0..20 {
        read::<Regulation>(nth);
        read::<People>(nth);
        read::<Yearbook>(nth);
        read::<Settings>(nth);
        read::<Words>(nth);
        read::<crate::intake::map::Map>(nth);
    }
}

/// What a key is for, a table says in a few words; how it is used, a page tells.
#[test]
fn every_key_stands_on_a_page() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs");
    let pages = ["model.md", "site.md", "statistics.md", "import.md"]
        .map(|page| std::fs::read_to_string(root.join(page)).unwrap());
    let part = |c: char| c.is_ascii_alphanumeric() || c == '_';
    let told: BTreeSet<&str> = pages.iter().flat_map(|page| page.split(|c| !part(c))).collect();
    let mut missing = Vec::new();
    for document in Document::ALL {
        let schema = document.schema(Lang::En);
        for (name, definition) in schema["$defs"].as_object().unwrap() {
            let keys = definition["properties"].as_object().unwrap().keys();
            missing.extend(keys.filter(|key| !told.contains(key.as_str())).map(|key| format!("{name}.{key}")));
        }
    }
    assert!(missing.is_empty(), "no page tells of {missing:?}");
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
