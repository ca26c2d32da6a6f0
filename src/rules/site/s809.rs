//! # S809: template-unused
//!
//! ## What it checks
//!
//! Every file in `site-templates/` is read: it takes the place of a bundled file of that name, or a file that is read
//! includes it.
//!
//! ## Why
//!
//! A name with a slip in it changes nothing, and nobody sees why.
//!
//! ## Example
//!
//! ```text
//! site-templates/
//!   privcy.html
//! ```
//!
//! ## How to put it right
//!
//! Give the file the name that was meant (`docs/site.md` lists them), include it where it belongs, or keep it elsewhere.
//!
//! ---
//!
//! ## Wat wordt nagekeken
//!
//! Elk bestand in `site-templates/` wordt gelezen: het komt in de plaats van een meegeleverd bestand met die naam, of een
//! bestand dat gelezen wordt, voegt het in.
//!
//! ## Waarom
//!
//! Een naam met een tikfout verandert niets, en niemand ziet waarom.
//!
//! ## Voorbeeld
//!
//! ```text
//! site-templates/
//!   privcy.html
//! ```
//!
//! ## Zo zet u het recht
//!
//! Geef het bestand de naam die bedoeld was (`docs/site.md` noemt ze), voeg het in waar het hoort, of bewaar het elders.

use super::super::{Message, Rule};
use super::said;
use crate::diagnostics::Severity;

/// The rule.
pub static RULE: Rule = Rule {
    code: "S809",
    name: "template-unused",
    severity: Severity::Warning,
    summary: (
        "Elk bestand in site-templates/ wordt ergens voor gebruikt.",
        "Every file in site-templates/ is used for something.",
    ),
    source: include_str!("s809.rs"),
};

/// What is said of a file that nothing reads; `near` is the name that was probably meant.
#[must_use]
pub fn say(near: Option<&str>) -> Message {
    let remedy = match near {
        Some(near) => (format!("bedoelt u `{near}`?"), format!("did you mean `{near}`?")),
        None => (
            "voeg het in waar het hoort, of bewaar het elders".to_owned(),
            "include it where it belongs, or keep it elsewhere".to_owned(),
        ),
    };
    said(("niets gebruikt dit bestand".to_owned(), "nothing uses this file".to_owned()), remedy)
}
