//! `klacht list`.

use crate::common::Bundled;

#[test]
fn as_a_table_in_both_languages() {
    let room = Bundled::with("cbmk", "/2026/");
    let (code, out, notes) = room.run(&["list"]);
    assert_eq!(code, 0, "{notes}");
    insta::assert_snapshot!("list-nl", out);
    insta::assert_snapshot!("list-totals-nl", notes);
    let (_, out, notes) = room.run(&["lijst", "--lang", "en", "--state", "open,report"]);
    insta::assert_snapshot!("list-open-en", format!("{out}\n{notes}"));
    assert!(!out.contains('\u{1b}'), "colour where there is no terminal");
}

#[test]
fn the_filters_take_what_they_say() {
    let room = Bundled::with("cbmk", "/202");
    let list = |arguments: &[&str]| -> Vec<serde_json::Value> {
        let (code, out, notes) = room.run(&[&["list", "--format", "json"], arguments].concat());
        assert_eq!(code, 0, "{notes}");
        let document: serde_json::Value = serde_json::from_str(&out).unwrap();
        assert_eq!(document["schema"], "klacht.list/1");
        document["cases"].as_array().unwrap().clone()
    };
    let all = list(&[]);
    assert_eq!(all.len(), room.cases().len());
    let mut parts = 0;
    for state in ["open", "report", "escalated", "ended", "destroyed"] {
        let some = list(&["--state", state]);
        assert!(some.iter().all(|case| case["state"] == state));
        parts += some.len();
    }
    assert_eq!(parts, all.len(), "every case is in one state");
    let handler = all.iter().find_map(|case| case["handler"].as_str()).unwrap();
    let topic = all[0]["topics"][0].as_str().unwrap();
    let count = |of: &dyn Fn(&serde_json::Value) -> bool| all.iter().filter(|case| of(case)).count();
    assert_eq!(list(&["--handler", handler]).len(), count(&|c| c["handler"] == handler));
    assert_eq!(list(&["--topic", topic]).len(), count(&|c| c["topics"].as_array().unwrap().iter().any(|t| t == topic)));
    let of_2025 = list(&["--year", "2025"]).len();
    assert_eq!(of_2025, count(&|c| c["received"].as_str().is_some_and(|d| d.starts_with("2025"))));
    assert!(of_2025 > 0 && of_2025 < all.len());
    let due: Vec<&str> = all.iter().map(|c| c["next"]["due"].as_str().unwrap_or("9999")).collect();
    assert!(due.is_sorted(), "the most urgent first");
}

#[test]
fn a_state_is_asked_for_as_it_is_printed_and_counted_in_the_same_words() {
    let room = Bundled::with("cbmk", "/202");
    let rows = |lang: &str, state: &str| {
        let (code, out, notes) = room.run(&["list", "--lang", lang, "--state", state]);
        assert_eq!(code, 0, "{state}: {notes}");
        let count = out.lines().filter(|line| line.starts_with('K')).count();
        assert!(count == 0 || out.lines().skip(1).all(|line| line.contains(state)), "{state}: {out}");
        let told = format!("{count} {state}");
        assert!(count == 0 || notes.contains(&told), "{told}: {notes}");
        count
    };
    let mut found = 0;
    for state in ["in behandeling", "opgelost", "beoordeeld", "ingetrokken", "niet behandeld", "vernietigd"] {
        found += usize::from(rows("nl", state) > 0);
    }
    assert!(found >= 3, "{found}");
    assert!(rows("en", "settled") > 0);
    // All that ended, whatever the way.
    let count = |word: &str| room.run(&["list", "--format", "csv", "--state", word]).1.lines().count();
    assert_eq!(count("afgesloten"), count("ended"));
    assert_eq!(count("Opgelost,In behandeling"), count("opgelost") + count("open") - 1);
}

#[test]
fn wrong_words_get_a_suggestion() {
    let room = Bundled::with("cmm", "/2026/11/");
    for (arguments, meant) in [
        (["list", "--format", "jsn"], "json"),
        (["list", "--state", "opn"], "open"),
        (["list", "--regulation", "cm"], "cmm"),
        (["export", "--received", "maand"], "month"),
        (["due", "--format", "markdown"], "md"),
    ] {
        let (code, out, notes) = room.run(&arguments);
        assert_eq!((code, out.as_str()), (2, ""), "{arguments:?}");
        assert!(notes.contains(meant), "{notes}");
    }
}

#[test]
fn what_cannot_be_read_is_counted_and_named_nowhere() {
    let room = Bundled::with("cmm", "/2026/");
    let case = room.cases().remove(0);
    let id = case.rsplit('/').next().unwrap().trim_end_matches(".md").to_owned();
    let before = room.run(&["list", "--format", "csv"]).1.lines().count();
    room.repo.write(&case, "---\nnot: a case\n---\n");
    for verb in ["list", "due", "export"] {
        let (code, out, notes) = room.run(&[verb]);
        assert_eq!(code, 0);
        assert!(notes.contains("1 niet te lezen") && notes.contains("klacht check"), "{notes}");
        assert!(!out.contains(&id) && !notes.contains(&id));
    }
    assert_eq!(room.run(&["list", "--format", "csv"]).1.lines().count(), before - 1);
}
