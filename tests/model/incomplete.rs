//! A complaint that is not complete.

use super::{House, case_with, house};

fn asking() -> House {
    house(
        "
  - {id: gevraagd, name: Gevraagd, by: [behandelaar], optional: true}!
  - {id: bevestigd, name: Bevestigd, by: [behandelaar]}!
  - {id: gehoord, name: Gehoord, by: [behandelaar]}!
  - {id: ingetrokken, name: Ingetrokken, does: end, ends_as: withdrawn, by: [behandelaar], optional: true}!
  - {id: klaar, name: Klaar, does: close, ends_as: decided, by: [behandelaar], after: [gehoord]}!
intake: {sealed: [name, signature], when_incomplete: {do: ask, step: gevraagd}}
milestones: {acknowledgement: bevestigd}
",
    )
}

fn lacking(log: &[&str]) -> klacht::case::Case {
    case_with("received: 2026-01-05\nintake: {channel: brief}\nsealed: {fields: [name]}", log)
}

#[test]
fn m12_the_list_and_the_verdict_agree_on_an_incomplete_complaint() {
    let house = asking();
    let assigned = "toegewezen 2026-01-06 handler: m1";
    let missing = |log: &[&str], severity| house.finds(&lacking(log), "2026-01-10", &[("W224", severity)]);
    missing(&[], "warning");
    missing(&[assigned, "bevestigd 2026-01-06"], "warning");
    missing(&[assigned, "ingetrokken 2026-01-06"], "warning");
    missing(&[assigned, "gehoord 2026-01-07"], "error");
    house.finds(&lacking(&[assigned, "gevraagd 2026-01-06", "gehoord 2026-01-07"]), "2026-01-10", &[]);
    house.duties_are(&lacking(&[]), &[("gevraagd", "–"), ("toegewezen", "–"), ("bevestigd", "–")]);
    house.duties_are(&lacking(&[assigned, "bevestigd 2026-01-06"]), &[("gevraagd", "–")]);
    house.duties_are(&lacking(&[assigned, "bevestigd 2026-01-06", "gevraagd 2026-01-07"]), &[("gehoord", "–")]);
}

#[test]
fn m12_what_the_verdict_refuses_is_not_possible_yet() {
    let house = asking();
    let assigned = "toegewezen 2026-01-06 handler: m1";
    let free = |log: &[&str]| house.possible(&lacking(log));
    assert_eq!(free(&[assigned]), ["bevestigd", "gevraagd", "ingetrokken", "toegewezen"]);
    assert!(free(&[assigned, "gevraagd 2026-01-07"]).contains(&"gehoord".to_owned()));
}

#[test]
fn m12_each_step_on_the_list_is_accepted() {
    let house = asking();
    let mut log = vec!["toegewezen 2026-01-06 handler: m1".to_owned()];
    for _ in 0..4 {
        let lines: Vec<&str> = log.iter().map(String::as_str).collect();
        let Some((step, _)) = house.duties(&lacking(&lines)).into_iter().next() else { break };
        log.push(format!("{step} 2026-01-07"));
        let lines: Vec<&str> = log.iter().map(String::as_str).collect();
        let found = house.found(&lacking(&lines), "2026-01-10");
        assert!(!found.iter().any(|said| said.contains(" error ")), "{step}: {found:#?}");
    }
}
