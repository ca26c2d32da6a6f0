//! # S806: heavy-page
//!
//! ## What it checks
//!
//! A page with the style sheet and the icon is at most 50 kB.
//!
//! ## Why
//!
//! Who complains may do so with an old telephone and a poor connection.
//!
//! ## Example
//!
//! A regulation whose page is 64 kB.
//!
//! ## How to put it right
//!
//! Shorten the page, or move what few people read to a page of its own.
//!
//! ---
//!
//! ## Wat wordt nagekeken
//!
//! Een pagina is met de stijl en het pictogram hoogstens 50 kB.
//!
//! ## Waarom
//!
//! Wie een klacht heeft, gebruikt misschien een oude telefoon en een slechte verbinding.
//!
//! ## Voorbeeld
//!
//! Een regeling waarvan de pagina 64 kB is.
//!
//! ## Zo zet u het recht
//!
//! Maak de pagina korter, of zet wat weinig mensen lezen op een eigen pagina.

use super::super::{Message, Rule};
use crate::diagnostics::{Severity, text};

/// The rule.
pub static RULE: Rule = Rule {
    code: "S806",
    name: "heavy-page",
    severity: Severity::Warning,
    summary: (
        "Een pagina is met haar stijl licht genoeg voor een oude telefoon.",
        "A page with its style is light enough for an old telephone.",
    ),
    source: include_str!("s806.rs"),
};

/// What is said of a page of so many bytes, where so many are light.
#[must_use]
pub fn say(page: &str, bytes: usize, limit: usize) -> Message {
    let kilo = |bytes: usize| bytes.div_ceil(1000);
    let (bytes, limit) = (kilo(bytes), kilo(limit));
    Message::new(
        text!(
            "{page} is met de stijl {bytes} kB; licht is hoogstens {limit} kB",
            "{page} is {bytes} kB with its style; light is at most {limit} kB"
        ),
        text!("maak de pagina korter", "shorten the page"),
    )
}
