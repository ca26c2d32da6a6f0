//! # S801: empty-slot
//!
//! ## What it checks
//!
//! A page of the site is filled from the regulation and from `klacht.yaml`. A value that a page cannot do without
//! is there.
//!
//! ## Why
//!
//! A page with a hole in it misleads whoever wants to complain: no term, no address, no name. Then there had
//! better be no page.
//!
//! ## Example
//!
//! ```yaml
//! # klacht.yaml
//! site:
//!   address: https://klachten.example/
//! ```
//!
//! The page on accessibility cannot say whom to tell: `site.contact` is missing.
//!
//! ## How to put it right
//!
//! Write the key that the message names, in the file that it names.
//!
//! ---
//!
//! ## Wat wordt nagekeken
//!
//! Een pagina van de site wordt gevuld uit de regeling en uit `klacht.yaml`. Wat een pagina niet kan missen, staat
//! daarin.
//!
//! ## Waarom
//!
//! Een pagina met een gat misleidt wie een klacht heeft: geen termijn, geen adres, geen naam. Dan liever geen pagina.
//!
//! ## Voorbeeld
//!
//! ```yaml
//! # klacht.yaml
//! site:
//!   address: https://klachten.example/
//! ```
//!
//! De pagina over toegankelijkheid kan niet zeggen waar u iets meldt: `site.contact` ontbreekt.
//!
//! ## Zo zet u het recht
//!
//! Schrijf de sleutel die de melding noemt, in het bestand dat zij noemt.

use super::super::{Message, Rule};
use crate::diagnostics::{Severity, text};

/// The rule.
pub static RULE: Rule = Rule {
    code: "S801",
    name: "empty-slot",
    severity: Severity::Error,
    summary: (
        "Elke waarde die een pagina nodig heeft, staat in de regeling of in klacht.yaml.",
        "Every value that a page needs is in the regulation or in klacht.yaml.",
    ),
    source: include_str!("s801.rs"),
};

/// What is said of a page that lacks a value.
#[must_use]
pub fn say(key: &str, page: &str) -> Message {
    Message::new(
        text!("de pagina {page} heeft `{key}` nodig", "the page {page} needs `{key}`"),
        text!("schrijf `{key}` in dit bestand", "write `{key}` in this file"),
    )
}
