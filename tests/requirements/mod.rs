//! The requirement rows: each row of class M or G has a scenario that keeps it and one that breaks it.
//!
//! `rows.csv` says where each row is met; `scenarios/<regulation>.yaml` (and `-2.yaml`) hold the scenarios, named by the
//! rows' ids; `base/<regulation>/` holds the legal cases that scenarios start from.

mod harness;
mod rows;

use self::harness::scenario;
use crate::common::REGULATIONS;

/// Runs all scenarios of one regulation and reports everything that is not as it should be.
fn run(regulation: &str) {
    let all = scenario::all(regulation).into_iter().chain(scenario::several(regulation));
    let wrong: Vec<String> = all.flat_map(|s| s.wrong()).collect();
    assert!(wrong.is_empty(), "{} of {regulation}:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn cmm() {
    run("cmm");
}

#[test]
fn square_mile() {
    run("square-mile");
}

#[test]
fn cbmk() {
    run("cbmk");
}

#[test]
fn interactie() {
    run("interactie");
}

#[test]
fn academie() {
    run("academie");
}

/// A regulation that is no part of the bundled register, so that no rule fits these five only.
#[test]
fn awb9() {
    run("awb9");
}

#[test]
fn every_base_case_is_legal() {
    let wrong: Vec<String> = REGULATIONS.iter().chain(&["awb9"]).flat_map(|r| harness::base::wrong(r)).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Facts grow old only while somebody is still sent by them: in a version that was succeeded they are history.
#[test]
fn only_the_version_in_force_must_have_fresh_facts() {
    let register = harness::register::Folder::new("square-mile");
    let stale = |day: &str| -> Vec<String> {
        let found = register.check(day.parse().ok());
        let mut paths: Vec<String> = found.into_iter().filter(|f| f.code == "P520").map(|f| f.path).collect();
        paths.dedup();
        paths
    };
    assert_eq!(stale("2024-12-31"), ["policy/square-mile/2014-11-06/regulation.yaml"]);
    assert_eq!(stale("2025-01-01"), Vec::<String>::new());
    assert_eq!(stale("2027-01-01"), ["policy/square-mile/2025-01-01/regulation.yaml"]);
}
