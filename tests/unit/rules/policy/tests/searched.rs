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
    assert_ne!(*explored(machine(&other)), *found);
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
