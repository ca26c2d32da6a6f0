//! What the library that reads the command line writes of its own in help, in Dutch: what a value is called, the
//! default, the values there are, the variable, and the line that tells how a command is used.

use std::mem::take;

use clap::{Arg, Command};

/// What a value is called, in English and in Dutch. Values that are typed as they stand, such as `nl|en`, have no row.
const NAMES: &[(&str, &str)] = &[
    ("A", "A"),
    ("A..B", "A..B"),
    ("ADDRESS", "ADRES"),
    ("AMOUNT", "BEDRAG"),
    ("B", "B"),
    ("BASE", "BASIS"),
    ("CELL", "CEL"),
    ("CHANNEL", "KANAAL"),
    ("COLOR", "KLEUR"),
    ("COMMIT", "COMMIT"),
    ("DATE", "DATUM"),
    ("DIR", "MAP"),
    ("DRAFT", "CONCEPT"),
    ("FIELD=VALUE", "GEGEVEN=WAARDE"),
    ("FILE", "BESTAND"),
    ("FORGE", "PLATFORM"),
    ("FORMAT", "VORM"),
    ("GROUND", "GROND"),
    ("ID", "ZAAKNUMMER"),
    ("ID=HOW", "VERKLARING=HOE"),
    ("ID=KEY", "VERKLARING=SLEUTEL"),
    ("KEY", "SLEUTEL"),
    ("KEY=VALUE", "SLEUTEL=WAARDE"),
    ("KIND", "SOORT"),
    ("NAME", "NAAM"),
    ("NEW", "NIEUW"),
    ("NUMBER", "NUMMER"),
    ("OLD", "OUD"),
    ("OURS", "ONZE"),
    ("PART", "ONDERDEEL"),
    ("PARTY", "PARTIJ"),
    ("PATH", "PAD"),
    ("PORT", "POORT"),
    ("REASON", "REDEN"),
    ("REGULATION", "REGELING"),
    ("ROLE", "ROL"),
    ("ROLE:POSITION", "ROL:PLAATS"),
    ("ROLE|KEY", "ROL|SLEUTEL"),
    ("RULE", "REGEL"),
    ("SECTOR", "SECTOR"),
    ("SEVERITY", "ERNST"),
    ("SHELL", "SHELL"),
    ("SOURCE", "HERKOMST"),
    ("STATE", "TOESTAND"),
    ("STEP", "STAP"),
    ("TERM", "TERMIJN"),
    ("TEXT", "TEKST"),
    ("THEIRS", "ANDERE"),
    ("TIME", "TIJD"),
    ("TOPIC", "ONDERWERP"),
    ("URL", "URL"),
    ("WHAT", "WAT"),
    ("WHO", "WIE"),
    ("WHOM", "WIE"),
    ("YEAR", "JAAR"),
];

/// An argument whose value is called by its Dutch name.
pub(crate) fn renamed(arg: Arg) -> Arg {
    let Some(names) = arg.get_value_names() else { return arg };
    let dutch = |name: &str| NAMES.iter().find(|(english, _)| *english == name).map(|(_, dutch)| *dutch);
    let names: Vec<String> = names.iter().map(|name| dutch(name).unwrap_or(name).to_owned()).collect();
    arg.value_names(names)
}

/// A command in which each argument tells of its variable, its default and its values in Dutch, in its help: the
/// library writes those in English and takes no other words for them.
pub(crate) fn noted(command: Command) -> Command {
    let mut command = command.mut_args(with_notes);
    for sub in command.get_subcommands_mut() {
        *sub = noted(take(sub));
    }
    command
}

fn with_notes(arg: Arg) -> Arg {
    let mut notes = Vec::new();
    if let Some(variable) = arg.get_env().filter(|_| !arg.is_hide_env_set()) {
        notes.push(format!("[omgeving: {}]", variable.to_string_lossy()));
    }
    if arg.get_action().takes_values() {
        let defaults: Vec<_> = arg.get_default_values().iter().map(|value| value.to_string_lossy()).collect();
        if !defaults.is_empty() && !arg.is_hide_default_value_set() {
            notes.push(format!("[standaard: {}]", defaults.join(" ")));
        }
        let known = arg.get_possible_values();
        let known: Vec<&str> =
            known.iter().filter(|v| !v.is_hide_set()).map(clap::builder::PossibleValue::get_name).collect();
        if !known.is_empty() && !arg.is_hide_possible_values_set() {
            notes.push(format!("[mogelijke waarden: {}]", known.join(", ")));
        }
    }
    let help = arg.get_help().map(ToString::to_string);
    let told: Vec<String> = help.into_iter().chain(notes).collect();
    let takes_values = arg.get_action().takes_values();
    let arg = arg.help(told.join(" ")).hide_env(true);
    if takes_values { arg.hide_default_value(true).hide_possible_values(true) } else { arg }
}

/// A command that is built, whose usage says `OPTIES` and `OPDRACHT`.
pub(crate) fn used(command: Command) -> Command {
    let mut command = command.subcommand_value_name("OPDRACHT");
    let english = command.render_usage().ansi().to_string();
    // The heading is of the template, and stands before the name of the program.
    let from = english.find("klacht").unwrap_or_default();
    // What makes the heading bold ends before the name, and what makes the name bold begins there.
    let start = english.get(..from).and_then(|before| before.rfind(' ')).map_or(from, |space| space + 1);
    let usage = english.get(start..).unwrap_or_default().replace("[OPTIONS]", "[OPTIES]");
    command = command.override_usage(usage);
    for sub in command.get_subcommands_mut() {
        *sub = used(take(sub));
    }
    command
}

#[cfg(test)]
#[path = "../../../tests/unit/cli/help/own.rs"]
mod tests;
