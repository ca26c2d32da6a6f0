//! # G716: bad-commit
//!
//! ## What it checks
//!
//! The commit itself: exactly one author and one committer, names that are text, a time and zone that exist, headers
//! in git's order.
//!
//! ## Why
//!
//! Programs disagree about a malformed commit: one shows the first author, another the last.
//!
//! ## Example
//!
//! ```text
//! author A <a@organisatie.example> 99999999999 +9959
//! ```
//!
//! ## How to put it right
//!
//! Make the commit again with git itself: `git commit --amend --reset-author`.
//!
//! ---
//!
//! # G716: bad-commit
//!
//! ## Wat wordt nagekeken
//!
//! De commit zelf: precies één auteur en één vastlegger (committer), namen die tekst zijn, een tijd en tijdzone die
//! bestaan, koppen in de volgorde van git.
//!
//! ## Waarom
//!
//! Programma's zijn het oneens over een misvormde commit: het ene toont de eerste auteur, het andere de laatste.
//!
//! ## Voorbeeld
//!
//! ```text
//! author A <a@organisatie.example> 99999999999 +9959
//! ```
//!
//! ## Zo zet u het recht
//!
//! Maak de commit opnieuw met git zelf: `git commit --amend --reset-author`.

use crate::diagnostics::{Severity, Text};
use crate::rules::{Message, Rule};

/// The rule.
pub static RULE: Rule = Rule {
    code: "G716",
    name: "bad-commit",
    severity: Severity::Error,
    summary: (
        "Een commit heeft één auteur, één vastlegger en een tijd die kan.",
        "A commit has one author, one committer and a time that can be.",
    ),
    source: include_str!("g716.rs"),
};

/// The words for what is wrong with a commit, as the register tells it.
#[must_use]
pub fn say(fault: &Text, remedy: &Text) -> Message {
    Message::new(fault.clone(), remedy.clone())
}
