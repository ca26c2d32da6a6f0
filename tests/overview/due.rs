//! `klacht due`.

use crate::room::{Room, holds};

#[test]
fn as_text_in_both_languages() {
    let room = Room::of("cmm", "/2026/");
    let (code, out, notes) = room.run(&["due"]);
    assert_eq!(code, 0, "{notes}");
    insta::assert_snapshot!("due-nl", format!("{out}\n{notes}"));
    let (_, out, notes) = room.run(&["termijnen", "--within", "2w", "--lang", "en"]);
    insta::assert_snapshot!("due-within-en", format!("{out}\n{notes}"));
}

#[test]
fn a_message_names_no_person() {
    let room = Room::of("cmm", "/2026/");
    let (_, out, _) = room.run(&["due", "--format", "md"]);
    insta::assert_snapshot!("due-md", out);
    for person in room.persons("cmm") {
        assert!(!holds(&out, &person), "{person}");
    }
}

#[test]
fn it_never_blocks_unless_asked_to() {
    let room = Room::of("cmm", "/2026/");
    let on = |day: &str, more: &[&str]| {
        let (code, out, notes) =
            room.run(&[&["due", "--format", "json"], more].concat().iter().copied().collect::<Vec<_>>());
        let document: serde_json::Value =
            serde_json::from_str(&out).unwrap_or_else(|_| serde_json::json!({"notes": notes}));
        assert!(!day.is_empty());
        (code, document)
    };
    let (code, document) = on("2026-11-20", &[]);
    assert_eq!(code, 0);
    let late = document["late"].as_u64().unwrap();
    let items = document["due"].as_array().unwrap();
    assert_eq!(items.iter().filter(|i| i["left"].as_i64().unwrap() < 0).count() as u64, late);
    let (code, _) = on("2026-11-20", &["--exit-code"]);
    assert_eq!(code, i32::from(late > 0));
}

#[test]
fn only_for_those_who_are_asked_for() {
    let room = Room::of("cmm", "/2026/");
    let due = |arguments: &[&str]| -> Vec<serde_json::Value> {
        let (code, out, notes) = room.run(&[&["due", "--format", "json"], arguments].concat());
        assert_eq!(code, 0, "{notes}");
        serde_json::from_str::<serde_json::Value>(&out).unwrap()["due"].as_array().unwrap().clone()
    };
    let all = due(&[]);
    let named =
        |item: &serde_json::Value, list: &str, key: &str| item[list].as_array().unwrap().iter().any(|k| k == key);
    let person = all.iter().find_map(|item| item["persons"][0].as_str()).unwrap();
    let theirs = due(&["--for", person]);
    assert!(!theirs.is_empty() && theirs.iter().all(|item| named(item, "persons", person)));
    assert_eq!(theirs.len(), all.iter().filter(|item| named(item, "persons", person)).count());
    let soon = due(&["--within", "7d"]);
    assert!(soon.iter().all(|item| item["left"].as_i64().unwrap() <= 7));
    assert_eq!(soon.len(), all.iter().filter(|item| item["left"].as_i64().unwrap() <= 7).count());
    let (code, _, notes) = room.run(&["due", "--for", "hoofd-opleiding"]);
    assert_eq!(code, 2);
    assert!(notes.contains("hoofd-opleidingen"), "{notes}");
    assert_eq!(room.run(&["due", "--within", "7 dagen"]).0, 2);
}
