//! Holidays, school days, pauses and the clock, as data of a regulation; and the language of its text.

use chrono::{DateTime, NaiveDate, Utc};
use klacht::calendar::{End, Pause, Resumed};
use klacht::regulation::{Regulation, read_regulation};

use crate::model_growth::Small;

const ENGLISH: &str = "calendar:
  holidays: none
  time_zone: Europe/London
  cut_off: \"17:00\"
  known_until: 2027-12-31
  closed:
    - {name: Christmas Day, on: 2026-12-25}
    - {name: Boxing Day (substitute day), on: 2026-12-28}
organisation:";

const SCHOOL: &str = "calendars:
  - {id: schooldagen, name: schooldagen, one: schooldag, known_until: 2027-12-31, closed: [{name: zomervakantie, from: 2026-07-18, until: 2026-08-30}]}
organisation:";

const CONFIRM: &str = "within: 5 working days, quote: De bevestiging komt binnen 5 werkdagen na ontvangst.";
const OUTCOME: &str =
    "within: 10 working days, quote: U krijgt de uitkomst binnen 10 werkdagen na de bevestiging.}\nmilestones";

fn read(small: &Small) -> Regulation {
    read_regulation(&small.rules).value.expect("a regulation")
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// When a term ends that began on a day.
fn end(regulation: &Regulation, term: &str, from: &str) -> NaiveDate {
    let term = regulation.term(term).unwrap();
    regulation.due_of(term, day(from), term.within.unwrap()).end
}

#[test]
fn m73_other_countries_have_other_days() {
    let plain = Small::new();
    assert_eq!(end(&read(&plain), "bevestigen", "2026-12-22"), day("2026-12-30"), "in the Netherlands");
    let english = Small::new().rules("organisation:", ENGLISH);
    assert_eq!(end(&read(&english), "bevestigen", "2026-12-22"), day("2026-12-31"), "in England");
    let told = english.policy();
    assert!(!["P545", "P546", "C105"].iter().any(|code| told.names(code)), "{}", told.out);
    english.case("2026-12-22", "", "");
    let shown = english.run(&["show", "K26-000013", "--today", "2026-12-22"]).out;
    assert!(shown.contains("Thu 31 December 2026") && shown.contains("Boxing Day (substitute day)"), "{shown}");
}

#[test]
fn m73_days_beside_the_dutch_ones() {
    let small = Small::new()
        .rules("organisation:", "calendar: {closed: [{name: brugdag, on: [2026-12-24, 2027-01-02]}]}\norganisation:");
    // 23, 28, 29, 30 and 31 December.
    assert_eq!(end(&read(&small), "bevestigen", "2026-12-22"), day("2026-12-31"));
    let told = small.run(&["policy", "check", "--format", "short", "--today", "2027-03-01"]);
    assert!(told.names("P546") && told.out.contains("2027 is the last year"), "{}", told.out);
    assert!(!small.policy().names("P546"), "in the year before there is time");
}

#[test]
fn m73_a_time_zone_that_does_not_exist_is_told_with_the_nearest() {
    let small = Small::new().rules("organisation:", &ENGLISH.replace("Europe/London", "Europe/Londen"));
    let told = small.policy();
    assert!(told.names("P545") && told.out.contains("Europe/London`"), "{}", told.out);
    let hour = Small::new().rules("organisation:", &ENGLISH.replace("17:00", "vijf uur")).policy();
    assert!(hour.names("P545"), "{}", hour.out);
}

#[test]
fn m73_a_message_counts_by_the_clock_of_the_organisation() {
    let at = |text: &str| text.parse::<DateTime<Utc>>().unwrap();
    let (dutch, english) = (read(&Small::new()), read(&Small::new().rules("organisation:", ENGLISH)));
    // Half past eleven at night in London is after midnight in Amsterdam.
    assert_eq!(dutch.received_on(at("2026-03-16T23:30:00Z")), day("2026-03-17"));
    let no_hour = read(&Small::new().rules("organisation:", &ENGLISH.replace("  cut_off: \"17:00\"\n", "")));
    assert_eq!(no_hour.received_on(at("2026-03-16T23:30:00Z")), day("2026-03-16"));
    assert_eq!(english.received_on(at("2026-12-24T16:59:00Z")), day("2026-12-24"));
    assert_eq!(english.received_on(at("2026-12-24T17:00:00Z")), day("2026-12-29"), "over the holidays and the weekend");
}

#[test]
fn m72_a_term_counts_on_school_days() {
    let small = Small::new()
        .rules("organisation:", SCHOOL)
        .rules(CONFIRM, "within: 10 working days, calendar: schooldagen, quote: De bevestiging komt binnen 10 schooldagen na ontvangst.")
        .says("De bevestiging komt binnen 10 schooldagen na ontvangst.");
    // Five before the summer, five after it.
    assert_eq!(end(&read(&small), "bevestigen", "2026-07-10"), day("2026-09-04"));
    let told = small.policy();
    assert!(!["P521", "P545", "P508"].iter().any(|code| told.names(code)), "{}", told.out);
    small.case("2026-07-10", "", "");
    let shown = small.run(&["show", "K26-000013", "--today", "2026-07-10"]).out;
    assert!(shown.contains("10 schooldagen end Fri 4 September 2026"), "{shown}");
    assert!(shown.contains("Sat 18 July 2026 to Sun 30 August 2026 (zomervakantie)"), "{shown}");
    let other = small.rules("calendar: schooldagen", "calendar: schoodagen").policy();
    assert!(other.names("P508") && other.out.contains("schooldagen"), "{}", other.out);
}

#[test]
fn m72_a_term_stands_still_in_the_holidays() {
    let small = Small::new()
        .rules("organisation:", SCHOOL)
        .rules(OUTCOME, "within: 2 weeks, pauses: schooldagen, quote: U krijgt de uitkomst binnen 2 weken na de bevestiging.}\nmilestones")
        .says("U krijgt de uitkomst binnen 2 weken na de bevestiging.");
    let regulation = read(&small);
    // Seven days before the holidays and seven after them.
    assert_eq!(end(&regulation, "uitkomst", "2026-07-10"), day("2026-09-06"));
    assert_eq!(end(&regulation, "uitkomst", "2026-06-01"), day("2026-06-15"), "outside them nothing changes");
    assert_eq!(
        end(&regulation, "uitkomst", "2026-08-01"),
        day("2026-09-13"),
        "and begun in them it waits for their end"
    );
    assert!(!small.policy().names("P545"), "{}", small.policy().out);
    small.case("2026-07-10", "", "  - {step: bevestigd, on: 2026-07-10, by: m1, handler: m1, to: [p1]}\n");
    let shown = small.run(&["show", "K26-000013", "--today", "2026-07-20"]).out;
    assert!(shown.contains("stood still for 44 days (zomervakantie)"), "{shown}");
}

#[test]
fn m72_days_on_which_a_term_stands_still_are_not_lost_again_by_a_suspension() {
    let small = Small::new()
        .rules("organisation:", SCHOOL)
        .rules(OUTCOME, "within: 2 weeks, pauses: schooldagen, quote: U krijgt de uitkomst binnen 2 weken na de bevestiging.}\nmilestones");
    let regulation = read(&small);
    let term = regulation.term("uitkomst").unwrap();
    let resumed = |start: &str, from: &str, until: &str| {
        let reckoned = regulation.due_of(term, day(start), term.within.unwrap());
        let (pauses, days) = ([Pause { from: day(from), until: day(until) }], regulation.days_of(term));
        let before = End { nominal: reckoned.nominal_end, on: reckoned.end };
        let counting = regulation.counting_of(term);
        Resumed { start: day(start), duration: term.within, counting, pauses: &pauses, days: &days }.end(before).0.on
    };
    assert_eq!(resumed("2026-07-10", "2026-07-13", "2026-07-15"), day("2026-09-08"), "two days before the holidays");
    assert_eq!(resumed("2026-07-10", "2026-07-10", "2026-08-31"), day("2026-09-14"), "two whole weeks were left");
    assert_eq!(resumed("2026-07-01", "2026-07-06", "2026-07-09"), day("2026-08-31"), "the third day lies after them");
}

#[test]
fn m72_a_calendar_without_days_is_refused() {
    let empty = Small::new().rules("organisation:", &SCHOOL.replace("one: schooldag,", "weekdays: [],"));
    assert!(empty.policy().names("P545"), "{}", empty.policy().out);
    let turned = Small::new().rules("organisation:", &SCHOOL.replace("until: 2026-08-30", "until: 2026-07-01"));
    assert!(turned.policy().names("P545"));
    let nothing = Small::new()
        .rules(
            "organisation:",
            &SCHOOL.replace("closed: [{name: zomervakantie, from: 2026-07-18, until: 2026-08-30}]", "weekdays: [mon]"),
        )
        .rules(CONFIRM, &format!("pauses: schooldagen, {CONFIRM}"));
    assert!(nothing.policy().names("P545"), "{}", nothing.policy().out);
    // Even so it can be counted: to the end of the calendar and no further.
    let regulation = read(
        &Small::new()
            .rules("organisation:", &SCHOOL.replace("one: schooldag,", "weekdays: [],"))
            .rules(CONFIRM, &format!("calendar: schooldagen, {CONFIRM}")),
    );
    assert!(end(&regulation, "bevestigen", "2026-07-10") > day("2026-07-10"));
}

#[test]
fn the_page_for_complainants_says_which_days_count() {
    let site = "schema: klacht.register/1\nsite:\n  address: https://klachten.example/\n  responsible: Veldhoeve\n  contact: site@veldhoeve.example\n  answer_within: 10 working days\n  tested: {on: 2026-01-01, nl: Getest., en: Tested.}\n";
    let page = |small: &Small| {
        small.write("klacht.yaml", site);
        let told = small.run(&["build", "--today", "2026-03-01"]);
        std::fs::read_to_string(small.root.join("public/veldhoeve/index.html"))
            .unwrap_or_else(|_| panic!("{}", told.out))
    };
    let plain = page(&Small::new());
    assert!(plain.contains("Werkdagen zijn maandag tot en met vrijdag, behalve feestdagen."), "{plain}");
    let own = "calendar: {holidays: none, weekdays: [mon, tue, wed], known_until: 2027-12-31, closed: [{name: brugdag, on: 2026-12-23}]}\n";
    let small = Small::new()
        .rules("organisation:", &format!("{own}{SCHOOL}"))
        .rules(CONFIRM, "within: 5 working days, calendar: schooldagen, quote: De bevestiging komt binnen 5 schooldagen na ontvangst.")
        .rules(OUTCOME, "within: 10 working days, pauses: schooldagen, quote: U krijgt de uitkomst binnen 10 werkdagen na de bevestiging.}\nmilestones")
        .says("De bevestiging komt binnen 5 schooldagen na ontvangst.");
    let page = page(&small);
    for said in [
        "Wij bevestigen uw klacht binnen 5 schooldagen.",
        "Werkdagen zijn: maandag, dinsdag en woensdag. Wat niet meetelt: brugdag.",
        "Schooldagen zijn: maandag, dinsdag, woensdag, donderdag en vrijdag. Wat niet meetelt: feestdagen en zomervakantie.",
        "De termijn ‘Uitkomst’ staat stil in: zomervakantie.",
    ] {
        assert!(page.contains(said), "{said}: {page}");
    }
    assert!(!page.contains("maandag tot en met vrijdag"), "{page}");
}

#[test]
fn a_calendar_that_changes_is_told_by_the_comparison() {
    let small = Small::new();
    let newer =
        small.rules.replace("organisation:", ENGLISH).replace("valid_from: 2026-01-01", "valid_from: 2026-07-01");
    small.write("policy/veldhoeve/2026-07-01/regulation.yaml", &newer);
    small.write("policy/veldhoeve/2026-07-01/text.nl.md", include_str!("text.nl.md"));
    let told = small.run(&["policy", "diff", "veldhoeve/2026-01-01", "veldhoeve/2026-07-01"]);
    assert!(told.out.contains("Which days count has changed."), "{}", told.out);
}

#[test]
fn m71_an_english_text_is_told_once_and_at_once() {
    let mut small = Small::new();
    small.text = include_str!("text.en-as-nl.md").to_owned();
    for (dutch, english) in [
        (
            "U krijgt de uitkomst binnen 10 werkdagen na de bevestiging.",
            "You get the outcome within 10 working days of the acknowledgement.",
        ),
        (
            "De bevestiging komt binnen 5 werkdagen na ontvangst.",
            "The acknowledgement comes within 5 working days of receipt.",
        ),
    ] {
        small.rules = small.rules.replace(dutch, english);
    }
    let told = small.policy();
    assert_eq!(told.out.matches("[P547]").count(), 1, "{}", told.out);
    assert!(!told.names("P521"), "{}", told.out);
    assert!(!Small::new().policy().names("P547"));
}
