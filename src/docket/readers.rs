//! Who may read what is confidential in a case.

use chrono::NaiveDate;

use super::progress::Progress;
use crate::regulation::{Access, Selector};

impl<'a> Progress<'a> {
    /// The persons who may read the sealed part on a day: whom the access list names, in a role or as a party; without a list,
    /// whoever holds a role; and whoever handles the case. Whom the case is about reads it only as a party that is named: what
    /// the other side may know is told in letters.
    pub(crate) fn readers(&self, day: NaiveDate) -> Vec<&'a str> {
        let confidentiality = self.regulation().confidentiality.as_ref();
        let access = confidentiality.and_then(|c| c.access.as_ref());
        let persons = self.participants.people.persons.iter().map(|person| person.key.as_str());
        persons.filter(|key| self.may_read(access, key, day)).collect()
    }

    fn may_read(&self, access: Option<&Access>, key: &'a str, day: NaiveDate) -> bool {
        let named = |selector: &Selector| self.participants.matches(selector, key, day, self.handler);
        if access.is_some_and(|list| list.parties.iter().any(named)) {
            return true;
        }
        if self.participants.case.parties.iter().any(|party| party.person.as_deref() == Some(key)) {
            return false;
        }
        let people = self.participants.people;
        let by_role = match access.filter(|list| !list.roles.is_empty()) {
            Some(list) => list.roles.iter().any(|role| {
                people.holds(key, role, day) && self.barring(&Selector::Role(role.clone()), key, day).is_none()
            }),
            None => people.holds_any(key, day),
        };
        by_role || (self.handler == Some(key) && people.holds_any(key, day))
    }
}
