//! Help in both languages. The command's own texts are English; the Dutch ones stand in a table and are put in their place.

use std::ffi::OsString;
use std::fmt::Write;

use clap::{Arg, ArgAction, Command, CommandFactory};

use super::args::Cli;
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

const TEMPLATE_NL: &str = "{about}\n\nGebruik: {usage}\n\n{all-args}{after-help}\n";

/// Dutch texts by the path of the command; `verb.flag` for a flag.
const NL: &[(&str, &str)] = &[
    ("", "Houdt de klachtafhandeling van een organisatie aan haar eigen gepubliceerde regeling"),
    ("check", "Controleer klachten, regelingen en geschiedenis"),
    ("list", "De klachten van dit register"),
    ("list.format", "Hoe het wordt getoond: text, json of csv"),
    ("due", "Wat er moet gebeuren of te laat is, en door wie"),
    ("due.format", "Hoe het wordt getoond: text, json of md (een bericht zonder personen)"),
    ("export", "Rijen om zelf mee te rekenen, zonder persoonsgegevens"),
    ("export.format", "Hoe het wordt getoond: csv of json"),
    ("explain", "Leg een regel uit"),
    ("policy", "Controleer een regeling, of zie wat elke zin afdwingt"),
    ("policy check", "Controleer regelingen: gegevens, tekst, en werkwijze als model"),
    ("policy coverage", "Wat elke zin van de tekst afdwingt"),
    ("build", "Bouw de openbare site"),
    ("stats", "De beschermde jaarcijfers, zoals ze zijn bevroren"),
    ("year", "Sluit een jaar"),
    ("year close", "Tel, bescherm en bevries de cijfers van een jaar dat voorbij is"),
    ("hook", "Bewaak commits en pushes"),
    ("hook install", "Zet de hooks op hun plaats"),
    ("hook pre-commit", "Beoordeel wat er wordt vastgelegd (git roept dit aan)"),
    ("hook pre-receive", "Beoordeel een push (git roept dit aan op de server)"),
    (".dir", "Werk alsof u in deze map staat"),
    (".today", "De dag waarop wordt beoordeeld; commits naar hun eigen dag"),
    (".lang", "Taal van wat er wordt getoond"),
    (".color", "Kleur: auto, always of never"),
    (".quiet", "Toon alleen bevindingen"),
    (".verbose", "Toon meer"),
    (".no_input", "Stel nooit een vraag"),
    (".output", "De map waarin de site komt"),
    (".base_url", "Waar de site komt te staan, zoals `https://klachten.example/`"),
    (".help", "Toon deze hulp"),
    (".version", "Toon de versie"),
    (".staged", "Beoordeel wat klaarstaat om vastgelegd te worden"),
    (".range", "Beoordeel elke commit van een reeks, tegen elk van zijn ouders"),
    (".history", "Beoordeel elke commit van deze tak"),
    (".format", "Hoe het wordt getoond: human, short, json, sarif, github, gitlab, junit"),
    (".fail_on", "Vanaf welke ernst het mislukt: error, warning, hint, never"),
    (".exit_zero", "Meld alles, maar eindig altijd met 0"),
    (".snippets", "Toon de regels zelf, ook buiten een terminal"),
    (".verify_objects", "Reken de hash na van elk object dat wordt gelezen"),
    ("stats.format", "Hoe het wordt getoond: text, csv of json"),
    (".only_regulation", "Alleen van deze regeling"),
    (".state", "Alleen in een van deze toestanden: open, report, escalated, ended, destroyed"),
    (".handler", "Alleen van deze behandelaar"),
    (".only_year", "Alleen ontvangen in dit jaar"),
    (".topic", "Alleen over dit onderwerp"),
    (".within", "Alleen wat binnen deze tijd moet, of te laat is: 7d, 2w, 1m"),
    (".for_whom", "Alleen voor deze rol of persoon"),
    (".ics", "Schrijf een agenda naar dit bestand; zonder bestand: naar de standaarduitvoer"),
    (".exit_code", "Eindig met 1 als er iets te laat is"),
    (".received", "Hoe de dag van ontvangst wordt geschreven: quarter (kwartaal) of month (maand)"),
    (".with_ids", "Geef ook de nummers van de klachten"),
    (".excel", "CSV die een Nederlands rekenblad zo opent: puntkomma's en een byte order mark"),
    (".of", "De regeling; zonder: alle"),
    (".year", "Het jaar; zonder: het laatste dat is gesloten"),
    (".explain", "Leg één getal uit, genoemd als tabel/rij/kolom, zoals `topic-outcome/wachttijd/gegrond`"),
    (".closing_regulation", "De regeling"),
    (".closing_year", "Het jaar"),
    (".correct", "Publiceer een herziening van een jaar dat al is gesloten"),
    (".dry_run", "Toon de cijfers en schrijf niets"),
    (".yes", "Vraag niets"),
    (".rule", "Code of naam van een regel, zoals W202; zonder: alle regels"),
    (".regulation", "De regeling, of `regeling/ingangsdatum`; zonder: alle"),
    (".server", "Op een server: de hook die pushes beoordeelt, en de instellingen die weigeren wat geen hook ziet"),
    (".replace", "Vervang een hook van een ander (die wordt ernaast bewaard)"),
];

/// Examples by command, the same in both languages.
const EXAMPLES: &[(&str, &str)] = &[
    ("", "  klacht check\n  klacht explain W202"),
    ("check", "  klacht check --format short\n  klacht check --range origin/main..HEAD --format github"),
    ("list", "  klacht list --state open,report\n  klacht lijst --regulation cmm --year 2026 --format csv"),
    ("due", "  klacht due --within 7d\n  klacht termijnen --for directeur --ics termijnen.ics"),
    (
        "export",
        "  klacht export --regulation cbmk --year 2026\n  klacht uitvoer --received month --excel > klachten.csv",
    ),
    ("explain", "  klacht explain W202\n  klacht uitleg step-too-early"),
    ("policy", "  klacht policy check\n  klacht policy coverage interactie"),
    ("policy check", "  klacht policy check\n  klacht policy check cmm/2022-01-01"),
    ("policy coverage", "  klacht policy coverage interactie\n  klacht policy coverage square-mile/2025-01-01"),
    ("build", "  klacht build\n  klacht bouw --output /srv/www/klachten --base-url https://klachten.example/"),
    ("stats", "  klacht stats cbmk 2025\n  klacht cijfers cbmk 2025 --explain topic-channel/verkoop/e-mail"),
    ("year", "  klacht year close cbmk 2026 --dry-run\n  klacht jaar sluit cbmk 2026"),
    ("year close", "  klacht year close cbmk 2026 --dry-run\n  klacht jaar sluit cbmk 2026 --yes"),
    ("hook", "  klacht hook install\n  klacht -C /srv/git/klachten.git hook install --server"),
    ("hook install", "  klacht hook install\n  klacht -C /srv/git/klachten.git hook install --server"),
    ("hook pre-commit", "  klacht hook pre-commit\n  klacht --lang en hook pre-commit"),
    (
        "hook pre-receive",
        "  klacht hook pre-receive < updates.txt\n  KLACHT_LANG=en klacht hook pre-receive < updates.txt",
    ),
];

/// The command, in a language.
#[must_use]
pub fn command(lang: Lang) -> Command {
    let (help, version) = match lang {
        Lang::Nl => ("Toon deze hulp", "Toon de versie"),
        Lang::En => ("Print help", "Print the version"),
    };
    let help = Arg::new("help").short('h').long("help").global(true).action(ArgAction::Help).help(help);
    let version = Arg::new("version").short('V').long("version").action(ArgAction::Version).help(version);
    // A fixed width: the same bytes on every terminal, and on none.
    let root = Cli::command().term_width(100).disable_help_flag(true).disable_version_flag(true);
    let mut command = localise(root.arg(help).arg(version), "", lang);
    command.build();
    command
}

/// The whole command line as Markdown, for `docs/`: each command with its help as it is printed.
#[must_use]
pub fn reference(lang: Lang) -> String {
    let (title, refresh) = match lang {
        Lang::Nl => ("# Opdrachten", "Gemaakt uit het programma; niet met de hand wijzigen."),
        Lang::En => ("# Commands", "Made from the program; not to be edited by hand."),
    };
    let mut text = format!("<!-- {refresh} -->\n\n{title}\n");
    describe(&mut command(lang), "klacht", &mut text);
    text
}

fn describe(command: &mut Command, path: &str, text: &mut String) {
    let help = command.render_help().to_string();
    let lines: Vec<&str> = help.lines().map(str::trim_end).collect();
    // Writing to a string cannot fail.
    let _ = write!(text, "\n## {path}\n\n```text\n{}\n```\n", lines.join("\n").trim_end());
    let names: Vec<String> = command.get_subcommands().map(|c| c.get_name().to_owned()).collect();
    for name in names {
        if let Some(below) = command.find_subcommand_mut(&name) {
            describe(below, &format!("{path} {name}"), text);
        }
    }
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
