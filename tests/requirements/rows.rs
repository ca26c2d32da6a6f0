//! The list of all rows: against the scenarios, and against the data that is said to meet them.

use std::collections::{BTreeMap, BTreeSet};

use klacht::yaml::Node;

use crate::common::{REGULATIONS, root};
use crate::requirements::harness::scenario::{self, Scenario};

/// One line of `rows.csv`.
struct Row {
    id: String,
    class: String,
    places: Vec<String>,
    note: String,
}

impl Row {
    /// Rows of class M or G are shown by scenarios.
    fn is_to_be_shown(&self) -> bool {
        self.class.split(',').any(|c| matches!(c.trim(), "M" | "G"))
    }

    fn regulation(&self) -> &'static str {
        match self.id.split_once('-').unwrap().0 {
            "CMM" => "cmm",
            "TSM" => "square-mile",
            "CBM" => "cbmk",
            "INT" => "interactie",
            _ => "academie",
        }
    }
}

fn rows() -> Vec<Row> {
    let mut reader = csv::Reader::from_path(root().join("tests/requirements/rows.csv")).unwrap();
    let lines = reader.records().map(|r| r.unwrap());
    let row = |line: csv::StringRecord| Row {
        id: line[0].to_owned(),
        class: line[1].to_owned(),
        places: line[2].split_whitespace().map(str::to_owned).collect(),
        note: line[3].to_owned(),
    };
    lines.map(row).collect()
}

#[test]
fn there_are_256_rows_of_which_181_must_be_shown() {
    let rows = rows();
    assert_eq!(rows.iter().map(|r| &r.id).collect::<BTreeSet<_>>().len(), 256, "256 rows, each once");
    assert_eq!(rows.len(), 256);
    assert_eq!(rows.iter().filter(|r| r.is_to_be_shown()).count(), 181);
}

#[test]
fn each_row_that_must_be_shown_has_its_two_scenarios_and_no_other_row_has() {
    let wanted: BTreeSet<String> = rows().into_iter().filter(Row::is_to_be_shown).map(|r| r.id).collect();
    let mut kept = BTreeSet::new();
    let mut broken = BTreeSet::new();
    for scenario in REGULATIONS.iter().flat_map(|r| scenario::all(r)) {
        let set = if scenario.expect.is_some() { &mut broken } else { &mut kept };
        assert!(set.insert(scenario.row.clone()), "{} has two such scenarios", scenario.row);
    }
    let missing = |set: &BTreeSet<String>| wanted.difference(set).cloned().collect::<Vec<_>>().join(" ");
    let too_much = |set: &BTreeSet<String>| set.difference(&wanted).cloned().collect::<Vec<_>>().join(" ");
    let none = (String::new(), String::new());
    assert_eq!((missing(&kept), missing(&broken)), none, "rows without a (keeping, breaking) scenario");
    assert_eq!((too_much(&kept), too_much(&broken)), none, "scenarios of no such row");
}

/// Of the rows that say "each", each is held with a second complainant and respondent, and in a second round where there is one.
#[test]
fn what_is_owed_to_each_is_shown_with_several() {
    let shown: BTreeSet<String> = rows().into_iter().filter(Row::is_to_be_shown).map(|r| r.id).collect();
    for regulation in REGULATIONS {
        let (breaks, keeps): (Vec<Scenario>, Vec<Scenario>) =
            scenario::several(regulation).into_iter().partition(|s| s.expect.is_some());
        let rows = |all: &[Scenario]| all.iter().map(|s| s.row.clone()).collect::<Vec<_>>();
        assert_eq!(rows(&keeps), rows(&breaks), "{regulation}: a keeping and a breaking one for each row");
        assert!(keeps.len() >= 9, "{regulation}: only {} rows", keeps.len());
        assert!(keeps.iter().all(|s| shown.contains(&s.row)), "{regulation}: a row that is not to be shown");
    }
}

#[test]
fn each_row_says_where_it_is_met_and_that_place_is_there() {
    let trees: BTreeMap<&str, Vec<Node>> = REGULATIONS.iter().map(|r| (*r, versions(r))).collect();
    let mut wrong = Vec::new();
    for row in rows() {
        if row.places.is_empty() && row.note.is_empty() {
            wrong.push(format!("{}: neither a place nor a reason", row.id));
        }
        for place in &row.places {
            if !trees[row.regulation()].iter().any(|tree| is_there(tree, place)) {
                wrong.push(format!("{}: there is no {place} in {}", row.id, row.regulation()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// A finding that only happens to appear shows nothing: what is expected rests on a rule that the row names, or on one
/// within which it names something. `-` rests on no rule of a regulation.
#[test]
fn each_break_is_found_by_a_rule_that_meets_its_row() {
    let places: BTreeMap<String, Vec<String>> = rows().into_iter().map(|r| (r.id, r.places)).collect();
    let mut wrong = Vec::new();
    let all = REGULATIONS.iter().flat_map(|r| scenario::all(r).into_iter().chain(scenario::several(r)));
    for scenario in all {
        let Some(rule) = scenario.expect.as_deref().and_then(|e| e.split_once(' ')).map(|(_, rule)| rule) else {
            continue;
        };
        let named = |place: &String| same_or_within(rule, place);
        if rule != "-" && !places.get(&scenario.row).is_some_and(|places| places.iter().any(named)) {
            wrong.push(format!("{}: expects {rule}, which the list does not name", scenario.row));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The list names `topics/trainer` what a finding names `topics.list/trainer`.
fn same_or_within(rule: &str, place: &str) -> bool {
    let (block, id) = rule.split_once('/').map_or((rule, None), |(block, id)| (block, Some(id)));
    let (outer, inner) = block.split_once('.').map_or((block, None), |(outer, inner)| (outer, Some(inner)));
    let rest = place.strip_prefix(outer).map(|rest| rest.trim_start_matches(['.', '/']));
    match id.or(inner) {
        None => rest.is_some(),
        Some(name) => rest.is_some_and(|rest| rest.is_empty() || rest.split(['.', '/']).next_back() == Some(name)),
    }
}

/// The trees of all versions of a regulation, and of its people.
fn versions(regulation: &str) -> Vec<Node> {
    let files = walkdir::WalkDir::new(root().join("policy").join(regulation)).sort_by_file_name();
    let yaml = files.into_iter().map(|f| f.unwrap()).filter(|f| f.path().extension().is_some_and(|e| e == "yaml"));
    yaml.map(|f| klacht::yaml::parse(&std::fs::read_to_string(f.path()).unwrap(), 0).0.unwrap()).collect()
}

/// Whether `block/id`, `block/key` or `block` is in the tree; an id may stand in a list below the block.
fn is_there(tree: &Node, place: &str) -> bool {
    let (block, name) = place.split_once('/').map_or((place, None), |(block, name)| (block, Some(name)));
    let found = block.split('.').try_fold(tree, |node, key| node.get(key));
    let Some(found) = found else { return false };
    name.is_none_or(|name| name.split(['/', '.']).try_fold(found, |node, part| below(node, part)).is_some())
}

fn below<'a>(node: &'a Node, name: &str) -> Option<&'a Node> {
    let named = |item: &&Node| item.entries().iter().any(|e| e.node.text() == Some(name));
    let own = node.get(name).or_else(|| node.items().iter().find(named));
    own.or_else(|| node.entries().iter().find_map(|e| e.node.items().iter().find(named)))
}
