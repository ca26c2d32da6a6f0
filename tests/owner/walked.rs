//! `klacht policy walk`: the shortest way to each end, on the days that the engine gives.

use klacht::context::Context;
use klacht::draft::{Walk, walk};
use klacht::regulation::Version;
use serde_json::Value;

use crate::common::{Bundled, CONTEXT};
use crate::init::desk::{Desk, TEMPLATES};
use crate::owner::desk::{FIRST, run};

const NOW: &str = "policy/cbmk/2022-01-01";

fn versions(context: &Context) -> impl Iterator<Item = &Version> {
    context.policy.histories.values().flat_map(|history| history.versions.values())
}

fn end<'w>(walked: &'w Walk, id: &str) -> &'w klacht::draft::End {
    walked.ends.iter().find(|end| end.end.id == id).unwrap_or_else(|| panic!("{id} is not reached: {walked:?}"))
}

/// What the model search promises the docket must be able to do, in every regulation of the register.
#[test]
fn every_end_of_the_register_is_reached_and_nothing_is_wrong_on_the_way() {
    for version in versions(&CONTEXT) {
        let walked = walk(version, "2026-11-20".parse().unwrap());
        let about = format!("{} {}", version.id, version.path);
        assert!(walked.complete && walked.unreached_ends.is_empty(), "{about}: {:?}", walked.unreached_ends);
        for end in &walked.ends {
            assert!(end.wrong.is_empty(), "{about} {}: {:?}", end.end.id, end.wrong);
            assert_eq!(end.steps.last().unwrap().step.id, end.end.id, "{about}");
            assert!(end.steps.is_sorted_by_key(|step| step.on), "{about}");
            let late = end.steps.iter().find(|step| step.until.is_some_and(|until| step.on > until));
            assert!(late.is_none(), "{about} {}: {late:?}", end.end.id);
        }
    }
}

#[test]
fn a_walk_is_told_in_words_and_is_the_same_each_time() {
    let desk = Desk::begun("minimal", "");
    let words = ["policy", "walk", FIRST, "--from", "2026-04-30"];
    let (code, out, notes) = run(&desk, &words);
    assert_eq!((code, notes.as_str()), (0, ""));
    assert_eq!(out, run(&desk, &words).1);
    insta::assert_snapshot!("minimal-nl", out);
    insta::assert_snapshot!("minimal-en", run(&desk, &[&["--lang", "en"], &words[..]].concat()).1);
}

#[test]
fn the_days_are_those_of_the_engine() {
    let desk = Desk::begun("minimal", "");
    let (code, out, notes) = run(&desk, &["policy", "walk", FIRST, "--from", "2026-04-30", "--format", "json"]);
    assert_eq!(code, 0, "{notes}");
    let walked: Value = serde_json::from_str(&out).unwrap();
    assert_eq!(walked["schema"], "klacht.policy-walk/1");
    let ends = walked["ends"].as_array().unwrap();
    let closed = ends.iter().find(|end| end["end"]["id"] == "afgesloten").unwrap();
    let day = |id: &str| {
        let step = closed["steps"].as_array().unwrap().iter().find(|step| step["step"]["id"] == id).unwrap();
        (step["on"].as_str().unwrap().to_owned(), step["term"].as_str().map(str::to_owned))
    };
    // Five working days after Thursday 30 April; Liberation Day is no working day. Six weeks end on a Thursday.
    assert_eq!(day("ontvangst-bevestigd"), ("2026-05-08".to_owned(), Some("bevestigen".to_owned())));
    assert_eq!(day("uitkomst-gemeld"), ("2026-06-11".to_owned(), Some("uitkomst".to_owned())));
    assert_eq!(day("afgesloten").0, "2026-06-11");
    let withdrawn = ends.iter().find(|end| end["end"]["id"] == "ingetrokken").unwrap();
    assert_eq!(withdrawn["steps"].as_array().unwrap().len(), 1, "nothing needs to be done before a withdrawal");
}

#[test]
fn the_ways_are_the_shortest() {
    let (version, ..) = CONTEXT.policy.in_force("cmm", "2026-11-20".parse().unwrap()).unwrap();
    let walked = walk(version, "2026-11-20".parse().unwrap());
    assert_eq!(end(&walked, "ingetrokken").steps.len(), 1);
    // A report that comes to nothing is never a complaint.
    let report = end(&walked, "melding-gesloten");
    assert!(
        report.steps.iter().all(|step| step.step.id != "klacht-op-schrift") && !report.given.is_empty(),
        "{report:?}"
    );
}

#[test]
fn every_template_can_be_walked_to_every_end() {
    for (template, ..) in TEMPLATES {
        let desk = Desk::begun(template, "");
        let (code, out, notes) = run(&desk, &["policy", "walk", FIRST]);
        assert_eq!(code, 0, "{notes}");
        assert!(out.contains("(afgesloten)") && !out.contains("let op:") && !out.contains("nooit"), "{out}");
    }
}

#[test]
fn what_can_never_be_reached_in_a_draft_is_told() {
    let desk = Bundled::with("cbmk", "nergens");
    let ending = "  - id: nooit\n    name: Nooit\n    does: end\n    ends_as: inadmissible\n    by: [handler]\n    when: {all: [{step: toegewezen}, {not: {step: toegewezen}}]}\n    quote: Wij leggen iedere klacht vast.\n\n  - id: na-nooit\n    name: Na nooit\n    by: [handler]\n    after_any: [nooit]\n    optional: true\n    quote: Wij leggen iedere klacht vast.\n\n  - id: toegewezen\n";
    desk.draft(NOW, "concept", &[("  - id: toegewezen\n", ending)]);
    let before = desk.files();
    let (code, out, notes) = desk.run(&["regeling", "doorloop", "concept"]);
    assert_eq!(code, 0, "{notes}");
    assert!(before == desk.files(), "nothing is written");
    let told = |heading: &str, line: &str| out.split(heading).nth(1).is_some_and(|rest| rest.contains(line));
    assert!(told("Hier eindigt nooit een klacht", "Nooit (nooit)"), "{out}");
    assert!(told("Deze stappen kunnen nooit worden gezet", "Na nooit (na-nooit)"), "{out}");
    // The draft has no text: that is said, and where to look.
    assert!(notes.contains("klacht policy check concept"), "{notes}");
}

#[test]
fn a_draft_of_no_regulation_that_is_known_can_be_walked_too() {
    let desk = Bundled::with("cbmk", "nergens");
    desk.draft(NOW, "nieuw/mijn-regeling", &[("  name: ", "  name: Anders ")]);
    let (code, out, notes) = desk.run(&["policy", "walk", "nieuw/mijn-regeling", "--format", "json"]);
    assert_eq!(code, 0, "{notes}");
    let walked: Value = serde_json::from_str(&out).unwrap();
    assert_eq!((&walked["regulation"], &walked["from"]), (&"mijn-regeling".into(), &"2026-11-20".into()));
    for (words, said) in [
        (&["nergens"][..], "geen versie van een regeling"),
        (&["cbmk", "--from", "ooit"], "ooit"),
        (&["cbmk", "--format", "xml"], "xml"),
    ] {
        let (code, out, notes) = desk.run(&[&["policy", "walk"], words].concat());
        assert!(code == 2 && out.is_empty() && notes.contains(said) && notes.contains("doe dit"), "{words:?}: {notes}");
    }
}
