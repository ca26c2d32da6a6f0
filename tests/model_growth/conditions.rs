//! Conditions on time, on two answers that differ, and on numbers.

use crate::model_growth::Small;

const FILED: &str =
    "{id: voorgelegd, name: Voorgelegd aan de commissie, by: [complainant], to: [commissie], after: [bevestigd],";
const RECEIVED: &str = "  - {step: bevestigd, on: 2026-03-03, by: m1, handler: m1, to: [p1]}\n";

fn with_overdue() -> Small {
    Small::new().rules(FILED, &format!("{FILED} when: {{overdue: uitkomst}},"))
}

fn filed(on: &str) -> String {
    format!("{RECEIVED}  - {{step: voorgelegd, on: {on}, by: p1, to: [commissie], recorded_by: m1}}\n")
}

#[test]
fn item_2_a_way_opens_when_a_term_was_not_met() {
    let small = with_overdue();
    // Ten working days after 3 March end on the 17th.
    for (on, free) in [("2026-03-17", false), ("2026-03-18", true)] {
        small.case("2026-03-02", "", &filed(on));
        let told = small.checked(on);
        assert_eq!(!told.names("W203"), free, "{on}: {}", told.out);
    }
    // An outcome that came in time closes the way, one that came late leaves it open.
    for (on, free) in [("2026-03-17", false), ("2026-03-18", true)] {
        let late = if free { ", late: druk" } else { "" };
        let outcome =
            format!("  - {{step: uitkomst, on: {on}, by: m1, to: [p1], besluit: gegrond, bedrag: 10{late}}}\n");
        let log = filed("2026-04-01").replace("  - {step: voorgelegd", &format!("{outcome}  - {{step: voorgelegd"));
        small.case("2026-03-02", "", &log);
        let told = small.checked("2026-04-01");
        assert_eq!(!told.names("W203"), free, "{on}: {}", told.out);
    }
}

#[test]
fn a_way_that_time_opens_is_possible_from_that_day_on() {
    let small = with_overdue();
    small.case("2026-03-02", "", RECEIVED);
    for (on, free) in [("2026-03-17", false), ("2026-03-18", true)] {
        let told = small.run(&["step", "K26-000013", "--today", on]);
        assert_eq!(told.out.contains("voorgelegd"), free, "{on}: {}", told.out);
    }
}

#[test]
fn a_term_may_run_only_when_another_is_overdue() {
    let term = "terms:\n";
    let second = "terms:\n  - {id: herinnering, name: Herinnering, from: received, until: [voorgelegd], within: 1 week, when: {overdue: uitkomst}, quote: Daarna kunt u naar de commissie.}\n";
    let small = Small::new().rules(term, second);
    small.case("2026-03-02", "", RECEIVED);
    for (on, runs) in [("2026-03-17", false), ("2026-03-18", true)] {
        let shown = small.run(&["show", "K26-000013", "--today", on]).out;
        assert_eq!(shown.contains("Herinnering"), runs, "{on}: {shown}");
    }
}

#[test]
fn the_walk_waits_where_only_time_opens_a_way() {
    let ends = "  - {id: gestaakt, name: Gestaakt, does: end, ends_as: inadmissible, by: [behandelaar], optional: true, after: [bevestigd], when: {overdue: uitkomst}, quote: Daarna kunt u naar de commissie.}\nterms:";
    let told = Small::new().rules("terms:", ends).run(&["policy", "walk", "veldhoeve", "--today", "2026-03-02"]).out;
    let (_, way) = told.split_once("Gestaakt (gestaakt)").expect("a way to that end");
    // Received on 2 March, confirmed on the last day, the 9th; the outcome is due on the 23rd.
    assert!(way.contains("Tue 24 March 2026  Gestaakt"), "{told}");
    assert!(!told.contains("No case ever ends here"), "{told}");
}

#[test]
fn the_walk_takes_a_day_long_ago_where_a_span_is_counted_from_it() {
    let ends = "  - {id: verjaard, name: Verjaard, does: end, ends_as: inadmissible, by: [behandelaar], optional: true, after: [bevestigd], when: {longer_than: 1 year, since: gebeurd_op, to: received}, quote: Daarna kunt u naar de commissie.}\nterms:";
    let told = Small::new().rules("terms:", ends).run(&["policy", "walk", "veldhoeve", "--today", "2026-03-02"]).out;
    let (_, way) = told.split_once("Verjaard (verjaard)").expect("a way to that end");
    let way = way.split("\n\n").next().unwrap();
    assert!(way.contains("gebeurd_op: 2016") && !way.contains("no occasion"), "{way}");
}

#[test]
fn an_overdue_term_is_known_and_does_not_wait_for_itself() {
    let told = with_overdue().policy();
    assert!(!["P509", "P531", "P533", "P534"].iter().any(|code| told.names(code)), "{}", told.out);
    let unknown = Small::new().rules(FILED, &format!("{FILED} when: {{overdue: uitkomt}},")).policy();
    assert!(unknown.names("P509") && unknown.out.contains("uitkomst"), "{}", unknown.out);
    let term = "{id: uitkomst, name: Uitkomst, from: bevestigd,";
    let circle = Small::new().rules(term, &format!("{term} when: {{overdue: uitkomst}},"));
    let told = circle.policy();
    assert!(told.names("P509"), "{}", told.out);
    circle.case("2026-03-02", "", RECEIVED);
    assert_eq!(circle.checked("2026-06-01").code, Some(1));
}

#[test]
fn item_3_what_is_too_long_ago_is_told_by_an_asked_date_and_the_day_of_receipt() {
    let ends = "  - {id: te-laat, name: Te lang geleden, does: end, ends_as: inadmissible, by: [behandelaar], optional: true, when: {longer_than: 1 year, since: gebeurd_op, to: received}, quote: Een klacht over iets van meer dan 1 jaar geleden nemen wij niet in behandeling.}\nterms:";
    let small = Small::new()
        .rules("terms:", ends)
        .says("Een klacht over iets van meer dan 1 jaar geleden nemen wij niet in behandeling.");
    let told = small.policy();
    assert!(!["P509", "P521", "P531", "P534"].iter().any(|code| told.names(code)), "{}", told.out);
    for (happened, free) in [("2025-03-02", false), ("2025-03-01", true)] {
        let log = "  - {step: te-laat, on: 2026-03-03, by: m1}\n";
        small.case("2026-03-02", &format!("fields: {{gebeurd_op: {happened}}}\n"), log);
        let told = small.checked("2026-03-03");
        assert_eq!(!told.names("W203"), free, "{happened}: {}", told.out);
    }
    let no_date = small
        .rules("{id: gebeurd_op, name: Gebeurd op, type: date", "{id: gebeurd_op, name: Gebeurd op, type: amount")
        .policy();
    assert!(no_date.names("P509"), "{}", no_date.out);
}

#[test]
fn item_6_a_decision_that_differs_from_the_advice_gives_its_reason() {
    let asks = "{key: bedrag, type: amount}";
    let small =
        Small::new().rules(asks, &format!("{asks}, {{key: waarom, type: text, when: {{differs: [advies, besluit]}}}}"));
    let told = small.policy();
    assert!(!told.names("P534") && !told.names("P509"), "{}", told.out);
    let log = |besluit: &str, more: &str| {
        format!(
            "{RECEIVED}  - {{step: geadviseerd, on: 2026-03-04, by: m1, advies: gegrond}}\n  - {{step: uitkomst, on: 2026-03-05, by: m1, to: [p1], besluit: {besluit}, bedrag: 10{more}}}\n"
        )
    };
    for (besluit, more, fine) in [
        ("gegrond", "", true),
        ("ongegrond", "", false),
        ("ongegrond", ", waarom: het verslag spreekt dit tegen", true),
    ] {
        small.case("2026-03-02", "", &log(besluit, more));
        let told = small.checked("2026-03-05");
        assert_eq!(!told.names("W207"), fine, "{besluit}{more}: {}", told.out);
    }
    let never = Small::new().rules(
        "{key: bedrag, type: amount}",
        "{key: bedrag, type: amount}, {key: waarom, type: text, when: {differs: [advies, oordeel]}}",
    );
    assert!(never.policy().names("P509"), "{}", never.policy().out);
}

#[test]
fn item_7_an_amount_has_bounds_as_a_datum_and_in_a_condition() {
    let small = Small::new().rules("{key: bedrag, type: amount}", "{key: bedrag, type: amount, at_most: 25000}");
    for (amount, fine) in [("25000", true), ("25000.01", false)] {
        let log = format!(
            "{RECEIVED}  - {{step: uitkomst, on: 2026-03-05, by: m1, to: [p1], besluit: gegrond, bedrag: {amount}}}\n"
        );
        small.case("2026-03-02", "", &log);
        let told = small.checked("2026-03-05");
        assert_eq!(!told.names("W217"), fine, "{amount}: {}", told.out);
        assert!(fine || told.out.contains("at most 25000"), "{}", told.out);
    }
    // What the bound shuts out can never be asked after.
    let when = |condition: &str| format!("{FILED} when: {{field: bedrag, {condition}}},");
    assert!(small.rules(FILED, &when("at_least: 30000")).policy().names("P534"));
    let free = |condition: &str| Small::new().rules(FILED, &when(condition)).policy();
    assert!(!free("at_least: 30000").names("P534"), "{}", free("at_least: 30000").out);
    assert!(!free("at_most: 30000").names("P534"));
    assert!(
        Small::new()
            .rules("{key: bedrag, type: amount}", "{key: bedrag, type: amount, at_least: 10, at_most: 5}")
            .policy()
            .names("P510")
    );
    assert!(Small::new().rules(FILED, &when("at_leest: 3")).policy().names("C105"));
}

#[test]
fn a_bound_that_changes_is_told_by_the_comparison() {
    let small = Small::new();
    let newer = small.rules.replace("{key: bedrag, type: amount}", "{key: bedrag, type: amount, at_most: 500}");
    small.write(
        "policy/veldhoeve/2026-07-01/regulation.yaml",
        &newer.replace("valid_from: 2026-01-01", "valid_from: 2026-07-01"),
    );
    small.write("policy/veldhoeve/2026-07-01/text.nl.md", include_str!("text.nl.md"));
    let told = small.run(&["policy", "diff", "veldhoeve/2026-01-01", "veldhoeve/2026-07-01"]);
    assert!(told.out.contains("bedrag"), "{}", told.out);
}
