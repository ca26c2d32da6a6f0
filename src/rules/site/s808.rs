//! # S808: translation-missing
//!
//! ## What it checks
//!
//! The version in force has `text.en.md` and `words.en.yaml`. Without them its English pages are left out and the
//! English start page links to the Dutch ones.
//!
//! ## Why
//!
//! Not everybody who has a complaint reads Dutch.
//!
//! ## Example
//!
//! ```text
//! policy/cmm/2026-01-01/
//!   regulation.yaml
//!   text.nl.md
//! ```
//!
//! ## How to put it right
//!
//! Write `text.en.md`, sentence for sentence beside the Dutch text, and `words.en.yaml` with the names.
//!
//! ---
//!
//! ## Wat wordt nagekeken
//!
//! De versie die geldt, heeft `text.en.md` en `words.en.yaml`. Zonder die twee vervallen de Engelse pagina's, en
//! verwijst het Engelse begin naar de Nederlandse.
//!
//! ## Waarom
//!
//! Niet iedereen die een klacht heeft, leest Nederlands.
//!
//! ## Voorbeeld
//!
//! ```text
//! policy/cmm/2026-01-01/
//!   regulation.yaml
//!   text.nl.md
//! ```
//!
//! ## Zo zet u het recht
//!
//! Schrijf `text.en.md`, zin voor zin naast de Nederlandse tekst, en `words.en.yaml` met de namen.

use super::super::{Message, Rule};
use crate::diagnostics::{Severity, text};

/// The rule.
pub static RULE: Rule = Rule {
    code: "S808",
    name: "translation-missing",
    severity: Severity::Hint,
    summary: ("De regeling die geldt, is er ook in het Engels.", "The regulation in force exists in English too."),
    source: include_str!("s808.rs"),
};

/// What is said of a regulation without English.
#[must_use]
pub fn say() -> Message {
    Message::new(
        text!(
            "deze regeling is er niet in het Engels; haar Engelse pagina's zijn weggelaten",
            "this regulation is not there in English; its English pages are left out"
        ),
        text!(
            "schrijf text.en.md en words.en.yaml in dezelfde map",
            "write text.en.md and words.en.yaml in the same folder"
        ),
    )
}
