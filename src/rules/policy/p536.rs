//! # P536: no-way-out
//!
//! ## What it checks
//!
//! For every party role that may be complainant some escalation names it in `who`, and every escalation has a step.
//!
//! ## Why
//!
//! A complainant who does not agree needs somewhere to go; a way out that leaves out some of them is no way out.
//!
//! ## Example
//!
//! ```yaml
//! escalations:
//!   - id: geschil
//!     body: geschillenkamer
//!     who: [complainant]
//! ```
//!
//! ## How to put it right
//!
//! Add the role (or `complainant`) to `who`, or an escalation; otherwise say it openly under `gaps` with `about:
//! text`.
//!
//! ---
//!
//! # P536: no-way-out
//!
//! ## Wat wordt nagekeken
//!
//! Voor elke partij die klager kan zijn, noemt een escalatie die rol in `who`, en elke escalatie heeft een stap.
//!
//! ## Waarom
//!
//! Een klager die het niet eens is, moet ergens heen kunnen. Een uitweg die een deel van hen overslaat, is geen
//! uitweg.
//!
//! ## Voorbeeld
//!
//! ```yaml
//! escalations:
//!   - id: geschil
//!     body: geschillenkamer
//!     who: [complainant]
//! ```
//!
//! ## Zo zet u het recht
//!
//! Zet de rol (of `complainant`) bij `who`, of voeg een escalatie toe; zeg het anders open onder `gaps` met `about:
//! text`.

use super::super::Rule;
use super::{Remark, Subject, item, said};
use crate::diagnostics::{Severity, text};
use crate::regulation::{Position, RoleKind, Selector};
use crate::rules::Message;
use crate::yaml::Route;

/// The rule.
pub static RULE: Rule = Rule {
    code: "P536",
    name: "no-way-out",
    severity: Severity::Warning,
    summary: (
        "Wie mag klagen, kan ook naar de externe instantie.",
        "Whoever may complain can also go to the external body.",
    ),
    source: include_str!("p536.rs"),
};

/// Complainants without a way out, and ways without steps.
#[must_use]
pub fn judge(subject: &Subject<'_>) -> Vec<Remark> {
    let regulation = &subject.version.regulation;
    let ways = &regulation.escalations;
    if ways.is_empty() {
        return vec![Remark::on(
            Route::root().key("escalations"),
            Message::new(
                text!(
                    "geen enkele klager kan naar een instantie buiten de organisatie",
                    "no complainant can go to a body outside the organisation"
                ),
                text!(
                    "voeg `escalations` toe, met de instantie uit de tekst",
                    "add `escalations`, with the body that the text names"
                ),
            ),
        )];
    }
    let open = |role: &str| {
        ways.iter().flat_map(|w| &w.who).any(|who| match who {
            Selector::Position(Position::Complainant) | Selector::Parties => true,
            Selector::Role(id) => id == role,
            _ => false,
        })
    };
    let mut found = Vec::new();
    for (index, role) in regulation.roles.iter().enumerate() {
        let complains = role.kind == RoleKind::Party && role.positions.contains(&Position::Complainant);
        if complains && !open(&role.id) {
            let id = &role.id;
            found.push(Remark::on(
                item("roles", index),
                said(
                    (
                        format!("een klager met de rol `{id}` kan nergens heen"),
                        format!("a complainant with the role `{id}` has no way out"),
                    ),
                    (format!("zet `{id}` of `complainant` bij `who` van een escalatie"), {
                        format!("add `{id}` or `complainant` to `who` of an escalation")
                    }),
                ),
            ));
        }
    }
    for (index, way) in ways.iter().enumerate().filter(|(_, w)| w.steps.all().next().is_none()) {
        let id = &way.id;
        found.push(Remark::on(
            item("escalations", index),
            Message::new(
                text!("de escalatie `{id}` heeft geen enkele stap", "the escalation `{id}` has no step at all"),
                text!("noem onder `steps` hoe de klager daar komt", "say under `steps` how the complainant gets there"),
            ),
        ));
    }
    found
}
