use std::collections::BTreeSet;

use crate::cli::help::command::*;

/// Of two texts for one key the second would never be read.
#[test]
fn every_dutch_text_has_a_key_of_its_own_that_is_used() {
    let mut told = BTreeSet::new();
    let twice: Vec<&str> = NL.iter().map(|(key, _)| *key).filter(|key| !told.insert(*key)).collect();
    assert!(twice.is_empty(), "{twice:?}");
    let mut keys = BTreeSet::new();
    used(&command(Lang::En), "", &mut keys);
    let idle: Vec<&str> = NL.iter().map(|(key, _)| *key).filter(|key| !keys.contains(*key)).collect();
    assert!(idle.is_empty(), "{idle:?}");
}

fn used(command: &Command, path: &str, keys: &mut BTreeSet<String>) {
    keys.insert(path.to_owned());
    for arg in command.get_arguments() {
        keys.extend([format!("{path}.{}", arg.get_id()), format!(".{}", arg.get_id())]);
    }
    for sub in command.get_subcommands() {
        let below = if path.is_empty() { sub.get_name().to_owned() } else { format!("{path} {}", sub.get_name()) };
        used(sub, &below, keys);
    }
}
