//! Who is who in a case on a day: what a selector of the regulation means here.

use chrono::NaiveDate;

use crate::case::{Case, Party};
use crate::regulation::{People, Position, Regulation, RoleKind, Selector};

/// Everything needed to know who somebody is.
#[derive(Debug, Clone, Copy)]
pub struct Participants<'a> {
    /// The case.
    pub case: &'a Case,
    /// Its regulation.
    pub regulation: &'a Regulation,
    /// Who holds which role.
    pub people: &'a People,
    /// The day of the entry that is judged: parties that joined later are not there yet. Nothing: all are there.
    pub day: Option<NaiveDate>,
}

/// What a key in a case stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Participant<'a> {
    /// A party of the case.
    Party(&'a Party),
    /// A person of people.yaml.
    Person(&'a str),
    /// A role by its id: allowed for recipients and for external bodies.
    Role(&'a str),
}

impl<'a> Participants<'a> {
    /// What `key` stands for; nothing when nobody knows it.
    #[must_use]
    pub fn who(&self, key: &'a str) -> Option<Participant<'a>> {
        if let Some(party) = self.case.parties.iter().find(|p| p.key == key) {
            return Some(Participant::Party(party));
        }
        if self.people.person(key).is_some() {
            return Some(Participant::Person(key));
        }
        self.regulation.role(key).map(|_| Participant::Role(key))
    }

    /// Whether a party is in the case on the day that is looked at. Without a complainant there is no case: the first is there
    /// from the start.
    fn is_there(&self, party: &Party) -> bool {
        let joined = |since: NaiveDate| self.day.is_none_or(|day| since < day);
        let first = || self.case.parties.iter().find(|p| p.position == Position::Complainant);
        party.since.is_none_or(joined) || first().is_some_and(|first| first.key == party.key)
    }

    /// Parties in this position; a complainant's representative speaks for the complainant.
    pub fn in_position(&self, position: Position) -> impl Iterator<Item = &'a Party> {
        self.case.parties.iter().filter(move |p| p.position == position && self.is_there(p))
    }

    /// Parties that a selector names.
    #[must_use]
    pub fn parties(&self, selector: &Selector) -> Vec<&'a Party> {
        let there = || self.case.parties.iter().filter(|p| self.is_there(p));
        match selector {
            Selector::Position(position) => self.in_position(*position).collect(),
            Selector::Parties => there().collect(),
            Selector::Role(role) => there().filter(|p| p.role.as_deref() == Some(role)).collect(),
            Selector::Handler | Selector::Owner | Selector::Anyone => Vec::new(),
        }
    }

    /// Whether `key` is one of those whom the selector names on `day`, given who handles the case.
    #[must_use]
    pub fn matches(&self, selector: &Selector, key: &'a str, day: NaiveDate, handler: Option<&str>) -> bool {
        let Some(who) = self.who(key) else { return false };
        match (selector, who) {
            (Selector::Parties, Participant::Party(_)) => true,
            (Selector::Position(Position::Complainant), Participant::Party(p)) => {
                matches!(p.position, Position::Complainant | Position::Representative)
            }
            (Selector::Position(position), Participant::Party(p)) => p.position == *position,
            (Selector::Position(position), Participant::Person(key)) => {
                self.in_position(*position).any(|p| p.person.as_deref() == Some(key))
            }
            (Selector::Handler, _) => handler.is_some_and(|h| self.person_of(key) == Some(h)),
            (Selector::Owner, _) => self.owner_role().is_some_and(|role| self.has_role(who, role, day)),
            (Selector::Anyone, Participant::Person(key)) => self.is_staff(key, day),
            (Selector::Anyone, Participant::Party(p)) => p.person.as_deref().is_some_and(|k| self.is_staff(k, day)),
            (Selector::Role(role), who) => self.has_role(who, role, day),
            _ => false,
        }
    }

    /// Whether any of the selectors names `key`.
    #[must_use]
    pub fn any(&self, selectors: &[Selector], key: &'a str, day: NaiveDate, handler: Option<&str>) -> bool {
        selectors.iter().any(|s| self.matches(s, key, day, handler))
    }

    /// The person behind a key: the person itself, or the member of staff who is this party.
    #[must_use]
    pub fn person_of(&self, key: &'a str) -> Option<&'a str> {
        match self.who(key)? {
            Participant::Party(party) => party.person.as_deref(),
            Participant::Person(key) => Some(key),
            Participant::Role(_) => None,
        }
    }

    /// The role that owns cases.
    #[must_use]
    pub fn owner_role(&self) -> Option<&'a str> {
        self.regulation.assignment.owner.as_ref().map(|o| o.role.as_str())
    }

    /// Persons whom the selector names on `day`.
    #[must_use]
    pub fn persons(&self, selector: &'a Selector, day: NaiveDate, handler: Option<&'a str>) -> Vec<&'a str> {
        let people = self.people;
        match selector {
            Selector::Handler => handler.into_iter().collect(),
            Selector::Owner => self
                .owner_role()
                .map_or_else(Vec::new, |role| people.holders(role, day).map(|p| p.key.as_str()).collect()),
            Selector::Role(role) => {
                let parties = self.parties(selector).into_iter().filter_map(|p| p.person.as_deref());
                people.holders(role, day).map(|p| p.key.as_str()).chain(parties).collect()
            }
            Selector::Anyone => {
                people.persons.iter().map(|p| p.key.as_str()).filter(|k| self.is_staff(k, day)).collect()
            }
            Selector::Position(_) | Selector::Parties => {
                self.parties(selector).into_iter().filter_map(|p| p.person.as_deref()).collect()
            }
        }
    }

    fn has_role(&self, who: Participant<'a>, role: &str, day: NaiveDate) -> bool {
        match who {
            Participant::Party(p) => {
                p.role.as_deref() == Some(role) || p.person.as_deref().is_some_and(|k| self.people.holds(k, role, day))
            }
            Participant::Person(key) => self.people.holds(key, role, day),
            Participant::Role(id) => id == role,
        }
    }

    fn is_staff(&self, key: &str, day: NaiveDate) -> bool {
        let staff = |role: &str| self.regulation.role(role).is_some_and(|r| r.kind == RoleKind::Staff);
        self.people.person(key).is_some_and(|p| p.roles.iter().any(|r| staff(&r.role) && p.holds(&r.role, day)))
    }
}
