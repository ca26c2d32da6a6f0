//! A command line that cannot be read, told in both languages: what is wrong, what may have been meant, how it is used.

use std::error::Error as _;
use std::ffi::OsString;
use std::fmt::Write;
use std::num::ParseIntError;

use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Command, Error};

use crate::calendar::DateError;
use crate::cli::values::{Unfit, choice};
use crate::diagnostics::{Lang, Text, text};
use crate::yaml::most_like;

/// What is told of a command line that cannot be read, line by line.
#[must_use]
pub fn told(error: &Error, root: &Command, words: &[OsString], lang: Lang) -> String {
    let place = Place::of(root, words);
    if error.kind() == ErrorKind::MissingSubcommand {
        // Whoever names no command sees which there are.
        return place.command.clone().render_help().to_string();
    }
    let (message, remedy) = place.said(error);
    let [wrong, help, usage, more] = match lang {
        Lang::Nl => ["fout", "doe dit", "gebruik", "meer"],
        Lang::En => ["error", "fix", "usage", "more"],
    };
    let mut text = format!("{wrong}: {}\n{help}: {}\n", message.in_(lang), remedy.in_(lang));
    // Writing to a string cannot fail.
    let _ = write!(text, "{usage}: {}\n{more}: {} --help\n", place.usage(), place.path);
    text
}

/// How far the words could be followed: the command they name, and its name in full.
struct Place<'a> {
    root: &'a Command,
    command: &'a Command,
    path: String,
}

impl<'a> Place<'a> {
    fn of(root: &'a Command, words: &[OsString]) -> Self {
        let mut place = Self { root, command: root, path: root.get_name().to_owned() };
        let mut value_follows = false;
        for word in words.iter().skip(1).filter_map(|word| word.to_str()) {
            if word == "--" {
                break;
            }
            if std::mem::take(&mut value_follows) {
                continue;
            }
            if word.starts_with('-') {
                value_follows = place.takes_the_next(word);
            } else if let Some(below) = place.command.find_subcommand(word) {
                place.command = below;
                let _ = write!(place.path, " {}", below.get_name());
            } else {
                break;
            }
        }
        place
    }

    /// Whether the value of this option is the next word.
    fn takes_the_next(&self, word: &str) -> bool {
        let named = |arg: &&clap::Arg| {
            let long = arg.get_long().is_some_and(|long| word.strip_prefix("--") == Some(long));
            long || arg.get_short().is_some_and(|short| word == format!("-{short}"))
        };
        self.command.get_arguments().find(named).is_some_and(|arg| arg.get_action().takes_values())
    }

    fn usage(&self) -> String {
        let usage = self.command.clone().render_usage().to_string();
        let lines: Vec<&str> = usage.trim_start_matches("Usage:").lines().map(str::trim).collect();
        lines.join("\n  ")
    }

    /// What is wrong, and what to do.
    fn said(&self, error: &Error) -> (Text, Text) {
        let arg = one(error, ContextKind::InvalidArg);
        let value = one(error, ContextKind::InvalidValue);
        match error.kind() {
            ErrorKind::InvalidSubcommand => self.no_command(&one(error, ContextKind::InvalidSubcommand)),
            ErrorKind::UnknownArgument if arg.starts_with('-') => self.no_option(&arg),
            ErrorKind::UnknownArgument => one_too_many(&arg),
            ErrorKind::TooManyValues if arg.starts_with('-') => no_values(&arg, &value),
            ErrorKind::TooManyValues => one_too_many(&value),
            ErrorKind::InvalidValue if value.is_empty() => no_value(&arg, &many(error, ContextKind::ValidValue)),
            ErrorKind::InvalidValue => wrong_value(&arg, &value, &many(error, ContextKind::ValidValue)),
            ErrorKind::ValueValidation => (unfit(&arg, &value), why(error)),
            ErrorKind::ArgumentConflict => conflict(&arg, &many(error, ContextKind::PriorArg)),
            ErrorKind::MissingRequiredArgument => missing(&many(error, ContextKind::InvalidArg)),
            ErrorKind::InvalidUtf8 => (
                text!("een woord van deze opdracht is geen tekst", "a word of this command is not text"),
                text!("typ het opnieuw, in UTF-8", "type it again, in UTF-8"),
            ),
            _ => (
                text!("deze opdracht kan niet worden gelezen", "this command cannot be read"),
                text!(
                    "zie `{path} --help` hoe zij wordt geschreven",
                    "see `{path} --help` for how it is written",
                    path = self.path
                ),
            ),
        }
    }

    /// No such command. One that stands deeper is named in full: `coverage` is meant as `klacht policy coverage`.
    fn no_command(&self, word: &str) -> (Text, Text) {
        let below: Vec<&Command> = self.command.get_subcommands().collect();
        let names = below.iter().flat_map(|c| std::iter::once(c.get_name()).chain(c.get_all_aliases()));
        // Whatever name was meant, one is told: that which stands in scripts and in the manual.
        // Of so short a word a second letter makes another: `mail` is no slip for `man`.
        let slip = |near: &&str| word.chars().count() > 4 || strsim::osa_distance(word, near) == 1;
        let near = most_like(word, names).filter(slip).and_then(|near| self.command.find_subcommand(near));
        let near = near.map(|near| format!("{} {}", self.path, near.get_name()));
        let deeper = || {
            let inner = self.root.get_subcommands().find_map(|c| Some((c, c.find_subcommand(word)?)));
            inner.map(|(outer, inner)| format!("{} {} {}", self.root.get_name(), outer.get_name(), inner.get_name()))
        };
        let remedy = match near.or_else(deeper) {
            Some(near) => meant(&near),
            None => self.commands(),
        };
        (text!("er is geen opdracht `{word}`", "there is no command `{word}`"), remedy)
    }

    fn commands(&self) -> Text {
        let names: Vec<&str> =
            self.command.get_subcommands().filter(|c| !c.is_hide_set()).map(Command::get_name).collect();
        let all = names.join(", ");
        text!("kies uit: {all}", "choose from: {all}")
    }

    /// No such option here. One that another command has is named with that command.
    fn no_option(&self, word: &str) -> (Text, Text) {
        let bare = word.split('=').next().unwrap_or(word);
        let path = &self.path;
        let message = text!("`{path}` kent geen optie `{bare}`", "`{path}` has no option `{bare}`");
        let near =
            most_like(bare.trim_start_matches('-'), self.command.get_arguments().filter_map(clap::Arg::get_long));
        if let Some(near) = near.filter(|_| bare.starts_with("--")) {
            return (message, meant(&format!("--{near}")));
        }
        let owners = owners(self.root, self.root.get_name(), bare.trim_start_matches('-'));
        let remedy = if owners.is_empty() || !bare.starts_with("--") {
            text!("`{path} --help` noemt de opties", "`{path} --help` lists the options")
        } else {
            let all: Vec<String> = owners.iter().map(|owner| format!("`{owner}`")).collect();
            let all = all.join(", ");
            text!("`{bare}` hoort bij {all}", "`{bare}` belongs to {all}")
        };
        (message, remedy)
    }
}

/// The commands that have this option, by their names in full.
fn owners(command: &Command, path: &str, long: &str) -> Vec<String> {
    let here = command.get_arguments().any(|arg| arg.get_long() == Some(long)).then(|| path.to_owned());
    let below = command.get_subcommands().flat_map(|sub| owners(sub, &format!("{path} {}", sub.get_name()), long));
    here.into_iter().chain(below).collect()
}

fn meant(near: &str) -> Text {
    text!("bedoelt u `{near}`?", "did you mean `{near}`?")
}

fn one_too_many(word: &str) -> (Text, Text) {
    (
        text!("er is een woord te veel: `{word}`", "there is one word too many: `{word}`"),
        text!(
            "haal het weg, of zet aanhalingstekens om woorden die bij elkaar horen",
            "remove it, or put quotation marks around words that belong together"
        ),
    )
}

fn no_values(arg: &str, value: &str) -> (Text, Text) {
    (text!("`{arg}` neemt geen waarde", "`{arg}` takes no value"), text!("laat `={value}` weg", "leave out `={value}`"))
}

fn no_value(arg: &str, known: &[String]) -> (Text, Text) {
    let message = text!("`{arg}` vraagt een waarde", "`{arg}` needs a value");
    let all = known.join(", ");
    let remedy = if known.is_empty() {
        text!("schrijf die erachter", "write it after the option")
    } else {
        text!("kies uit {all}", "choose from {all}")
    };
    (message, remedy)
}

fn unfit(arg: &str, value: &str) -> Text {
    text!("`{value}` kan niet bij `{arg}`", "`{value}` does not fit `{arg}`")
}

fn wrong_value(arg: &str, value: &str, known: &[String]) -> (Text, Text) {
    let known: Vec<&str> = known.iter().map(String::as_str).collect();
    (unfit(arg, value), choice(value, &known))
}

/// What the reader of the value says of it.
fn why(error: &Error) -> Text {
    let source = error.source();
    let by = |source: &(dyn std::error::Error + 'static)| {
        if let Some(date) = source.downcast_ref::<DateError>() {
            return Some(date.words());
        }
        if let Some(Unfit(words)) = source.downcast_ref() {
            return Some(words.clone());
        }
        let number = source.downcast_ref::<ParseIntError>();
        number.map(|_| text!("schrijf een getal in cijfers", "write a number in digits"))
    };
    source.and_then(by).unwrap_or_else(|| text!("die waarde valt buiten wat hier kan", "that value is out of range"))
}

fn conflict(arg: &str, others: &[String]) -> (Text, Text) {
    if others.iter().all(|other| other == arg) {
        return (
            text!("`{arg}` staat er meer dan eens", "`{arg}` is given more than once"),
            text!("noem het één keer", "give it once"),
        );
    }
    let all: Vec<String> = others.iter().map(|other| format!("`{other}`")).collect();
    let all = all.join(", ");
    (
        text!("`{arg}` gaat niet samen met {all}", "`{arg}` cannot be used with {all}"),
        text!("kies er één", "choose one of them"),
    )
}

fn missing(args: &[String]) -> (Text, Text) {
    let all = args.join(", ");
    (
        text!("er ontbreekt: {all}", "missing: {all}"),
        text!("vul het aan, zoals hieronder bij gebruik staat", "add it, as shown below under usage"),
    )
}

fn one(error: &Error, kind: ContextKind) -> String {
    many(error, kind).into_iter().next().unwrap_or_default()
}

fn many(error: &Error, kind: ContextKind) -> Vec<String> {
    match error.get(kind) {
        Some(ContextValue::String(word)) => vec![word.clone()],
        Some(ContextValue::Strings(words)) => words.clone(),
        _ => Vec::new(),
    }
}
