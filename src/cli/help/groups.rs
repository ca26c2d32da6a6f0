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
            "undo",
            "show",
            "letter",
            "import",
            "destroy",
        ],
    },
    Group {
        heading: || text!("Verzegeld deel", "Sealed part"),
        verbs: &["keys", "seal", "open", "find", "access", "dossier", "sync"],
    },
    Group { heading: || text!("Register", "Register"), verbs: &["check", "list", "due", "export", "explain"] },
    Group { heading: || text!("Regeling", "Regulation"), verbs: &["policy"] },
    Group { heading: || text!("Site en cijfers", "Site and figures"), verbs: &["build", "serve", "stats", "year"] },
    Group { heading: || text!("Git", "Git"), verbs: &["hook", "history", "resolve", "merge-driver"] },
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
#[path = "../../../tests/unit/cli/help/groups.rs"]
mod tests;
