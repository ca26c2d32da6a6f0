//! # S802: template-fault
//!
//! ## What it checks
//!
//! The templates of the site, those that come with the program and those in `site-templates/`, can be read, find
//! the template that they extend, and use only names that they are given.
//!
//! ## Why
//!
//! A name that is not there would print nothing, and nobody would see what is missing.
//!
//! ## Example
//!
//! ```html
//! {{ page.titel }}
//! ```
//!
//! The page has no `titel`; the message lists the names that it has.
//!
//! ## How to put it right
//!
//! Use one of the names that the message gives. `docs/site.md` has them all. Without your own file the bundled
//! template is used.
//!
//! ---
//!
//! ## Wat wordt nagekeken
//!
//! De sjablonen van de site, die van het programma en die in `site-templates/`, zijn te lezen, vinden het sjabloon
//! waarop zij bouwen, en gebruiken alleen namen die zij krijgen.
//!
//! ## Waarom
//!
//! Een naam die er niet is, zou niets afdrukken, en niemand zou zien wat er ontbreekt.
//!
//! ## Voorbeeld
//!
//! ```html
//! {{ page.titel }}
//! ```
//!
//! De pagina heeft geen `titel`; de melding noemt de namen die er wel zijn.
//!
//! ## Zo zet u het recht
//!
//! Gebruik een van de namen die de melding geeft. Ze staan allemaal in `docs/site.md`. Zonder uw eigen bestand
//! geldt het sjabloon van het programma.

use super::super::{Message, Rule};
use crate::diagnostics::{Severity, text};

/// The rule.
pub static RULE: Rule = Rule {
    code: "S802",
    name: "template-fault",
    severity: Severity::Error,
    summary: (
        "Elk sjabloon van de site is goed geschreven en vraagt alleen wat er is.",
        "Every template of the site is well written and asks only for what is there.",
    ),
    source: include_str!("s802.rs"),
};

/// What is said of a template; `told` is what the template engine says, in English.
#[must_use]
pub fn say(told: &str) -> Message {
    let told = told.trim().trim_end_matches('.');
    Message::new(
        text!("het sjabloon klopt niet: {told}", "the template is wrong: {told}"),
        text!(
            "gebruik een naam uit `docs/site.md`, of haal uw eigen sjabloon weg",
            "use a name of `docs/site.md`, or take your own template away"
        ),
    )
}
