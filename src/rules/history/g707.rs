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
//! Make two commits: first the policy, then the cases.
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
//! Maak twee commits: eerst de regeling, dan de klachten.

use super::said;
use crate::diagnostics::Severity;
use crate::rules::{Rule, Said};

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
pub fn say() -> Said {
    said(
        (
            "deze commit wijzigt de regeling en klachten tegelijk".to_owned(),
            "this commit changes the policy and cases at once".to_owned(),
        ),
        (
            "maak twee commits: `git reset --soft HEAD~`, dan eerst `git commit policy/` en daarna `git commit cases/`"
                .to_owned(),
            "make two commits: `git reset --soft HEAD~`, then `git commit policy/` and after it `git commit cases/`"
                .to_owned(),
        ),
    )
}
