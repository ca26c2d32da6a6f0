//! Who may not: a role in the whole case, a party that joined later, a party of whom it is not said who it is.

use chrono::NaiveDate;

use super::progress::Progress;
use super::violation::ViolationKind;
use crate::case::{LogEntry, Party};
use crate::regulation::{Exclusion, Position, RoleKind, Selector, Step};

impl<'a> Progress<'a> {
    /// The rules that keep somebody from everything that a role does in this case.
    fn of_role(&self, selector: &Selector) -> impl Iterator<Item = &'a Exclusion> {
        let role = match selector {
            Selector::Role(role) => Some(role.clone()),
            Selector::Owner => self.participants.owner_role().map(str::to_owned),
            _ => None,
        };
        let regulation = self.regulation();
        let rules = regulation.assignment.exclude.iter();
        rules.filter(move |rule| role.as_ref() == Some(&rule.who) && regulation.step(&rule.who).is_none())
    }

    /// What keeps the holder of a role from acting as such in this case, and what he is.
    #[must_use]
    pub fn barring(&self, selector: &Selector, key: &'a str, day: NaiveDate) -> Option<(&'a Exclusion, &'a Selector)> {
        let mut rules = self.of_role(selector).peekable();
        rules.peek()?;
        let person = self.participants.person_of(key)?;
        rules.find_map(|rule| {
            let is = rule.not.iter().find(|not| self.same(not, person, key, day))?;
            Some((rule, is))
        })
    }

    /// The persons who can take one of these steps as those whom the selector names: none whom the case itself keeps from it, and
    /// who stands in the place of one.
    #[must_use]
    pub fn able_for(&self, steps: &[&Step], selector: &'a Selector, day: NaiveDate) -> Vec<&'a str> {
        let named = self.participants.persons(selector, day, self.handler).into_iter();
        let stand_in = self.standing_in(selector, day).filter(|key| !named.as_slice().contains(key));
        let able = |key: &&'a str| !self.is_kept_from(steps, selector, key, day);
        named.clone().chain(stand_in).filter(able).collect()
    }

    /// Whether what a person is in this case keeps him from each of these steps as one whom the selector names.
    #[must_use]
    pub fn is_kept_from(&self, steps: &[&Step], selector: &Selector, key: &'a str, day: NaiveDate) -> bool {
        let each = !steps.is_empty() && steps.iter().all(|step| self.is_kept_from_step(step, key, day));
        each || self.barring(selector, key, day).is_some()
    }

    /// The same of one step, whoever takes it; a rule that may be set aside with a reason keeps nobody.
    pub(super) fn is_kept_from_step(&self, step: &Step, key: &'a str, day: NaiveDate) -> bool {
        let takes = |rule: &&Exclusion| rule.who == step.id && rule.part.as_deref() != Some("consulted");
        let mut rules = self.regulation().assignment.exclude.iter().filter(takes).filter(|rule| !rule.waivable);
        let person = self.participants.person_of(key);
        person.is_some_and(|person| rules.any(|rule| rule.not.iter().any(|not| self.same(not, person, key, day))))
    }

    /// Whether the case is about this person: a respondent, or a party whom a rule keeps from handling it.
    #[must_use]
    pub fn is_about(&self, key: &str) -> bool {
        let rules = self.regulation().assignment.exclude.iter().filter(|rule| rule.who == "handler" && !rule.waivable);
        let respondent = Selector::Position(Position::Respondent);
        let named = |not: &Selector| self.participants.parties(not).iter().any(|p| p.person.as_deref() == Some(key));
        named(&respondent) || rules.flat_map(|rule| &rule.not).any(named)
    }

    /// Whether a person may not destroy the case as one of those whom the regulation names for that: it is about that person, who
    /// is kept from the role, or from handling by it.
    #[must_use]
    pub fn kept_from_destroying(&self, by: &Selector, key: &'a str, day: NaiveDate) -> bool {
        let handler = &self.regulation().assignment.handler;
        let handles = match by {
            Selector::Handler => true,
            Selector::Role(role) => handler.role.iter().chain(&handler.roles).any(|known| known == role),
            _ => false,
        };
        let party = |not: &&Selector| matches!(not, Selector::Position(_) | Selector::Parties);
        let rules = self.regulation().assignment.exclude.iter().filter(|rule| rule.who == "handler" && !rule.waivable);
        let about = || rules.flat_map(|rule| &rule.not).filter(party).any(|not| self.same(not, key, key, day));
        self.barring(by, key, day).is_some() || (handles && about())
    }

    /// What keeps somebody from correcting this case: he is one of those about whom it is, and the entry is not his own.
    pub(super) fn kept_from_correcting(&self, key: &'a str, entry: &'a LogEntry, own: bool) -> Option<ViolationKind> {
        let person = self.participants.person_of(key).filter(|_| !own)?;
        let party = |not: &&Selector| matches!(not, Selector::Position(_) | Selector::Parties);
        let mut rules = self.regulation().assignment.exclude.iter().filter(|rule| !rule.waivable);
        rules.find_map(|rule| {
            let is = rule.not.iter().filter(party).find(|not| self.same(not, person, key, entry.on))?;
            Some(ViolationKind::Conflict {
                exclusion: rule.id.clone(),
                step: entry.step.clone(),
                key: key.to_owned(),
                is: is.word().to_owned(),
                substitute: None,
                waivable: false,
            })
        })
    }

    /// Whether one of the selectors names `key`, with nothing that keeps it from acting as such.
    #[must_use]
    pub fn able_as(&self, selectors: &[Selector], key: &'a str, day: NaiveDate, handler: Option<&str>) -> bool {
        let named = |s: &&Selector| self.participants.matches(s, key, day, handler);
        selectors.iter().filter(named).any(|s| self.barring(s, key, day).is_none())
    }

    /// The conflict of whom only selectors name that he is kept from.
    pub(super) fn kept_from(
        &self,
        step: &Step,
        selectors: &[Selector],
        key: &'a str,
        entry: &'a LogEntry,
    ) -> Option<ViolationKind> {
        let (rule, _) = selectors.iter().find_map(|s| self.barring(s, key, entry.on))?;
        self.conflict(rule, step, key, entry)
    }

    /// Whoever becomes the handler by a role that he is kept from.
    pub(super) fn barred_handler(&self, key: &'a str, step: &Step, entry: &'a LogEntry) -> Option<ViolationKind> {
        let roles = self.handler_roles(step, self.deviates(step, entry)).into_iter();
        let held = roles.filter(|role| self.participants.people.holds(key, role, entry.on));
        let held: Vec<Selector> = held.map(Selector::Role).collect();
        (!held.is_empty() && !self.able_as(&held, key, entry.on, None)).then_some(())?;
        self.kept_from(step, &held, key, entry)
    }

    /// The handler acts on, though he became a party of the case after he had become its handler.
    pub(super) fn joined_as_party(
        &self,
        wanted: &[Selector],
        key: &'a str,
        entry: &'a LogEntry,
    ) -> Option<ViolationKind> {
        let person = self.participants.person_of(key).filter(|person| self.handler == Some(person))?;
        let others: Vec<Selector> = wanted.iter().filter(|s| **s != Selector::Handler).cloned().collect();
        let as_handler = wanted.contains(&Selector::Handler) && entry.handler.is_none();
        if !as_handler || self.able_as(&others, key, entry.on, self.handler) {
            return None;
        }
        let step = self.regulation().step(&entry.step)?;
        let rules = self.regulation().assignment.exclude.iter().filter(|rule| rule.who == "handler");
        let named = |rule: &&Exclusion| rule.not.iter().any(|s| self.same(s, person, key, entry.on));
        let rule = rules.into_iter().find(named)?;
        let assigned = self.taken.iter().rev().find(|t| t.entry.handler.as_deref() == Some(person))?.entry.on;
        let parties = self.participants.case.parties.iter().filter(|p| p.person.as_deref() == Some(person));
        let later = parties.into_iter().any(|p| p.since.is_some_and(|since| since >= assigned));
        later.then(|| self.conflict(rule, step, key, entry)).flatten()
    }

    /// Parties of whom an exclusion must know who they are and who are not said to be anybody: their role is one of the
    /// staff, and this entry does what the exclusion guards.
    pub(super) fn unknown_persons(&self, step: &Step, entry: &'a LogEntry) -> Vec<ViolationKind> {
        let wanted = || step.by.iter().chain(&step.by_each);
        let as_role = |rule: &Exclusion| {
            let mut own = wanted().filter(|s| self.of_role(s).any(|known| known.id == rule.id));
            own.any(|s| entry.by.iter().any(|key| self.participants.matches(s, key, entry.on, self.handler)))
        };
        let guards = |rule: &&Exclusion| match rule.who.as_str() {
            "handler" => entry.handler.is_some(),
            who if who == step.id => rule.part.as_deref() != Some("consulted") || !entry.with.is_empty(),
            _ => as_role(rule),
        };
        let waived = |rule: &&Exclusion| rule.waivable && entry.waiver.is_some();
        let mut found: Vec<ViolationKind> = Vec::new();
        let rules = self.regulation().assignment.exclude.iter().filter(guards);
        for rule in rules.filter(|rule| !waived(rule)) {
            let parties = rule.not.iter().filter(|not| matches!(not, Selector::Position(_) | Selector::Parties));
            for party in parties.flat_map(|not| self.participants.parties(not)).filter(|p| self.is_nobody_yet(p)) {
                let told = |kind: &ViolationKind| matches!(kind, ViolationKind::PersonUnknown { party: p, .. } if *p == party.key);
                if !found.iter().any(told) {
                    let (exclusion, step) = (rule.id.clone(), step.id.clone());
                    found.push(ViolationKind::PersonUnknown { exclusion, step, party: party.key.clone() });
                }
            }
        }
        found
    }

    /// Parties of whom an exclusion will want to know who they are, in a case that still runs.
    #[must_use]
    pub(super) fn nobody_yet(&self) -> Vec<ViolationKind> {
        let rules = self.regulation().assignment.exclude.iter().filter(|_| self.ended.is_none());
        let mut found: Vec<(String, String)> = Vec::new();
        for rule in rules {
            let parties = rule.not.iter().filter(|not| matches!(not, Selector::Position(_) | Selector::Parties));
            for party in parties.flat_map(|not| self.participants.parties(not)).filter(|p| self.is_nobody_yet(p)) {
                if !found.iter().any(|(_, key)| *key == party.key) {
                    found.push((rule.id.clone(), party.key.clone()));
                }
            }
        }
        let told = |(exclusion, party)| ViolationKind::PersonUnknown { exclusion, step: String::new(), party };
        found.into_iter().map(told).collect()
    }

    /// Without a role a party may be of the staff, where somebody of the staff can stand in its position.
    fn is_nobody_yet(&self, party: &Party) -> bool {
        let mut staff = self.regulation().roles.iter().filter(|role| role.kind == RoleKind::Staff);
        let of_staff = match party.role.as_deref() {
            Some(id) => staff.any(|role| role.id == id),
            None => staff.any(|role| role.positions.contains(&party.position)),
        };
        party.person.is_none() && of_staff
    }

    /// Whether an entry says why it takes another handler than the ordinary one.
    #[must_use]
    pub fn deviates(&self, step: &Step, entry: &LogEntry) -> bool {
        let own = step.reason_key().filter(|_| self.assigns(step));
        entry.reason.is_some() || own.is_some_and(|key| entry.value(key).is_some())
    }
}
