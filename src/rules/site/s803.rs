//! # S803: phrase-fault
//!
//! ## What it checks
//!
//! The sentences of the site are in `nl.ftl` and `en.ftl`. Each one that a template uses is there, can be read,
//! and asks only for values that it gets.
//!
//! ## Why
//!
//! A sentence with a hole, such as “within {$term}”, is worse than none.
//!
//! ## Example
//!
//! ```text
//! accessibility-answer = U krijgt binnen { $termijn } antwoord.
//! ```
//!
//! The value is called `term`, so this sentence lacks one.
//!
//! ## How to put it right
//!
//! Write the sentence in the file that the message names. A file of your own needs only the sentences that you
//! word otherwise.
//!
//! ---
//!
//! ## Wat wordt nagekeken
//!
//! De zinnen van de site staan in `nl.ftl` en `en.ftl`. Elke zin die een sjabloon gebruikt, staat erin, is te
//! lezen, en vraagt alleen waarden die hij krijgt.
//!
//! ## Waarom
//!
//! Een zin met een gat, zoals “binnen {$term}”, is erger dan geen zin.
//!
//! ## Voorbeeld
//!
//! ```text
//! accessibility-answer = U krijgt binnen { $termijn } antwoord.
//! ```
//!
//! De waarde heet `term`; deze zin mist er dus een.
//!
//! ## Zo zet u het recht
//!
//! Schrijf de zin in het bestand dat de melding noemt. Een eigen bestand heeft alleen de zinnen nodig die u anders
//! zegt.

use super::super::{Message, Rule};
use crate::diagnostics::{Severity, text};

/// The rule.
pub static RULE: Rule = Rule {
    code: "S803",
    name: "phrase-fault",
    severity: Severity::Error,
    summary: (
        "Elke zin van de site bestaat in elke taal en krijgt de waarden die hij vraagt.",
        "Every sentence of the site exists in each language and gets the values that it asks for.",
    ),
    source: include_str!("s803.rs"),
};

/// What can be wrong with a sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Phrase<'a> {
    /// It is not there.
    Missing(&'a str),
    /// It asks for what it does not get: the sentence, and what is said of it in English.
    Lacks(&'a str, &'a str),
    /// The file cannot be read here.
    Unreadable(&'a str),
}

/// What is said of it.
#[must_use]
pub fn say(phrase: Phrase<'_>) -> Message {
    match phrase {
        Phrase::Missing(key) => Message::new(
            text!("de zin `{key}` ontbreekt", "the sentence `{key}` is missing"),
            text!("schrijf `{key} = …` in dit bestand", "write `{key} = …` in this file"),
        ),
        Phrase::Lacks(key, told) => Message::new(
            text!(
                "de zin `{key}` vraagt een waarde die er niet is: {told}",
                "the sentence `{key}` asks for a value that is not there: {told}"
            ),
            text!(
                "gebruik de waarden die de zin van het programma heeft",
                "use the values that the program's own sentence has"
            ),
        ),
        Phrase::Unreadable(told) => Message::new(
            text!("deze regel is niet te lezen: {told}", "this line cannot be read: {told}"),
            text!("schrijf een zin als `naam = tekst`", "write a sentence as `name = text`"),
        ),
    }
}
