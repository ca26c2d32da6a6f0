//! Every kind of lack of the family, in words; and what is found in people.yaml and in a yearbook.

use chrono::NaiveDate;

use super::{Days, Placed, RULES, judge_people, judge_yearbook};
use crate::docket::{Docket, HandlerFault, ViolationKind};
use crate::rules::Rule;
use crate::rules::fixture::{FACTS, PEOPLE, REGULATION, case, codes, day, people, said_of, shown, version};
use crate::yearbook::read_yearbook;

fn s(text: &str) -> String {
    text.to_owned()
}

fn violations() -> Vec<ViolationKind> {
    let handler = |wanted: &[&str], why| ViolationKind::WrongHandler {
        key: s("m7"),
        wanted: wanted.iter().map(|w| s(w)).collect(),
        may: vec![s("m1")],
        why,
    };
    let conflict = |substitute: Option<&str>, waivable| ViolationKind::Conflict {
        exclusion: "niet-over-zichzelf".to_owned(),
        step: s("toegewezen"),
        key: s("m7"),
        is: s("respondent"),
        substitute: substitute.map(s),
        waivable,
    };
    let attested =
        |by: &str, known| ViolationKind::BadAttestation { attestation: s("vertrouwelijk"), by: s(by), known };
    vec![
        ViolationKind::UnknownWho { key: s("p9"), field: "by", may: vec![s("p1"), s("m1")] },
        ViolationKind::UnknownWho { key: s("jan"), field: "to", may: Vec::new() },
        ViolationKind::WrongActor {
            step: s("gehoord"),
            key: s("m7"),
            wanted: vec![s("handler"), s("directeur")],
            may: vec![s("m1")],
        },
        ViolationKind::NoActor { step: s("gehoord"), wanted: vec![s("handler")], may: vec![s("m1"), s("m3")] },
        ViolationKind::NoActor { step: s("correctie"), wanted: vec![s("anyone")], may: Vec::new() },
        handler(&["coordinator"], HandlerFault::Role),
        handler(&["m3"], HandlerFault::StandIn),
        handler(&["m3"], HandlerFault::Account),
        handler(&[], HandlerFault::Account),
        handler(&[], HandlerFault::Missing),
        handler(&["coordinator"], HandlerFault::Missing),
        conflict(None, false),
        conflict(None, true),
        conflict(Some("toegewezen"), false),
        ViolationKind::WrongEscalator { step: s("voorgelegd"), key: s("m3"), who: vec![s("complainant")] },
        attested("p1", true),
        attested("jan", true),
        attested("m3", false),
        ViolationKind::WrongPosition { role: s("trainer"), position: "complainant" },
        ViolationKind::WrongPosition { role: s("directeur"), position: "involved" },
        ViolationKind::NoComplainant,
        ViolationKind::PositionEmpty { position: "respondent" },
        ViolationKind::UnusualParty { role: s("cursist") },
        ViolationKind::NotThatRole { party: s("p1"), person: s("m3"), role: s("coordinator") },
        ViolationKind::PersonUnknown { exclusion: s("x"), step: s("toegewezen"), party: s("p1") },
        ViolationKind::PersonUnknown { exclusion: s("x"), step: String::new(), party: s("p1") },
    ]
}

fn listed(found: &[(&'static Rule, Placed)]) -> String {
    let one = |(rule, placed): &(&Rule, Placed)| {
        let demanded = placed.rule.as_ref().map(ToString::to_string).unwrap_or_default();
        format!("{} [{demanded}]\n{}", placed.at, shown(rule.code, rule.name, &placed.said))
    };
    found.iter().map(one).collect::<Vec<_>>().join("\n")
}

fn on_people(source: &str) -> Vec<(&'static Rule, Placed)> {
    let version = version(REGULATION);
    judge_people(&people(source), &version, Days::of(&version, None), day(6, 1))
}

fn on_yearbook(source: &str) -> Vec<(&'static Rule, Placed)> {
    let version = version(REGULATION);
    let read = read_yearbook(source);
    let yearbook = read.value.unwrap_or_else(|| panic!("{:?}", read.faults));
    let reports: Vec<_> = yearbook.reports.iter().map(|r| r.on).collect();
    judge_yearbook(&yearbook, &reports, &people(PEOPLE), &version, Days::of(&version, None))
}

#[test]
fn violations_in_words() {
    let (version, people, case) = (version(REGULATION), people(PEOPLE), case(FACTS, &[]));
    let docket = Docket::replay(&case, &version, &people);
    let text = said_of(&docket, &violations());
    assert!(!text.contains("jan"), "a key that nobody knows may be a name");
    insta::assert_snapshot!("violations", text);
    for rule in RULES.iter().filter(|rule| rule.check.starts_with("src/docket/")) {
        assert!(violations().iter().any(|kind| Rule::of(kind, &docket).0 == *rule), "{} never speaks", rule.code);
    }
}

#[test]
fn a_replay_leads_to_the_rules_at_their_places() {
    let log = [
        "{step: toegewezen, on: 2026-04-18, by: m3, handler: m7}",
        "{step: gehoord, on: 2026-04-20, by: m9}",
        "{step: voorgelegd, on: 2026-05-01, by: m1}",
    ];
    let case = case(&FACTS.replace("role: cursist", "role: directeur"), &log);
    let (version, people) = (version(REGULATION), people(PEOPLE));
    let found = codes(&Docket::replay(&case, &version, &people));
    let own: Vec<&str> = found.iter().map(String::as_str).filter(|code| code.starts_with('R')).collect();
    insta::assert_snapshot!("replay", own.join("\n"));
}

#[test]
fn who_could_have_been_meant_is_named_by_key() {
    let (version, people) = (version(REGULATION), people(PEOPLE));
    let said = |entry: &str| {
        let case = case(FACTS, &[entry]);
        let docket = Docket::replay(&case, &version, &people);
        let own = docket.violations.iter().map(|violation| Rule::of(&violation.kind, &docket));
        let own = own.filter(|(rule, _)| rule.code.starts_with("R40"));
        own.map(|(rule, said)| format!("{} {}", rule.code, said.remedy.nl)).collect::<Vec<_>>().join("\n")
    };
    // A handler is a member of staff, and no party: m7 is the respondent.
    let handler = said("{step: toegewezen, on: 2026-04-18, by: m3, handler: m9}");
    assert!(handler.contains("R401") && handler.contains("(hier kan: m3)"), "{handler}");
    let missing = said("{step: toegewezen, on: 2026-04-18, by: m3}");
    assert!(missing.contains("R403") && missing.ends_with("(op die dag: m3)"), "{missing}");
    let actor = said("{step: gehoord, on: 2026-04-20, by: p1}");
    assert!(actor.contains("R402"), "{actor}");
}

#[test]
fn sound_people_and_yearbook_give_nothing() {
    assert_eq!(listed(&on_people(PEOPLE)), "");
    let yearbook = "
schema: klacht.yearbook/1
reports: [{on: 2026-01-20, by: m3, from: 2025-01-01, until: 2025-12-31}]
discussions:
  - {on: 2026-02-03, by: m3, attendees: [m1, m7], decision: ja, decided_by: m1}
  - {on: 2026-02-10, by: m3, attendees: [m1], decision: niet-nodig}
attestations: [{attestation: getraind, on: 2026-01-20, by: m1, how: lijst gezien}]
";
    assert_eq!(listed(&on_yearbook(yearbook)), "");
}

#[test]
fn what_is_wrong_in_people() {
    let found = on_people(
        "
schema: klacht.people/1
persons:
  - {key: m1, roles: [{role: directeur, from: 2020-01-01}]}
  - {key: m3, roles: [{role: coordinator, from: 2020-01-01}]}
  - {key: m4, roles: [{role: coordinator, from: 2025-03-01, deputy: true}]}
  - {key: m5, roles: [{role: commissie, from: 2024-01-01}, {role: trainer, from: 2020-01-01, until: 2024-01-01}]}
  - key: m7
    roles: [{role: trainer, from: 2024-09-01}]
    attestations:
      - {attestation: lid-van-orde, on: 2024-09-02, by: m3, how: gehoord}
      - {attestation: getraind, on: 2024-09-02, by: m1, how: gehoord}
",
    );
    insta::assert_snapshot!("people", listed(&found));
}

#[test]
fn who_is_appointed_may_declare_of_himself_before_the_role_begins() {
    let source = REGULATION.replace("by: [directeur], per: holder", "by: [trainer], per: holder");
    let version = version(&source);
    let found = |by: &str, on: &str| {
        let people = people(&format!(
            "
schema: klacht.people/1
persons:
  - key: m7
    roles: [{{role: trainer, from: 2024-09-01, until: 2025-08-31}}]
    attestations: [{{attestation: lid-van-orde, on: {on}, by: {by}, how: register gezien}}]
  - {{key: m8, roles: [{{role: directeur, from: 2020-01-01}}]}}
"
        ));
        judge_people(&people, &version, Days::of(&version, None), day(6, 1))
            .iter()
            .map(|f| f.0.code)
            .collect::<Vec<_>>()
    };
    assert_eq!(found("m7", "2024-08-01"), Vec::<&str>::new(), "of himself, before he begins");
    assert_eq!(found("m8", "2024-08-01"), ["R410"], "of another, without the role");
    assert_eq!(found("m7", "2025-09-01"), ["R410", "R412"], "after his role had ended");
}

#[test]
fn only_days_of_the_version_and_of_today_count() {
    let found = on_people(
        "
schema: klacht.people/1
persons:
  - {key: m1, roles: [{role: directeur, from: 2020-01-01}]}
  - {key: m3, roles: [{role: coordinator, from: 2020-01-01}]}
  - {key: m4, roles: [{role: coordinator, from: 2021-03-01, until: 2023-12-31}]}
  - {key: m5, roles: [{role: trainer, from: 2020-01-01, until: 2023-12-31}]}
  - {key: m6, roles: [{role: trainer, from: 2026-06-02}]}
  - key: m8
    roles: [{role: commissie, from: 2024-06-01}, {role: trainer, from: 2020-01-01, until: 2024-05-31}]
    attestations: [{attestation: lid-van-orde, on: 2024-02-01, by: m1, how: register gezien}]
",
    );
    assert_eq!(listed(&found), "", "before the version, ended the day before, or yet to begin");
}

#[test]
fn the_last_day_of_a_version_is_the_day_before_the_next() {
    let version = version(REGULATION);
    let days = Days::of(&version, NaiveDate::from_ymd_opt(2025, 1, 1));
    assert!(days.has(NaiveDate::from_ymd_opt(2024, 12, 31).unwrap()));
    assert!(!days.has(NaiveDate::from_ymd_opt(2025, 1, 1).unwrap()));
    assert!(!days.has(NaiveDate::from_ymd_opt(2023, 12, 31).unwrap()));
}

#[test]
fn a_report_has_every_part_that_the_regulation_names() {
    let source = REGULATION.replacen("reporting:\n", "reporting:\n  parts: [cijfers, lessen]\n", 1);
    assert_ne!(source, REGULATION);
    let version = version(&source);
    let judged = |parts: &str| {
        let book = format!(
            "schema: klacht.yearbook/1\nreports: [{{on: 2026-01-20, by: m3, from: 2025-01-01, until: 2025-12-31{parts}}}]\n"
        );
        let yearbook = read_yearbook(&book).value.unwrap();
        listed(&judge_yearbook(&yearbook, &[], &people(PEOPLE), &version, Days::of(&version, None)))
    };
    assert_eq!(judged(", parts: [lessen, cijfers]"), "");
    let found = judged(", parts: [cijfers]");
    assert!(found.contains("reports[0].parts") && found.contains("lacks: lessen"), "{found}");
    assert!(judged("").contains("cijfers, lessen"));
}

#[test]
fn what_is_wrong_in_a_yearbook() {
    let found = on_yearbook(
        "
schema: klacht.yearbook/1
reports:
  - {on: 2026-01-20, by: m7, from: 2025-01-01, until: 2025-12-31}
  - {on: 2023-01-20, by: m7, from: 2022-01-01, until: 2022-12-31}
discussions:
  - {on: 2026-02-03, by: m7, decision: ja}
  - {on: 2026-02-04, by: m3, attendees: [m1], decision: ja, decided_by: m3}
  - {on: 2026-02-05, by: m3, attendees: [m1]}
attestations:
  - {attestation: getraind, on: 2026-01-20, by: jan, how: lijst gezien}
  - {attestation: vertrouwelijk, on: 2026-01-20, by: m1, how: lijst gezien}
",
    );
    insta::assert_snapshot!("yearbook", listed(&found));
}
