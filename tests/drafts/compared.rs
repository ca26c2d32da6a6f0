//! `klacht policy diff`.

use crate::common::Bundled;

const NOW: &str = "policy/cbmk/2022-01-01";

#[test]
fn the_last_two_versions_in_both_languages() {
    let desk = Bundled::of("square-mile");
    let (code, out, notes) = desk.run(&["policy", "diff", "square-mile"]);
    assert_eq!(code, 0, "{notes}");
    insta::assert_snapshot!("versions-nl", out);
    let (_, named, _) = desk.run(&["policy", "diff", "square-mile/2014-11-06", "square-mile/2025-01-01"]);
    assert_eq!(out, named);
    insta::assert_snapshot!("versions-en", desk.run(&["--lang", "en", "policy", "diff", "square-mile"]).1);
    let (_, back, _) = desk.run(&["regeling", "verschil", "square-mile/2025-01-01", "square-mile/2014-11-06"]);
    assert_ne!(out, back);
}

#[test]
fn a_draft_in_any_folder_and_who_stays_where_he_is() {
    let desk = Bundled::of("cbmk");
    desk.draft(NOW, "concept", &[("valid_from: 2022-01-01", "valid_from: 2026-11-01")]);
    let (code, out, notes) = desk.run(&["policy", "diff", "cbmk/2022-01-01", "concept"]);
    assert_eq!(code, 0, "{notes}");
    assert!(out.contains("Er verandert niets aan de regels."), "{out}");
    let (_, json, _) = desk.run(&["policy", "diff", "cbmk/2022-01-01", "concept", "--format", "json"]);
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(json["schema"], "klacht.policy-diff/1");
    let stay: Vec<&str> = json["stay"].as_array().unwrap().iter().map(|id| id.as_str().unwrap()).collect();
    assert!(!stay.is_empty() && stay.iter().all(|id| out.contains(id)), "{out}");
    // A draft that holds from the beginning leaves nobody behind.
    desk.draft(NOW, "vroeg", &[("valid_from: 2022-01-01", "valid_from: 2020-01-01")]);
    let (_, early, _) = desk.run(&["policy", "diff", "cbmk/2022-01-01", "vroeg", "--format", "json"]);
    let early: serde_json::Value = serde_json::from_str(&early).unwrap();
    assert_eq!(early["stay"].as_array().unwrap().len(), 0);
    assert_eq!(early["fall_under_new"].as_u64().unwrap(), stay.len() as u64 + json["fall_under_new"].as_u64().unwrap());
}

#[test]
fn what_is_not_there_gets_a_suggestion() {
    let desk = Bundled::of("cbmk");
    for arguments in [&["cbkm/2022-01-01", "concept"][..], &["cbmk/2022-01-01", "cbmk/2022-01-10"], &["cmbk"]] {
        let (code, out, notes) = desk.run(&[&["policy", "diff"], arguments].concat());
        assert!(code == 2 && out.is_empty() && notes.contains("cbmk"), "{arguments:?}: {code} {notes}");
    }
    let (code, _, notes) = desk.run(&["policy", "diff", "cbmk"]);
    assert!(code == 2 && notes.contains("klacht policy diff cbmk/2022-01-01"), "{notes}");
    desk.draft(NOW, "stuk", &[("valid_from: 2022-01-01", "valid_form: 2022-01-01")]);
    let (code, _, notes) = desk.run(&["policy", "diff", "cbmk/2022-01-01", "stuk"]);
    assert!(code == 2 && notes.contains("stuk/regulation.yaml:"), "{notes}");
}

#[test]
fn a_regulation_with_one_version_is_that_version_and_of_more_all_are_named() {
    let desk = Bundled::of("cbmk");
    for arguments in [&["diff", "cbmk", "cbmk"][..], &["simulate", "cbmk"], &["simulate", "cbmk/2022-01-01"]] {
        let (code, out, notes) = desk.run(&[&["policy"], arguments].concat());
        assert!(code == 0 && out.contains("cbmk"), "{arguments:?}: {notes}");
    }
    let desk = Bundled::of("square-mile");
    let choice = "bedoelt u square-mile/2014-11-06 of square-mile/2025-01-01?";
    for arguments in [
        &["diff", "square-mile", "square-mile/2025-01-01"][..],
        &["diff", "square-mile/2014-11-07", "square-mile/2025-01-01"],
        &["simulate", "square-mile"],
        &["simulate", "squaremile"],
        &["check", "square-mile/2014-11-07"],
    ] {
        let (code, _, notes) = desk.run(&[&["policy"], arguments].concat());
        assert!(code == 2 && notes.contains(choice), "{arguments:?}: {notes}");
    }
    let (_, _, notes) = desk.run(&["policy", "simulate", "square-mile"]);
    assert!(notes.contains("meer dan één versie"), "{notes}");
}

#[test]
fn where_there_is_no_regulation_nothing_is_suggested() {
    let desk = Bundled::of("cbmk");
    std::fs::remove_dir_all(desk.repo.path().join("policy")).unwrap();
    for arguments in [&["diff", "cbmk", "cbmk"][..], &["simulate", "cbmk"], &["check", "cbmk"]] {
        let (code, _, notes) = desk.run(&[&["policy"], arguments].concat());
        assert!(code == 2 && notes.contains("klacht init") && !notes.contains('?'), "{arguments:?}: {notes}");
    }
}

#[test]
fn of_a_draft_without_a_later_day_it_cannot_be_told_who_stays() {
    let desk = Bundled::of("cbmk");
    desk.draft(NOW, "concept", &[]);
    let compared = || desk.run(&["policy", "diff", "cbmk/2022-01-01", "concept"]).1;
    assert!(compared().contains("nog niet te zeggen: `valid_from` is 2022-01-01, niet later dan 2022-01-01"));
    desk.draft(NOW, "concept", &[("valid_from: 2022-01-01", "valid_from: 2026-11-01")]);
    assert!(compared().contains("blijven onder hun eigen versie"), "{}", compared());
}
