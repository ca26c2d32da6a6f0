//! `klacht stats`: frozen figures, as they are.

use crate::common::Bundled;

fn stats(arguments: &[&str]) -> (i32, String, String) {
    Bundled::of("cbmk").run(&[&["stats"], arguments].concat())
}

#[test]
fn as_text_in_both_languages() {
    let (code, out, notes) = stats(&["cbmk", "2025"]);
    assert_eq!(code, 0, "{notes}");
    insta::assert_snapshot!("text-nl", out);
    insta::assert_snapshot!("text-en", stats(&["cbmk", "--lang", "en"]).1);
    insta::assert_snapshot!("text-small", stats(&["cbmk", "2024"]).1);
}

#[test]
fn as_lines_and_as_json() {
    insta::assert_snapshot!("csv", stats(&["cbmk", "2025", "--format", "csv"]).1);
    let (_, out, _) = stats(&["--format", "json"]);
    let json: serde_json::Value = serde_json::from_str(&out).unwrap();
    assert_eq!(json["schema"], "klacht.stats/1");
    assert_eq!(json["years"][0]["regulation"], "cbmk");
    assert_eq!(json["years"][0]["figures"]["received"], 108);
}

#[test]
fn a_dash_is_explained_and_an_open_year_is_not_shown() {
    let said: String =
        ["outcome/open", "outcome/withdrawn", "flow/carried-in", "topic-channel/verkoop/e-mail", "topic/total"]
            .iter()
            .map(|cell| stats(&["cbmk", "2025", "--lang", "en", "--explain", cell]).1)
            .collect();
    insta::assert_snapshot!("explained", said);
    let (code, out, notes) = stats(&["cbmk", "2025", "--explain", "outcome/opne"]);
    assert!(code == 2 && out.is_empty() && notes.contains("`outcome/open`"), "{notes}");
    let (code, out, notes) = stats(&["cbmk", "2026"]);
    assert!(code == 2 && out.is_empty() && notes.contains("klacht year close cbmk 2026"), "{notes}");
}
