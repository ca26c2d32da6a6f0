//! What the family says of what a docket lacks.

use super::{case, version, with, written};
use crate::case::Case;
use crate::regulation::Version;
use crate::rules::Rule;

/// What the family says of a case received on 17 April 2026, in the order of the docket.
fn said(changes: &[(&str, &str)], log: &[&str]) -> String {
    let (version, case) = (version(changes), case("2026-04-17", log));
    of_terms(&version, &case)
}

fn of_terms(version: &Version, case: &Case) -> String {
    with(version, case, |docket| {
        let found = docket.violations.iter().map(|violation| (violation, Rule::of(&violation.kind, docket)));
        let own = found.filter(|(_, (rule, _))| rule.code.starts_with('T'));
        own.map(|(violation, (rule, said))| written(rule.code, rule.severity, &violation.at, &said)).collect()
    })
}

/// Texts of the regulation and what stands there instead.
type Changes = &'static [(&'static str, &'static str)];

const SAME: Changes = &[];
const PLAIN: Changes = &[("    beyond_with: ingestemd\n", "")];

#[test]
fn what_each_rule_says() {
    let in_time = "bevestigd 2026-04-20";
    let cases: [(&str, Changes, Vec<&str>); 13] = [
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
        cases.iter().map(|(name, change, log)| format!("## {name}\n{}", said(change, log))).collect();
    insta::assert_snapshot!("violations", text.join("\n"));
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
    assert_eq!(said(SAME, &log), "");
}

#[test]
fn no_extension_is_offered_where_none_is_left() {
    let used = ["bevestigd 2026-04-20", "verlengd 2026-04-28 nieuwe_datum 2026-05-04", "beslist 2026-05-12 late x"];
    assert!(!said(SAME, &used).contains("verlengen kon"));
    let late = ["bevestigd 2026-04-20", "beslist 2026-05-04"];
    assert!(said(SAME, &late).contains("verlengen kon"));
    let fixed = ("counting: termijnenwet, quote: twee", "counting: termijnenwet, extendable: false, quote: twee");
    assert!(!said(&[fixed], &late).contains("verlengen kon"));
}

#[test]
fn the_way_to_the_last_day_is_told() {
    let suspended = (
        "fields:\n",
        "intake: {sealed: [name], when_incomplete: {do: suspend, step: tussenbericht, until: ingestemd}, quote: x}\nfields:\n",
    );
    let stood = ["bevestigd 2026-04-20", "tussenbericht 2026-04-21", "ingestemd 2026-04-24", "beslist 2026-05-05"];

    let oral = ("channels:\n", "channels:\n  - {id: balie, name: Balie, form: oral, formal: false, quote: balie}\n");
    let formal =
        ("ingestemd, name: Schriftelijk ingestemd,", "ingestemd, name: Klacht gemaakt, for: report, does: formalise,");
    let report = version(&[oral, formal]);
    let mut formalised = case("2026-04-17", &["ingestemd 2026-04-20", "bevestigd 2026-04-30"]);
    formalised.intake.channel = "balie".to_owned();

    let reopened = ("ingestemd, name: Schriftelijk ingestemd,", "ingestemd, name: Heropend, does: reopen,");
    let anew = ("counting: termijnenwet,", "each_round: true,");
    let twice = [
        "bevestigd 2026-04-20",
        "beslist 2026-04-21",
        "gesloten 2026-04-22",
        "ingestemd 2026-04-23",
        "beslist 2026-05-08",
    ];

    let step = ["bevestigd 2026-04-20", "beslist 2026-04-21", "gesloten 2026-04-30"];
    let texts = [
        said(&[suspended], &stood),
        of_terms(&report, &formalised),
        said(&[reopened, anew], &twice),
        said(SAME, &step),
    ];
    insta::assert_snapshot!("reckoning", texts.join("\n"));
}

/// Notice that must come within the original term: the day that is named is the end before any extension.
#[test]
fn the_last_day_for_notice_is_that_of_the_original_term_where_the_rule_says_so() {
    let original = ("    times: 1\n    beyond_with: ingestemd\n", "    times: 2\n    notice: within-original-term\n");
    let once = ["bevestigd 2026-04-20", "verlengd 2026-04-24 nieuwe_datum 2026-05-08", "beslist 2026-05-12"];
    let text = said(&[original], &once);
    assert!(text.contains("gemeld uiterlijk op"), "{text}");
    assert!(!text.contains("gemeld uiterlijk op vr 8 mei"), "{text}");
}
