//! To whom data of a case were given, by its log.

use std::collections::BTreeSet;

use super::replay::Docket;
use crate::regulation::{Position, RoleKind};

impl<'a> Docket<'a> {
    /// Whom the log names as somebody outside who was told something or had a part in it: an external body, a representative, the
    /// other side. Not the complainants, and nobody of the organisation (GDPR, articles 15(1)(c) and 19).
    pub(crate) fn recipients(&self) -> BTreeSet<&'a str> {
        let (case, participants) = (self.progress.participants.case, &self.progress.participants);
        let kind = |role: &str| participants.regulation.role(role).map(|role| role.kind);
        let outside = |key: &str, on| match case.parties.iter().find(|party| party.key == key) {
            Some(party) => party.position != Position::Complainant && party.person.is_none(),
            None => match participants.people.person(key) {
                Some(person) => {
                    let held: Vec<_> = person.roles.iter().filter(|held| person.holds(&held.role, on)).collect();
                    !held.is_empty() && held.iter().all(|held| kind(&held.role) == Some(RoleKind::External))
                }
                None => kind(key) == Some(RoleKind::External),
            },
        };
        let entries = case.log.iter().enumerate().filter(|(index, _)| !self.progress.annulled.contains(index));
        let named = entries.flat_map(|(_, entry)| {
            let keys = [&entry.by, &entry.to, &entry.cc, &entry.with, &entry.reported_to].into_iter().flatten();
            keys.map(|key| (key.as_str(), entry.on))
        });
        named.filter(|(key, on)| outside(key, *on)).map(|(key, _)| key).collect()
    }
}
