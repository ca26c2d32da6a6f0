use std::fs;
use std::path::Path;

use clap::Command;

use crate::cli::help::command::command;
use crate::diagnostics::Lang;

/// Words before which `klacht` is a complaint.
const BEFORE_A_COMPLAINT: &[&str] = &["een", "de", "deze", "die", "elke", "geen"];

/// The Dutch name by which a command is called in a line, if there is one.
fn dutch_name<'a>(root: &Command, line: &'a str) -> Option<&'a str> {
    line.match_indices("klacht ").find_map(|(at, _)| {
        let before = line[..at].split_whitespace().next_back().unwrap_or_default();
        let rest = &line[at + "klacht ".len()..];
        if BEFORE_A_COMPLAINT.contains(&before.trim_start_matches(['"', '(']).to_lowercase().as_str()) {
            return None;
        }
        let mut command = root;
        let letters = |c: char| c.is_ascii_lowercase() || c == '-';
        for word in rest.split(' ').map(|word| word.split(|c| !letters(c)).next().unwrap_or_default()) {
            // A word that stands for itself, such as an option with its value, ends the name of a command.
            let below = command.find_subcommand(word)?;
            if below.get_name() != word {
                return Some(rest);
            }
            command = below;
        }
        None
    })
}

/// What is printed spells a command in one way, whatever the language: whoever looks it up finds it.
#[test]
fn no_command_that_is_printed_has_its_dutch_name() {
    let root = command(Lang::Nl);
    assert!(dutch_name(&root, "vernietig haar: klacht vernietig {case}").is_some());
    assert!(dutch_name(&root, "probeer: klacht policy proef concept/cbmk").is_some());
    assert!(dutch_name(&root, "Een klacht sluit pas als alle stappen zijn gezet: `klacht close`").is_none());
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut wrong = Vec::new();
    for folder in ["src", "docs/rules"] {
        for entry in walkdir::WalkDir::new(here.join(folder)).sort_by_file_name() {
            let path = entry.unwrap().into_path();
            // This file has a wrong line on purpose.
            let read = path.extension().is_some_and(|end| end == "rs" || end == "md") && !path.ends_with(file!());
            let text = if read { fs::read_to_string(&path).unwrap() } else { String::new() };
            wrong.extend(
                text.lines()
                    .filter(|line| dutch_name(&root, line).is_some())
                    .map(|line| format!("{}: {}", path.display(), line.trim())),
            );
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
