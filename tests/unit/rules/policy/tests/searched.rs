//! The search itself: what it looks at, when it ends, and that it ends.

use std::fmt::Write as _;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use super::super::model::{Explored, Machine, explore, explored};
use super::fixture::{Small, version};

fn machine(small: &Small) -> Machine {
    let version = version(small);
    Machine::of(&version.regulation, &version.precedence)
}

fn searched(small: &Small) -> Explored {
    explore(&machine(small), &AtomicBool::new(false)).unwrap()
}

#[test]
fn a_search_that_is_told_to_stop_tells_nothing() {
    assert!(searched(&Small::new()).complete);
    assert_eq!(explore(&machine(&Small::new()), &AtomicBool::new(true)), None);
}

#[test]
fn a_workflow_that_was_searched_is_not_searched_again_and_another_is() {
    let small = Small::new();
    let found = explored(machine(&small));
    assert_eq!(*found, searched(&small));
    assert!(Arc::ptr_eq(&found, &explored(machine(&small))));
    let other = Small::new().rules("after: [bevestigd]", "after: []");
    assert_eq!(*explored(machine(&other)), searched(&other));
    assert!(!Arc::ptr_eq(&found, &explored(machine(&other))));
}

#[test]
fn words_make_no_other_workflow_and_rules_do() {
    let small = Small::new();
    let words =
        Small::new().rules("name: Bevestigd", "name: Ontvangst bevestigd").rules("schema:", "# Woorden.\nschema:");
    let words = words.rules("quote: Wij bevestigen de ontvangst", "quote: Dit staat nergens");
    assert_eq!(machine(&small), machine(&words));
    for (from, to) in [
        ("when: {field: tevreden, equals: nee}", "when: {field: tevreden, equals: ja}"),
        ("to: [complainant], once: true", "to: [complainant], once: false"),
        ("after: [bevestigd]", "after: []"),
        ("from: received, until: [bevestigd]", "from: besloten, until: [bevestigd]"),
        ("does: assign", "does: close, ends_as: settled"),
        ("formal: true", "formal: false"),
    ] {
        assert_ne!(machine(&small), machine(&Small::new().rules(from, to)), "{to}");
    }
}

/// The answer of the first stage does not close the second (W204), so a second stage whose own answer cannot come has no end.
#[test]
fn a_second_stage_ends_by_its_own_answer_in_the_search_too() {
    let sentence = "quote: De functionaris sluit de klacht.}";
    let stages = |condition: &str| {
        let more = format!(
            "\n  - {{id: opnieuw, name: Opnieuw, does: reopen, by: [anyone], after: [gesloten], optional: true, {sentence}\n  - {{id: gebeld, name: Gebeld, by: [handler], after: [opnieuw], optional: true, {condition}{sentence}\n  - {{id: herzien, name: Herzien, does: close, ends_as: decided, by: [handler], to: [complainant], after_any: [gebeld], {sentence}"
        );
        let small = Small::new().rules(sentence, &format!("{sentence}{more}"));
        searched(&small.rules("  - {id: ingetrokken, name: Ingetrokken, does: end, ends_as: withdrawn, by: [complainant], optional: true, quote: De klant mag de klacht intrekken.}\n", ""))
    };
    assert!(stages("").dead.is_empty());
    assert!(!stages("when: {party: respondent}, ").dead.is_empty());
}

#[test]
fn so_many_fields_that_no_search_could_begin_are_left_unsearched() {
    let (mut fields, mut steps) = (String::from("fields:\n"), String::from("steps:\n"));
    for nth in 0..40 {
        writeln!(fields, "  - {{id: f{nth}, type: choice, values: [a, b, c], quote: Hij vermeldt zijn naam.}}")
            .unwrap();
        writeln!(
            steps,
            "  - {{id: s{nth}, name: S, by: [anyone], optional: true, when: {{field: f{nth}, equals: a}}, quote: Hij vermeldt zijn naam.}}"
        )
        .unwrap();
    }
    let found = searched(&Small::new().rules("fields:\n", &fields).rules("steps:\n", &steps));
    assert!(!found.complete);
    assert!(found.possible.is_empty() && found.dead.is_empty());
}
