//! # C103: refused-yaml
//!
//! ## What it checks
//!
//! YAML can do more than a case file needs: repeat values by reference, merge groups, hold several sets of data. None
//! of that is accepted.
//!
//! ## Why
//!
//! What stands in a case must be readable by anybody, and mean the same to every program that reads it.
//!
//! ## Example
//!
//! ```yaml
//! log:
//!   - step: gehoord
//!     on: 2026-04-22
//!     note: "*dringend* gevraagd om antwoord"
//! ```
//!
//! Without the quotes the asterisk would refer to another value.
//!
//! ## How to put it right
//!
//! Put the text in quotes, or write the value in full.
//!
//! ---
//!
//! ## Wat wordt nagekeken
//!
//! YAML kan meer dan een klachtbestand nodig heeft: naar een andere waarde verwijzen, groepen samenvoegen, meer stukken
//! gegevens in één bestand. Dat wordt niet aangenomen.
//!
//! ## Waarom
//!
//! Wat in een klacht staat, moet iedereen kunnen lezen en moet voor elk programma hetzelfde betekenen.
//!
//! ## Voorbeeld
//!
//! ```yaml
//! log:
//!   - step: gehoord
//!     on: 2026-04-22
//!     note: "*dringend* gevraagd om antwoord"
//! ```
//!
//! Zonder aanhalingstekens zou het sterretje naar een andere waarde verwijzen.
//!
//! ## Zo zet u het recht
//!
//! Zet de tekst tussen aanhalingstekens, of schrijf de waarde voluit.

use super::super::Rule;
use crate::diagnostics::Severity;

/// The rule.
pub static RULE: Rule = Rule {
    code: "C103",
    name: "refused-yaml",
    severity: Severity::Error,
    summary: (
        "Bijzondere tekens van YAML, zoals `&`, `*` en `!` voor een woord, worden niet gebruikt.",
        "Special marks of YAML, such as `&`, `*` and `!` before a word, are not used.",
    ),
    source: include_str!("c103.rs"),
};
