//! Who plays which part: for each person of the path somebody who holds the same role on the new day.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use klacht::case::{Case, LogEntry};
use klacht::regulation::{HandlerBy, Person, Regulation, RegulationHistory, RoleKind, Selector, Step};

use super::dice::Dice;

/// The same moment in the path and in the new case.
#[derive(Debug, Clone, Copy)]
pub struct Moment {
    /// In the path.
    pub old: NaiveDate,
    /// In the new case.
    pub new: NaiveDate,
}

/// Who plays whom, as far as it is settled.
pub struct Casting<'a> {
    base: &'a Case,
    regulation: &'a Regulation,
    history: &'a RegulationHistory,
    /// By person of the path and role.
    parts: BTreeMap<(String, String), String>,
    /// Members of staff who are parties.
    parties: BTreeMap<String, String>,
    handler: Option<Handler>,
}

struct Handler {
    old: String,
    new: String,
    role: String,
}

impl<'a> Casting<'a> {
    /// Nothing settled yet.
    pub fn new(base: &'a Case, regulation: &'a Regulation, history: &'a RegulationHistory) -> Self {
        let (parts, parties) = (BTreeMap::new(), BTreeMap::new());
        Self { base, regulation, history, parts, parties, handler: None }
    }

    /// Who stands for a member of staff that is a party.
    pub fn party(&mut self, person: &str, role: Option<&str>, at: Moment, dice: &mut Dice) -> Option<String> {
        let held = role.filter(|r| self.history.people.holds(person, r, at.old)).map(str::to_owned);
        let role = held.or_else(|| self.ordinary_role(person, at.old))?;
        let mut taken: Vec<String> = self.parties.values().cloned().collect();
        taken.extend(self.handlers_in_waiting(person, at));
        let new = self.someone(person, &role, at, &taken, dice)?;
        self.parties.insert(person.to_owned(), new.clone());
        Some(new)
    }

    /// Those who handle such cases, unless the person of the path is one of them: a complaint about them takes other steps.
    fn handlers_in_waiting(&self, person: &str, at: Moment) -> Vec<String> {
        let people = &self.history.people;
        let Some(role) = self.regulation.assignment.handler.role.as_deref() else { return Vec::new() };
        if people.holds(person, role, at.old) {
            return Vec::new();
        }
        people.holders(role, at.new).map(|p| p.key.clone()).collect()
    }

    /// Who handles the case from this entry on.
    pub fn assign(
        &mut self,
        entry: &LogEntry,
        main: Option<&str>,
        client: Option<&str>,
        at: Moment,
        dice: &mut Dice,
    ) -> Option<String> {
        let old = entry.handler.as_deref()?;
        let choice = &self.regulation.assignment.handler;
        let deviates = entry.reason.is_some();
        let routed = main.and_then(|t| self.regulation.topic(t)).and_then(|t| t.assign_to.clone());
        let mut avoid: Vec<String> = self.parties.values().cloned().collect();
        let other = self.handler.as_ref().filter(|h| h.old != old).map(|h| h.new.clone());
        avoid.extend(other);
        let role = match choice.by {
            HandlerBy::Topic if deviates => {
                let others: Vec<&String> = choice.roles.iter().filter(|r| Some(*r) != routed.as_ref()).collect();
                (*dice.pick(&others)?).clone()
            }
            HandlerBy::Topic => routed?,
            HandlerBy::Fixed | HandlerBy::Account => choice.role.clone()?,
        };
        let holder = client.and_then(|c| self.history.people.account_holder(c, at.new)).map(str::to_owned);
        let new = match (choice.by, holder) {
            (HandlerBy::Account, holder) if !deviates => holder?,
            (_, holder) => {
                avoid.extend(holder);
                self.someone(old, &role, at, &avoid, dice)?
            }
        };
        self.handler = Some(Handler { old: old.to_owned(), new: new.clone(), role });
        Some(new)
    }

    /// Who stands for `key`, given whom the regulation names there. `None` when nobody can on that day.
    pub fn stand_in(
        &mut self,
        key: &str,
        named: &[Selector],
        avoid: &[String],
        at: Moment,
        dice: &mut Dice,
    ) -> Option<String> {
        if self.base.parties.iter().any(|p| p.key == key) || self.history.people.person(key).is_none() {
            return Some(key.to_owned());
        }
        if let Some(party) = self.parties.get(key) {
            return Some(party.clone());
        }
        if let Some(handler) = self.played_by_handler(key, named, at) {
            let still = self.history.people.holds(&handler.new, &handler.role, at.new);
            return still.then(|| handler.new.clone()).filter(|h| !avoid.contains(h));
        }
        let role = self.role_of(key, named, at.old)?;
        self.someone(key, &role, at, avoid, dice)
    }

    /// Whom the entry may not name as its actor.
    pub fn barred(&self, step: &Step, entry: &LogEntry) -> Vec<String> {
        let rules = self.regulation.assignment.exclude.iter().filter(|x| x.who == step.id && entry.waiver.is_none());
        let handler = rules.clone().any(|x| x.not.contains(&Selector::Handler));
        let mut barred: Vec<String> = self.handler.iter().filter(|_| handler).map(|h| h.new.clone()).collect();
        if rules.flat_map(|x| &x.not).any(|s| matches!(s, Selector::Position(_))) {
            barred.extend(self.parties.values().cloned());
        }
        barred
    }

    /// The parties who hold a role from all of which an exclusion keeps them, on a day.
    pub fn kept_from_roles(&self, day: NaiveDate) -> Vec<String> {
        let rules = self.regulation.assignment.exclude.iter().filter(|x| self.regulation.step(&x.who).is_none());
        let rules = rules.filter(|x| x.not.iter().any(|s| matches!(s, Selector::Position(_))));
        let roles: Vec<&str> = rules.map(|x| x.who.as_str()).collect();
        let holds = |key: &&String| roles.iter().any(|role| self.history.people.holds(key, role, day));
        self.parties.values().filter(holds).cloned().collect()
    }

    /// The handler plays on where the handler of the path did.
    fn played_by_handler(&self, key: &str, named: &[Selector], at: Moment) -> Option<&Handler> {
        let handler = self.handler.as_ref().filter(|h| h.old == key)?;
        let fits = |s: &Selector| match s {
            Selector::Handler | Selector::Anyone => true,
            Selector::Role(role) => self.history.people.holds(&handler.new, role, at.new),
            _ => false,
        };
        (named.is_empty() || named.iter().any(fits)).then_some(handler)
    }

    fn role_of(&self, key: &str, named: &[Selector], day: NaiveDate) -> Option<String> {
        let people = &self.history.people;
        let owner = self.regulation.assignment.owner.as_ref().map(|o| o.role.as_str());
        let wanted = named.iter().filter_map(|s| match s {
            Selector::Role(role) => Some(role.as_str()),
            Selector::Owner => owner,
            _ => None,
        });
        let held = wanted.filter(|role| people.holds(key, role, day)).map(str::to_owned).next();
        held.or_else(|| self.ordinary_role(key, day))
    }

    /// A role that gives access, or else the first that is held.
    fn ordinary_role(&self, key: &str, day: NaiveDate) -> Option<String> {
        let person = self.history.people.person(key)?;
        let access = self.regulation.confidentiality.as_ref().and_then(|c| c.access.as_ref());
        let open = |role: &str| access.is_some_and(|a| a.roles.iter().any(|r| r == role));
        let held: Vec<&str> = person.roles.iter().map(|h| h.role.as_str()).filter(|r| person.holds(r, day)).collect();
        held.iter().find(|r| open(r)).or(held.first()).map(|r| (*r).to_owned())
    }

    fn someone(&mut self, key: &str, role: &str, at: Moment, avoid: &[String], dice: &mut Dice) -> Option<String> {
        let people = &self.history.people;
        let part = (key.to_owned(), role.to_owned());
        let settled = self.parts.get(&part).filter(|k| people.holds(k, role, at.new) && !avoid.contains(k));
        if let Some(settled) = settled {
            return Some(settled.clone());
        }
        let deputy = |person: &Person, day| {
            person.roles.iter().any(|h| h.role == role && h.deputy && h.from <= day && h.until.is_none_or(|u| day <= u))
        };
        let wants_deputy = people.person(key).is_some_and(|p| deputy(p, at.old)) || dice.chance(4);
        let able: Vec<&Person> = people.holders(role, at.new).filter(|p| !avoid.contains(&p.key)).collect();
        let (deputies, heads): (Vec<&Person>, Vec<&Person>) = able.into_iter().partition(|p| deputy(p, at.new));
        let first = if wants_deputy { &deputies } else { &heads };
        let second = if wants_deputy { &heads } else { &deputies };
        let new = dice.pick(first).or_else(|| second.first())?.key.clone();
        self.parts.insert(part, new.clone());
        Some(new)
    }
}

/// Whether a person is a member of staff on a day.
pub fn is_staff(regulation: &Regulation, history: &RegulationHistory, key: &str, day: NaiveDate) -> bool {
    let staff = |id: &str| regulation.role(id).is_some_and(|r| r.kind == RoleKind::Staff);
    history.people.person(key).is_some_and(|p| p.roles.iter().any(|h| staff(&h.role) && p.holds(&h.role, day)))
}
