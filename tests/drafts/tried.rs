//! `klacht policy simulate`.

use crate::common::Bundled;

const NOW: &str = "policy/cbmk/2022-01-01";

/// Half the time to confirm, a new step that nobody took, and another who must consult the director.
fn stricter(desk: &Bundled) {
    desk.draft(
        NOW,
        "concept",
        &[
            ("within: 5 calendar days", "within: 1 calendar day"),
            ("name: Overleg met de Algemeen Directeur\n    by: [handler]", "name: Overleg\n    by: [algemeen-directeur]"),
            (
                "  - id: toegewezen\n",
                "  - id: gelezen\n    name: Gelezen\n    by: [anyone]\n    quote: Wij leggen iedere klacht vast.\n\n  - id: toegewezen\n",
            ),
        ],
    );
}

fn json(out: &str) -> serde_json::Value {
    serde_json::from_str(out).unwrap()
}

#[test]
fn a_stricter_draft_is_told_in_counts_and_writes_nothing() {
    let desk = Bundled::of("cbmk");
    stricter(&desk);
    let before = desk.files();
    let (code, out, notes) = desk.run(&["policy", "simulate", "concept", "--year", "2025"]);
    assert_eq!(code, 0, "{notes}");
    assert!(before == desk.files(), "nothing was written");
    assert!(!out.contains("K25-"), "ids only when asked for: {out}");
    insta::assert_snapshot!("stricter-nl", out);
    insta::assert_snapshot!("stricter-en", desk.run(&["--lang", "en", "policy", "simulate", "concept"]).1);
}

#[test]
fn the_version_in_force_changes_nothing() {
    let desk = Bundled::of("cbmk");
    let (code, out, notes) = desk.run(&["policy", "simulate", "cbmk/2022-01-01", "--format", "json", "--with-ids"]);
    assert_eq!(code, 0, "{notes}");
    let trial = json(&out);
    assert!(trial["cases"].as_u64().unwrap() > 0, "{out}");
    assert_eq!((&trial["well"], &trial["each"]), (&trial["cases"], &serde_json::json!([])));
    for term in trial["late"].as_array().unwrap() {
        assert_eq!((&term["was_late"], &term["newly_late"]), (&term["would_be_late"], &serde_json::json!(0)));
    }
}

#[test]
fn the_counts_follow_from_the_cases() {
    let desk = Bundled::of("cbmk");
    stricter(&desk);
    let (_, out, _) = desk.run(&["regeling", "proef", "concept", "--year", "2025", "--format", "json", "--with-ids"]);
    let trial = json(&out);
    let each = trial["each"].as_array().unwrap();
    assert_eq!(trial["well"].as_u64().unwrap() + each.len() as u64, trial["cases"].as_u64().unwrap());
    let with = |key: &str, step: &str| {
        let has = |case: &&serde_json::Value| case[key].as_array().unwrap().iter().any(|s| s == step);
        each.iter().filter(has).count() as u64
    };
    for (key, step) in [("missing", "gelezen"), ("roles", "directeur-geraadpleegd")] {
        let row = trial[key].as_array().unwrap().iter().find(|row| row["step"] == step).unwrap();
        assert!(row["cases"].as_u64().unwrap() > 0 && row["cases"].as_u64().unwrap() == with(key, step), "{row}");
    }
    assert!(trial["late"].as_array().unwrap().iter().any(|t| t["newly_late"].as_u64().unwrap() > 0), "{out}");
}

#[test]
fn whose_draft_it_is_must_be_clear() {
    let desk = Bundled::of("cbmk");
    desk.draft(NOW, "concept", &[("  name: ", "  name: Anders ")]);
    let (code, _, notes) = desk.run(&["policy", "simulate", "concept"]);
    assert!(code == 2 && notes.contains("--regulation"), "{notes}");
    assert_eq!(desk.run(&["policy", "simulate", "concept", "--regulation", "cbmk"]).0, 0);
    assert_eq!(desk.run(&["policy", "simulate", "nergens"]).0, 2);
}
