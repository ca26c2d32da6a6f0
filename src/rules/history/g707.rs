//! # G707: policy-with-cases
//!
//! ## What it checks
//!
//! A commit changes files under `policy/` or under `cases/`, never both.
//!
//! ## Why
//!
//! A case is judged by the policy as it was. When both change at once, nobody can see whether the rule was bent for
//! the case.
//!
//! ## Example
//!
//! ```text
//! M  policy/cmm/people.yaml
//! M  cases/cmm/2026/04/K26-7F3QXM.md
//! ```
//!
//! ## How to put it right
//!
//! Make two commits: first the policy, then the cases. When the commit was made already, take it apart first:
//! `git reset --soft HEAD~`.
//!
//! ---
//!
//! # G707: policy-with-cases
//!
//! ## Wat wordt nagekeken
//!
//! Een commit wijzigt bestanden onder `policy/` of onder `cases/`, nooit allebei.
//!
//! ## Waarom
//!
//! Een klacht wordt beoordeeld met de regeling zoals die was. Veranderen beide tegelijk, dan kan niemand zien of de
//! regel voor de klacht is verbogen.
//!
//! ## Voorbeeld
//!
//! ```text
//! M  policy/cmm/people.yaml
//! M  cases/cmm/2026/04/K26-7F3QXM.md
//! ```
//!
//! ## Zo zet u het recht
//!
//! Maak twee commits: eerst de regeling, dan de klachten. Is de commit al gemaakt, haal die dan eerst uit elkaar:
//! `git reset --soft HEAD~`.

use crate::diagnostics::{Severity, text};
use crate::rules::{Message, Rule};

/// The rule.
pub static RULE: Rule = Rule {
    code: "G707",
    name: "policy-with-cases",
    severity: Severity::Error,
    summary: (
        "Een wijziging van de regeling staat in een eigen commit, zonder klachten.",
        "A change of the policy stands in a commit of its own, without cases.",
    ),
    source: include_str!("g707.rs"),
};

/// The words for a commit that changes both.
#[must_use]
pub fn say() -> Message {
    Message::new(
        text!(
            "deze commit wijzigt de regeling en klachten tegelijk",
            "this commit changes the policy and cases at once"
        ),
        text!(
            "maak er twee van: eerst `git commit policy/`, dan `git commit cases/`",
            "make it two: first `git commit policy/`, then `git commit cases/`"
        ),
    )
}
