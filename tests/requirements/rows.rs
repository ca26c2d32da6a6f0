//! The list of rows against the scenarios, as sets.

use std::collections::{BTreeMap, BTreeSet};

use crate::harness::{REGULATIONS, root, scenario};

/// Row id to class, as `rows/*.csv` has them.
fn classes() -> BTreeMap<String, String> {
    let mut all = BTreeMap::new();
    for regulation in REGULATIONS {
        let text = std::fs::read_to_string(root().join(format!("tests/requirements/rows/{regulation}.csv"))).unwrap();
        for line in text.lines().skip(1).filter(|l| !l.trim().is_empty()) {
            let (id, rest) = line.split_once(',').unwrap();
            let class = match rest.strip_prefix('"') {
                Some(quoted) => quoted.split('"').next().unwrap(),
                None => rest.split(',').next().unwrap(),
            };
            assert!(all.insert(id.to_owned(), class.to_owned()).is_none(), "{id} stands twice");
        }
    }
    all
}

fn to_be_shown(class: &str) -> bool {
    class.split(',').any(|c| matches!(c.trim(), "M" | "G"))
}

#[test]
fn there_are_256_rows_of_which_181_must_be_shown() {
    let classes = classes();
    assert_eq!(classes.len(), 256);
    assert_eq!(classes.values().filter(|c| to_be_shown(c)).count(), 181);
}

#[test]
fn each_row_that_must_be_shown_has_its_two_scenarios_and_no_other_row_has() {
    let wanted: BTreeSet<String> =
        classes().into_iter().filter(|(_, class)| to_be_shown(class)).map(|(id, _)| id).collect();
    let mut kept = BTreeSet::new();
    let mut broken = BTreeSet::new();
    for scenario in REGULATIONS.iter().flat_map(|r| scenario::all(r)) {
        let set = if scenario.expect.is_some() { &mut broken } else { &mut kept };
        assert!(set.insert(scenario.row.clone()), "{} has two such scenarios", scenario.row);
    }
    let missing = |set: &BTreeSet<String>| wanted.difference(set).cloned().collect::<Vec<_>>().join(" ");
    let too_much = |set: &BTreeSet<String>| set.difference(&wanted).cloned().collect::<Vec<_>>().join(" ");
    assert_eq!(
        (missing(&kept), missing(&broken)),
        (String::new(), String::new()),
        "rows without (keeping, breaking) scenario"
    );
    assert_eq!((too_much(&kept), too_much(&broken)), (String::new(), String::new()), "scenarios of no such row");
}
