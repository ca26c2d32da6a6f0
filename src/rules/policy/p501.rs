//! # P501: quote-not-in-text
//!
//! ## What it checks
//!
//! Each `quote` in `regulation.yaml` occurs in `text.nl.md`, word for word; white space and line ends do not count.
//!
//! ## Why
//!
//! The quote ties what is enforced to what is published. When the text changes and the rule does not, this is where it
//! shows.
//!
//! ## Example
//!
//! ```yaml
//! terms:
//!   - id: bevestiging
//!     quote: Wij bevestigen binnen vijf kalenderdagen.
//! ```
//!
//! ## How to put it right
//!
//! Copy the words from the text, or change the text. The nearest sentence is named.
//!
//! ---
//!
//! # P501: quote-not-in-text
//!
//! ## Wat wordt nagekeken
//!
//! Elk `quote` in `regulation.yaml` staat woord voor woord in `text.nl.md`. Spaties en regeleinden tellen niet mee.
//!
//! ## Waarom
//!
//! Het citaat verbindt wat wordt afgedwongen met wat is gepubliceerd. Verandert de tekst en de regel niet, dan blijkt
//! dat hier.
//!
//! ## Voorbeeld
//!
//! ```yaml
//! terms:
//!   - id: bevestiging
//!     quote: Wij bevestigen binnen vijf kalenderdagen.
//! ```
//!
//! ## Zo zet u het recht
//!
//! Neem de woorden over uit de tekst, of pas de tekst aan. De zin die er het meest op lijkt, wordt genoemd.

use super::super::Rule;
use super::statements::{Quote, quotes};
use super::{Remark, Subject, names, said};
use crate::diagnostics::Severity;

/// The rule.
pub static RULE: Rule = Rule {
    code: "P501",
    name: "quote-not-in-text",
    severity: Severity::Error,
    summary: (
        "Elk citaat in de regeling staat letterlijk in de tekst.",
        "Every quote in the regulation occurs in the text.",
    ),
    source: include_str!("p501.rs"),
};

/// How like a sentence must be for it to be suggested; from 0 to 1.
const ALIKE: f64 = 0.5;

/// Quotes that the text does not hold.
#[must_use]
pub fn judge(subject: &Subject<'_>) -> Vec<Remark> {
    let text = &subject.version.text;
    quotes(&subject.version.tree).into_iter().filter(|q| !text.contains(&q.text)).map(|q| remark(subject, q)).collect()
}

fn remark(subject: &Subject<'_>, quote: Quote) -> Remark {
    let shown = names::short(&quote.text);
    let message =
        (format!("dit citaat staat niet in de tekst: “{shown}”"), format!("this quote is not in the text: “{shown}”"));
    let remedy = match nearest(subject, &quote.text) {
        Some(sentence) => (format!("de tekst zegt: “{sentence}”"), format!("the text says: “{sentence}”")),
        None => (
            "neem de woorden letterlijk over uit text.nl.md".to_owned(),
            "copy the words from text.nl.md as they stand".to_owned(),
        ),
    };
    Remark::on(quote.at, said(message, remedy))
}

fn nearest(subject: &Subject<'_>, quote: &str) -> Option<String> {
    let quote = crate::regulation::fold(quote);
    let likeness = |sentence: &str| strsim::normalized_damerau_levenshtein(&quote, sentence);
    let sentences = subject.version.text.sentences.iter().map(|s| (likeness(&s.text), s.text.as_str()));
    let best = sentences.max_by(|a, b| a.0.total_cmp(&b.0))?;
    (best.0 >= ALIKE).then(|| best.1.to_owned())
}
