//! # P502: title-differs
//!
//! ## What it checks
//!
//! `title` equals the first heading (`# …`) of the text.
//!
//! ## Why
//!
//! The page, the letters and the text must call the regulation by the same name.
//!
//! ## Example
//!
//! ```yaml
//! title: Klachtenregeling Voorbeeld
//! ```
//!
//! ## How to put it right
//!
//! Make the two the same.
//!
//! ---
//!
//! # P502: title-differs
//!
//! ## Wat wordt nagekeken
//!
//! `title` is gelijk aan de eerste kop (`# …`) van de tekst.
//!
//! ## Waarom
//!
//! De pagina, de brieven en de tekst noemen de regeling bij dezelfde naam.
//!
//! ## Voorbeeld
//!
//! ```yaml
//! title: Klachtenregeling Voorbeeld
//! ```
//!
//! ## Zo zet u het recht
//!
//! Maak de twee gelijk.

use super::super::Rule;
use super::{Remark, Subject};
use crate::diagnostics::{Severity, text};
use crate::regulation::fold;
use crate::rules::Message;
use crate::yaml::Route;

/// The rule.
pub static RULE: Rule = Rule {
    code: "P502",
    name: "title-differs",
    severity: Severity::Error,
    summary: (
        "De titel in de regeling is de titel van de tekst.",
        "The title in the regulation is the title of the text.",
    ),
    source: include_str!("p502.rs"),
};

/// Another title, or none in the text.
#[must_use]
pub fn judge(subject: &Subject<'_>) -> Vec<Remark> {
    let own = &subject.version.regulation.title;
    let at = Route::root().key("title");
    match &subject.version.text.title {
        Some(title) if *title == fold(own) => Vec::new(),
        Some(title) => vec![Remark::on(
            at,
            Message::new(
                text!(
                    "de tekst heet “{title}”, de regeling “{own}”",
                    "the text is called “{title}”, the regulation “{own}”"
                ),
                text!("schrijf `title: {title}`", "write `title: {title}`"),
            ),
        )],
        None => vec![Remark::on(
            at,
            Message::new(
                text!("de tekst heeft geen titel", "the text has no title"),
                text!("begin de tekst met `# {own}`", "begin the text with `# {own}`"),
            ),
        )],
    }
}
