//! Rules that can mean nothing: conditions that nothing can satisfy, keys without effect, a text without its rules.

use super::{Desk, FOLDER};

const GEHOORD: &str = "by: [bibliothecaris], with: [complainant], after: [bevestigd],";
const TOPICS: &str = "assignment:\n  step";

/// What is said of `uitkomst` with this more, under a code.
fn under(code: &str, changes: &[(&str, &str)]) -> Vec<String> {
    let (_, said) = Desk::with(changes, &[]).run(&["policy", "check", "--format", "short"]);
    said.lines().filter(|line| line.contains(&format!("[{code}]"))).map(str::to_owned).collect()
}

/// A condition on the step `gehoord`, which asks `wijze`, `bedrag` and `dag`.
fn condition(when: &str) -> Vec<String> {
    let asks = "asks: [{key: wijze, type: choice, values: [brief, gesprek]}, {key: bedrag, type: amount}, {key: dag, type: date}],";
    let step = format!("{GEHOORD} {asks}");
    let of_other = format!("optional: true, when: {when}, asks: [{{key: nieuwe-dag");
    let changes = [(GEHOORD, step.as_str()), ("optional: true, asks: [{key: nieuwe-dag", of_other.as_str())];
    let mut found = under("P534", &changes);
    found.extend(under("P509", &changes));
    found
}

#[test]
fn a_condition_that_nothing_can_satisfy_is_told() {
    for right in [
        "{field: wijze, equals: brief}",
        "{all: [{field: bedrag, greater_than: 50}, {not: {field: bedrag, greater_than: 100}}]}",
        "{any: [{field: wijze, equals: brief}, {step: gehoord, at_least: 2}]}",
        "{all: [{field: wijze, equals: brief}, {longer_than: 2 weeks, from: bevestigd, to: dag}]}",
    ] {
        assert_eq!(condition(right), Vec::<String>::new(), "{right}");
    }
    for wrong in [
        "{field: wijze, equals: telefoon}",
        "{field: wijze, greater_than: 3}",
        "{field: dag, equals: 2026-01-01}",
        "{all: [{field: bedrag, greater_than: 100}, {not: {field: bedrag, greater_than: 50}}]}",
        "{all: [{field: wijze, equals: brief}, {field: wijze, equals: gesprek}]}",
        "{all: [{step: gehoord}, {not: {step: gehoord}}]}",
        "{party: representative}",
        "{party_role: leesraad}",
        // A branch that never holds, beside one that does.
        "{any: [{field: wijze, equals: brief}, {all: [{field: wijze, equals: brief}, {field: wijze, equals: gesprek}]}]}",
    ] {
        assert_eq!(condition(wrong).len(), 1, "{wrong}: {:?}", condition(wrong));
    }
}

#[test]
fn two_topics_exclude_each_other_where_there_is_one() {
    let topics = |several: &str| {
        let list =
            format!("topics: {{{several}list: [{{id: boek, name: Boek}}, {{id: geluid, name: Geluid}}]}}\n{TOPICS}");
        let when = format!("{GEHOORD} when: {{all: [{{topic: boek}}, {{topic: geluid}}]}},");
        under("P534", &[(TOPICS, &list), (GEHOORD, &when)])
    };
    assert_eq!(topics("several: true, "), Vec::<String>::new());
    let said = topics("");
    assert!(said.len() == 1 && said[0].contains("never hold"), "{said:?}");
}

#[test]
fn a_condition_that_cannot_hold_where_it_stands_is_told() {
    let asked = |when: &str| {
        let asks = format!("{GEHOORD} asks: [{{key: waarom, type: text, when: {when}}}],");
        under("P534", &[(GEHOORD, &asks)])
    };
    assert_eq!(asked("{step: uitgesteld}"), Vec::<String>::new());
    let said = asked("{step: dicht}");
    assert!(said.len() == 1 && said[0].contains("cannot hold when this step is taken"), "{said:?}");
    let ground = |when: &str| {
        let waivable = format!("{GEHOORD} waivable: [{{id: later, when: {when}}}],");
        under("P534", &[(GEHOORD, &waivable)])
    };
    assert_eq!(ground("{step: uitgesteld}"), Vec::<String>::new());
    assert_eq!(ground("{step: dicht}").len(), 1);
    let term = |when: &str| {
        let new = format!("until: [bevestigd], when: {when}, within: 3 working days");
        under("P534", &[("until: [bevestigd], within: 3 working days", &new)])
    };
    let said = term("{step: uitkomst}");
    assert!(said.len() == 1 && said[0].contains("the term `bevestigen` never runs"), "{said:?}");
}

#[test]
fn a_permission_without_a_limit_or_a_step_is_told() {
    let with =
        |keys: &str| under("P548", &[("notice: within-term, at_most: 2 weeks", &format!("notice: within-term{keys}"))]);
    assert_eq!(with(", at_most: 2 weeks, beyond_with: gehoord"), Vec::<String>::new());
    for (keys, place) in [
        (", at_most: 2 weeks, permits: [longer]", "`permits` says nothing here"),
        (", beyond_with: gehoord", "has no limit"),
        (", at_most: 2 weeks, beyond_with: gehoord, permits: [more-often]", "(`times`)"),
    ] {
        let desk = Desk::with(&[("notice: within-term, at_most: 2 weeks", &format!("notice: within-term{keys}"))], &[]);
        let (_, said) = desk.policy();
        assert!(said.contains("[P548]") && said.contains(place), "{keys}: {said}");
    }
    assert_eq!(under("P548", &[(GEHOORD, &format!("{GEHOORD} any_one: [complainant],"))]), Vec::<String>::new());
    assert_eq!(under("P548", &[(GEHOORD, &format!("{GEHOORD} any_one: [respondent],"))]).len(), 1);
}

#[test]
fn m48_a_text_without_its_rules_is_one_error() {
    let desk = Desk::new();
    desk.repo.write("policy/boekhoek/2027-01-01/text.nl.md", super::TEXT);
    desk.repo.write("policy/boekhoek/2027-01-01/text.en.md", super::TEXT);
    for asked in [&["check"][..], &["policy", "check"], &["policy", "check", "boekhoek"]] {
        let (code, said) = desk.run(asked);
        assert_eq!((code, said.matches("error[").count()), (1, 1), "{said}");
        assert!(
            said.contains("policy/boekhoek/2027-01-01/regulation.yaml") && said.contains("policy skeleton"),
            "{said}"
        );
    }
    // Rules under another name are no rules.
    desk.repo.write("policy/boekhoek/2027-01-01/regulation.yml", super::RULES);
    let (_, said) = desk.policy();
    assert!(said.contains("rename regulation.yml to regulation.yaml"), "{said}");
    // Also where it is the only version, with the id and without it.
    std::fs::remove_file(desk.path().join(FOLDER).join("regulation.yaml")).unwrap();
    std::fs::remove_dir_all(desk.path().join("policy/boekhoek/2027-01-01")).unwrap();
    for asked in [&["policy", "check"][..], &["policy", "check", "boekhoek"]] {
        let (code, said) = desk.run(asked);
        assert_eq!((code, said.matches("error[C101]").count()), (1, 1), "{said}");
    }
}
