//! # G709: history-rewritten
//!
//! ## What it checks
//!
//! A push to a protected branch only adds commits to those that are there. A forced push is refused.
//!
//! ## Why
//!
//! Every commit is a record. A rewritten branch drops records, and with them the proof of what was done when.
//!
//! ## Example
//!
//! ```text
//! git push --force origin main
//! ```
//!
//! ## How to put it right
//!
//! `git pull --rebase=false`, put right what is wrong in a new commit, and push without `--force`.
//!
//! ---
//!
//! # G709: history-rewritten
//!
//! ## Wat wordt nagekeken
//!
//! Wat naar een beschermde tak wordt ingestuurd, voegt alleen commits toe aan wat er is. Een geforceerde push wordt
//! geweigerd.
//!
//! ## Waarom
//!
//! Elke commit is een vastlegging. Een herschreven tak laat vastleggingen vallen en daarmee het bewijs van wat
//! wanneer is gedaan.
//!
//! ## Voorbeeld
//!
//! ```text
//! git push --force origin main
//! ```
//!
//! ## Zo zet u het recht
//!
//! Doe `git pull --rebase=false`, herstel wat niet klopt in een nieuwe commit en push zonder `--force`.

use crate::diagnostics::{Severity, text};
use crate::rules::{Message, Rule};

/// The rule.
pub static RULE: Rule = Rule {
    code: "G709",
    name: "history-rewritten",
    severity: Severity::Error,
    summary: (
        "De geschiedenis van een beschermde tak wordt niet herschreven.",
        "The history of a protected branch is not rewritten.",
    ),
    source: include_str!("g709.rs"),
};

/// The words for a push that drops commits of this branch.
#[must_use]
pub fn say(branch: &str) -> Message {
    Message::new(
        text!("deze push herschrijft de geschiedenis van {branch}", "this push rewrites the history of {branch}"),
        text!(
            "doe `git pull --rebase=false` en push zonder `--force`",
            "run `git pull --rebase=false` and push without `--force`"
        ),
    )
}
