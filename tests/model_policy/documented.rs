//! The keys that docs/model.md names are those of the tables.

use std::collections::BTreeSet;

use klacht::schema::Document;
use klacht::yaml::{Kind, Table};

fn model() -> String {
    std::fs::read_to_string(crate::common::root().join("docs/model.md")).unwrap()
}

/// The tables below a kind of value.
fn below(kind: &Kind, found: &mut Vec<&'static Table>) {
    match kind {
        Kind::Sub(table) if !found.iter().any(|known| std::ptr::eq(*known, *table)) => {
            found.push(table);
            table.fields.iter().for_each(|field| below(&field.kind, found));
        }
        Kind::Each(kind) | Kind::List(kind) | Kind::OneOrMany(kind) => below(kind, found),
        Kind::Either(kinds) => kinds.iter().for_each(|kind| below(kind, found)),
        _ => {}
    }
}

/// The keys of the groups of a block.
fn keys_of(block: &str) -> BTreeSet<&'static str> {
    let field = Document::Regulation.table().field(block).unwrap();
    let mut tables = Vec::new();
    below(&field.kind, &mut tables);
    tables.first().unwrap().keys().collect()
}

fn ticked(cell: &str) -> impl Iterator<Item = &str> {
    cell.split('`').skip(1).step_by(2)
}

/// Rows of the table under a heading: the first cell and the second.
fn rows<'a>(model: &'a str, heading: &str) -> Vec<(&'a str, &'a str)> {
    let after = model.split_once(&format!("\n### {heading}")).unwrap().1;
    let section = after.split("\n##").next().unwrap();
    let rows = section.lines().filter(|line| line.starts_with("| `"));
    rows.filter_map(|row| row.trim_start_matches("| ").split_once(" | ")).collect()
}

#[test]
fn m76_the_keys_of_the_tables_are_those_of_the_program() {
    let model = model();
    for block in ["roles", "steps", "terms"] {
        let known = keys_of(block);
        let named: BTreeSet<&str> = rows(&model, block).iter().flat_map(|(cell, _)| ticked(cell)).collect();
        let strange: Vec<_> = named.difference(&known).collect();
        assert!(strange.is_empty(), "{block}: no such key: {strange:?}");
        let section = rows(&model, block).into_iter().map(|(a, b)| format!("{a} {b}")).collect::<Vec<_>>().concat();
        let shared = ["quote", "note"];
        let silent: Vec<_> =
            known.iter().filter(|key| !shared.contains(key) && !section.contains(&format!("`{key}`"))).collect();
        assert!(silent.is_empty(), "{block}: not in docs/model.md: {silent:?}");
    }
}

#[test]
fn m76_the_keys_of_every_group_are_those_of_the_program() {
    let model = model();
    let mut tables = Vec::new();
    below(&Kind::Sub(Document::Regulation.table()), &mut tables);
    let mut all = tables.clone();
    // A declaration is recorded elsewhere, and model.md shows how where it tells of the rule.
    Document::ALL.iter().for_each(|document| below(&Kind::Sub(document.table()), &mut all));
    let known: BTreeSet<&str> = all.iter().flat_map(|table| table.keys()).collect();
    let blocks = model.split_once("## The blocks of").unwrap().1.split("\n## Conditions").next().unwrap();
    let lists = blocks.split('{').skip(1).filter_map(|part| part.split_once('}')).map(|(inner, _)| inner);
    let groups = lists.filter(|inner| inner.contains(", ") && inner.split(", ").all(klacht::yaml::is_name));
    let named: Vec<&str> = groups.flat_map(|inner| inner.split(", ")).collect();
    assert!(named.len() > 15, "{named:?}");
    let strange: Vec<_> = named.iter().filter(|key| !known.contains(*key)).collect();
    assert!(strange.is_empty(), "no such key: {strange:?}");
    let asks = tables.iter().find(|table| table.field("later_than").is_some()).unwrap();
    let row = rows(&model, "steps").into_iter().find(|(cell, _)| *cell == "`asks`").unwrap().1;
    for key in asks.keys().filter(|key| !["quote", "note"].contains(key)) {
        assert!(row.contains(key), "asks: {key} is not in docs/model.md");
    }
}

#[test]
fn m76_habits_of_the_model_are_told() {
    let model = model();
    for told in [
        "none of them was taken, the day on which the case ended",
        "`after_any: [<a step before>, <the closing step>]`",
        "`{who: handler, not: [handler]}`",
    ] {
        assert!(model.contains(told), "{told}");
    }
}
