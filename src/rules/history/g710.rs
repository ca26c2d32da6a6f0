//! # G710: branch-deleted
//!
//! ## What it checks
//!
//! A push does not delete a protected branch.
//!
//! ## Why
//!
//! The branch is the register. Without it nothing holds on to the cases.
//!
//! ## Example
//!
//! ```text
//! git push origin --delete main
//! ```
//!
//! ## How to put it right
//!
//! Leave the branch. To work on another one, make it beside this one.
//!
//! ---
//!
//! # G710: branch-deleted
//!
//! ## Wat wordt nagekeken
//!
//! Een push verwijdert geen beschermde tak.
//!
//! ## Waarom
//!
//! De tak is het register. Zonder de tak houdt niets de klachten vast.
//!
//! ## Voorbeeld
//!
//! ```text
//! git push origin --delete main
//! ```
//!
//! ## Zo zet u het recht
//!
//! Laat de tak staan. Wilt u op een andere werken, maak die dan ernaast.

use crate::diagnostics::{Severity, text};
use crate::rules::{Message, Rule};

/// The rule.
pub static RULE: Rule = Rule {
    code: "G710",
    name: "branch-deleted",
    severity: Severity::Error,
    summary: ("Een beschermde tak wordt niet verwijderd.", "A protected branch is not deleted."),
    source: include_str!("g710.rs"),
};

/// The words for a push that deletes this branch.
#[must_use]
pub fn say(branch: &str) -> Message {
    Message::new(
        text!("de tak {branch} is beschermd en blijft", "the branch {branch} is protected and stays"),
        text!("haal het verwijderen uit de push", "take the deletion out of the push"),
    )
}
