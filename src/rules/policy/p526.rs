//! # P526: sentence-long
//!
//! ## What it checks
//!
//! No sentence of `text.nl.md` has more than 20 words. An address counts as one word.
//!
//! ## Why
//!
//! Long sentences are the first thing that makes a regulation hard to read. This is advice: it refuses nothing.
//!
//! ## Example
//!
//! ```markdown
//! 1. Wij bevestigen uw klacht binnen vijf dagen en vertellen u daarbij wie haar behandelt, hoe u die persoon bereikt en wanneer u iets hoort.
//! ```
//!
//! ## How to put it right
//!
//! Make two sentences of it, or a list. Change the quotes in `regulation.yaml` and the English text with it.
//!
//! ---
//!
//! # P526: sentence-long
//!
//! ## Wat wordt nagekeken
//!
//! Geen zin van `text.nl.md` heeft meer dan 20 woorden. Een adres telt als één woord.
//!
//! ## Waarom
//!
//! Lange zinnen maken een regeling het eerst moeilijk te lezen. Dit is een advies: het weigert niets.
//!
//! ## Voorbeeld
//!
//! ```markdown
//! 1. Wij bevestigen uw klacht binnen vijf dagen en vertellen u daarbij wie haar behandelt, hoe u die persoon bereikt en wanneer u iets hoort.
//! ```
//!
//! ## Zo zet u het recht
//!
//! Maak er twee zinnen van, of een opsomming. Pas de citaten in `regulation.yaml` en de Engelse tekst ook aan.

use super::super::Rule;
use super::{Remark, Subject, names, said};
use crate::diagnostics::Severity;

/// The rule.
pub static RULE: Rule = Rule {
    code: "P526",
    name: "sentence-long",
    severity: Severity::Hint,
    summary: ("Een zin heeft hoogstens twintig woorden.", "A sentence has at most twenty words."),
    source: include_str!("p526.rs"),
};

/// The most words that a sentence should have.
const MOST: usize = 20;

/// Sentences that are long.
#[must_use]
pub fn judge(subject: &Subject<'_>) -> Vec<Remark> {
    let counted = |text: &str| text.split_whitespace().filter(|w| w.chars().any(char::is_alphanumeric)).count();
    let sentences = subject.version.text.sentences.iter().map(|s| (s, counted(&s.text)));
    let long = sentences.filter(|(_, words)| *words > MOST);
    long.map(|(sentence, words)| {
        let shown = names::short(&sentence.text);
        Remark::in_text(
            sentence.span,
            said(
                (format!("deze zin heeft {words} woorden: “{shown}”"), {
                    format!("this sentence has {words} words: “{shown}”")
                }),
                ("maak er twee zinnen van, of een opsomming", "make two sentences of it, or a list"),
            ),
        )
    })
    .collect()
}
