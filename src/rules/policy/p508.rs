//! # P508: reference-unknown
//!
//! ## What it checks
//!
//! Names of terms, channels, contacts, case fields and attestations lead somewhere; the body of an escalation is an
//! external role.
//!
//! ## Why
//!
//! A rule that rests on something that is not there is no rule.
//!
//! ## Example
//!
//! ```yaml
//! extensions:
//!   - id: uitstel
//!     terms: [oordel]
//! ```
//!
//! ## How to put it right
//!
//! Correct the name, or add what is missing. A similar name is suggested.
//!
//! ---
//!
//! # P508: reference-unknown
//!
//! ## Wat wordt nagekeken
//!
//! Namen van termijnen, wegen, contactgegevens, zaakvelden en verklaringen leiden ergens heen; de instantie van een
//! escalatie is een externe rol.
//!
//! ## Waarom
//!
//! Een regel die rust op iets wat er niet is, is geen regel.
//!
//! ## Voorbeeld
//!
//! ```yaml
//! extensions:
//!   - id: uitstel
//!     terms: [oordel]
//! ```
//!
//! ## Zo zet u het recht
//!
//! Verbeter de naam, of voeg toe wat ontbreekt. Een naam die erop lijkt, wordt genoemd.

use super::super::Rule;
use super::references::{Target, dangling, known, meant};
use super::{Remark, Subject, item, said};
use crate::diagnostics::{Severity, text};
use crate::regulation::RoleKind;
use crate::rules::Message;

/// The rule.
pub static RULE: Rule = Rule {
    code: "P508",
    name: "reference-unknown",
    severity: Severity::Error,
    summary: (
        "Elke termijn, weg, contact, zaakveld of verklaring waarnaar wordt verwezen, bestaat.",
        "Every term, channel, contact, field or attestation that is named exists.",
    ),
    source: include_str!("p508.rs"),
};

const TARGETS: &[(Target, &str, &str)] = &[
    (Target::Term, "de termijn", "term"),
    (Target::Channel, "de weg", "channel"),
    (Target::Contact, "het contactgegeven", "contact"),
    (Target::Field, "het zaakveld", "case field"),
    (Target::Attestation, "de verklaring", "attestation"),
];

/// Names that lead nowhere.
#[must_use]
pub fn judge(subject: &Subject<'_>) -> Vec<Remark> {
    let (regulation, tree) = (&subject.version.regulation, &subject.version.tree);
    let mut found = Vec::new();
    for (target, nl, en) in TARGETS {
        for r in dangling(regulation, tree, &[*target]) {
            let id = r.id;
            let message = (format!("{nl} `{id}` bestaat niet"), format!("there is no {en} `{id}`"));
            found.push(Remark::on(r.at, said(message, meant(id, &known(regulation, *target)))));
        }
    }
    found.extend(bodies(subject));
    found
}

fn bodies(subject: &Subject<'_>) -> Vec<Remark> {
    let regulation = &subject.version.regulation;
    let ways = regulation.escalations.iter().enumerate();
    let inside = ways.filter(|(_, w)| regulation.role(&w.body).is_some_and(|r| r.kind != RoleKind::External));
    inside
        .map(|(index, way)| {
            let body = &way.body;
            Remark::on(
                item("escalations", index).key("body"),
                Message::new(
                    text!("`{body}` is geen rol buiten de organisatie", "`{body}` is no role outside the organisation"),
                    text!("geef die rol `kind: external`", "give that role `kind: external`"),
                ),
            )
        })
        .collect()
}
