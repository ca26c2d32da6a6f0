//! What the family says of what a docket lacks.

use super::{case, plain, version, with, written};
use crate::rules::of_lack;

/// A case and what the family says of it, in this language's order of the file.
fn said(change: (&str, &str), received: &str, log: &[&str]) -> String {
    let (version, case) = (version(change.0, change.1), case(received, log));
    with(&version, &case, |docket| {
        let found = docket.lacks.iter().filter_map(|lack| Some((lack, of_lack(&lack.kind, docket)?)));
        let own = found.filter(|(_, (rule, _))| rule.code.starts_with('T'));
        own.map(|(lack, (rule, said))| written(rule.code, rule.severity, &lack.at, &said)).collect()
    })
}

const SAME: (&str, &str) = ("", "");
const PLAIN: (&str, &str) = ("    beyond_with: ingestemd\n", "");

#[test]
fn what_each_rule_says() {
    let in_time = "bevestigd 2026-04-20";
    let cases: [(&str, (&str, &str), Vec<&str>); 13] = [
        ("late, silently", SAME, vec!["bevestigd 2026-04-28"]),
        ("late, silently, when an extension was left", SAME, vec![in_time, "beslist 2026-05-04"]),
        ("late, with a reason", SAME, vec!["bevestigd 2026-04-28 late ziekte"]),
        (
            "late after an extension",
            SAME,
            vec![
                in_time,
                "verlengd 2026-04-28 nieuwe_datum 2026-05-12",
                "tussenbericht 2026-05-01",
                "beslist 2026-05-13",
            ],
        ),
        ("a target missed", SAME, vec!["bevestigd 2026-04-20 belofte 2026-04-24", "beslist 2026-04-28"]),
        ("notice too late", SAME, vec![in_time, "verlengd 2026-05-06 nieuwe_datum 2026-05-20"]),
        ("too far", SAME, vec![in_time, "verlengd 2026-04-28 nieuwe_datum 2026-07-01"]),
        ("too far, and nothing permits more", PLAIN, vec![in_time, "verlengd 2026-04-28 nieuwe_datum 2026-07-01"]),
        (
            "too often",
            SAME,
            vec![in_time, "verlengd 2026-04-28 nieuwe_datum 2026-05-08", "verlengd 2026-04-29 nieuwe_datum 2026-05-11"],
        ),
        (
            "too often, and nothing permits more",
            PLAIN,
            vec![in_time, "verlengd 2026-04-28 nieuwe_datum 2026-05-08", "verlengd 2026-04-29 nieuwe_datum 2026-05-11"],
        ),
        ("not later", SAME, vec![in_time, "verlengd 2026-04-28 nieuwe_datum 2026-05-01"]),
        (
            "notice missing",
            SAME,
            vec![in_time, "verlengd 2026-04-28 nieuwe_datum 2026-05-18", "tussenbericht 2026-05-06"],
        ),
        ("a promise beyond the term", SAME, vec!["bevestigd 2026-04-20 streefdatum 2026-06-30"]),
    ];
    let text: Vec<String> =
        cases.iter().map(|(name, change, log)| format!("## {name}\n{}", said(*change, "2026-04-17", log))).collect();
    insta::assert_snapshot!("lacks", text.join("\n"));
}

#[test]
fn a_case_in_time_gets_nothing() {
    let log = [
        "bevestigd 2026-04-20 streefdatum 2026-05-01 belofte 2026-05-08",
        "verlengd 2026-04-28 nieuwe_datum 2026-05-08",
        "tussenbericht 2026-05-04",
        "beslist 2026-05-08",
        "gesloten 2026-05-12",
    ];
    assert_eq!(said(SAME, "2026-04-17", &log), "");
}

#[test]
fn no_extension_is_offered_where_none_is_left() {
    let used = ["bevestigd 2026-04-20", "verlengd 2026-04-28 nieuwe_datum 2026-05-04", "beslist 2026-05-12 late x"];
    assert!(!said(SAME, "2026-04-17", &used).contains("verlengen kon"));
    let late = ["bevestigd 2026-04-20", "beslist 2026-05-04"];
    assert!(said(SAME, "2026-04-17", &late).contains("verlengen kon"));
    let fixed = ("counting: termijnenwet, quote: twee", "counting: termijnenwet, extendable: false, quote: twee");
    assert!(!said(fixed, "2026-04-17", &late).contains("verlengen kon"));
}

#[test]
fn other_families_lacks_are_left_alone() {
    let (version, case) = (plain(), case("2026-04-17", &["onbekend 2026-04-20"]));
    with(&version, &case, |docket| {
        assert!(!docket.lacks.is_empty());
        let own = super::super::OF_LACKS.iter();
        assert!(
            own.flat_map(|(_, say)| docket.lacks.iter().filter_map(move |l| say(&l.kind, docket))).next().is_none()
        );
    });
}
