//! Whether an answer can be used, and what to say when it cannot.

use super::answers::Given;
use super::forge::Forge;
use super::key::Key;
use super::sector::Sector;
use crate::calendar::{Duration, DurationError, Unit, number_word};
use crate::diagnostics::{Text, text};
use crate::yaml::most_like;

/// The longest name: it must fit into a sentence of the regulation.
const LONGEST: usize = 60;

/// Why an answer cannot be used: what is wrong with it, and what to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wrong {
    /// What is wrong.
    pub message: Text,
    /// What to answer instead.
    pub remedy: Text,
}

/// The answer as it is kept: trimmed, a term as a regulation writes it, an address without the slash at its end.
pub fn checked(key: Key, answer: &str, given: &Given) -> Result<String, Wrong> {
    let answer = answer.trim();
    match key {
        Key::Organisation | Key::Body => name(answer),
        Key::Site | Key::BodySite => address(answer),
        Key::Email => mail(answer, is_domain),
        Key::Handler => mail(answer, is_host),
        Key::Substitute => {
            let other = mail(answer, is_host)?;
            if given.get(Key::Handler) == Some(other.as_str()) {
                return Err(wrong(
                    "wie vervangt, is een ander dan wie behandelt",
                    "the substitute must be somebody other than the handler",
                    "geef het adres van een collega",
                    "give the address of a colleague",
                ));
            }
            Ok(other)
        }
        // Within how many days one acknowledges; the longer terms are in weeks or months as well.
        Key::Confirm if answer.bytes().all(|b| b.is_ascii_digit()) => {
            term(&format!("{answer} days"), given.get(Key::Days))
        }
        Key::Confirm | Key::Decide | Key::Extend => term(answer, given.get(Key::Days)),
        Key::Template => word(answer, &Sector::ALL.map(Sector::word)),
        Key::Forge => word(answer, &Forge::ALL.map(Forge::word)),
        Key::Days => word(answer, &["working", "calendar"]),
        Key::Binding => word(answer, &["yes", "no"]),
    }
}

fn wrong(nl: impl Into<String>, en: impl Into<String>, do_nl: impl Into<String>, do_en: impl Into<String>) -> Wrong {
    Wrong { message: Text::new(nl, en), remedy: Text::new(do_nl, do_en) }
}

/// A name stands in the text of the regulation: what would be Markdown there is refused.
fn name(answer: &str) -> Result<String, Wrong> {
    let fits = |c: char| c.is_alphanumeric() || " &'’.,()/+-!@".contains(c);
    let length = answer.chars().count();
    if length <= LONGEST && answer.chars().all(fits) && answer.chars().any(char::is_alphanumeric) {
        return Ok(answer.split_whitespace().collect::<Vec<_>>().join(" "));
    }
    Err(wrong(
        "deze naam kan niet in een regeling staan",
        "this name cannot be used in a regulation",
        format!("gebruik hoogstens {LONGEST} letters, cijfers, spaties en & ' . , ( ) / + - ! @"),
        format!("use at most {LONGEST} letters, digits, spaces and & ' . , ( ) / + - ! @"),
    ))
}

fn address(answer: &str) -> Result<String, Wrong> {
    let whole = if answer.contains("://") { answer.to_owned() } else { format!("https://{answer}") };
    let answer = whole.as_str();
    let rest = answer.strip_prefix("https://").or(answer.strip_prefix("http://"));
    let fits = |c: char| c.is_ascii_alphanumeric() || "-._~/:%".contains(c);
    let host = rest.map(|r| r.split(['/', ':']).next().unwrap_or_default());
    if answer.chars().all(fits) && host.is_some_and(is_domain) {
        return Ok(answer.trim_end_matches('/').to_owned());
    }
    Err(wrong(
        "dit is geen adres van een site",
        "this is not the address of a site",
        "schrijf het zoals https://www.voorbeeld.example",
        "write it like https://www.voorbeeld.example",
    ))
}

/// Git records some people by the name of their machine alone.
fn mail(answer: &str, right_host: fn(&str) -> bool) -> Result<String, Wrong> {
    let fits = |c: char| c.is_ascii_alphanumeric() || "._%+-".contains(c);
    let right = answer.split_once('@').is_some_and(|(local, host)| {
        !local.is_empty()
            && local.chars().all(fits)
            && !local.starts_with('.')
            && !local.ends_with('.')
            && right_host(host)
    });
    if right {
        return Ok(answer.to_owned());
    }
    Err(wrong(
        "dit is geen e-mailadres",
        "this is not an e-mail address",
        "schrijf het zoals klachten@voorbeeld.example",
        "write it like klachten@voorbeeld.example",
    ))
}

/// At least two labels, the last of letters.
fn is_domain(host: &str) -> bool {
    is_host(host) && host.rsplit_once('.').is_some_and(|(_, last)| last.bytes().all(|b| b.is_ascii_alphabetic()))
}

/// Labels of letters, digits and hyphens with dots between them.
fn is_host(host: &str) -> bool {
    let label = |l: &str| {
        !l.is_empty()
            && l.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
            && !l.starts_with('-')
            && !l.ends_with('-')
    };
    host.split('.').all(label)
}

/// As a regulation writes it; as people say it is understood: in Dutch, with the number in letters, and days as the kind of days
/// that was chosen.
fn term(answer: &str, days: Option<&str>) -> Result<String, Wrong> {
    let unit = match days {
        Some("working") => Some(Unit::WorkingDays),
        Some("calendar") => Some(Unit::CalendarDays),
        _ => None,
    };
    let read = match in_digits(answer).parse::<Duration>() {
        Err(DurationError::Misnamed { meant }) => Ok(meant),
        Err(DurationError::BareDays { count: Some(count) }) if unit.is_some() => {
            unit.map_or(Err(DurationError::NoUnit), |unit| Duration::new(count, unit))
        }
        other => other,
    };
    let example = text!(
        "schrijf een getal en een eenheid, zoals `5 werkdagen`, `7 kalenderdagen`, `2 weken` of `3 maanden`",
        "write a number and a unit, such as `5 working days`, `7 calendar days`, `2 weeks` or `3 months`"
    );
    let message = text!("dit is geen termijn", "this is not a time limit");
    read.map(|term| term.to_string()).map_err(|fault| match fault {
        DurationError::Zero | DurationError::TooLong => Wrong { message, remedy: fault.words() },
        _ => Wrong { message, remedy: example },
    })
}

/// The same with a number that was written in letters: `een week`, `two weeks`.
fn in_digits(answer: &str) -> String {
    let (first, rest) = answer.split_once(' ').unwrap_or((answer, ""));
    number_word(&first.to_lowercase()).map_or_else(|| answer.to_owned(), |number| format!("{number} {rest}"))
}

fn word(answer: &str, known: &[&str]) -> Result<String, Wrong> {
    if known.contains(&answer) {
        return Ok(answer.to_owned());
    }
    let all = known.join(", ");
    let (nl, en) = match most_like(answer, known.iter().copied()) {
        Some(near) => (format!("bedoelt u `{near}`? er is: {all}"), format!("did you mean `{near}`? there are: {all}")),
        None => (format!("kies uit {all}"), format!("choose from {all}")),
    };
    Err(wrong("dit woord is hier niet bekend", "this word is not one of the choices", nl, en))
}
