//! # R411: too-many-access
//!
//! ## What it checks
//!
//! On no day more persons hold one of the roles with access (`confidentiality.access.roles`) than `max_persons`;
//! somebody with two of them counts once.
//!
//! ## Why
//!
//! Each further reader is a risk for the complainant, and the regulation names a number.
//!
//! ## Example
//!
//! ```yaml
//! persons:
//!   - {key: m1, roles: [{role: medewerker, from: 2020-01-01}]}
//!   - {key: m2, roles: [{role: medewerker, from: 2026-03-01}]}
//! ```
//!
//! With `max_persons: 1` the second member of staff is one too many.
//!
//! ## How to put it right
//!
//! Give a role an `until`, or change the regulation by a new version.
//!
//! ---
//!
//! # R411: too-many-access
//!
//! ## Wat wordt nagekeken
//!
//! Op geen dag hebben meer personen een rol met toegang (`confidentiality.access.roles`) dan `max_persons`; wie er twee
//! heeft, telt één keer.
//!
//! ## Waarom
//!
//! Elke lezer erbij is een risico voor de klager, en de regeling noemt een aantal.
//!
//! ## Voorbeeld
//!
//! ```yaml
//! persons:
//!   - {key: m1, roles: [{role: medewerker, from: 2020-01-01}]}
//!   - {key: m2, roles: [{role: medewerker, from: 2026-03-01}]}
//! ```
//!
//! Met `max_persons: 1` is de tweede medewerker er een te veel.
//!
//! ## Zo zet u het recht
//!
//! Geef een rol een `until`, of verander de regeling met een nieuwe versie.

use super::super::{Message, Placed, Rule};
use super::crowd;
use super::days::Days;
use crate::diagnostics::{Severity, text};
use crate::naming;
use crate::regulation::{People, RuleRef, Version};

/// The rule.
pub static RULE: Rule = Rule {
    code: "R411",
    name: "too-many-access",
    severity: Severity::Error,
    summary: (
        "Niet meer personen kunnen bij de klachten dan de regeling zegt.",
        "No more persons have access to the cases than the regulation says.",
    ),
    source: include_str!("r411.rs"),
};

/// The days on which more persons have access than the version allows. The routes lead into people.yaml.
#[must_use]
pub fn judge(people: &People, version: &Version, days: Days) -> Vec<Placed> {
    let access = version.regulation.confidentiality.as_ref().and_then(|c| c.access.as_ref());
    let Some((access, most)) = access.and_then(|a| a.max_persons.map(|most| (a, most))) else { return Vec::new() };
    let roles: Vec<&str> = access.roles.iter().map(String::as_str).collect();
    let said = |crowd: crowd::Crowd| {
        let (count, day) = (crowd.persons, crowd.day);
        let message = text!(
            "op {day} kunnen {count} personen bij de klachten; de regeling zegt hoogstens {most}",
            "on {day} {count} persons have access to the cases; the regulation says at most {most}"
        );
        let names = naming::ids(&roles);
        let remedy = text!(
            "geef een van hen bij de rol een `until:` van voor {day} (rollen met toegang: {names})",
            "give one of them an `until:` before {day} at the role (roles with access: {names})"
        );
        let rule = Some(RuleRef::block("confidentiality.access"));
        Placed { at: crowd.at, rule, said: Message::new(message, remedy) }
    };
    crowd::beyond(people, &roles, most, days).into_iter().map(said).collect()
}
