//! Extensions: which clocks a notice gives more time, how often, how far, and with whose consent.

use super::rounds::{rounds, second};
use super::{House, case, house};

/// A house with an advice and an outcome that one notice puts off.
fn two_terms(rule: &str) -> House {
    house(&format!(
        "
  - {{id: advies, name: Advies, by: [behandelaar]}}!
  - {{id: instemming, name: Instemming, by: [complainant], optional: true, asks: [{{key: nieuw, type: date, required: false}}]}}!
  - {{id: verdaagd, name: Verdaagd, by: [behandelaar], optional: true, asks: [{{key: nieuw, type: date}}]}}!
  - {{id: uitkomst, name: Uitkomst, does: close, ends_as: decided, by: [behandelaar]}}!
terms:
  - {{id: advies, name: Advies, until: [advies], within: 4 weeks}}!
  - {{id: uitkomst, name: Uitkomst, until: [uitkomst], within: 8 weeks}}!
extensions:
  - {{id: verdaging, terms: [advies, uitkomst], step: verdaagd, new_date: nieuw, {rule}}}!
"
    ))
}

/// Received on Monday 7 September 2026: the advice is due on 5 October, the outcome on 2 November.
fn with(more: &[&'static str]) -> klacht::case::Case {
    case("2026-09-07", &[&["toegewezen 2026-09-07 handler: m1"], more].concat())
}

#[test]
fn m16_a_clock_that_stopped_is_not_looked_at() {
    for within in ["at_most: 4 weeks", "at_most: 20 working days, notice: within-original-term"] {
        let house = two_terms(within);
        let met = with(&["advies 2026-09-21", "verdaagd 2026-10-26 nieuw: 2026-11-20"]);
        house.finds(&met, "2026-11-20", &[]);
        house.ends_are(&met, &[("advies", "2026-10-05"), ("uitkomst", "2026-11-20")]);
    }
}

#[test]
fn m16_a_term_that_was_missed_voids_the_notice_for_itself_only() {
    let house = two_terms("at_most: 4 weeks");
    let missed = with(&["verdaagd 2026-10-26 nieuw: 2026-11-20"]);
    house.finds(&missed, "2026-10-26", &[("T304", "“Advies” (advies) ended Mon 5 October 2026"), ("T310", "“Advies”")]);
    house.ends_are(&missed, &[("advies", "2026-10-05"), ("uitkomst", "2026-11-20")]);
    let said = with(&["verdaagd 2026-10-26 late: druk, nieuw: 2026-11-20", "advies 2026-10-27 late: druk"]);
    house.finds(&said, "2026-11-20", &[("T302", "22 days late")]);
    // Nothing runs any more that it could extend.
    let both = with(&["verdaagd 2026-11-10 nieuw: 2026-11-20"]);
    let codes: Vec<String> = house.found(&both, "2026-10-01").iter().map(|said| said[..4].to_owned()).collect();
    assert_eq!(codes, ["T304", "T304"]);
    house.look(&both, |docket| assert!(docket.extends_nothing(&docket.case().log[1])));
    house.look(&missed, |docket| assert!(!docket.extends_nothing(&docket.case().log[1])));
}

#[test]
fn m17_a_notice_makes_no_term_shorter() {
    let house = two_terms("at_most: 4 weeks");
    let between = with(&["verdaagd 2026-09-28 nieuw: 2026-10-20"]);
    house.finds(&between, "2026-10-05", &[]);
    house.ends_are(&between, &[("advies", "2026-10-20"), ("uitkomst", "2026-11-02")]);
    let nothing = with(&["verdaagd 2026-09-28 nieuw: 2026-10-05"]);
    house.finds(&nothing, "2026-09-28", &[("T306", "“Advies” (advies) already ran until Mon 5 October 2026")]);
    // A notice that gives nothing is no extension.
    house.look(&nothing, |docket| assert!(docket.clocks().iter().all(|clock| clock.due.extensions == 0)));
}

/// Rounds with an outcome in ten working days that can be put off by ten more.
fn extendable(rule: &str) -> House {
    let steps = "
  - {id: verlengd, name: Verlengd, by: [behandelaar], optional: true, asks: [{key: nieuw, type: date}]}!
  - {id: instemming, name: Instemming, by: [behandelaar], optional: true, asks: [{key: nieuw, type: date, required: false}]}!";
    rounds(
        steps,
        &format!(
            "
terms:
  - {{id: uitkomst, name: Uitkomst, from: bevestigd, until: [antwoord], within: 10 working days, each_round: true}}!
extensions:
  - {{id: verlenging, terms: [uitkomst], step: verlengd, new_date: nieuw, at_most: 10 working days, {rule}}}!
"
        ),
    )
}

/// A first round that was extended once, and the second confirmed on Tuesday 3 November 2026.
const EXTENDED: &[&str] = &[
    "toegewezen 2026-09-14 handler: m1",
    "bevestigd 2026-09-14",
    "verlengd 2026-09-24 nieuw: 2026-10-05",
    "antwoord 2026-10-05",
    "gesloten 2026-10-05",
    "heropend 2026-11-02",
    "bevestigd 2026-11-03",
];

#[test]
fn m18_a_notice_extends_the_clock_of_its_own_round() {
    let house = extendable("notice: within-term");
    let again = case("2026-09-14", &second(&["verlengd 2026-11-12 nieuw: 2026-11-27"]));
    house.finds(&again, "2026-11-27", &[]);
    house.ends_are(&again, &[("uitkomst", "2026-09-28"), ("uitkomst", "2026-11-27")]);
    let late = case("2026-09-14", &second(&["verlengd 2026-11-18 nieuw: 2026-11-27"]));
    house.finds(&late, "2026-11-17", &[("T304", "ended Tue 17 November 2026")]);
    let far = case("2026-09-14", &second(&["verlengd 2026-11-12 nieuw: 2026-12-02"]));
    house.finds(&far, "2026-11-12", &[("T305", "Tue 1 December 2026 at most")]);
}

#[test]
fn m19_times_are_counted_within_the_clock() {
    let house = extendable("times: 1");
    let first = case("2026-09-14", &[EXTENDED, &["verlengd 2026-11-12 nieuw: 2026-11-20"]].concat());
    house.finds(&first, "2026-11-12", &[]);
    let twice =
        [EXTENDED, &["verlengd 2026-11-12 nieuw: 2026-11-20", "verlengd 2026-11-13 nieuw: 2026-11-24"]].concat();
    house.finds(&case("2026-09-14", &twice), "2026-11-12", &[("T305", "once in all")]);
    let lacks = |log: &[&str]| {
        let mut found = false;
        house.look(&case("2026-09-14", log), |docket| {
            let step = docket.possible().into_iter().find(|p| p.step.id == "verlengd").unwrap();
            found = !step.obstacles.is_empty();
        });
        found
    };
    assert!(!lacks(EXTENDED), "nothing of this round was extended yet");
    assert!(lacks(&twice));
}

#[test]
fn m20_a_consent_permits_the_next_notice_only() {
    let house = extendable("times: 1, beyond_with: instemming");
    let start = ["toegewezen 2026-09-14 handler: m1", "bevestigd 2026-09-14", "verlengd 2026-09-24 nieuw: 2026-10-12"];
    let with = |more: &[&'static str]| case("2026-09-14", &[&start[..], more].concat());
    let once = ["instemming 2026-10-05", "verlengd 2026-10-06 nieuw: 2026-11-02"];
    house.finds(&with(&once), "2026-10-06", &[]);
    let more = [&once[..], &["verlengd 2026-10-30 nieuw: 2026-12-01"]].concat();
    house.finds(&with(&more), "2026-10-30", &[("T305", "once in all"), ("T305", "Mon 12 October 2026 at most")]);
    let anew = [&once[..], &["instemming 2026-10-29", "verlengd 2026-10-30 nieuw: 2026-12-01"]].concat();
    house.finds(&with(&anew), "2026-10-30", &[]);
    // One that names a day permits up to that day.
    let up_to = ["instemming 2026-10-05 nieuw: 2026-11-30", "verlengd 2026-10-06 nieuw: 2026-11-02"];
    let within = [&up_to[..], &["verlengd 2026-10-30 nieuw: 2026-11-30"]].concat();
    house.finds(&with(&within), "2026-10-30", &[]);
    let beyond = [&up_to[..], &["verlengd 2026-10-30 nieuw: 2026-12-01"]].concat();
    house.finds(&with(&beyond), "2026-10-30", &[("T305", "once in all"), ("T305", "at most")]);
    // A consent of an earlier round is none.
    let of_before = [
        "instemming 2026-10-05",
        "antwoord 2026-10-06",
        "gesloten 2026-10-06",
        "heropend 2026-11-02",
        "bevestigd 2026-11-03",
        "verlengd 2026-11-04 nieuw: 2026-12-31",
    ];
    house.finds(&with(&of_before), "2026-11-04", &[("T305", "Tue 1 December 2026 at most")]);
}

#[test]
fn m20_a_consent_lifts_what_the_regulation_says() {
    let house = extendable("times: 1, beyond_with: instemming, permits: [longer]");
    let log = [
        "toegewezen 2026-09-14 handler: m1",
        "bevestigd 2026-09-14",
        "instemming 2026-09-22",
        "verlengd 2026-09-24 nieuw: 2026-10-30",
        "instemming 2026-10-22",
        "verlengd 2026-10-23 nieuw: 2026-11-30",
    ];
    house.finds(&case("2026-09-14", &log[..4]), "2026-09-24", &[]);
    house.finds(&case("2026-09-14", &log), "2026-09-24", &[("T305", "once in all")]);
}

#[test]
fn m15_no_extension_is_advised_that_could_not_be_given() {
    let advice = |house: &House, log: &[&str]| {
        let mut said = String::new();
        house.look(&case("2026-09-14", log), |docket| {
            let told = docket.violations.iter().map(|v| klacht::rules::Rule::of(&v.kind, docket));
            said = told.map(|(rule, told)| format!("{} {}", rule.code, told.remedy.en)).collect::<Vec<_>>().join("\n");
        });
        assert!(said.starts_with("T301"), "{said}");
        said.contains("an extension was possible")
    };
    let late = ["toegewezen 2026-09-14 handler: m1", "bevestigd 2026-09-14", "antwoord 2026-10-14"];
    let used = [
        "toegewezen 2026-09-14 handler: m1",
        "bevestigd 2026-09-14",
        "verlengd 2026-09-24 nieuw: 2026-10-12",
        "antwoord 2026-10-14",
    ];
    let partly = [
        "toegewezen 2026-09-14 handler: m1",
        "bevestigd 2026-09-14",
        "verlengd 2026-09-24 nieuw: 2026-10-09",
        "antwoord 2026-10-14",
    ];
    let house = extendable("notice: within-term");
    assert!(advice(&house, &late));
    assert!(!advice(&house, &used), "it was extended to the limit");
    assert!(advice(&house, &partly), "one working day was left");
    assert!(!advice(&extendable("times: 1"), &partly), "it was extended as often as may be");
}
