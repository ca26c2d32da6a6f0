//! # P523: role-held-by-nobody
//!
//! ## What it checks
//!
//! For each staff role that a step, the assignment or a report names, `people.yaml` has a holder: today, when a day is
//! given, or else at some time since the version took effect.
//!
//! ## Why
//!
//! A copy that nobody receives, and a step that nobody may take, are promises that cannot be kept.
//!
//! ## Example
//!
//! ```yaml
//! persons:
//!   - key: m3
//!     roles:
//!       - {role: directie, from: 2023-01-01}
//! ```
//!
//! ## How to put it right
//!
//! Give somebody the role in `people.yaml`, with a date.
//!
//! ---
//!
//! # P523: role-held-by-nobody
//!
//! ## Wat wordt nagekeken
//!
//! Voor elke rol van medewerkers die een stap, de toewijzing of een verslag noemt, heeft `people.yaml` iemand:
//! vandaag, als een dag is gegeven, of anders ooit sinds de versie geldt.
//!
//! ## Waarom
//!
//! Een kopie die niemand krijgt, en een stap die niemand mag zetten, zijn beloften die niet gehouden kunnen worden.
//!
//! ## Voorbeeld
//!
//! ```yaml
//! persons:
//!   - key: m3
//!     roles:
//!       - {role: directie, from: 2023-01-01}
//! ```
//!
//! ## Zo zet u het recht
//!
//! Geef iemand de rol in `people.yaml`, met een datum.

use std::collections::BTreeSet;

use super::super::Rule;
use super::references::{Target, references};
use super::{Remark, Subject, said};
use crate::diagnostics::Severity;
use crate::regulation::{People, RoleKind};

/// The rule.
pub static RULE: Rule = Rule {
    code: "P523",
    name: "role-held-by-nobody",
    severity: Severity::Warning,
    summary: (
        "Elke rol van een medewerker die een regel noemt, heeft iemand.",
        "Every staff role that a rule names is held by somebody.",
    ),
    source: include_str!("p523.rs"),
};

/// Roles that are named and not held, at the first place that names each.
#[must_use]
pub fn judge(subject: &Subject<'_>) -> Vec<Remark> {
    let Some(people) = subject.people else { return Vec::new() };
    let regulation = &subject.version.regulation;
    let staff = |id: &str| regulation.role(id).is_some_and(|r| r.kind == RoleKind::Staff);
    let mut told = BTreeSet::new();
    let named = references(&subject.version.tree);
    let of_people = named.into_iter().filter(|r| matches!(r.target, Target::Role | Target::Selector) && staff(r.id));
    of_people
        .filter(|r| !held(subject, people, r.id) && told.insert(r.id))
        .map(|r| {
            let id = r.id;
            Remark::on(
                r.at,
                said(
                    (format!("niemand heeft de rol `{id}`"), format!("nobody holds the role `{id}`")),
                    (format!("zet in people.yaml bij iemand `{{role: {id}, from: <datum>}}`"), {
                        format!("give somebody in people.yaml `{{role: {id}, from: <date>}}`")
                    }),
                ),
            )
        })
        .collect()
}

fn held(subject: &Subject<'_>, people: &People, role: &str) -> bool {
    if let Some(day) = subject.today {
        return people.holders(role, day).next().is_some();
    }
    let from = subject.version.regulation.valid_from;
    let mut held = people.persons.iter().flat_map(|p| &p.roles).filter(|h| h.role == role);
    held.any(|h| h.until.is_none_or(|until| until >= from))
}
