//! P522: every role is called as in the text, and every word for a person is a role.

use regex::Regex;

use super::references::{Target, references};
use super::{Remark, Subject, item};
use crate::diagnostics::text;
use crate::rules::{Message, Rule};
use crate::yaml::Span;

/// The rule, as its page has it.
pub static RULE: Rule = Rule::on_page(include_str!("../../../docs/rules/P522.md"));

/// Common words for parties, and the reserved word that stands for the same.
const PARTIES: &[(&str, Option<&str>)] = &[
    ("klager", Some("complainant")),
    ("beklaagde", Some("respondent")),
    ("cliënt", None),
    ("cursist", None),
    ("klant", None),
    ("deelnemer", None),
    ("student", None),
    ("debiteur", None),
    ("opdrachtgever", None),
    ("medewerker", Some("anyone")),
];

/// Roles that the text does not name, and persons that are no role.
#[must_use]
pub fn judge(subject: &Subject<'_>) -> Vec<Remark> {
    let mut found = unnamed(subject);
    found.extend(PARTIES.iter().filter_map(|(word, reserved)| undefined(subject, word, *reserved)));
    found
}

/// The word by itself or as a plural, wherever it stands in the text. Searched by hand: a pattern for each word of each
/// role would take longer to make than all else that is asked of a regulation.
fn place(text: &str, word: &str) -> Option<Span> {
    let part = |c: char| c.is_alphanumeric() || c == '_' || c == '-';
    let (lower, word) = (text.to_lowercase(), word.to_lowercase());
    // Where lower case has other lengths, places no longer fit: then the text is searched as it stands.
    let text = if lower.len() == text.len() { lower.as_str() } else { text };
    let mut from = 0;
    while let Some(at) = text.get(from..)?.find(&word) {
        let (start, end) = (from + at, from + at + word.len());
        let before = text.get(..start)?.chars().next_back().is_none_or(|c| !part(c));
        let rest = text.get(end..)?;
        let tail = ["", "en", "s", "n", "'s"].iter().filter_map(|ending| rest.strip_prefix(ending));
        let mut after = tail.map(|r| r.chars().next().is_none_or(|c| !part(c)));
        if before && after.any(|alone| alone) {
            return Some(Span { start, end });
        }
        from = start + word.chars().next().map_or(1, char::len_utf8);
    }
    None
}

fn unnamed(subject: &Subject<'_>) -> Vec<Remark> {
    let folded = crate::regulation::fold(subject.text_source);
    let says = |word: &str| place(&folded, word).is_some();
    let mut found = Vec::new();
    for (index, role) in subject.version.regulation.roles.iter().enumerate() {
        let at = item("roles", index);
        if !says(&role.name) && !role.words.iter().any(|w| says(w)) {
            found.push(Remark::on(at.key("name"), not_in_text(&role.name)));
        }
        let lost = role.words.iter().enumerate().filter(|(_, w)| !says(w));
        found.extend(lost.map(|(nth, word)| Remark::on(at.key("words").index(nth), not_in_text(word))));
    }
    found
}

fn not_in_text(word: &str) -> super::super::Message {
    Message::new(
        text!("het woord “{word}” staat niet in de tekst", "the word “{word}” is not in the text"),
        text!("gebruik het woord van de tekst, of haal dit weg", "use the word of the text, or take this out"),
    )
}

fn undefined(subject: &Subject<'_>, word: &str, reserved: Option<&str>) -> Option<Remark> {
    let span = place(subject.text_source, word)?;
    let roles = &subject.version.regulation.roles;
    let known = roles
        .iter()
        .any(|r| std::iter::once(&r.name).chain(&r.words).chain([&r.id]).any(|own| place(own, word).is_some()));
    let in_use = reserved.is_some_and(|reserved| {
        references(&subject.version.tree).iter().any(|r| r.target == Target::Selector && r.id == reserved)
    });
    if known || in_use || explained(subject.text_source, word) {
        return None;
    }
    Some(Remark::in_text(
        span,
        Message::new(
            text!("“{word}” staat in de tekst, maar is geen rol", "“{word}” is in the text, but is no role"),
            text!(
                "zet `{word}` bij `words` van de rol die bedoeld is",
                "add `{word}` to `words` of the role that is meant"
            ),
        ),
    ))
}

/// `**Klager**: …`, `… is de klager`, `met klager bedoelen wij …`.
fn explained(text: &str, word: &str) -> bool {
    let word = regex::escape(word);
    let ways = format!(r"(?i)\*\*{word}s?\*\*\s*:|\bis (?:de|een) {word}\b|\bmet (?:de |een )?{word} bedoelen");
    Regex::new(&ways).is_ok_and(|p| p.is_match(text))
}
