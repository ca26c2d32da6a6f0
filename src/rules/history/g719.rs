//! # G719: policy-lock-out
//!
//! ## What it checks
//!
//! After the change at least one person holds a role that may change the policy, and each role that the regulation
//! needs for handling has a holder. Where `klacht.yaml` asks for a name of the server (`strength: transport`) or for a
//! signature, somebody in `people.yaml` has one.
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
//! Add the successor in the same commit that ends the role; the names or keys before, or in the commit that asks for them.
//!
//! ---
//!
//! # G719: policy-lock-out
//!
//! ## Wat wordt nagekeken
//!
//! Na de wijziging heeft minstens één persoon een rol die de regeling mag wijzigen en heeft elke rol die de regeling
//! nodig heeft voor de behandeling een houder. Vraagt `klacht.yaml` om een naam op de server (`strength: transport`) of om
//! een handtekening, dan heeft iemand in `people.yaml` er een.
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
//! Voeg de opvolger toe in dezelfde commit die de rol beëindigt; de namen of sleutels eerder, of in de commit die erom vraagt.

use chrono::NaiveDate;

use super::said;
use crate::diagnostics::Severity;
use crate::rules::{Message, Rule};

/// The rule.
pub static RULE: Rule = Rule {
    code: "G719",
    name: "policy-lock-out",
    severity: Severity::Error,
    summary: (
        "Na een wijziging van people.yaml of klacht.yaml kan iemand de regeling nog wijzigen en klachten behandelen.",
        "After a change of people.yaml or klacht.yaml somebody can still change the policy and handle cases.",
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
    /// Push: a name of the server is asked for, and nobody of this people.yaml has one.
    Names(&'a str),
    /// Push: a signature is asked for, and nobody of this people.yaml has a key.
    Keys(&'a str),
}

/// The words for a change after which that is so from a day on.
#[must_use]
pub fn say(what: LockOut<'_>, from: NaiveDate) -> Message {
    let (message, role) = match what {
        LockOut::Names(people) => return unknown(people, "transport:", "transport: [NAAM]", "transport: [NAME]"),
        LockOut::Keys(people) => {
            let line = format!("keys: [{{key: \"ssh-ed25519 …\", from: {from}}}]");
            return unknown(people, "keys:", &line, &line);
        }
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

/// The words for a file in which nobody has what the settings ask for.
fn unknown(people: &str, key: &str, nl: &str, en: &str) -> Message {
    said(
        (
            format!("niemand in {people} heeft `{key}`, en klacht.yaml vraagt erom: daarna komt geen push meer binnen"),
            format!("nobody in {people} has `{key}`, and klacht.yaml asks for it: no push would come in after this"),
        ),
        (
            format!("zet eerst bij wie mag insturen: `{nl}`; kies daarna pas de `strength`"),
            format!("first add to whoever may push: `{en}`; choose the `strength` only then"),
        ),
    )
}
