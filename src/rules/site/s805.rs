//! # S805: forbidden-text
//!
//! ## What it checks
//!
//! No file of the site holds a text of `publication.forbidden`, an address of the organisation without `publish:
//! true`, or contact data of an outside body that `publish` does not list. Text, attributes, data, pictures, feeds
//! and file names are looked at.
//!
//! ## Why
//!
//! Once it is public it stays so: copies are made within the hour.
//!
//! ## Example
//!
//! ```yaml
//! roles:
//!   - id: mediator
//!     contact: {name: mevrouw X. Voorbeeld, email: mediator@tussenweg.example}
//!     publish: []
//! ```
//!
//! Neither the name nor the address may be on a page.
//!
//! ## How to put it right
//!
//! Take the text out of the regulation's text, the notice or the template that brings it. The message names the
//! key that forbids it and does not repeat the text.
//!
//! ---
//!
//! ## Wat wordt nagekeken
//!
//! Geen bestand van de site bevat een tekst uit `publication.forbidden`, een adres van de organisatie zonder
//! `publish: true`, of gegevens van een instantie die niet onder `publish` staan. Tekst, attributen, data,
//! afbeeldingen, feeds en bestandsnamen worden bekeken.
//!
//! ## Waarom
//!
//! Eenmaal openbaar blijft openbaar: binnen het uur zijn er kopieën.
//!
//! ## Voorbeeld
//!
//! ```yaml
//! roles:
//!   - id: mediator
//!     contact: {name: mevrouw X. Voorbeeld, email: mediator@tussenweg.example}
//!     publish: []
//! ```
//!
//! De naam en het adres mogen op geen enkele pagina staan.
//!
//! ## Zo zet u het recht
//!
//! Haal de tekst uit de regeling, de mededeling of het sjabloon waar zij vandaan komt. De melding noemt de sleutel
//! die haar verbiedt en herhaalt de tekst niet.

use super::super::{Message, Rule};
use super::said;
use crate::diagnostics::Severity;

/// The rule.
pub static RULE: Rule = Rule {
    code: "S805",
    name: "forbidden-text",
    severity: Severity::Error,
    summary: (
        "Wat niet openbaar mag zijn, staat nergens in de site.",
        "What must not be public stands nowhere in the site.",
    ),
    source: include_str!("s805.rs"),
};

/// What is said of a forbidden text: the file of the site, unless its own name holds the text, and the key that forbids it.
#[must_use]
pub fn say(page: Option<&str>, key: &str) -> Message {
    let message = match page {
        Some(page) => (
            format!("{page} bevat een tekst die niet openbaar mag zijn (`{key}`)"),
            format!("{page} holds a text that must not be public (`{key}`)"),
        ),
        None => (
            format!("de naam van een bestand bevat een tekst die niet openbaar mag zijn (`{key}`)"),
            format!("the name of a file holds a text that must not be public (`{key}`)"),
        ),
    };
    said(
        message,
        (
            "haal de tekst weg waar zij vandaan komt: de regeling, een mededeling of een sjabloon".to_owned(),
            "take the text away where it comes from: the regulation, a notice or a template".to_owned(),
        ),
    )
}
