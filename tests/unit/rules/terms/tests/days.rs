//! What the family says of a docket, or of yearbooks, on a day.

use super::super::{t309, t310, t311, t312, t313, t314};
use super::{case, on, plain, stub, version, with, written};
use crate::case::{Case, LegalHold};
use crate::docket::Discussed;
use crate::regulation::{Version, read_regulation};
use crate::rules::{Placed, Rule};
use crate::yearbook::{Yearbook, read_yearbook};

fn text(rule: &Rule, placed: &[Placed]) -> String {
    placed.iter().map(|p| written(rule.code, rule.severity, &p.at, &p.said)).collect()
}

fn closed() -> Case {
    let log = ["bevestigd 2024-04-18", "beslist 2024-04-24", "gesloten 2024-04-26"];
    case("2024-04-17", &log)
}

#[test]
fn calendar_unknown() {
    let (version, late, known) = (plain(), case("2090-04-17", &[]), case("2026-04-17", &[]));
    insta::assert_snapshot!("calendar", with(&version, &late, |d| text(&t309::RULE, &t309::judge(d))));
    assert_eq!(with(&version, &known, t309::judge), []);
}

#[test]
fn overdue() {
    let (version, open) = (plain(), case("2026-04-17", &["bevestigd 2026-04-20 belofte 2026-04-24"]));
    let on_day = |day| with(&version, &open, |d| text(&t310::RULE, &t310::judge(d, day)));
    insta::assert_snapshot!("overdue", on_day(Some(on("2026-05-11"))));
    assert_eq!(on_day(Some(on("2026-04-24"))), "", "the last day of a term is in time");
    assert_eq!(on_day(None), "");
    assert_eq!(with(&version, &stub("2026-04-20"), |d| t310::judge(d, Some(on("2030-01-01")))), []);
}

#[test]
fn a_term_has_its_english_name_beside_translated_steps() {
    let mut version = plain();
    version.regulation.english.insert("terms/beslissing".to_owned(), "Decision".to_owned());
    version.regulation.english.insert("steps/bevestigd".to_owned(), "Receipt confirmed".to_owned());
    let open = case("2026-04-17", &["bevestigd 2026-04-20 belofte 2026-04-24"]);
    let said = with(&version, &open, |d| text(&t310::RULE, &t310::judge(d, Some(on("2026-05-11")))));
    assert!(said.contains("term “Decision” (beslissing)") && !said.contains("term “Beslissing”"), "{said}");
    assert!(said.contains("termijn “Beslissing” (beslissing)"), "the Dutch message keeps the Dutch name: {said}");
}

#[test]
fn a_term_does_not_end_with_a_part_of_what_it_is_for() {
    let parts = ("name: Beslissing gestuurd,", "name: Beslissing gestuurd, parts: [oordeel, redenen],");
    let (half, whole) = ("beslist 2026-04-24 parts [oordeel]", "beslist 2026-04-28 parts [redenen]");
    let version = version(&[parts]);
    let late = |log: &[&str]| {
        let case = case("2026-04-17", &[&["bevestigd 2026-04-20"], log].concat());
        let said = with(&version, &case, |d| text(&t310::RULE, &t310::judge(d, Some(on("2026-05-11")))));
        said.contains("termijn “Beslissing” (beslissing)")
    };
    assert!(late(&[half]));
    assert!(!late(&[half, whole]));
    assert!(!late(&["beslist 2026-04-24 parts [oordeel,redenen]"]));
}

fn destroyed(version: &Version, case: &Case, day: &str) -> String {
    with(version, case, |d| text(&t311::RULE, &t311::judge(d, on(day), &Discussed::default())))
}

#[test]
fn destroyed_wrongly() {
    let (rule, mut held) = ("regime: after-term, from: gesloten, keep: 1 year, within: 1 month", closed());
    held.legal_hold =
        Some(LegalHold { since: on("2024-05-01"), reason: "claim".to_owned(), until: None, because: None });
    let ended = closed();
    let holds = "holds: [legal]";
    let measures =
        ("extensions:", "measures: {step: beslist, key: maatregel, verified: ingestemd, quote: x}\nextensions:");
    let satisfaction =
        ("extensions:", "satisfaction: [{step: ingestemd, key: tevreden, of: complainant, quote: x}]\nextensions:");
    let escalation = (
        "extensions:",
        "escalations: [{id: beroep, body: functionaris, who: [complainant], steps: {filed: beslist, ruled: ingestemd}, quote: x}]\nextensions:",
    );
    let named = case("2024-04-17", &["bevestigd 2024-04-18", "beslist 2024-04-24 maatregel m", "gesloten 2024-04-26"]);
    let open = case("2024-04-17", &["bevestigd 2024-04-18"]);
    let texts = [
        destroyed(&plain(), &ended, "2025-04-25"),
        destroyed(&plain(), &open, "2026-04-25"),
        destroyed(&plain(), &held, "2025-04-28"),
        destroyed(&version(&[(holds, "holds: [open-measure]"), measures]), &named, "2025-04-28"),
        destroyed(&version(&[(holds, "holds: [open-satisfaction]"), satisfaction]), &ended, "2025-04-28"),
        destroyed(&version(&[(holds, "holds: [legal, open-escalation]"), escalation]), &held, "2025-04-28"),
        destroyed(&version(&[(rule, "regime: indefinite, basis: onderzoek")]), &ended, "2030-01-01"),
        destroyed(&version(&[(rule, "regime: unregulated")]), &ended, "2030-01-01"),
    ];
    insta::assert_snapshot!("destroyed", texts.join("\n"));
    assert_eq!(destroyed(&plain(), &ended, "2025-04-28"), "");
}

#[test]
fn kept_too_long() {
    let (version, ended, mut held) = (plain(), closed(), closed());
    let judge = |case: &Case, day: Option<&str>| {
        with(&version, case, |d| text(&t312::RULE, &t312::judge(d, day.map(on), &Discussed::default())))
    };
    insta::assert_snapshot!("kept", judge(&ended, Some("2025-05-27")));
    assert_eq!(judge(&ended, Some("2025-05-26")), "", "the last day is in time");
    assert_eq!(judge(&ended, None), "");
    held.legal_hold =
        Some(LegalHold { since: on("2024-05-01"), reason: "claim".to_owned(), until: None, because: None });
    assert_eq!(judge(&held, Some("2025-05-27")), "");
}

fn book(year: i32, lines: &str) -> (i32, Yearbook) {
    let read = read_yearbook(&format!("schema: klacht.yearbook/1\n{lines}"));
    assert!(read.faults.is_empty(), "{:?}", read.faults);
    (year, read.value.unwrap())
}

#[test]
fn report_overdue() {
    let version = plain();
    let whole = book(
        2025,
        "reports: [{on: 2026-02-02, by: m1, from: 2025-01-01, until: 2025-12-31}]\ndiscussions: [{on: 2026-02-09, by: m1}]\nattestations: [{attestation: geschoold, on: 2026-01-12, by: m1, how: lijst}]",
    );
    let judge = |books: &[(i32, Yearbook)], day: &str| text(&t313::RULE, &t313::judge(&version, books, on(day)));
    let texts = [judge(&[], "2025-03-01"), judge(std::slice::from_ref(&whole), "2027-02-10")];
    insta::assert_snapshot!("report", texts.join("\n"));
    assert_eq!(judge(std::slice::from_ref(&whole), "2026-12-31"), "");
    assert_eq!(judge(&[whole], "2026-01-05").matches("T313").count(), 3, "what is not given yet does not count");
    assert_eq!(judge(&[], "2024-12-31"), "", "the first year is not over");
}

#[test]
fn in_the_future() {
    let (version, gone) = (plain(), stub("2027-01-02"));
    let ahead = case("2026-04-19", &["bevestigd 2026-04-17", "beslist 2026-04-18"]);
    let judge =
        |case: &Case, day: Option<&str>| with(&version, case, |d| text(&t314::RULE, &t314::judge(d, day.map(on))));
    let stub = |day: Option<&str>| t314::of_stub(gone.destroyed.as_ref().unwrap(), day.map(on));
    let day = Some("2026-04-17");
    assert_eq!((stub(Some("2027-01-02")), stub(None)), (None, None));
    insta::assert_snapshot!(
        "future",
        [judge(&ahead, day), text(&t314::RULE, &stub(day).into_iter().collect::<Vec<_>>())].join("\n")
    );
    assert_eq!(judge(&ahead, Some("2026-04-19")), "");
    assert_eq!(judge(&ahead, None), "");
}

#[test]
fn the_yearbook_of_a_regulation_in_use_owes_nothing() {
    let read = read_regulation(include_str!("../../../../../policy/interactie/2022-01-01/regulation.yaml"));
    let mut version = plain();
    version.regulation = read.value.unwrap();
    let lines = include_str!("../../../../requirements/base/interactie/destroyed.yearbook.yaml");
    // What destroyed cases left is no matter here.
    let (lines, _) = lines.split_once("tally:").unwrap();
    let books = [(2024, read_yearbook(lines).value.unwrap())];
    assert_eq!(t313::judge(&version, &books, on("2025-12-31")), []);
    let owed: Vec<String> = t313::judge(&version, &books, on("2026-02-01")).iter().map(|p| p.at.to_string()).collect();
    let yearly = ["attestations"; 4];
    assert_eq!(owed, [["reports", "discussions"].as_slice(), yearly.as_slice()].concat());
}
