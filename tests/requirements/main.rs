//! The requirement rows: each row of class M or G has a scenario that keeps it and one that breaks it.
//!
//! `rows/<regulation>.csv` says where each row is met; `scenarios/<regulation>.yaml` (and `-2.yaml`) hold the scenarios, named by the
//! rows' ids; `base/<regulation>/` holds the legal cases that scenarios start from.

mod harness;
mod rows;

use harness::scenario::{self, Scenario};

/// Runs all scenarios of one regulation and reports everything that is not as it should be.
fn run(regulation: &str) {
    let wrong: Vec<String> = scenario::all(regulation).iter().flat_map(Scenario::wrong).collect();
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
    let wrong: Vec<String> =
        harness::REGULATIONS.iter().chain(&["awb9"]).flat_map(|r| harness::base::wrong(r)).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
