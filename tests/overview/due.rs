//! `klacht due`.

use crate::common::{Bundled, TODAY};
use crate::overview::room::holds;

#[test]
fn as_text_in_both_languages() {
    let room = Bundled::with("cmm", "/2026/");
    let (code, out, notes) = room.run(&["due"]);
    assert_eq!(code, 0, "{notes}");
    insta::assert_snapshot!("due-nl", format!("{out}\n{notes}"));
    let (_, out, notes) = room.run(&["termijnen", "--within", "2w", "--lang", "en"]);
    insta::assert_snapshot!("due-within-en", format!("{out}\n{notes}"));
}

#[test]
fn a_message_names_no_person() {
    let room = Bundled::with("cmm", "/2026/");
    let (_, out, _) = room.run(&["due", "--format", "md"]);
    insta::assert_snapshot!("due-md", out);
    for person in room.persons("cmm") {
        assert!(!holds(&out, &person), "{person}");
    }
}

#[test]
fn it_never_blocks_unless_asked_to() {
    let room = Bundled::with("cmm", "/2026/");
    for (day, late) in [(TODAY, false), ("2027-01-15", true)] {
        let (code, out, notes) = room.run_on(day, &["due", "--format", "json"]);
        assert_eq!(code, 0, "{notes}");
        let document: serde_json::Value = serde_json::from_str(&out).unwrap();
        let items = document["due"].as_array().unwrap();
        let behind = items.iter().filter(|item| item["left"].as_i64().unwrap() < 0).count();
        assert_eq!(document["late"], behind);
        assert_eq!(behind > 0, late, "{day}");
        assert_eq!(room.run_on(day, &["due", "--exit-code"]).0, i32::from(late));
        assert_eq!(room.run_on(day, &["due"]).1.contains("te laat"), late);
    }
}

#[test]
fn only_for_those_who_are_asked_for() {
    let room = Bundled::with("cmm", "/2026/");
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
    // What any member of staff can do is theirs too.
    let is_theirs = |item: &&serde_json::Value| named(item, "persons", person) || named(item, "roles", "anyone");
    assert!(!theirs.is_empty() && theirs.iter().all(|item| is_theirs(&item)));
    assert_eq!(theirs.len(), all.iter().filter(is_theirs).count());
    let soon = due(&["--within", "7d"]);
    assert!(soon.iter().all(|item| item["left"].as_i64().unwrap() <= 7));
    assert_eq!(soon.len(), all.iter().filter(|item| item["left"].as_i64().unwrap() <= 7).count());
    let (code, _, notes) = room.run(&["due", "--for", "hoofd-opleiding"]);
    assert_eq!(code, 2);
    assert!(notes.contains("hoofd-opleidingen"), "{notes}");
    assert_eq!(room.run(&["due", "--within", "7 dagen"]).0, 2);
}

/// A desk with one open case that nobody did anything about yet.
fn untouched() -> (Bundled, String) {
    let room = Bundled::with("square-mile", "/none/");
    let base = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/requirements/base/square-mile/open.md");
    let source = std::fs::read_to_string(base).unwrap();
    let front = source.split_once("\nlog:").unwrap().0;
    let field = |key: &str| front.lines().find_map(|line| line.strip_prefix(key)).unwrap().trim().to_owned();
    let (id, received) = (field("id:"), field("received:"));
    let (year, month) = (&received[..4], &received[5..7]);
    room.repo.write(&format!("cases/square-mile/{year}/{month}/{id}.md"), format!("{front}\nlog: []\n---\n"));
    (room, received)
}

#[test]
fn what_any_member_of_staff_can_do_is_due_for_each_of_them() {
    let (room, day) = untouched();
    let due = |who: &str| -> Vec<serde_json::Value> {
        let (code, out, notes) = room.run_on(&day, &["due", "--format", "json", "--for", who]);
        assert_eq!(code, 0, "{notes}");
        serde_json::from_str::<serde_json::Value>(&out).unwrap()["due"].as_array().unwrap().clone()
    };
    let acknowledging = |who: &str| due(who).iter().any(|item| item["step"] == "ontvangst-bevestigd");
    assert!(acknowledging("m2") && acknowledging("medewerker"), "a member of staff can");
    assert!(!acknowledging("bemiddelaar") && !acknowledging("complainant"), "nobody else can");
}

/// A desk with one case of the academy that is about somebody who holds a role in it.
fn about(person: &str, role: &str, case: &str) -> Bundled {
    let room = Bundled::with("academie", "/none/");
    let base = format!("{}/tests/requirements/base/academie/{case}.md", env!("CARGO_MANIFEST_DIR"));
    let source = std::fs::read_to_string(base).unwrap();
    let field = |key: &str| source.lines().find_map(|line| line.strip_prefix(key)).unwrap().trim().to_owned();
    let (id, received) = (field("id:"), field("received:"));
    let party = format!("parties:\n  - {{key: p9, role: {role}, as: respondent, person: {person}}}\n");
    let path = format!("cases/academie/{}/{}/{id}.md", &received[..4], &received[5..7]);
    room.repo.write(&path, source.replacen("parties:\n", &party, 1));
    room
}

/// Whom the case is about is not sent to do what the case keeps him from: neither its last step nor one under way.
#[test]
fn nobody_is_named_whom_the_case_keeps_from_it() {
    for (person, role, case, kind, others) in
        [("m2", "directeur", "zelf-opgelost", "destruction", "m5"), ("m3", "binnendienst", "open", "step", "m4")]
    {
        let room = about(person, role, case);
        let day = if kind == "step" { "2026-05-26" } else { "2026-11-20" };
        let named = |who: &[&str]| -> Vec<String> {
            let (code, out, notes) = room.run_on(day, &[&["due", "--format", "json"], who].concat());
            assert_eq!(code, 0, "{notes}");
            let document: serde_json::Value = serde_json::from_str(&out).unwrap();
            let of = document["due"].as_array().unwrap().iter().filter(|item| item["kind"] == kind);
            of.map(|item| item["persons"].to_string()).collect()
        };
        assert_eq!(named(&[]), [format!("[\"{others}\"]")], "{case}");
        assert_eq!((named(&["--for", person]).len(), named(&["--for", others]).len()), (0, 1), "{case}");
        let (_, out, _) =
            room.run_on(day, &["show", room.cases()[0].rsplit('/').next().unwrap().trim_end_matches(".md")]);
        assert!(kind != "step" || (out.contains(others) && !out.contains(&format!(": {person}"))), "{out}");
    }
}
