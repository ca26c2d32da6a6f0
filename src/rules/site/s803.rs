//! S803: every sentence of the site exists in each language and gets the values that it asks for.

use crate::diagnostics::text;
use crate::rules::{Message, Rule};

/// The rule, as its page has it.
pub static RULE: Rule = Rule::on_page(include_str!("../../../docs/rules/S803.md"));

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
