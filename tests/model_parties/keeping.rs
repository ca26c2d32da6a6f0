//! Keeping, reports and measures: M40 to M44.

use chrono::NaiveDate;
use klacht::docket::{Discussed, Reported};

use super::desk::{BEGIN, Desk, ONE, PLAIN, TAKEN};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

#[test]
fn m40_what_was_not_reported_is_not_discussed() {
    let report = |on, from, until| Reported { on: day(on), from: day(from), until: day(until) };
    let held = |days: &[&str]| days.iter().map(|d| day(d)).collect::<Vec<_>>();
    let ended = day("2026-03-20");
    let of = |reports: &[Reported], days: &[&str]| Discussed { reports: reports.to_vec(), held: held(days) }.of(ended);
    let (old, own) =
        (report("2026-02-01", "2025-01-01", "2025-12-31"), report("2027-02-01", "2026-01-01", "2026-12-31"));
    assert_eq!(of(&[], &["2026-05-18"]), None);
    assert_eq!(of(&[old], &["2026-05-18"]), None, "the report of another year");
    assert_eq!(of(&[old, own], &["2026-05-18"]), None, "discussed before it was reported");
    assert_eq!(of(&[old, own], &["2026-05-18", "2027-02-01"]), Some(day("2027-02-01")));
    assert_eq!(of(&[own], &["2027-03-01", "2028-03-01"]), Some(day("2027-03-01")));
    let ahead = report("2026-03-01", "2026-01-01", "2026-12-31");
    assert_eq!(of(&[ahead], &["2026-03-10", "2026-04-01"]), None, "made before the case had ended");
}

/// A complaint of interactie that was withdrawn on 20 March, with the books of two years.
fn vlonderpad(books: [&str; 2]) -> Desk {
    let desk = Desk::with(&["interactie"]);
    let head = "intake: {channel: brief}\nparties:\n  - {key: p1, role: opdrachtgever, as: complainant}\n  - {key: p2, role: medewerker, as: respondent, person: m6}\n\
                topics: [factuur]\nfields: {overeenkomst: O-1}\nsealed: {fields: [name, narrative]}";
    let log = "  - {step: doorgeleid, on: 2026-03-03, by: m3, to: [m3], handler: m3}\n  - {step: ingetrokken, on: 2026-03-20, by: p1, recorded_by: m3}";
    desk.case("interactie", head, log);
    for (year, book) in [2026, 2027].into_iter().zip(books).filter(|(_, book)| !book.is_empty()) {
        desk.write(&format!("cases/interactie/{year}/yearbook.yaml"), &format!("schema: klacht.yearbook/1\n{book}\n"));
    }
    desk
}

const PARTS: &str =
    "parts: [afhandeling, klachtanalyse, aanbevelingen-nieuwe-klachten-voorkomen, aanbevelingen-werkwijze-verbeteren]";

#[test]
fn m40_destruction_is_asked_for_after_report_and_discussion_only() {
    let talk = "discussions:\n  - {on: 2026-05-18, by: m3, attendees: [m6], decision: nee}";
    assert_eq!(vlonderpad([talk, ""]).only("2026-12-01", &["T312"]), [""; 0]);
    let next = format!(
        "reports:\n  - {{on: 2027-01-11, by: m3, from: 2026-01-01, until: 2026-12-31, {PARTS}}}\ndiscussions:\n  - {{on: 2027-01-18, by: m3, attendees: [m6], decision: nee}}"
    );
    assert_eq!(vlonderpad(["", &next]).only("2027-02-18", &["T312"]), [""; 0]);
    assert_eq!(vlonderpad(["", &next]).only("2027-02-19", &["T312"]), ["T312 id"]);
}

#[test]
fn m41_a_discussion_is_held_by_people_who_work_here_about_a_report() {
    let book = |on: &str, who: &str| {
        format!(
            "reports:\n  - {{on: 2026-04-01, by: m3, from: 2025-01-01, until: 2025-12-31, {PARTS}}}\ndiscussions:\n  - {{on: {on}, by: m3, attendees: [{who}], decision: nee}}"
        )
    };
    let found = |on: &str, who: &str| vlonderpad([&book(on, who), ""]).only("2026-06-01", &["R409"]);
    assert_eq!(found("2026-05-18", "m6"), [""; 0]);
    assert_eq!(found("2026-05-18", "m6, m99"), ["R409 discussions[0].attendees[1]"]);
    assert_eq!(found("2026-05-18", "m2"), ["R409 discussions[0].attendees[0]"], "who left");
    assert_eq!(found("2026-03-31", "m6"), ["R409 discussions[0].on"], "before the report");
    assert_eq!(found("2026-04-01", "m6"), [""; 0], "on the same day");
}

#[test]
fn m42_the_event_sets_the_day_though_nobody_ended_the_case() {
    let steps = format!(
        "{BEGIN}
  - {{id: gevraagd, name: G, by: [handler], after: [aangenomen], each_round: true, asks: [{{key: blij, type: yes_no}}], quote: x}}
  - {{id: dicht, name: D, does: close, ends_as: settled, by: [handler], after: [gevraagd], quote: x}}
  - {{id: open, name: O, does: reopen, by: [handler], after: [gevraagd], optional: true, quote: x}}"
    );
    let rest = "retention: {regime: on-event, event: gevraagd, when: {field: blij, equals: ja}, within: 1 month, by: beheerder, quote: x}";
    let found = |log: &str, on: &str| {
        Desk::plein(PLAIN, &steps, rest).case("plein", ONE, &format!("{TAKEN}{log}")).only(on, &["T312"])
    };
    let asked = |said: &str| format!("  - {{step: gevraagd, on: 2026-03-10, by: m1, blij: {said}}}\n");
    assert_eq!(found(&asked("ja"), "2026-04-10"), [""; 0]);
    assert_eq!(found(&asked("ja"), "2026-04-11"), ["T312 id"]);
    assert_eq!(found(&asked("nee"), "2026-12-01"), [""; 0]);
    // A new attempt since then: what was said before it is said no more.
    let again = format!("{}  - {{step: open, on: 2026-03-12, by: m1}}\n", asked("ja"));
    assert_eq!(found(&again, "2026-12-01"), [""; 0]);
}

#[test]
fn m43_what_is_owed_each_year_is_owed_without_a_yearbook_too() {
    let none = vlonderpad(["", ""]).found("2027-06-01");
    let empty = vlonderpad(["participants: 3", ""]).found("2027-06-01");
    let owed = |found: &[String]| found.iter().filter(|f| f.starts_with("T313 ")).cloned().collect::<Vec<_>>();
    assert!(owed(&none).contains(&"T313 reports".to_owned()), "{none:?}");
    assert!(owed(&none).contains(&"T313 attestations".to_owned()), "{none:?}");
    assert_eq!(owed(&none), owed(&empty));
    assert_eq!(owed(&vlonderpad(["", ""]).found("2026-12-31")), [""; 0], "in the first year nothing is due yet");
    // A register in which nobody complained owes nothing.
    assert_eq!(Desk::with(&["interactie"]).only("2027-06-01", &["T313"]), [""; 0]);
}

#[test]
fn m44_a_measure_that_was_not_taken_stays_open() {
    use klacht::docket::Docket;
    let history = &super::said::basis().policy.histories["cmm"];
    let (_, version) = history.versions.last_key_value().unwrap();
    let look = |on: u32, name: &str, taken: &str| {
        format!(
            "  - {{step: maatregel-getoetst, on: 2026-05-{on:02}, by: m3, maatregel: {name}, genomen: {taken}, bevinding: x}}\n"
        )
    };
    let open = |looks: &[String]| {
        let named = |name: &str| {
            format!(
                "  - {{step: maatregel-voorgesteld, on: 2026-03-11, by: m3, maatregel: {name}, omschrijving: x, uiterlijk: 2026-04-10}}\n"
            )
        };
        let text = format!(
            "---\nid: K26-000013\nreceived: 2026-03-02\nintake: {{channel: e-mail}}\nparties:\n  - {{key: p1, role: klant, as: complainant}}\nlog:\n{}{}{}---\n",
            named("a-1"),
            named("a-2"),
            looks.concat()
        );
        let case = klacht::case::read(&text).0.unwrap();
        let docket = Docket::replay(&case, version, &history.people);
        let coded = klacht::counting::code(&docket, day("2026-06-01")).unwrap();
        let said = format!("{:?}", coded.record.codes);
        (docket.progress.open_measure(), if said.contains("verified") { "verified" } else { "agreed" })
    };
    assert_eq!(open(&[]), (true, "agreed"));
    assert_eq!(open(&[look(1, "a-1", "ja"), look(1, "a-2", "ja")]), (false, "verified"));
    assert_eq!(open(&[look(1, "a-1", "ja"), look(1, "a-2", "nee")]), (true, "agreed"));
    // The last look counts, both ways.
    assert_eq!(open(&[look(1, "a-1", "ja"), look(1, "a-2", "nee"), look(9, "a-2", "ja")]), (false, "verified"));
    assert_eq!(open(&[look(1, "a-1", "ja"), look(1, "a-2", "ja"), look(9, "a-1", "nee")]), (true, "agreed"));
}
