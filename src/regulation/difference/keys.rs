//! Every key that a regulation may have is changed once, and taken away once: the comparison must tell of it. The keys come
//! from the table by which files are read, so that a new one cannot be forgotten.

use serde_json::{Map, Value, json};

use super::differences;
use crate::diagnostics::Lang;
use crate::regulation::Regulation;
use crate::yaml::{Group, Kind, Need, Table};

/// Keys that are not told wherever they stand, and why not.
const NOWHERE: &[(&str, &str)] = &[
    ("quote", "words of the text, which stands beside the data"),
    ("note", "for the reader of the file"),
    ("verified_on", "when somebody looked, not what is promised"),
];

/// Keys that are not told at one place, and why not.
const NOT_HERE: &[(&str, &str)] = &[
    ("schema", "it has one value"),
    ("valid_from", "it names the versions that are compared"),
    ("updated", "when somebody looked, not what is promised"),
    ("statements.id", "a sentence is its words; the id is for the file"),
    ("roles.words", "other words of the text for the same role"),
];

/// One change: where it is, and the regulation with it.
struct Change {
    place: String,
    what: &'static str,
    becomes: Value,
}

fn condition(severity: &str) -> Value {
    json!({"severity": severity})
}

/// A value of a kind: the first, or another one; nothing when there is no other.
fn sample(kind: &Kind, other: bool) -> Option<Value> {
    let pick = |one: Value, two: Value| Some(if other { two } else { one });
    match kind {
        Kind::Text | Kind::Id | Kind::Name => pick(json!("een"), json!("ander")),
        Kind::Date => pick(json!("2026-01-01"), json!("2026-01-02")),
        Kind::Whole => pick(json!(1), json!(2)),
        Kind::Amount => pick(json!("1"), json!("2")),
        Kind::Flag => pick(json!(true), json!(false)),
        Kind::Duration => pick(json!("1 week"), json!("2 weeks")),
        Kind::OneOf(words) => words.get(usize::from(other)).map(|word| json!(word)),
        // All words there are, or all but the first.
        Kind::OneOrMany(Kind::OneOf(words)) => Some(json!(&words[usize::from(other)..])),
        Kind::OneOrMany(kind) | Kind::List(kind) => Some(json!([sample(kind, other)?])),
        Kind::Either(kinds) => kinds.get(usize::from(other)).and_then(|kind| sample(kind, false)),
        Kind::Sub(table) if table.name == "condition" => pick(condition("een"), condition("ander")),
        Kind::Sub(table) => (!other).then(|| group(table)),
        Kind::YesNo | Kind::Each(_) | Kind::Any | Kind::Custom(_) => {
            panic!("a regulation has a new kind of value, which this test must learn")
        }
    }
}

/// A group with every key that it may have.
fn group(table: &Table) -> Value {
    let all = table.fields.iter().map(|field| (field.key.to_owned(), sample(&field.kind, false).unwrap()));
    Value::Object(all.collect::<Map<_, _>>())
}

/// The table below a kind, and whether it is of the items of a list.
fn below(kind: &Kind) -> Option<(&'static Table, bool)> {
    match kind {
        Kind::Sub(table) if table.name != "condition" => Some((table, false)),
        Kind::List(Kind::Sub(table)) => Some((table, true)),
        Kind::Either([first, ..]) => below(first),
        _ => None,
    }
}

/// Every change of every key of a group that stands at `pointer` in the whole.
fn changes(whole: &Value, table: &Table, pointer: &str, path: &str, all: &mut Vec<Change>) {
    for field in table.fields {
        let place = format!("{path}{}", field.key);
        let with = |value: Option<Value>| {
            let mut new = whole.clone();
            let group = new.pointer_mut(pointer).and_then(Value::as_object_mut).unwrap();
            match value {
                Some(value) => group.insert(field.key.to_owned(), value),
                None => group.remove(field.key),
            };
            new
        };
        if let Some(other) = sample(&field.kind, true) {
            all.push(Change { place: place.clone(), what: "changed", becomes: with(Some(other)) });
        }
        if field.need == Need::Optional {
            all.push(Change { place: place.clone(), what: "taken away", becomes: with(None) });
        }
        if let Some((inner, listed)) = below(&field.kind) {
            if listed {
                let none = with(Some(json!([])));
                all.push(Change { place: place.clone(), what: "emptied", becomes: none });
            }
            let item = if listed { "/0" } else { "" };
            changes(whole, inner, &format!("{pointer}/{}{item}", field.key), &format!("{place}."), all);
        }
    }
}

fn read(value: &Value) -> Regulation {
    serde_json::from_value(value.clone()).unwrap_or_else(|error| panic!("{error}: {value}"))
}

fn silent(place: &str) -> bool {
    let key = place.rsplit('.').next().unwrap();
    // The words of a sentence are all there is of it.
    let own = place == "statements.quote";
    (NOWHERE.iter().any(|(known, _)| *known == key) && !own) || NOT_HERE.iter().any(|(known, _)| *known == place)
}

#[test]
fn every_key_that_changes_is_told_or_left_out_for_a_reason() {
    let whole = group(Regulation::TABLE);
    let old = read(&whole);
    let mut all = Vec::new();
    changes(&whole, Regulation::TABLE, "", "", &mut all);
    assert!(all.len() > 300, "{}", all.len());
    let (mut wrong, mut left_out) = (Vec::new(), Vec::new());
    for change in all {
        let new = read(&change.becomes);
        // What is taken away may have been what holds when it is not there.
        if format!("{old:?}") == format!("{new:?}") {
            continue;
        }
        for (from, to) in [(&old, &new), (&new, &old)] {
            let found = differences(from, to);
            let told = Lang::ALL.iter().all(|lang| {
                let look = |place: &str| place.to_owned();
                let said: Vec<String> = found.iter().map(|d| d.words(*lang, &look, &look)).collect();
                !said.is_empty() && said.iter().all(|sentence| !sentence.trim().is_empty())
            });
            match (told, silent(&change.place)) {
                (false, false) => wrong.push(format!("{} is {} and nothing is told", change.place, change.what)),
                (true, true) => wrong.push(format!("{} is told after all: {found:?}", change.place)),
                (false, true) => left_out.push(change.place.clone()),
                (true, false) => {}
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    for (place, why) in NOT_HERE.iter().filter(|(place, _)| *place != "schema") {
        assert!(left_out.iter().any(|left| left == place), "{place} ({why}) is no key");
    }
}

#[test]
fn contact_data_that_is_not_public_is_never_told() {
    let mut old = group(Regulation::TABLE);
    *old.pointer_mut("/organisation/contact/0/publish").unwrap() = json!(false);
    *old.pointer_mut("/roles/0/publish").unwrap() = json!(["name"]);
    for pointer in ["/organisation/contact/0/value", "/roles/0/contact/email"] {
        let mut new = old.clone();
        *new.pointer_mut(pointer).unwrap() = json!("ander");
        assert_eq!(differences(&read(&old), &read(&new)), Vec::new(), "{pointer}");
    }
}
