//! What short verbs mean, what a step demands, and what is advised.

use chrono::Days;
use klacht::case::{Case, LogEntry};
use klacht::casework::Short;
use klacht::docket::ViolationKind;
use klacht::regulation::Per;

use crate::common::REGULATIONS;
use crate::docket::{base, history, replay};

/// The steps that each short verb may mean, by regulation.
#[test]
fn a_short_verb_means_the_step_of_its_word_and_no_other() {
    use Short::{Acknowledge, Close, Extend, Hear, Judge, Refer};
    let verbs = [Acknowledge, Extend, Hear, Judge, Close, Refer];
    let table = [
        ("cmm", ["ontvangst-bevestigd", "", "gehoord", "", "gesloten", "mediator-gevraagd"]),
        (
            "square-mile",
            ["ontvangst-bevestigd", "verlengd", "deelnemer-gehoord", "besloten", "afgesloten", "doorverwezen"],
        ),
        ("cbmk", ["ontvangst-bevestigd", "", "", "overleg-klager", "afgesloten", "beroep-gemeld"]),
        ("interactie", ["", "verlenging-gemeld", "gehoord", "oordeel-gegeven", "afgesloten", "verwezen"]),
        ("academie", ["gereageerd", "verlengd", "doorgevraagd", "behandeld", "afgesloten", "bij-orde-ingediend"]),
    ];
    for (id, steps) in table {
        let last = history(id).versions.values().next_back().unwrap();
        for (verb, step) in verbs.into_iter().zip(steps) {
            assert_eq!(verb.steps(&last.regulation).join(", "), step, "{id}: {verb:?}");
        }
    }
}

#[test]
fn judging_where_closing_judges_is_refused_and_says_what_comes_first() {
    let mut case = base("cmm").into_iter().find(|c| c.log.iter().any(|e| e.step == "gesloten")).unwrap();
    case.log.truncate(case.log.iter().position(|e| e.step == "gesloten").unwrap());
    let refused = Short::Judge.step(&replay("cmm", &case), None).unwrap_err();
    let klacht::casework::CaseworkError::Asked(said, choices) = refused else { unreachable!("{refused:?}") };
    assert!(
        said.nl.contains("geen eigen stap voor beoordelen; dat gebeurt bij stap") && said.nl.contains("(gesloten)"),
        "{}",
        said.nl
    );
    assert!(choices.nl.starts_with("kies uit: gesloten ("), "what must be done comes first: {}", choices.nl);
    assert!(choices.nl.split(", ").last().unwrap().starts_with("ingetrokken"), "{}", choices.nl);
}

#[test]
fn a_step_names_all_that_is_demanded_with_it() {
    let card = |regulation: &str, case: &Case, step: &str| -> String {
        let docket = replay(regulation, case);
        let card = klacht::casework::cards(&docket).into_iter().find(|card| card.step == step).unwrap();
        card.asks.iter().map(|line| line.en.as_str()).collect::<Vec<_>>().join("\n")
    };
    let mut case = base("square-mile").into_iter().next().unwrap();
    case.log.clear();
    case.attestations.clear();
    assert!(card("square-mile", &case, "ontvangst-bevestigd").contains("with --ref"));
    let assigning = card("square-mile", &case, "toegewezen");
    assert!(assigning.contains("eligible handlers: m"), "{assigning}");
    let mut told = 0;
    for regulation in REGULATIONS {
        let mut case = base(regulation).into_iter().next().unwrap();
        case.log.clear();
        case.attestations.clear();
        let rules = &replay(regulation, &case).version.regulation;
        let always = rules.attestations.iter().filter(|a| a.per == Per::Case && a.when.is_none());
        for rule in always {
            let step = rule.at.as_ref().filter(|at| *at != "closing").or(rules.milestones.closing.as_ref()).unwrap();
            told += 1;
            let told = card(regulation, &case, step);
            assert!(told.contains(&format!("--attest {}=", rule.id)), "{regulation} {}: {told}", rule.id);
        }
    }
    assert!(told > 0);
}

#[test]
fn what_is_advised_can_be_done() {
    let mut case = base("cmm").into_iter().find(|c| c.log.iter().any(|e| e.step == "contact-klager")).unwrap();
    case.log.truncate(case.log.iter().position(|e| e.step == "contact-klager").unwrap());
    let docket = replay("cmm", &case);
    let day = docket.last_recorded().checked_add_days(Days::new(100));
    let advice = klacht::rules::terms::overdue(&docket, day);
    assert!(!advice.is_empty());
    for placed in advice {
        let said = placed.said.remedy.en;
        assert!(said.starts_with("first take: `klacht step") && said.contains(" contact-klager`; then"), "{said}");
    }
    let mut case = base("square-mile").into_iter().find(|c| c.log.iter().any(|e| e.step == "ingetrokken")).unwrap();
    let late = LogEntry { step: "besproken".to_owned(), ..case.log[0].clone() };
    case.log.push(LogEntry { on: case.log.last().unwrap().on, ..late });
    let docket = replay("square-mile", &case);
    let after = docket.violations.iter().find(|l| matches!(l.kind, ViolationKind::AfterEnd { .. })).unwrap();
    let said = klacht::rules::Rule::of(&after.kind, &docket).1;
    assert!(!said.remedy.en.contains("re-open"), "{}", said.remedy.en);
}
