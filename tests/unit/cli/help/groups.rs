use std::collections::BTreeSet;

use super::*;
use crate::cli::help::command::command;
use crate::diagnostics::Lang;

#[test]
fn every_verb_is_shown_in_one_group_and_in_that_order() {
    let root = command(Lang::En);
    let grouped: Vec<&str> = GROUPS.iter().flat_map(|group| group.verbs.iter().copied()).collect();
    assert_eq!(grouped.iter().collect::<BTreeSet<_>>().len(), grouped.len(), "a verb stands in two groups");
    // The manual and the reference follow the order of the verbs.
    assert_eq!(grouped, root.get_subcommands().map(Command::get_name).collect::<Vec<_>>());
}

#[test]
fn help_shows_each_verb_with_its_group_and_its_dutch_name() {
    for lang in Lang::ALL {
        let root = command(lang);
        let help = root.clone().render_help().to_string();
        for group in GROUPS {
            assert!(help.contains(&format!("\n{}:\n", group.heading().in_(lang))), "{help}");
        }
        for verb in root.get_subcommands() {
            let shown = help.lines().any(|line| line.starts_with(&format!("  {} ", verb.get_name())));
            assert!(shown && verb.get_visible_aliases().all(|alias| help.contains(&format!(" {alias}]"))), "{help}");
        }
    }
}

#[test]
fn no_line_is_wider_than_asked() {
    let words: Vec<String> = "één twee drie vier".split(' ').map(str::to_owned).collect();
    assert_eq!(wrapped(&words, 9, 2), "één twee\n  drie vier");
    assert_eq!(wrapped(&words, 3, 1), "één\n twee\n drie\n vier");
}
