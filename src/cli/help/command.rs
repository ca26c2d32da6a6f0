//! Help in both languages. The command's own texts are English; the Dutch ones, from
//! `help_nl`, are put in their place, and the examples of `help_examples` below each.

use std::ffi::OsString;
use std::fmt::Write;

use clap::error::{ContextKind, ContextValue};
use clap::{Arg, ArgAction, Command, CommandFactory};

use crate::cli::args::Cli;
use crate::cli::help::dutch::NL;
use crate::cli::help::examples::EXAMPLES;
use crate::cli::help::groups::{GROUPS, listed};
use crate::cli::help::own::{noted, renamed, used};
use crate::diagnostics::Lang;

/// The language, found before the arguments are read, since help is printed while they are.
#[must_use]
pub fn language(arguments: &[OsString], env: &dyn Fn(&str) -> Option<String>) -> Lang {
    let words: Vec<&str> = arguments.iter().filter_map(|a| a.to_str()).collect();
    let flag = words.iter().enumerate().find_map(|(at, word)| match word.strip_prefix("--lang") {
        Some("") => words.get(at + 1).copied(),
        Some(rest) => rest.strip_prefix('='),
        None => None,
    });
    let (own, all, lang) = (env("KLACHT_LANG"), env("LC_ALL"), env("LANG"));
    Lang::resolve([flag, own.as_deref(), all.as_deref(), lang.as_deref()])
}

/// Reads the words; where they ask for help as if it were a verb (`help step`), as `klacht step --help`.
pub(crate) fn asked_as_verb<T>(
    words: Vec<OsString>,
    read: impl Fn(&[OsString]) -> Result<T, clap::Error>,
) -> (Vec<OsString>, Result<T, clap::Error>) {
    let done = read(&words);
    let asked = |error: &clap::Error| {
        let named = error.get(ContextKind::InvalidSubcommand);
        named == Some(&ContextValue::String(HELP.to_owned()))
    };
    let Some(at) = words.iter().skip(1).position(|word| word == HELP).filter(|_| done.as_ref().is_err_and(asked))
    else {
        return (words, done);
    };
    let mut words = words;
    words.remove(at + 1);
    words.push(format!("--{HELP}").into());
    let done = read(&words);
    (words, done)
}

/// What asks for help, with hyphens and without.
const HELP: &str = "help";

/// A fixed width: the same bytes on every terminal, and on none.
const WIDTH: usize = 100;

const TEMPLATE_NL: &str = "{about}\n\nGebruik: {usage}\n\n{all-args}{after-help}\n";

/// The examples of a command, one a line.
#[must_use]
pub fn examples(path: &str) -> Option<&'static str> {
    lookup(EXAMPLES, path)
}

/// The command, in a language.
#[must_use]
pub fn command(lang: Lang) -> Command {
    let command = unbuilt(lang);
    built(if lang == Lang::Nl { noted(command) } else { command }, lang)
}

/// The command for the manual, where variables, defaults and values have places of their own.
pub(crate) fn manual(lang: Lang) -> Command {
    built(unbuilt(lang), lang)
}

fn built(mut command: Command, lang: Lang) -> Command {
    command.build();
    if lang == Lang::Nl { used(command) } else { command }
}

/// The command before what its parts share is put in each of them.
pub(crate) fn unbuilt(lang: Lang) -> Command {
    let (help, version) = match lang {
        Lang::Nl => ("Toon deze hulp", "Toon de versie"),
        Lang::En => ("Print help", "Print the version"),
    };
    let help =
        Arg::new("help").short('h').long("help").global(true).display_order(990).action(ArgAction::Help).help(help);
    let version = Arg::new("version").short('V').long("version").action(ArgAction::Version).help(version);
    let root = Cli::command().term_width(WIDTH).disable_help_flag(true).disable_version_flag(true);
    grouped(localise(root.arg(help).arg(version), "", lang), lang)
}

/// The root, whose help shows the verbs in groups.
fn grouped(root: Command, lang: Lang) -> Command {
    let header = *root.get_styles().get_header();
    let (usage, options) = match lang {
        Lang::Nl => ("Gebruik:".to_owned(), "Opties"),
        Lang::En => ("{usage-heading}".to_owned(), "Options"),
    };
    let verbs = listed(&root, WIDTH, lang);
    root.help_template(format!(
        "{{about}}\n\n{usage} {{usage}}\n\n{verbs}\n\n{header}{options}:{header:#}\n{{options}}{{after-help}}\n"
    ))
}

/// The whole command line as Markdown, for `docs/`: each command with its help as it is printed.
#[must_use]
pub fn reference(lang: Lang) -> String {
    let (title, refresh) = match lang {
        Lang::Nl => ("# Opdrachten", "Gemaakt uit het programma; niet met de hand wijzigen."),
        Lang::En => ("# Commands", "Made from the program; not to be edited by hand."),
    };
    let mut text = format!("<!-- {refresh} -->\n\n{title}\n");
    let mut root = command(lang);
    shown(&mut root, "##", "klacht", &mut text);
    let groups = GROUPS.iter().map(|group| (group.heading(), group.of(&root).cloned().collect::<Vec<Command>>()));
    for (heading, verbs) in groups {
        // Writing to a string cannot fail, here and below.
        let _ = write!(text, "\n## {}\n", heading.in_(lang));
        for verb in verbs {
            describe(verb, "klacht", &mut text);
        }
    }
    text
}

fn describe(mut command: Command, above: &str, text: &mut String) {
    let path = format!("{above} {}", command.get_name());
    shown(&mut command, "###", &path, text);
    for below in command.get_subcommands().cloned().collect::<Vec<_>>() {
        describe(below, &path, text);
    }
}

/// A command with its help, under a heading.
fn shown(command: &mut Command, mark: &str, path: &str, text: &mut String) {
    let help = command.render_help().to_string();
    let lines: Vec<&str> = help.lines().map(str::trim_end).collect();
    let _ = write!(text, "\n{mark} {path}\n\n```text\n{}\n```\n", lines.join("\n").trim_end());
}

fn lookup(table: &'static [(&str, &str)], key: &str) -> Option<&'static str> {
    table.iter().find(|(k, _)| *k == key).map(|(_, text)| *text)
}

fn localise(command: Command, path: &str, lang: Lang) -> Command {
    let mut command = command;
    if let Some(examples) = lookup(EXAMPLES, path) {
        let heading = if lang == Lang::Nl { "Voorbeelden" } else { "Examples" };
        command = command.after_help(format!("{heading}:\n{examples}"));
    }
    // What a variable holds here and now is nobody's business in a reference.
    command = command.disable_help_flag(true).mut_args(|arg| arg.hide_env_values(true));
    let nested = command.has_subcommands();
    if lang == Lang::Nl {
        if let Some(about) = lookup(NL, path) {
            command = command.about(about);
        }
        command = command
            .help_template(if nested {
                "{about}\n\nGebruik: {usage}\n\nOpdrachten:\n{subcommands}\n\nOpties:\n{options}{after-help}\n"
            } else {
                TEMPLATE_NL
            })
            .subcommand_help_heading("Opdrachten");
        command = command.mut_args(|arg| {
            let (own, key) = (format!("{path}.{}", arg.get_id()), format!(".{}", arg.get_id()));
            let heading = if arg.is_positional() { "Gegevens" } else { "Opties" };
            let arg = renamed(arg);
            match lookup(NL, &own).or(lookup(NL, &key)) {
                Some(help) => arg.help(help).help_heading(heading),
                None => arg.help_heading(heading),
            }
        });
    }
    let names: Vec<String> = command.get_subcommands().map(|c| c.get_name().to_owned()).collect();
    for name in names {
        let below = if path.is_empty() { name.clone() } else { format!("{path} {name}") };
        command = command.mut_subcommand(&name, |sub| localise(sub, &below, lang));
    }
    command
}

#[cfg(test)]
#[path = "../../../tests/unit/cli/help/command.rs"]
mod tests;
