//! Whom a selector names outside any case: in people.yaml and in a yearbook.

use chrono::NaiveDate;

use crate::regulation::{People, Regulation, RoleKind, Selector};

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
