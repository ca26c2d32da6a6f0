//! The regulations of this register give no errors.

use std::fs;
use std::path::{Path, PathBuf};

use chrono::NaiveDate;

use super::super::{English, Explorable, Subject, judge_all};
use crate::diagnostics::Severity;
use crate::regulation::{Precedence, Regulation, UnreadText, Version, read_people, read_words};
use crate::yaml::{FaultKind, Group, Node, Route, Segment, Value};

/// Takes out what a fault is about, so that what this program cannot read yet does not hide all the rest.
fn without(node: &mut Node, route: &[Segment], known: bool) {
    match (route, &mut node.value) {
        ([Segment::Key(key)], Value::Map(entries)) => {
            // A list where one word was wanted loses all but the first.
            let first = |e: &&mut crate::yaml::Entry| known && e.key == *key && !e.node.items().is_empty();
            match entries.iter_mut().find(first) {
                Some(entry) => entry.node = entry.node.items()[0].clone(),
                None => entries.retain(|e| e.key != *key),
            }
        }
        ([Segment::Key(key), rest @ ..], Value::Map(entries)) => {
            if let Some(entry) = entries.iter_mut().find(|e| e.key == *key) {
                without(&mut entry.node, rest, known);
            }
        }
        ([Segment::Index(_)], Value::List(items)) => items.clear(),
        ([Segment::Index(index), rest @ ..], Value::List(items)) => {
            if let Some(item) = items.get_mut(*index) {
                without(item, rest, known);
            }
        }
        _ => {}
    }
}

fn read(source: &str) -> (Regulation, Node) {
    let (tree, mut faults) = crate::yaml::parse(source, 0);
    let tree = tree.unwrap();
    let mut known = tree.clone();
    crate::yaml::check(&known.clone(), Regulation::TABLE, &mut faults);
    for fault in &faults {
        let is_known = !matches!(fault.kind, FaultKind::UnknownKey { .. });
        without(&mut known, &fault.route.0, is_known);
    }
    let mut value = crate::yaml::to_json(&known, Regulation::TABLE);
    if let Some(blocks) = value.as_object_mut() {
        blocks.entry("topics").or_insert_with(|| serde_json::json!({"list": []}));
    }
    let regulation = serde_json::from_value(value).unwrap();
    (regulation, tree)
}

fn folders() -> Vec<PathBuf> {
    let policy = Path::new(env!("CARGO_MANIFEST_DIR")).join("policy");
    let under = |path: &Path| fs::read_dir(path).unwrap().map(|e| e.unwrap().path()).filter(|p| p.is_dir());
    let mut all: Vec<PathBuf> = under(&policy).flat_map(|p| under(&p).collect::<Vec<_>>()).collect();
    all.sort();
    all
}

/// What is said of one version: severity, code, place, message.
fn said_of(folder: &Path) -> Vec<(Severity, String)> {
    let source = fs::read_to_string(folder.join("regulation.yaml")).unwrap();
    let words = fs::read_to_string(folder.join("text.nl.md")).unwrap();
    let people = read_people(&fs::read_to_string(folder.parent().unwrap().join("people.yaml")).unwrap()).value;
    let (regulation, tree) = read(&source);
    let version = Version {
        english: None,
        id: folder.parent().unwrap().file_name().unwrap().to_string_lossy().into_owned(),
        path: "regulation.yaml".to_owned(),
        precedence: Precedence::of(&regulation),
        text: UnreadText::new(&words),
        source,
        regulation,
        tree,
    };
    let date = folder.file_name().unwrap().to_string_lossy().parse::<NaiveDate>().ok();
    let english = fs::read_to_string(folder.join("text.en.md")).ok();
    let names = fs::read_to_string(folder.join("words.en.yaml")).ok().and_then(|n| read_words(&n).tree);
    let subject = Subject {
        version: &version,
        people: people.as_ref(),
        folder_date: date,
        text_source: &words,
        english: English { text: english.as_deref(), words: names.as_ref() },
        today: None,
        workflow: Explorable::default(),
    };
    let line = |(rule, remark): (&super::super::Rule, super::super::Remark)| {
        let place = match remark.place {
            super::super::Place::Rule(route) => format!("{route}"),
            super::super::Place::Text(span) => format!("text {}", span.start),
            super::super::Place::People(route) => format!("people {route}"),
            super::super::Place::English(span) => format!("english {}", span.start),
            super::super::Place::Words(route) => format!("words {route}"),
        };
        (
            remark.said.severity.unwrap_or(rule.severity),
            format!("{} {place}: {} | {}", rule.code, remark.said.message.en, remark.said.remedy.en),
        )
    };
    judge_all(&subject).into_iter().map(line).collect()
}

#[test]
fn the_regulations_of_this_register_give_no_errors() {
    let folders = folders();
    assert!(folders.len() >= 4, "the register's own regulations were not found");
    let mut errors = Vec::new();
    for folder in folders {
        let name = folder.strip_prefix(env!("CARGO_MANIFEST_DIR")).unwrap().display().to_string();
        for (severity, line) in said_of(&folder) {
            println!("{name} {} {line}", severity.word());
            if severity == Severity::Error {
                errors.push(format!("{name}: {line}"));
            }
        }
    }
    assert!(errors.is_empty(), "{errors:#?}");
}

#[test]
fn what_cannot_be_read_is_taken_out_alone() {
    let folder = folders().remove(0);
    let source = fs::read_to_string(folder.join("regulation.yaml")).unwrap();
    let (regulation, tree) = read(&source);
    assert!(regulation.steps.len() > 5);
    assert!(Route::root().key("steps").index(0).find(&tree).is_some());
}
