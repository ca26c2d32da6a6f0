use std::collections::BTreeSet;

use crate::cli::command;
use crate::cli::help::own::*;
use crate::diagnostics::Lang;

fn names(command: &Command, all: &mut BTreeSet<String>) {
    let taking = command.get_arguments().filter(|arg| arg.get_action().takes_values());
    all.extend(taking.flat_map(|arg| arg.get_value_names().unwrap()).map(ToString::to_string));
    command.get_subcommands().for_each(|sub| names(sub, all));
}

/// A new option cannot be forgotten, nor a row that nothing uses be left behind.
#[test]
fn every_value_that_is_not_typed_as_it_stands_has_a_dutch_name() {
    let mut there = BTreeSet::new();
    names(&command(Lang::En), &mut there);
    let capitals = |name: &&String| name.chars().any(char::is_uppercase);
    let there: Vec<&str> = there.iter().filter(capitals).map(String::as_str).collect();
    let told: Vec<&str> = NAMES.iter().map(|(english, _)| *english).collect();
    assert_eq!(told, there);
}
