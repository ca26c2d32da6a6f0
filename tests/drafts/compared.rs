//! `klacht policy diff`.

use crate::desk::Desk;

const NOW: &str = "policy/cbmk/2022-01-01";

#[test]
fn the_last_two_versions_in_both_languages() {
    let desk = Desk::of("square-mile");
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
    let desk = Desk::of("cbmk");
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
    let desk = Desk::of("cbmk");
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
