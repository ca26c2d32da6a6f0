use proptest::prelude::*;

use super::tree;
use crate::yaml::{
    EditError, NewItem, NewValue, Route, Scalar, append, append_group, append_value, place, remove, set,
};

const CASE: &str = "# boven\nid: K26\n\nintake:\n  channel: 'e-mail' # hoe\n  source:\n\ntopics: [a, b]\nparties:\n  - {key: p1, as: c}\n\
    note: |\n  twee\n  regels\n\nlog:\n  # eerst\n  - step: a\n    on: 2026-01-01 # dag\n\n  - step: b\n    to: [p1]\n\n# slot\n";

fn way(text: &str) -> Route {
    text.split('.').fold(Route::root(), |route, part| match part.parse() {
        Ok(index) => route.index(index),
        Err(_) => route.key(part),
    })
}

fn text(value: &str) -> Scalar {
    Scalar::Text(value.into())
}

fn item() -> NewItem {
    NewItem(vec![
        ("step".into(), NewValue::One(text("c"))),
        ("by".into(), NewValue::Many(vec![text("m1"), text("m2")])),
        ("note".into(), NewValue::One(text("nr #5: ja"))),
        ("of".into(), NewValue::One(Scalar::Whole(1))),
        ("offered".into(), NewValue::One(Scalar::Flag(true))),
    ])
}

/// What a line-by-line comparison shows: lines gone with `-`, new ones with `+`.
fn change(before: &str, after: &str) -> String {
    let (old, new): (Vec<_>, Vec<_>) = (before.split('\n').collect(), after.split('\n').collect());
    let head = old.iter().zip(&new).take_while(|(a, b)| a == b).count();
    let most = old.len().min(new.len()) - head;
    let tail = old.iter().rev().zip(new.iter().rev()).take(most).take_while(|(a, b)| a == b).count();
    let gone = old[head..old.len() - tail].iter().map(|l| format!("-{l}"));
    let come = new[head..new.len() - tail].iter().map(|l| format!("+{l}"));
    gone.chain(come).collect::<Vec<_>>().join("\n")
}

#[test]
fn setting_changes_one_line() {
    let set_to = |route, value: &str| set(CASE, &way(route), &text(value)).map(|new| change(CASE, &new));
    assert_eq!(set_to("id", "K27").as_deref(), Ok("-id: K26\n+id: K27"));
    let quoted = "-  channel: 'e-mail' # hoe\n+  channel: 'a: b' # hoe";
    assert_eq!(set_to("intake.channel", "a: b").as_deref(), Ok(quoted));
    assert_eq!(set_to("intake.source", "no").as_deref(), Ok("-  source:\n+  source: 'no'"));
    assert_eq!(set_to("topics.1", "c, d").as_deref(), Ok("-topics: [a, b]\n+topics: [a, 'c, d']"));
    assert_eq!(set_to("note", "kort").as_deref(), Ok("-note: |\n-  twee\n-  regels\n+note: kort"));
    assert_eq!(set_to("log.0.on", "2026-02-02").as_deref(), Ok("-    on: 2026-01-01 # dag\n+    on: 2026-02-02 # dag"));
    assert_eq!(set_to("log.0.by", "m1").as_deref(), Ok("+    by: m1"));
    assert_eq!(set_to("parties.0.role", "x").as_deref(), Ok("-  - {key: p1, as: c}\n+  - {key: p1, as: c, role: x}"));
    assert_eq!(set_to("severity", "x\ny").as_deref(), Ok("+severity: \"x\\ny\""));
    assert_eq!(set_to("intake", "x"), Err(EditError::WrongKind));
    assert_eq!(set_to("log.7.on", "x"), Err(EditError::NotFound));
    assert_eq!(set_to("topics.2", "x"), Err(EditError::NotFound));
    assert_eq!(set("a: 1\na: 2\n", &way("a"), &text("x")), Err(EditError::Unreadable));
}

#[test]
fn a_value_is_appended_as_the_others_stand() {
    for (before, after) in [
        ("t: [a, b] # twee\n", "t: [a, b, 'c, d'] # twee\n"),
        ("t: []\n", "t: ['c, d']\n"),
        ("t: a # een\n", "t: [a, 'c, d'] # een\n"),
        ("t: 'a: b'\n", "t: ['a: b', 'c, d']\n"),
        ("t:\n- a\n- b # tweede\nid: 1\n", "t:\n- a\n- b # tweede\n- c, d\nid: 1\n"),
        ("t:\r\n  - a\r\n", "t:\r\n  - a\r\n  - c, d\r\n"),
        ("t: [\n  a,\n  b,\n]\n", "t: [\n  a,\n  b, 'c, d',\n]\n"),
    ] {
        assert_eq!(append_value(before, &way("t"), &text("c, d")).as_deref(), Ok(after), "{before:?}");
    }
    assert_eq!(append_value("id: 1\n", &way("t"), &text("c")), Err(EditError::NotFound));
    assert_eq!(append_value("t: {a: b}\n", &way("t"), &text("c")), Err(EditError::WrongKind));
    assert_eq!(append_value("t:\n", &way("t"), &text("c")), Err(EditError::WrongKind));
}

#[test]
fn a_key_is_placed_before_those_that_follow_it() {
    let put = |text: &str, value| place(text, "main", &value, &["severity", "log"]);
    let list = serde_json::json!(["a", "b: c"]);
    for (before, after) in [
        ("id: 1\n\nlog: []\n", "id: 1\n\nmain: [a, 'b: c']\n\nlog: []\n"),
        ("id: 1\nlog: []\nseverity: x\n", "id: 1\nmain: [a, 'b: c']\nlog: []\nseverity: x\n"),
        (
            "id: 1\r\n\r\n# het verloop\r\nlog: []\r\n",
            "id: 1\r\n\r\nmain: [a, 'b: c']\r\n\r\n# het verloop\r\nlog: []\r\n",
        ),
        ("id: 1 # zo\n", "id: 1 # zo\nmain: [a, 'b: c']\n"),
        ("id: 1", "id: 1\nmain: [a, 'b: c']"),
        ("log: []\n", "main: [a, 'b: c']\nlog: []\n"),
    ] {
        assert_eq!(put(before, list.clone()).as_deref(), Ok(after), "{before:?}");
    }
    let group = serde_json::json!([{"key": "p1", "as": "x"}]);
    assert_eq!(put("log: []\n", group).as_deref(), Ok("main:\n  - key: p1\n    as: x\nlog: []\n"));
    assert_eq!(put("main: x\n", list.clone()), Err(EditError::WrongKind));
    assert_eq!(put("{id: 1}\n", list), Err(EditError::Layout));
}

#[test]
fn an_entry_is_appended_as_the_others_stand() {
    let appended = append(CASE, &way("log"), &item()).map(|new| change(CASE, &new));
    let lines = "+  - step: c\n+    by: [m1, m2]\n+    note: 'nr #5: ja'\n+    of: 1\n+    offered: true\n+";
    assert_eq!(appended.as_deref(), Ok(lines));
    let short = NewItem(vec![("step".into(), NewValue::One(text("c")))]);
    for (before, after) in [
        ("log:\n- step: a\n- step: b", "log:\n- step: a\n- step: b\n- step: c"),
        ("log:\r\n  - step: a\r\n", "log:\r\n  - step: a\r\n  - step: c\r\n"),
        ("log: [] # leeg\n", "log: # leeg\n  - step: c\n"),
        ("log:\nid: 1\n", "log:\n  - step: c\nid: 1\n"),
        ("id: 1\n", "id: 1\nlog:\n  - step: c\n"),
        ("id: 1\n\nb: 2\n", "id: 1\n\nb: 2\n\nlog:\n  - step: c\n"),
        ("log: [{step: a}]\n", "log: [{step: a}, {step: c}]\n"),
        ("log:\n  - {step: a}\n\nid: 1\n", "log:\n  - {step: a}\n  - {step: c}\n\nid: 1\n"),
    ] {
        assert_eq!(append(before, &way("log"), &short).as_deref(), Ok(after), "{before:?}");
    }
    assert_eq!(append("log: x\n", &way("log"), &short), Err(EditError::WrongKind));
    assert_eq!(append("id: 1\n", &way("log"), &NewItem::default()), Err(EditError::WrongKind));
}

#[test]
fn removing_takes_its_own_lines() {
    let removed = |route| remove(CASE, &way(route)).map(|new| change(CASE, &new));
    assert_eq!(removed("topics").as_deref(), Ok("-\n-topics: [a, b]"));
    assert_eq!(removed("topics.0").as_deref(), Ok("-topics: [a, b]\n+topics: [b]"));
    assert_eq!(removed("note").as_deref(), Ok("-note: |\n-  twee\n-  regels"));
    assert_eq!(removed("log.1").as_deref(), Ok("-  - step: b\n-    to: [p1]\n-"));
    assert_eq!(removed("intake.source").as_deref(), Ok("-  source:"));
    assert_eq!(removed("log.0.step"), Err(EditError::Layout));
    assert_eq!(removed("nee"), Err(EditError::NotFound));
    assert_eq!(remove("a: 1\r\nb: 2\r\n", &way("a")).as_deref(), Ok("b: 2\r\n"));
    assert_eq!(remove("a: 1\n", &way("a")), Err(EditError::Layout));
}

proptest! {
    #[test]
    fn any_text_reads_back_and_undo_gives_the_same_bytes(value in "[ -~éü“”\n]{1,20}", crlf: bool) {
        let source = if crlf { CASE.replace('\n', "\r\n") } else { CASE.to_owned() };
        for (route, before) in [("id", "K26"), ("log.0.on", "2026-01-01"), ("topics.0", "a"), ("log.1.to.0", "p1")] {
            let Ok(edited) = set(&source, &way(route), &text(&value)) else {
                // Only what may not stand in front matter at all is refused.
                prop_assert!(value.trim().is_empty() || value.contains(['“', '”']), "{value:?}");
                continue;
            };
            let (last, parents) = way(route).0.split_last().map(|(l, p)| (l.clone(), p.to_vec())).expect("a route");
            prop_assert!(!parents.is_empty() || matches!(last, crate::yaml::Segment::Key(_)));
            prop_assert!(!tree(&edited).entries().is_empty());
            let undone = set(&edited, &way(route), &text(before));
            prop_assert_eq!(undone.as_deref(), Ok(source.as_str()));
        }
    }

    #[test]
    fn an_appended_entry_can_be_taken_back(note in "[ -~é\n]{1,20}", crlf: bool, end: bool) {
        let mut source = if crlf { CASE.replace('\n', "\r\n") } else { CASE.to_owned() };
        if end {
            source.truncate(source.find("to: [p1]").expect("there") + 8);
        }
        let entry = NewItem(vec![("step".into(), NewValue::One(text("c"))), ("note".into(), NewValue::One(text(&note)))]);
        let edited = append(&source, &way("log"), &entry).expect("an edit");
        let undone = remove(&edited, &way("log.2"));
        prop_assert_eq!(undone.as_deref(), Ok(source.as_str()));
    }

    #[test]
    fn nothing_panics(source in "([a-c]:|[a-c]| |\n|- |\\[|\\]|\\{|\\}|,|#|'|\\||\r\n){0,30}", route in "[a-c0-2](\\.[a-c0-2]){0,2}") {
        let _ = set(&source, &way(&route), &text("x y"));
        let _ = append(&source, &way(&route), &item());
        let _ = remove(&source, &way(&route));
    }
}

fn group() -> serde_json::Value {
    serde_json::json!({
        "since": "2026-01-31",
        "number": 1,
        "versions": ["2022-01-01"],
        "below": {"rows": [{"a": "9 hidden"}, {"no": 5}, {"id": "b", "total": "7"}], "empty": []},
    })
}

const GROUP: &str = "- since: 2026-01-31\n  number: 1\n  versions: [2022-01-01]\n  below:\n    rows:\n      - a: 9 hidden\n      - 'no': 5\n      - id: b\n        \
    total: '7'\n    empty: []";

fn at(column: usize) -> String {
    GROUP.lines().map(|line| format!("{}{line}", " ".repeat(column))).collect::<Vec<_>>().join("\n")
}

#[test]
fn a_group_of_any_depth_begins_a_list_or_goes_on_with_it() {
    let begun = append_group("schema: x\n", "figures", &group()).unwrap();
    assert_eq!(begun, format!("schema: x\nfigures:\n{}\n", at(2)));
    let again = append_group(&begun, "figures", &group()).unwrap();
    assert_eq!(again, format!("{begun}{}\n", at(2)));
    let before = "# boven\nschema: x # soort\n\nfigures:\n- {on: a}\n\ntally: []\n# slot\n";
    let after = append_group(before, "figures", &group()).unwrap();
    assert_eq!(after, before.replace("- {on: a}\n", &format!("- {{on: a}}\n{}\n", at(0))));
    let lines = append_group("schema: x\r\n\r\ntally: [] # geen\r\n", "figures", &group()).unwrap();
    assert_eq!(
        lines,
        format!("schema: x\r\n\r\ntally: [] # geen\r\n\r\nfigures:\r\n{}\r\n", at(2).replace('\n', "\r\n"))
    );
}

#[test]
fn a_group_has_no_place_in_brackets_or_under_another_value() {
    assert_eq!(append_group("{schema: x}", "figures", &group()), Err(EditError::Layout));
    assert_eq!(append_group("figures: later\n", "figures", &group()), Err(EditError::WrongKind));
    assert_eq!(append_group("figures: [\n", "figures", &group()), Err(EditError::Unreadable));
}
