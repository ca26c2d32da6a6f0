//! `klacht man`: the manual pages, made from the command line itself: the same bytes for the same version.

use std::fs;
use std::io::{self, Write};
use std::path::Path;
use std::process::Command;

use clap_mangen::Man as Page;
use clap_mangen::roff::{Roff, bold, roman};

use crate::cli::help::command::{examples, manual};
use crate::cli::help::groups::GROUPS;
use crate::cli::output::{Failure, Output};
use crate::cli::setup::args::Man;
use crate::diagnostics::{Lang, text};

/// What the manual says of the codes with which the program ends.
const CODES: &[(&str, &str, &str)] = &[
    ("0", "Niets gevonden, en gedaan wat werd gevraagd.", "Nothing was found, and the command did what was asked."),
    ("1", "Er zijn bevindingen, of er is iets geweigerd.", "There are findings, or something was refused."),
    ("2", "Verkeerd gebruik of verkeerde instellingen.", "Wrong usage or configuration."),
    (
        "3",
        "De omgeving laat het niet toe: geen register, niet te lezen of niet te schrijven.",
        "The environment does not allow it: no register, or one that cannot be read or written.",
    ),
    ("101", "Een fout in het programma zelf.", "A bug in the program itself."),
    ("130", "Gestopt met Ctrl-C.", "Stopped by Ctrl-C."),
];

/// What the library writes in English, and the same in Dutch.
const DUTCH: &[(&str, &str)] = &[
    (".SH NAME\n", ".SH NAAM\n"),
    (".SH SYNOPSIS\n", ".SH OVERZICHT\n"),
    (".SH DESCRIPTION\n", ".SH BESCHRIJVING\n"),
    (".SH Opdrachten\n", ".SH OPDRACHTEN\n"),
    ("\\fIPossible values:\\fR", "\\fIMogelijke waarden:\\fR"),
    ("[default: ", "[standaard: "),
];

/// Runs it; the exit code.
pub fn run(args: &Man, out: &Output) -> Result<u8, Failure> {
    let Some(dir) = &args.dir else {
        let text = page(&manual(out.lang), "", out.lang)?;
        if !(out.terminal && shown(&text)) {
            out.print(&text)?;
        }
        return Ok(0);
    };
    for (lang, folder) in [(Lang::En, dir.join("man1")), (Lang::Nl, dir.join("nl").join("man1"))] {
        fs::create_dir_all(&folder).map_err(|error| refused(&folder, &error))?;
        write(&manual(lang), "", lang, &folder)?;
    }
    let shown = dir.display();
    out.note(text!("geschreven: {shown}", "written: {shown}").in_(out.lang));
    Ok(0)
}

/// Shows a page as `man` shows pages; whether that could be done. Without it the page is printed as it is written.
fn shown(text: &str) -> bool {
    let page = || -> io::Result<bool> {
        // A name with a slash in it is a file, to every `man`.
        let mut file = tempfile::Builder::new().prefix("klacht.").suffix(".1").tempfile()?;
        file.write_all(text.as_bytes())?;
        Ok(Command::new("man").arg(file.path()).status()?.success())
    };
    page().unwrap_or(false)
}

fn refused(path: &Path, error: &io::Error) -> Failure {
    let (shown, kind) = (path.display(), error.kind());
    Failure::File(
        text!("kan {shown} niet schrijven: {kind}", "cannot write {shown}: {kind}"),
        text!("mag u daar schrijven?", "may you write there?"),
    )
}

/// Writes the page of a command, and of each below it.
fn write(command: &clap::Command, path: &str, lang: Lang, folder: &Path) -> Result<(), Failure> {
    let file = folder.join(format!("{}.1", name(path)));
    fs::write(&file, page(command, path, lang)?).map_err(|error| refused(&file, &error))?;
    command.get_subcommands().try_for_each(|sub| write(sub, &below(path, sub), lang, folder))
}

fn below(path: &str, sub: &clap::Command) -> String {
    if path.is_empty() { sub.get_name().to_owned() } else { format!("{path} {}", sub.get_name()) }
}

/// The name of a page: `klacht-policy-check`.
fn name(path: &str) -> String {
    if path.is_empty() { "klacht".to_owned() } else { format!("klacht-{}", path.replace(' ', "-")) }
}

/// The page of one command.
fn page(command: &clap::Command, path: &str, lang: Lang) -> io::Result<String> {
    let manual = text!("Handleiding van klacht", "Manual of klacht");
    let usage = command.clone().render_usage().to_string();
    let usage = usage.trim_start_matches("Usage:").trim().to_owned();
    let page = Page::new(command.clone().display_name(name(path)).override_usage(usage))
        .title(name(path))
        .source(format!("klacht {}", env!("CARGO_PKG_VERSION")))
        .manual(manual.in_(lang));
    let mut bytes = Vec::new();
    page.render_title(&mut bytes)?;
    page.render_name_section(&mut bytes)?;
    page.render_synopsis_section(&mut bytes)?;
    page.render_description_section(&mut bytes)?;
    page.render_options_section(&mut bytes)?;
    if path.is_empty() {
        bytes.extend(grouped(command, lang).to_roff().into_bytes());
    } else if command.has_subcommands() {
        page.render_subcommands_section(&mut bytes)?;
    }
    let mut text = String::from_utf8_lossy(&bytes).into_owned();
    if lang == Lang::Nl {
        text = DUTCH.iter().fold(text, |text, (english, dutch)| text.replace(english, dutch));
    }
    Ok(text + &more(command, path, lang).to_roff())
}

/// The verbs in their groups, as the help shows them.
fn grouped(root: &clap::Command, lang: Lang) -> Roff {
    let mut page = Roff::new();
    page.control("SH", [text!("OPDRACHTEN", "SUBCOMMANDS").in_(lang)]);
    for group in GROUPS {
        page.control("SS", [group.heading().in_(lang)]);
        for verb in group.of(root) {
            page.control("TP", []);
            page.text([roman(format!("{}(1)", name(verb.get_name())))]);
            page.text([roman(verb.get_about().map(ToString::to_string).unwrap_or_default())]);
        }
    }
    page
}

/// What stands after the options: examples, exit codes, other pages.
fn more(command: &clap::Command, path: &str, lang: Lang) -> Roff {
    let say = |nl: &'static str, en: &'static str| if lang == Lang::Nl { nl } else { en };
    let mut page = Roff::new();
    if let Some(examples) = examples(path) {
        page.control("SH", [say("VOORBEELDEN", "EXAMPLES")]);
        page.control("nf", []);
        examples.lines().for_each(|line| {
            page.text([roman(line)]);
        });
        page.control("fi", []);
    }
    page.control("SH", [say("OMGEVING", "ENVIRONMENT")]);
    for (variable, option) in variables(command) {
        page.control("TP", []);
        page.text([bold(variable)]);
        page.text([roman(format!("{} {option}.", say("Hetzelfde als", "The same as")))]);
    }
    page.control("SH", [say("EINDCODES", "EXIT STATUS")]);
    for (code, nl, en) in CODES {
        page.control("TP", []);
        page.text([bold(*code)]);
        page.text([roman(say(nl, en))]);
    }
    page.control("SH", [say("ZIE OOK", "SEE ALSO")]);
    let above = path.rsplit_once(' ').map_or("", |(above, _)| above);
    let mut others: Vec<String> = if path.is_empty() { Vec::new() } else { vec![name(above)] };
    others.extend(command.get_subcommands().map(|sub| name(&below(path, sub))));
    let others: Vec<String> = others.iter().map(|other| format!("{other}(1)")).collect();
    page.text([roman(others.join(", "))]);
    page
}

/// The variables that stand for options of a command, with those options.
fn variables(command: &clap::Command) -> Vec<(String, String)> {
    let pair = |arg: &clap::Arg| {
        let variable = arg.get_env()?.to_str()?.to_owned();
        let long = arg.get_long().map(|long| format!("--{long}"));
        Some((variable, long.or_else(|| Some(format!("-{}", arg.get_short()?)))?))
    };
    command.get_arguments().filter_map(pair).collect()
}
