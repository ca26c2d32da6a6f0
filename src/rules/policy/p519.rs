//! # P519: typing-error-in-text
//!
//! ## What it checks
//!
//! A sentence ends with a blank before the next begins; no word stands twice in a row; there is no blank before a
//! comma or full stop.
//!
//! ## Why
//!
//! Such slips come from copying. They make the text harder to read, and quotes harder to find.
//!
//! ## Example
//!
//! ```yaml
//! quote: Wij zijn een organisatie. Daarna beslissen wij.
//! ```
//!
//! ## How to put it right
//!
//! Put the blank in, or take the second word out; then the quote in `regulation.yaml` too.
//!
//! ---
//!
//! # P519: typing-error-in-text
//!
//! ## Wat wordt nagekeken
//!
//! Na een zin staat een spatie voordat de volgende begint; geen woord staat twee keer achter elkaar; er staat geen
//! spatie voor een komma of punt.
//!
//! ## Waarom
//!
//! Zulke fouten komen van kopiëren. Ze maken de tekst lastig te lezen, en citaten lastig te vinden.
//!
//! ## Voorbeeld
//!
//! ```yaml
//! quote: Wij zijn een organisatie. Daarna beslissen wij.
//! ```
//!
//! ## Zo zet u het recht
//!
//! Zet de spatie erbij, of haal het tweede woord weg; daarna ook in het citaat in `regulation.yaml`.

use std::sync::LazyLock;

use regex::Regex;

use super::super::Rule;
use super::{Remark, Subject, said};
use crate::diagnostics::Severity;
use crate::regulation::Sentence;

/// The rule.
pub static RULE: Rule = Rule {
    code: "P519",
    name: "typing-error-in-text",
    severity: Severity::Warning,
    summary: (
        "De tekst heeft geen aaneengeplakte zinnen en geen dubbele woorden.",
        "The text has no sentences run together and no doubled words.",
    ),
    source: include_str!("p519.rs"),
};

static GLUED: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(r"\p{Ll}{3,}[.?!]?\p{Lu}\p{Ll}{2,}|\p{Ll}{2,}[.?!]\p{Lu}\p{Ll}+").ok());
static LOOSE: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new(r"\w+ [,.;:](?:\s|$)").ok());
/// Words that may well stand twice.
const TWICE: &[&str] = &["die", "dat", "zo", "wie", "ze", "u", "had"];

/// Slips of the keyboard.
#[must_use]
pub fn judge(subject: &Subject<'_>) -> Vec<Remark> {
    let names = names(subject);
    subject.version.text.sentences.iter().flat_map(|s| slips(&names, s)).collect()
}

/// Words that the regulation itself writes with a capital inside.
fn names(subject: &Subject<'_>) -> String {
    let regulation = &subject.version.regulation;
    let roles = regulation.roles.iter().flat_map(|r| std::iter::once(&r.name).chain(&r.words));
    let documents = regulation.documents.iter().map(|d| &d.title);
    let all = roles.chain(documents).chain([&regulation.organisation.name]);
    all.map(String::as_str).collect::<Vec<_>>().join(" ")
}

fn slips(names: &str, sentence: &Sentence) -> Vec<Remark> {
    let mut found = Vec::new();
    let words: Vec<&str> = sentence.text.split(' ').collect();
    for word in &words {
        let address = word.contains('@') || word.contains('/') || word.contains("www.");
        let glued = GLUED.as_ref().and_then(|p| p.find(word));
        if !address && glued.is_some_and(|m| !names.contains(m.as_str())) {
            let glued = word.trim_end_matches(['.', ',', ';', ':', '?', '!']);
            found.push(slip(
                sentence,
                (format!("hier ontbreekt een spatie: “{glued}”"), format!("a blank is missing here: “{glued}”")),
                (
                    "zet een spatie (en een punt) tussen de twee woorden",
                    "put a blank (and a full stop) between the two words",
                ),
            ));
        }
    }
    for pair in words.windows(2) {
        let [first, second] = [pair[0], pair[1]].map(|w| w.trim_end_matches([',', '.', ';', ':']).to_lowercase());
        let plain = first.chars().all(char::is_alphabetic) && !first.is_empty() && pair[0].len() == first.len();
        if plain && first == second && !TWICE.contains(&first.as_str()) {
            found.push(slip(
                sentence,
                (format!("“{first}” staat twee keer achter elkaar"), format!("“{first}” stands twice in a row")),
                ("haal er een weg", "take one out"),
            ));
        }
    }
    if let Some(loose) = LOOSE.as_ref().and_then(|p| p.find(&sentence.text)) {
        let loose = loose.as_str().trim();
        found.push(slip(
            sentence,
            (format!("hier staat een spatie te veel: “{loose}”"), format!("a blank too many: “{loose}”")),
            ("haal de spatie voor het leesteken weg", "take out the blank before the mark"),
        ));
    }
    found
}

fn slip(sentence: &Sentence, message: (String, String), remedy: (&str, &str)) -> Remark {
    Remark::in_text(sentence.span, said(message, remedy))
}
