//! # P505: role-id-reserved
//!
//! ## What it checks
//!
//! No role has the id `complainant`, `respondent`, `involved`, `representative`, `parties`, `handler`, `owner` or
//! `anyone`.
//!
//! ## Why
//!
//! These words name people by what they are in a case. A role with such an id could never be named.
//!
//! ## Example
//!
//! ```yaml
//! roles:
//!   - {id: handler, name: Behandelaar, kind: staff}
//! ```
//!
//! ## How to put it right
//!
//! Give the role another id. The printed name may stay.
//!
//! ---
//!
//! # P505: role-id-reserved
//!
//! ## Wat wordt nagekeken
//!
//! Geen rol heeft het id `complainant`, `respondent`, `involved`, `representative`, `parties`, `handler`, `owner` of
//! `anyone`.
//!
//! ## Waarom
//!
//! Die woorden noemen mensen naar hun plaats in een klacht. Een rol met zo'n id is nooit aan te wijzen.
//!
//! ## Voorbeeld
//!
//! ```yaml
//! roles:
//!   - {id: handler, name: Behandelaar, kind: staff}
//! ```
//!
//! ## Zo zet u het recht
//!
//! Geef de rol een ander id. De gedrukte naam mag blijven.

use super::super::Rule;
use super::{Remark, Subject, item, said};
use crate::diagnostics::Severity;
use crate::regulation::Selector;

/// The rule.
pub static RULE: Rule = Rule {
    code: "P505",
    name: "role-id-reserved",
    severity: Severity::Error,
    summary: ("Een rol heet niet zoals een vast woord.", "No role has a reserved word as its id."),
    source: include_str!("p505.rs"),
};

/// Roles with a reserved word as id.
#[must_use]
pub fn judge(subject: &Subject<'_>) -> Vec<Remark> {
    let roles = subject.version.regulation.roles.iter().enumerate();
    let reserved = roles.filter(|(_, role)| Selector::RESERVED.contains(&role.id.as_str()));
    reserved
        .map(|(index, role)| {
            let id = &role.id;
            Remark::on(
                item("roles", index).key("id"),
                said(
                    (format!("`{id}` is een vast woord en geen naam voor een rol"), {
                        format!("`{id}` is a reserved word and no id for a role")
                    }),
                    (
                        "kies een ander id, bijvoorbeeld het woord uit de tekst",
                        "choose another id, such as the word in the text",
                    ),
                ),
            )
        })
        .collect()
}
