//! `klacht export`.

use crate::common::Bundled;

#[test]
fn rows_are_codes_without_persons_or_ids() {
    let room = Bundled::with("cbmk", "/202");
    let (code, out, notes) = room.run(&["export"]);
    assert_eq!(code, 0, "{notes}");
    assert!(notes.contains("klacht stats"), "{notes}");
    assert!(!out.contains("K26-") && !out.contains("K25-"));
    for person in room.persons("cbmk") {
        assert!(!out.split([',', '\n', ' ']).any(|cell| cell == person), "{person}");
    }
    insta::assert_snapshot!("export-head", out.lines().take(6).collect::<Vec<_>>().join("\n"));
    let (_, with, _) = room.run(&["export", "--with-ids", "--received", "month", "--excel"]);
    assert!(with.starts_with("\u{feff}id;regulation;received;state;"));
    assert_eq!(with.lines().count(), out.lines().count());
    assert!(with.contains("K26-"));
}

#[test]
fn as_json_and_filtered() {
    let room = Bundled::with("cbmk", "/202");
    let (_, out, _) = room.run(&["uitvoer", "--format", "json", "--year", "2025", "--regulation", "cbmk"]);
    let document: serde_json::Value = serde_json::from_str(&out).unwrap();
    assert_eq!(document["schema"], "klacht.export/1");
    let cases = document["cases"].as_array().unwrap();
    assert!(!cases.is_empty());
    assert!(cases.iter().all(|case| case["received"].as_str().unwrap().starts_with("2025-Q")));
    assert!(cases.iter().all(|case| case.get("id").is_none()));
}
