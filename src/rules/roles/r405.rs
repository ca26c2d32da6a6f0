//! R405: a role has no more holders than the regulation says, and who must be independent is no member of staff.

use super::crowd;
use super::days::Days;
use crate::diagnostics::text;
use crate::naming;
use crate::regulation::{HeldRole, People, Role, RoleKind, RuleRef, Version};
use crate::rules::{Message, Placed, Rule};
use crate::yaml::Route;

/// The rule, as its page has it.
pub static RULE: Rule = Rule::on_page(include_str!("../../../docs/rules/R405.md"));

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
