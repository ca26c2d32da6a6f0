//! # P528: address-mixed
//!
//! ## What it checks
//!
//! `text.nl.md` speaks to the reader with `u` and `uw`, or with `je`, `jij` and `jouw`.
//!
//! ## Why
//!
//! Who is called u in one sentence and je in the next wonders whether two people are meant. This is advice: it refuses nothing.
//!
//! ## Example
//!
//! ```markdown
//! 1. U dient uw klacht in per e-mail. Je krijgt binnen vijf dagen antwoord.
//! ```
//!
//! ## How to put it right
//!
//! Choose one. The place is the first of those that are fewest.
//!
//! ---
//!
//! # P528: address-mixed
//!
//! ## Wat wordt nagekeken
//!
//! `text.nl.md` spreekt de lezer aan met `u` en `uw`, of met `je`, `jij` en `jouw`.
//!
//! ## Waarom
//!
//! Wie in de ene zin u heet en in de volgende je, vraagt zich af of er twee mensen zijn bedoeld. Dit is een advies: het weigert
//! niets.
//!
//! ## Voorbeeld
//!
//! ```markdown
//! 1. U dient uw klacht in per e-mail. Je krijgt binnen vijf dagen antwoord.
//! ```
//!
//! ## Zo zet u het recht
//!
//! Kies er één. De plaats is de eerste van wat het minst voorkomt.

use super::super::Rule;
use super::{Remark, Subject, numbers, said};
use crate::diagnostics::Severity;
use crate::regulation::Sentence;

/// The rule.
pub static RULE: Rule = Rule {
    code: "P528",
    name: "address-mixed",
    severity: Severity::Hint,
    summary: ("De tekst zegt u of je, niet allebei.", "The text says u or je, not both."),
    source: include_str!("p528.rs"),
};

const FORMAL: [&str; 4] = ["u", "uw", "uzelf", "uwe"];
const FAMILIAR: [&str; 5] = ["je", "jij", "jou", "jouw", "jezelf"];

/// The first place where the reader is addressed otherwise than in most of the text.
#[must_use]
pub fn judge(subject: &Subject<'_>) -> Vec<Remark> {
    let sentences = &subject.version.text.sentences;
    let with = |forms: &[&str]| -> Vec<&Sentence> {
        let says = |s: &&Sentence| numbers::words(&s.text).iter().any(|w| forms.contains(&w.as_str()));
        sentences.iter().filter(says).collect()
    };
    let (formal, familiar) = (with(&FORMAL), with(&FAMILIAR));
    let (few, many, rare) = if formal.len() <= familiar.len() { ("u", "je", formal) } else { ("je", "u", familiar) };
    let message = (format!("deze zin zegt “{few}”, de meeste zeggen “{many}”"), {
        format!("this sentence says “{few}”, most say “{many}”")
    });
    let remedy = ("kies één aanspreekvorm voor de hele tekst", "choose one form of address for the whole text");
    rare.first().map(|s| Remark::in_text(s.span, said(message, remedy))).into_iter().collect()
}
