//! The whole tree of commands: help and examples in both languages, variables, and manners where nobody is at a terminal.

use std::io::Read;
use std::process::{Command as Process, Stdio};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use clap::Command;
use klacht::diagnostics::Lang;

use crate::shell::bundle::Bundle;

/// The widest line of help.
const WIDTH: usize = 100;

/// Every command with its path, such as `policy check`; the program itself first, with an empty path.
pub fn commands(lang: Lang) -> Vec<(String, Command)> {
    let mut all = Vec::new();
    gather(&klacht::cli::command(lang), "", &mut all);
    all
}

fn gather(command: &Command, path: &str, all: &mut Vec<(String, Command)>) {
    all.push((path.to_owned(), command.clone()));
    for sub in command.get_subcommands() {
        gather(sub, format!("{path} {}", sub.get_name()).trim(), all);
    }
}

/// The examples in a command's help, with lines that go on put together.
fn examples(command: &Command) -> Vec<String> {
    let after = command.get_after_help().map(ToString::to_string).unwrap_or_default();
    let joined = after.replace("\\\n", " ");
    joined.lines().skip(1).map(|line| line.trim().to_owned()).filter(|line| !line.is_empty()).collect()
}

/// The words with which the shell calls the program; none where another program is called.
fn words(example: &str) -> Option<Vec<String>> {
    let inner = example.split_once("<(").map_or(example, |(_, rest)| rest.trim_end_matches(')'));
    let from = inner.find("klacht ").filter(|at| *at == 0 || inner[..*at].contains('='))?;
    let call = inner[from..].split(" > ").next()?.split(" < ").next()?.split(" | ").next()?;
    let script = format!("set -- {call}; printf '%s\\n' \"$@\"");
    let done = Process::new("sh").args(["-c", &script]).output().unwrap();
    assert!(done.status.success(), "{example}");
    Some(String::from_utf8(done.stdout).unwrap().lines().map(str::to_owned).collect())
}

#[test]
fn every_command_has_help_and_examples_that_can_be_read_in_both_languages() {
    for lang in [Lang::Nl, Lang::En] {
        let heading = if lang == Lang::Nl { "Voorbeelden:" } else { "Examples:" };
        for (path, command) in commands(lang) {
            let help = command.clone().render_help().to_string();
            assert!(command.get_about().is_some() && help.contains(heading), "klacht {path}: {help}");
            let examples = examples(&command);
            assert!(examples.len() >= 2, "klacht {path} has {} examples", examples.len());
            let mut called = 0;
            for example in &examples {
                let Some(words) = words(example) else { continue };
                called += 1;
                let read = klacht::cli::command(lang).try_get_matches_from(&words);
                assert!(read.is_ok(), "klacht {path}: {example}: {}", read.unwrap_err());
            }
            assert!(called >= 1, "no example of klacht {path} calls the program");
        }
    }
}

#[test]
fn what_is_said_in_english_is_said_in_dutch() {
    for ((path, dutch), (_, english)) in commands(Lang::Nl).into_iter().zip(commands(Lang::En)) {
        let about = |command: &Command| command.get_about().unwrap().to_string();
        assert_ne!(about(&dutch), about(&english), "klacht {path}");
        for arg in english.get_arguments() {
            let same = dutch.get_arguments().find(|a| a.get_id() == arg.get_id()).unwrap();
            let help = |arg: &clap::Arg| arg.get_help().unwrap().to_string();
            // In Dutch the variable and the default follow in the same text.
            assert!(!help(same).starts_with(&help(arg)), "klacht {path}: {}", arg.get_id());
        }
    }
}

/// Words that no Dutch page has: those of the library, and what no English sentence can do without.
const ENGLISH: &[&str] = &[
    "aliases",
    "all",
    "and",
    "any",
    "are",
    "argument",
    "arguments",
    "arg",
    "args",
    "be",
    "by",
    "command",
    "commands",
    "date",
    "default",
    "env",
    "environment",
    "every",
    "file",
    "files",
    "folder",
    "for",
    "from",
    "how",
    "its",
    "may",
    "must",
    "not",
    "option",
    "options",
    "path",
    "possible",
    "print",
    "reason",
    "see",
    "shall",
    "show",
    "specified",
    "step",
    "subcommand",
    "subcommands",
    "synopsis",
    "than",
    "that",
    "the",
    "then",
    "this",
    "usage",
    "value",
    "values",
    "variable",
    "when",
    "where",
    "which",
    "whose",
    "with",
    "without",
    "write",
    "year",
    "your",
];

/// The English words of a page, without what is typed as it stands: options, code, examples, names of commands.
pub fn english(page: &str) -> Vec<String> {
    let commands: Vec<String> = commands(Lang::Nl).into_iter().map(|(path, _)| path).collect();
    let verb = |word: &str| commands.iter().any(|path| path.split_whitespace().any(|part| part == word));
    let (mut found, mut code, mut example) = (Vec::new(), false, false);
    for line in page.split("Voorbeelden:").next().unwrap_or_default().lines() {
        // In the manual, what is shown as it is typed.
        example = (example || line == ".nf") && line != ".fi";
        // The name of a command stands in a line of usage, and first in a row of the list.
        let usage = line.contains("klacht");
        let row = line.starts_with("  ").then(|| line.split_whitespace().next()).flatten();
        for word in line.split_whitespace().filter(|_| !example) {
            let within = code;
            code ^= word.matches('`').count() % 2 == 1;
            let bare = word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
            let named = (usage || row == Some(word)) && verb(&bare);
            let typed = named || within || word.starts_with('-') || word.contains("\\-\\-") || word.contains('`');
            if !typed && ENGLISH.contains(&bare.as_str()) {
                found.push(bare);
            }
        }
    }
    found
}

#[test]
fn no_dutch_help_has_an_english_word() {
    let mut wrong = Vec::new();
    for (path, mut command) in commands(Lang::Nl) {
        for page in [command.render_help(), command.render_long_help()] {
            let page = page.to_string();
            wrong.extend(english(&page).into_iter().map(|word| format!("klacht {path}: {word}")));
            assert!(page.contains("Gebruik: klacht"), "klacht {path}: {page}");
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    for (_, mut command) in commands(Lang::En).into_iter().take(2) {
        assert!(!english(&command.render_help().to_string()).is_empty(), "the words find nothing");
    }
}

#[test]
fn help_fits_a_hundred_columns() {
    let mut wide = Vec::new();
    for lang in [Lang::Nl, Lang::En] {
        for (path, command) in commands(lang) {
            let help = command.clone().render_help().to_string();
            wide.extend(help.lines().filter(|l| l.chars().count() > WIDTH).map(|l| format!("klacht {path}: {l}")));
        }
    }
    assert!(wide.is_empty(), "{}", wide.join("\n"));
}

#[test]
fn every_option_for_all_verbs_has_a_variable() {
    let program = klacht::cli::command(Lang::En);
    let own = ["help", "version"];
    let global = program.get_arguments().filter(|arg| arg.is_global_set() && !own.contains(&arg.get_id().as_str()));
    let mut count = 0;
    for arg in global {
        let variable = arg.get_env().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        assert!(variable.starts_with("KLACHT_"), "{}: {variable}", arg.get_id());
        count += 1;
    }
    assert!(count >= 7, "{count}");
}

/// Runs the program with nobody at the keyboard and nobody at the screen; what it said.
fn alone(bundle: &Bundle, words: &[String]) -> String {
    let mut command = bundle.command("klacht");
    command.args(words).stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    // Somebody reads along: a pipe that is full would stop the program.
    let (out, err) = (drained(child.stdout.take().unwrap()), drained(child.stderr.take().unwrap()));
    let start = Instant::now();
    // A server never ends by itself: it is left a moment, and stopped.
    let serves = words.iter().any(|word| word == "serve" || word == "bekijk");
    while child.try_wait().unwrap().is_none() {
        if serves && start.elapsed() > Duration::from_secs(2) {
            child.kill().unwrap();
            child.wait().unwrap();
            break;
        }
        assert!(start.elapsed() < Duration::from_mins(2), "klacht {} waits", words.join(" "));
        std::thread::sleep(Duration::from_millis(20));
    }
    out.join().unwrap() + &err.join().unwrap()
}

fn drained(mut stream: impl Read + Send + 'static) -> JoinHandle<String> {
    std::thread::spawn(move || {
        let mut bytes = Vec::new();
        stream.read_to_end(&mut bytes).unwrap();
        String::from_utf8_lossy(&bytes).into_owned()
    })
}

#[test]
fn nobody_is_asked_anything_and_nothing_is_coloured_where_there_is_no_terminal() {
    let bundle = Bundle::small();
    let folder = bundle.world.path().to_str().unwrap().to_owned();
    for (path, command) in commands(Lang::Nl) {
        let bare: Vec<String> = path.split_whitespace().map(str::to_owned).collect();
        let examples = examples(&command);
        let calls = examples.iter().filter_map(|example| words(example)).map(|words| words[1..].to_vec());
        for call in calls.chain([bare]) {
            // What an example writes outside of the register is written in the world of this test.
            let call: Vec<String> = call.iter().map(|word| word.replace("/srv", &folder)).collect();
            let told = alone(&bundle, &call);
            assert!(!told.contains('\u{1b}'), "klacht {}: {told}", call.join(" "));
            assert!(!told.contains("panicked") && !told.contains("[y/n]"), "klacht {}: {told}", call.join(" "));
        }
    }
}
