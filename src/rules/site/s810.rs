//! # S810: lesson-private
//!
//! ## What it checks
//!
//! The lessons for the public in a yearbook (`lessons:`) hold no personal data, no case id and nobody of `people.yaml`.
//! `klacht year close --confidential DIR` also compares them with the confidential parts in a folder: no word of a name, and no
//! five words in a row of what a complainant wrote.
//!
//! ## Why
//!
//! Whoever writes a lesson knows the complaint behind it. A name or a phrase slips in easily, and what is published stays.
//!
//! ## Example
//!
//! ```yaml
//! lessons:
//!   - nl: Na K26-7F3QXM bellen wij voortaan terug.
//! ```
//!
//! ## How to put it right
//!
//! Say what the organisation does differently now, in its own words, without the case: `Wij bellen voortaan dezelfde dag terug.`
//!
//! ---
//!
//! ## Wat wordt nagekeken
//!
//! De lessen voor het publiek in een jaarboek (`lessons:`) bevatten geen persoonsgegevens, geen klachtnummer en niemand uit
//! `people.yaml`. `klacht year close --confidential MAP` vergelijkt ze ook met de vertrouwelijke delen in een map: geen woord van een
//! naam, en geen vijf woorden achter elkaar van wat een klager schreef.
//!
//! ## Waarom
//!
//! Wie een les schrijft, kent de klacht erachter. Een naam of een zin glipt er zo in, en wat gepubliceerd is, blijft.
//!
//! ## Voorbeeld
//!
//! ```yaml
//! lessons:
//!   - nl: Na K26-7F3QXM bellen wij voortaan terug.
//! ```
//!
//! ## Zo zet u het recht
//!
//! Zeg in eigen woorden wat de organisatie nu anders doet, zonder de zaak: `Wij bellen voortaan dezelfde dag terug.`

use super::super::{Message, Rule};
use super::said;
use crate::diagnostics::Severity;

/// The rule.
pub static RULE: Rule = Rule {
    code: "S810",
    name: "lesson-private",
    severity: Severity::Error,
    summary: (
        "In de lessen voor het publiek staat niets van een persoon of een zaak.",
        "The lessons for the public hold nothing of a person or a case.",
    ),
    source: include_str!("s810.rs"),
};

/// What a lesson holds.
#[derive(Debug, Clone, Copy)]
pub enum Held<'a> {
    /// Personal data of the kind that this rule looks for.
    Data(&'a str),
    /// The id of a case.
    Case,
    /// Somebody of `people.yaml`.
    Person,
    /// Words of a confidential part.
    Sealed,
}

/// What is said of a lesson. What it holds is not repeated.
#[must_use]
pub fn say(held: Held<'_>) -> Message {
    let (nl, en) = match held {
        Held::Data(code) => (format!("persoonsgegevens (zie {code})"), format!("personal data (see {code})")),
        Held::Case => ("een klachtnummer".to_owned(), "the id of a case".to_owned()),
        Held::Person => ("iemand uit people.yaml".to_owned(), "somebody of people.yaml".to_owned()),
        Held::Sealed => ("woorden uit een vertrouwelijk deel".to_owned(), "words of a confidential part".to_owned()),
    };
    said(
        (format!("in deze les voor het publiek staat {nl}"), format!("this lesson for the public holds {en}")),
        (
            "zeg in eigen woorden wat nu anders gaat, zonder de zaak".to_owned(),
            "say in your own words what is done differently now, without the case".to_owned(),
        ),
    )
}
