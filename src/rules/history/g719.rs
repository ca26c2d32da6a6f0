//! # G719: policy-lock-out
//!
//! ## What it checks
//!
//! After the change at least one person holds a role that may change the policy, and each role that the regulation
//! needs for handling has a holder.
//!
//! ## Why
//!
//! Otherwise the register locks itself: no commit could put it right.
//!
//! ## Example
//!
//! ```yaml
//! roles:
//!   - {role: directeur, from: 2024-01-01, until: 2026-03-31}   # and no successor
//! ```
//!
//! ## How to put it right
//!
//! Add the successor in the same commit that ends the role.
//!
//! ---
//!
//! # G719: policy-lock-out
//!
//! ## Wat wordt nagekeken
//!
//! Na de wijziging heeft minstens één persoon een rol die de regeling mag wijzigen en heeft elke rol die de regeling
//! nodig heeft voor de behandeling een houder.
//!
//! ## Waarom
//!
//! Anders sluit het register zichzelf op: geen commit zou het nog kunnen herstellen.
//!
//! ## Voorbeeld
//!
//! ```yaml
//! roles:
//!   - {role: directeur, from: 2024-01-01, until: 2026-03-31}   # en geen opvolger
//! ```
//!
//! ## Zo zet u het recht
//!
//! Voeg de opvolger toe in dezelfde commit die de rol beëindigt.

use chrono::NaiveDate;

use super::said;
use crate::diagnostics::Severity;
use crate::rules::{Rule, Said};

/// The rule.
pub static RULE: Rule = Rule {
    code: "G719",
    name: "policy-lock-out",
    severity: Severity::Error,
    summary: (
        "Na een wijziging van people.yaml kan iemand de regeling nog wijzigen en klachten behandelen.",
        "After a change of people.yaml somebody can still change the policy and handle cases.",
    ),
    source: include_str!("g719.rs"),
};

/// What nobody can do any more.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LockOut<'a> {
    /// Change the policy: nobody holds one of these roles.
    Policy(&'a [&'a str]),
    /// Handle cases: nobody holds this role.
    Handling(&'a str),
}

/// The words for a change after which that is so from a day on.
#[must_use]
pub fn say(what: LockOut<'_>, from: NaiveDate) -> Said {
    let (message, role) = match what {
        LockOut::Policy(roles) => (
            (
                format!("vanaf {from} kan niemand de regeling nog wijzigen ({})", roles.join(", ")),
                format!("from {from} on nobody can change the policy ({})", roles.join(", ")),
            ),
            roles.first().copied().unwrap_or("…"),
        ),
        LockOut::Handling(role) => (
            (
                format!("vanaf {from} heeft niemand de rol {role}, die klachten behandelt"),
                format!("from {from} on nobody holds the role {role}, which handles cases"),
            ),
            role,
        ),
    };
    let line = format!("`{{role: {role}, from: {from}}}`");
    said(message, (format!("voeg bij iemand toe: {line}"), format!("add to somebody: {line}")))
}
