//! Whom a selector names outside any case: in people.yaml and in a yearbook.

use chrono::NaiveDate;

use crate::regulation::{Attestation, Attested, People, Person, Regulation, RoleKind, Selector};

/// Whether one of the selectors names `key` on `day`. Positions and the handler exist only in a case and name nobody
/// here. An external body may be written by the id of its role.
pub fn named(people: &People, regulation: &Regulation, selectors: &[Selector], key: &str, day: NaiveDate) -> bool {
    let kind = |role: &str| regulation.role(role).map(|r| r.kind);
    selectors.iter().any(|selector| match selector {
        Selector::Role(role) => people.holds(key, role, day) || (key == role && kind(role) == Some(RoleKind::External)),
        Selector::Owner => regulation.assignment.owner.as_ref().is_some_and(|o| people.holds(key, &o.role, day)),
        Selector::Anyone => people.person(key).is_some_and(|person| {
            person.roles.iter().any(|r| kind(&r.role) == Some(RoleKind::Staff) && person.holds(&r.role, day))
        }),
        Selector::Position(_) | Selector::Parties | Selector::Handler => false,
    })
}

/// Whether somebody may give a declaration about `person` as holder of a role. Who declares something of himself may do so
/// before his role begins: he is asked when he is appointed.
pub fn vouches(
    people: &People,
    regulation: &Regulation,
    rule: &Attestation,
    person: &Person,
    given: &Attested,
) -> bool {
    let on = |day: NaiveDate| named(people, regulation, &rule.by, &given.by, day);
    let coming = person.roles.iter().filter(|held| Some(&held.role) == rule.holder.as_ref() && held.from > given.on);
    on(given.on) || (given.by == person.key && coming.into_iter().any(|held| on(held.from)))
}
