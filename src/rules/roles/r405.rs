//! # R405: role-holders
//!
//! ## What it checks
//!
//! In people.yaml no more persons hold a role on one day than `max_holders`, deputies included; whoever holds a role
//! that is `independent` holds no staff role on the same day.
//!
//! ## Why
//!
//! The regulation promises a small team, or somebody from outside.
//!
//! ## Example
//!
//! ```yaml
//! persons:
//!   - key: m9
//!     roles:
//!       - {role: commissie, from: 2024-01-01}
//!       - {role: medewerker, from: 2023-01-01}
//! ```
//!
//! `m9` is on the committee and is a member of staff at the same time.
//!
//! ## How to put it right
//!
//! Give one of the roles an `until`, or let somebody else hold it.
//!
//! ---
//!
//! # R405: role-holders
//!
//! ## Wat wordt nagekeken
//!
//! In people.yaml hebben op geen dag meer personen een rol dan `max_holders`, waarnemers meegeteld; wie een rol heeft
//! die `independent` is, heeft op die dag geen rol als medewerker.
//!
//! ## Waarom
//!
//! De regeling belooft een klein team, of iemand van buiten.
//!
//! ## Voorbeeld
//!
//! ```yaml
//! persons:
//!   - key: m9
//!     roles:
//!       - {role: commissie, from: 2024-01-01}
//!       - {role: medewerker, from: 2023-01-01}
//! ```
//!
//! `m9` zit in de commissie en is tegelijk medewerker.
//!
//! ## Zo zet u het recht
//!
//! Geef een van de rollen een `until`, of laat een ander hem vervullen.

use super::super::{Message, Placed, Rule};
use super::crowd;
use super::days::Days;
use crate::diagnostics::{Severity, text};
use crate::naming;
use crate::regulation::{HeldRole, People, Role, RoleKind, RuleRef, Version};
use crate::yaml::Route;

/// The rule.
pub static RULE: Rule = Rule {
    code: "R405",
    name: "role-holders",
    severity: Severity::Error,
    summary: (
        "Een rol heeft niet meer houders dan de regeling zegt, en wie onafhankelijk moet zijn is geen medewerker.",
        "A role has no more holders than the regulation says, and who must be independent is no member of staff.",
    ),
    source: include_str!("r405.rs"),
};

/// What is wrong with who holds which role while the version is in force. The routes lead into people.yaml.
#[must_use]
pub fn judge(people: &People, version: &Version, days: Days) -> Vec<Placed> {
    let roles = version.regulation.roles.iter();
    roles
        .flat_map(|role| too_many(people, role, days).into_iter().chain(dependent(people, version, role, days)))
        .collect()
}

fn too_many(people: &People, role: &Role, days: Days) -> Vec<Placed> {
    let Some(most) = role.max_holders else { return Vec::new() };
    let crowded = crowd::beyond(people, &[role.id.as_str()], most, days);
    let said = |crowd: crowd::Crowd| {
        let (count, day, name) = (crowd.persons, crowd.day, &role.name);
        let message = text!(
            "op {day} hebben {count} personen de rol “{name}” ({id}); de regeling zegt hoogstens {most}",
            "on {day} {count} persons hold the role “{name}” ({id}); the regulation says at most {most}",
            id = role.id
        );
        let remedy = text!(
            "geef een van de houders een `until:` van voor {day}",
            "give one of the holders an `until:` before {day}"
        );
        Placed { at: crowd.at, rule: Some(RuleRef::new("roles", &role.id)), said: Message::new(message, remedy) }
    };
    crowded.into_iter().map(said).collect()
}

/// Holders of an independent role who hold a staff role in the same days.
fn dependent(people: &People, version: &Version, role: &Role, days: Days) -> Vec<Placed> {
    if !role.independent {
        return Vec::new();
    }
    let staff = |id: &str| version.regulation.role(id).is_some_and(|r| r.kind == RoleKind::Staff);
    let mut found = Vec::new();
    for (number, person) in people.persons.iter().enumerate() {
        for (place, held) in person.roles.iter().enumerate().filter(|(_, held)| held.role == role.id) {
            let other = person.roles.iter().find(|r| staff(&r.role) && days.together(held, r));
            let Some(other) = other else { continue };
            let at = Route::root().key("persons").index(number).key("roles").index(place);
            let said = not_independent(version, &person.key, role, other);
            found.push(Placed { at, rule: Some(RuleRef::new("roles", &role.id)), said });
        }
    }
    found
}

fn not_independent(version: &Version, key: &str, role: &Role, other: &HeldRole) -> Message {
    let other = naming::who(&version.regulation, &other.role);
    let name = format!("“{}” ({})", role.name, role.id);
    let message = text!(
        "`{key}` is {name} en tegelijk {other}; de regeling zegt: onafhankelijk",
        "`{key}` is {name} and {other} at the same time; the regulation says: independent",
        other
    );
    let remedy = text!(
        "geef een van beide rollen een `until:`, zodat ze niet samenvallen",
        "give one of the two roles an `until:`, so that they do not overlap"
    );
    Message::new(message, remedy)
}
