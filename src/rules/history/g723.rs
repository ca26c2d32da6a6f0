//! # G723: unrelated-history
//!
//! ## What it checks
//!
//! Every commit of a protected branch descends from the register's first commit. A second beginning, alone or merged
//! in, is refused.
//!
//! ## Why
//!
//! A history that began elsewhere was judged by no rule of this register, and its cases could replace those that are
//! here.
//!
//! ## Example
//!
//! ```text
//! git merge --allow-unrelated-histories other/main
//! ```
//!
//! ## How to put it right
//!
//! Clone the register anew and make your changes on top of it. Copy cases from elsewhere in as new files.
//!
//! ---
//!
//! # G723: unrelated-history
//!
//! ## Wat wordt nagekeken
//!
//! Elke commit van een beschermde tak stamt af van de eerste commit van het register. Een tweede begin, los of
//! samengevoegd, wordt geweigerd.
//!
//! ## Waarom
//!
//! Een geschiedenis die elders begon, is door geen regel van dit register beoordeeld, en de klachten erin zouden die
//! van hier kunnen vervangen.
//!
//! ## Voorbeeld
//!
//! ```text
//! git merge --allow-unrelated-histories ander/main
//! ```
//!
//! ## Zo zet u het recht
//!
//! Maak een nieuwe kopie van het register en doe uw wijzigingen daarop. Klachten van elders komen binnen met `klacht
//! import`.

use crate::diagnostics::{Severity, text};
use crate::rules::{Message, Rule};

/// The rule.
pub static RULE: Rule = Rule {
    code: "G723",
    name: "unrelated-history",
    severity: Severity::Error,
    summary: ("Wat wordt ingestuurd, bouwt voort op het register.", "What is pushed builds on the register."),
    source: include_str!("g723.rs"),
};

/// The words for a branch to which commits with another beginning are pushed.
#[must_use]
pub fn say(branch: &str) -> Message {
    Message::new(
        text!(
            "wat u naar {branch} stuurt, heeft een ander begin dan dit register",
            "what you push to {branch} has another beginning than this register"
        ),
        text!(
            "maak een nieuwe kopie (`git clone`) en doe uw wijzigingen daarop",
            "clone the register anew and make your changes on top of it"
        ),
    )
}
