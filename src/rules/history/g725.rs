//! # G725: gate-taken-off
//!
//! ## What it checks
//!
//! Under `protected` in `klacht.yaml` stands the branch on which the repository stands (its `HEAD`), or nothing at all, which
//! protects every branch.
//!
//! ## Why
//!
//! What is pushed to a branch that is not protected is not judged. Whoever names one branch takes the gate off all others.
//!
//! ## Example
//!
//! ```yaml
//! protected: [release]   # and cases are pushed to main
//! ```
//!
//! ## How to put it right
//!
//! Add the branch: `protected: [main, release]`. Is the other branch the register now, then let the server stand on it:
//! `git symbolic-ref HEAD refs/heads/release`.
//!
//! ---
//!
//! # G725: gate-taken-off
//!
//! ## Wat wordt nagekeken
//!
//! Onder `protected` in `klacht.yaml` staat de tak waarop de repository staat (`HEAD`), of helemaal niets: dan is elke tak
//! beschermd.
//!
//! ## Waarom
//!
//! Wat naar een onbeschermde tak wordt gepusht, wordt niet beoordeeld. Wie één tak noemt, haalt de bewaking van alle andere.
//!
//! ## Voorbeeld
//!
//! ```yaml
//! protected: [release]   # en klachten gaan naar main
//! ```
//!
//! ## Zo zet u het recht
//!
//! Voeg de tak toe: `protected: [main, release]`. Is de andere tak voortaan het register, laat de server er dan op staan:
//! `git symbolic-ref HEAD refs/heads/release`.

use crate::diagnostics::{Severity, text};
use crate::rules::{Message, Rule};

/// The rule.
pub static RULE: Rule = Rule {
    code: "G725",
    name: "gate-taken-off",
    severity: Severity::Warning,
    summary: (
        "De tak waarop de repository staat, blijft beschermd.",
        "The branch on which the repository stands stays protected.",
    ),
    source: include_str!("g725.rs"),
};

/// The words for settings by which this branch is judged no more.
#[must_use]
pub fn say(branch: &str) -> Message {
    Message::new(
        text!(
            "hierna wordt niet meer beoordeeld wat naar {branch} wordt gepusht",
            "after this, what is pushed to {branch} is judged no more"
        ),
        text!(
            "voeg `{branch}` toe onder `protected:` in klacht.yaml",
            "add `{branch}` under `protected:` in klacht.yaml"
        ),
    )
}
