//! # P517: placeholder-in-text
//!
//! ## What it checks
//!
//! The text holds none of the texts under `publication.forbidden`, and nothing like “nog in te vullen”, “Lorem ipsum”,
//! “Leave a Reply”, `???` or `[naam]`.
//!
//! ## Why
//!
//! What is left to fill in, or was copied along from a site, is published as if it were a rule.
//!
//! ## Example
//!
//! ```yaml
//! publication:
//!   forbidden: [Leave a Reply, nog in te vullen]
//! ```
//!
//! ## How to put it right
//!
//! Fill it in, or take it out.
//!
//! ---
//!
//! # P517: placeholder-in-text
//!
//! ## Wat wordt nagekeken
//!
//! In de tekst staat niets van `publication.forbidden`, en niets als “nog in te vullen”, “Lorem ipsum”, “Leave a
//! Reply”, `???` of `[naam]`.
//!
//! ## Waarom
//!
//! Wat nog moet worden ingevuld, of van een site is meegekopieerd, wordt gepubliceerd alsof het een regel is.
//!
//! ## Voorbeeld
//!
//! ```yaml
//! publication:
//!   forbidden: [Leave a Reply, nog in te vullen]
//! ```
//!
//! ## Zo zet u het recht
//!
//! Vul het in, of haal het weg.

use crate::rules::Message;
use std::sync::LazyLock;

use regex::Regex;

use super::super::Rule;
use super::{Remark, Subject};
use crate::diagnostics::{Severity, text};
use crate::yaml::Span;

/// The rule.
pub static RULE: Rule = Rule {
    code: "P517",
    name: "placeholder-in-text",
    severity: Severity::Error,
    summary: (
        "In de tekst staan geen opvulsels of resten van een webpagina.",
        "The text holds no placeholders and no left-overs of a web page.",
    ),
    source: include_str!("p517.rs"),
};

/// Marks of something unfinished, and furniture of web pages.
const MARKS: &str = r"(?i)\b(?:nog )?in te vullen\b|\bnader te bepalen\b|\blorem ipsum\b|\bleave a reply\b|\bgeef een reactie\b|\bread more\b|\blees verder\b|\bclick here\b|\bcontact image\b|\bprofile picture\b|\bskip to content\b|\b(?:todo|fixme|tbd|xxx)\b|\?\?\?|\[(?:naam|adres|datum|organisatie|bedrijf|e-mail|telefoon|functie)[^\]]*\]|\{\{|_{4,}";

static PATTERN: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new(MARKS).ok());

/// Placeholders and forbidden texts.
#[must_use]
pub fn judge(subject: &Subject<'_>) -> Vec<Remark> {
    let text = subject.text_source;
    let forbidden = subject.version.regulation.publication.iter().flat_map(|p| &p.forbidden);
    let mut spans: Vec<Span> = forbidden.flat_map(|words| everywhere(text, words)).collect();
    let marks = PATTERN.iter().flat_map(|p| p.find_iter(text));
    spans.extend(marks.map(|m| Span { start: m.start(), end: m.end() }));
    spans.sort();
    spans.dedup_by(|b, a| b.start < a.end);
    spans.into_iter().filter_map(|span| remark(text, span)).collect()
}

fn everywhere(text: &str, words: &str) -> Vec<Span> {
    // Escaped words always make a pattern; an empty one would be found everywhere.
    let pattern = (!words.trim().is_empty()).then(|| Regex::new(&format!("(?i){}", regex::escape(words))).ok());
    let found = pattern.flatten();
    found.iter().flat_map(|p| p.find_iter(text)).map(|m| Span { start: m.start(), end: m.end() }).collect()
}

fn remark(text: &str, span: Span) -> Option<Remark> {
    let words = text.get(span.start..span.end)?;
    Some(Remark::in_text(
        span,
        Message::new(
            text!("“{words}” hoort niet in de tekst", "“{words}” does not belong in the text"),
            text!("vul het in, of haal het weg", "fill it in, or take it out"),
        ),
    ))
}
