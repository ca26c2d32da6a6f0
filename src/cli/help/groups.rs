//! The verbs in groups, named and parted as the folders of `cli/` are. The library that reads the command line knows no headings for
//! commands, so the list is written here and put into the template of the help.

use std::fmt::Write;

use clap::Command;
use unicode_width::UnicodeWidthStr;

use crate::diagnostics::{Text, text};

/// A group of verbs: what it is called, and its verbs in the order in which they are shown.
pub(crate) struct Group {
    heading: fn() -> Text,
    verbs: &'static [&'static str],
}

/// Every verb, in its group.
pub(crate) const GROUPS: &[Group] = &[
    Group {
        heading: || text!("Klachten", "Cases"),
        verbs: &[
            "new",
            "step",
            "acknowledge",
            "extend",
            "hear",
            "judge",
            "close",
            "refer",
            "add",
            "show",
            "letter",
            "import",
            "destroy",
        ],
    },
    Group { heading: || text!("Register", "Register"), verbs: &["check", "list", "due", "export", "explain"] },
    Group { heading: || text!("Regeling", "Regulation"), verbs: &["policy"] },
    Group { heading: || text!("Site en cijfers", "Site and figures"), verbs: &["build", "serve", "stats", "year"] },
    Group { heading: || text!("Git", "Git"), verbs: &["hook", "resolve", "merge-driver"] },
    Group {
        heading: || text!("Inrichten", "Set-up"),
        verbs: &["init", "doctor", "completions", "man", "schema", "lsp"],
    },
];

impl Group {
    /// What it is called.
    pub(crate) fn heading(&self) -> Text {
        (self.heading)()
    }

    /// Its verbs, as they are in this command.
    pub(crate) fn of<'a>(&self, root: &'a Command) -> impl Iterator<Item = &'a Command> + use<'a, '_> {
        self.verbs.iter().filter_map(|verb| root.find_subcommand(verb))
    }
}

/// The verbs in their groups, no wider than `width`, with the styles of the command.
pub(crate) fn listed(root: &Command, width: usize, lang: crate::diagnostics::Lang) -> String {
    let (header, literal) = (*root.get_styles().get_header(), *root.get_styles().get_literal());
    let longest = root.get_subcommands().map(|verb| verb.get_name().width()).max().unwrap_or_default();
    let indent = 2 + longest + 2;
    let mut text = String::new();
    for group in GROUPS {
        // Writing to a string cannot fail.
        let _ = writeln!(text, "{header}{}:{header:#}", group.heading().in_(lang));
        for verb in group.of(root) {
            let (name, told) = (verb.get_name(), wrapped(&about(verb), width - indent, indent));
            let _ =
                writeln!(text, "  {literal}{name}{literal:#}{:blank$}{told}", "", blank = indent - 2 - name.width());
        }
        text.push('\n');
    }
    text.trim_end().to_owned()
}

/// What a verb does, and its other names, as words of which none is cut.
fn about(verb: &Command) -> Vec<String> {
    let about = verb.get_about().map(ToString::to_string).unwrap_or_default();
    let aliases: Vec<&str> = verb.get_visible_aliases().collect();
    let note = (!aliases.is_empty()).then(|| format!("[alias: {}]", aliases.join(", ")));
    about.split_whitespace().map(str::to_owned).chain(note).collect()
}

fn wrapped(words: &[String], width: usize, indent: usize) -> String {
    let (mut text, mut taken) = (String::new(), 0);
    for word in words {
        let wide = word.width();
        if taken > 0 && taken + 1 + wide > width {
            // Writing to a string cannot fail.
            let _ = write!(text, "\n{:indent$}", "");
            taken = 0;
        } else if taken > 0 {
            text.push(' ');
            taken += 1;
        }
        text.push_str(word);
        taken += wide;
    }
    text
}

#[cfg(test)]
mod tests {
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
                assert!(
                    shown && verb.get_visible_aliases().all(|alias| help.contains(&format!(" {alias}]"))),
                    "{help}"
                );
            }
        }
    }

    #[test]
    fn no_line_is_wider_than_asked() {
        let words: Vec<String> = "één twee drie vier".split(' ').map(str::to_owned).collect();
        assert_eq!(wrapped(&words, 9, 2), "één twee\n  drie vier");
        assert_eq!(wrapped(&words, 3, 1), "één\n twee\n drie\n vier");
    }
}
