//! # G705: case-moved
//!
//! ## What it checks
//!
//! A case stays in the folder and under the name it was made with: the regulation, the year and month of receipt, its
//! id.
//!
//! ## Why
//!
//! The place says which regulation judges the case and in which year it counts. Moving it would change both without a
//! trace.
//!
//! ## Example
//!
//! ```text
//! cases/cmm/2026/04/K26-7F3QXM.md -> cases/cmm/2026/05/K26-7F3QXM.md
//! ```
//!
//! ## How to put it right
//!
//! Move it back with `git mv`. When the complaint belongs under another regulation, close it with a reason and open a
//! new case with `earlier: <id>`.
//!
//! ---
//!
//! # G705: case-moved
//!
//! ## Wat wordt nagekeken
//!
//! Een klacht blijft in de map en onder de naam waarmee zij is gemaakt: de regeling, het jaar en de maand van
//! ontvangst, het kenmerk.
//!
//! ## Waarom
//!
//! De plaats zegt welke regeling geldt en in welk jaar de klacht meetelt. Verplaatsen zou beide veranderen zonder
//! spoor.
//!
//! ## Voorbeeld
//!
//! ```text
//! cases/cmm/2026/04/K26-7F3QXM.md -> cases/cmm/2026/05/K26-7F3QXM.md
//! ```
//!
//! ## Zo zet u het recht
//!
//! Zet het terug met `git mv`. Hoort de klacht onder een andere regeling, sluit haar dan met een reden en open een
//! nieuwe met `earlier: <kenmerk>`.

use crate::diagnostics::{Severity, text};
use crate::rules::{Message, Rule};

/// The rule.
pub static RULE: Rule = Rule {
    code: "G705",
    name: "case-moved",
    severity: Severity::Error,
    summary: ("Een klachtbestand houdt zijn plaats.", "A case file keeps its place."),
    source: include_str!("g705.rs"),
};

/// The words for a case that went from one path to another.
#[must_use]
pub fn say(case: &str, from: &str, to: &str) -> Message {
    let command = format!("`git mv {to} {from}`");
    Message::new(
        text!("klacht {case} is verplaatst; zij stond in {from}", "case {case} was moved; it stood in {from}"),
        text!("zet haar terug: {command}", "move it back: {command}"),
    )
}
