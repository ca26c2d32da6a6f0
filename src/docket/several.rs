//! Each of several: who of those whom a selector names has acted or was reached, and what a later entry overtook.

use super::data::says_the_same;
use super::progress::{Open, Progress, Taken};
use super::violation::Receipt;
use crate::case::{LogEntry, Party};
use crate::regulation::{Binding, Each, Position, RoleKind, Selector, Step};

impl<'a> Progress<'a> {
    /// The parties whom a selector names and who are not among `given`. One is enough where the step says so; one who speaks
    /// for the complainants, or whom the case names as their contact, stands for them all.
    #[must_use]
    pub fn left_of(&self, any_one: &[Selector], selector: &Selector, given: &[&str]) -> Vec<&'a Party> {
        let wanted = self.participants.parties(selector);
        let here = |party: &Party| given.iter().any(|k| *k == party.key || Some(*k) == party.person.as_deref());
        let for_all = |party: &Party| match party.position {
            Position::Representative => true,
            Position::Complainant => party.contact,
            _ => false,
        };
        let complainants = *selector == Selector::Position(Position::Complainant);
        let spoken_for = complainants && self.participants.case.parties.iter().any(|p| for_all(p) && here(p));
        if spoken_for || (any_one.contains(selector) && wanted.iter().any(|p| here(p))) {
            return Vec::new();
        }
        wanted.into_iter().filter(|p| !here(p)).collect()
    }

    /// Whether a selector stands for parties of the case, each of whom counts.
    #[must_use]
    pub fn names_parties(&self, selector: &Selector) -> bool {
        match selector {
            Selector::Position(_) | Selector::Parties => true,
            Selector::Role(role) => {
                let party = self.regulation().role(role).is_some_and(|r| r.kind == RoleKind::Party);
                party && !self.participants.parties(selector).is_empty()
            }
            Selector::Handler | Selector::Owner | Selector::Anyone => false,
        }
    }

    /// Whether everybody has taken the step who must have taken it.
    pub(super) fn acted(&self, step: &Step, entries: &[&Taken<'a>]) -> Result<(), Open> {
        let all: Vec<&str> = entries.iter().flat_map(|t| t.entry.by.iter().map(String::as_str)).collect();
        for selector in &step.by_each {
            if self.names_parties(selector) {
                self.nobody_left(step, selector, &all)?;
                continue;
            }
            let here = |t: &&Taken<'a>| {
                t.entry.by.iter().any(|k| self.participants.matches(selector, k, t.entry.on, self.handler))
            };
            if !entries.iter().any(here) {
                return Err(Open { detail: Some(selector.word().to_owned()) });
            }
        }
        match self.duty_of_each(step) {
            Some(selector) => self.nobody_left(step, selector, &all),
            None => Ok(()),
        }
    }

    fn nobody_left(&self, step: &Step, selector: &Selector, given: &[&str]) -> Result<(), Open> {
        match self.left_of(&step.any_one, selector, given).first() {
            Some(party) => Err(Open { detail: Some(party.key.clone()) }),
            None => Ok(()),
        }
    }

    /// The selector whose every party must take the step: what is demanded of the respondent is demanded of each. What the
    /// complainant may do, one of several may.
    fn duty_of_each<'s>(&self, step: &'s Step) -> Option<&'s Selector> {
        let [selector] = step.by.as_slice() else { return None };
        let duty = !step.optional && step.does.is_none() && step.each.is_none();
        let right = *selector == Selector::Position(Position::Complainant);
        (duty && !right && self.names_parties(selector)).then_some(selector)
    }

    /// Whether a binding ruling was carried out since it was given.
    pub(super) fn carried_out(&self, step: &Step, entries: &[&Taken<'a>]) -> Result<(), Open> {
        let ruled = self.ruling_for(step).map(|ruling| ruling.index);
        let since = |ruled: usize| entries.iter().any(|t| t.index > ruled);
        if ruled.is_none_or(since) { Ok(()) } else { Err(Open::default()) }
    }

    /// The binding ruling that a step carries out, if it was given.
    #[must_use]
    pub(super) fn ruling_for(&self, step: &Step) -> Option<&Taken<'a>> {
        let ways = &self.regulation().escalations;
        let way =
            ways.iter().find(|w| w.binding == Binding::Yes && w.steps.executed.as_deref() == Some(step.id.as_str()))?;
        let ruled = way.steps.ruled.as_deref()?;
        self.taken.iter().rev().find(|t| t.step.id == ruled)
    }

    /// The steps with whose answer a datum must agree: the one that it names, and those with which that one must agree.
    pub(super) fn same_as(&self, key: &str, first: &str) -> Vec<&'a Step> {
        let mut chain: Vec<&'a Step> = Vec::new();
        let mut next = self.regulation().step(first);
        while let Some(step) = next.filter(|s| !chain.iter().any(|c| c.id == s.id)) {
            chain.push(step);
            let ask = step.asks.iter().find(|ask| ask.key == key);
            next = ask.and_then(|ask| ask.same_as.as_deref()).and_then(|id| self.regulation().step(id));
        }
        chain
    }

    /// Whether what the last entry of a step repeats from another was not said anew since: it counts no more then.
    pub(super) fn not_overtaken(&self, step: &Step, entries: &[&Taken<'a>]) -> Result<(), Open> {
        let Some(last) = entries.last().filter(|t| t.entry.waived.is_none() && !t.entry.offered) else {
            return Ok(());
        };
        for ask in &step.asks {
            let Some(other) = ask.same_as.as_deref() else { continue };
            let mine = last.entry.value(&ask.key);
            if mine.is_none() && !(ask.required && self.applies(ask.when.as_ref())) {
                continue;
            }
            let anew = |other: &&'a Step| {
                let there = self.entries(&other.id).next_back().filter(|t| t.index > last.index);
                let said = there.and_then(|t| t.entry.value(&ask.key));
                said.is_some_and(|said| mine.is_none_or(|mine| !says_the_same(ask.kind, said, mine)))
            };
            if self.same_as(&ask.key, other).iter().any(anew) {
                return Err(Open::default());
            }
        }
        Ok(())
    }

    /// Whether a role names the very parties for whom a step is repeated.
    fn is_each(&self, step: &Step, selector: &Selector) -> bool {
        let Some(each @ Each::Parties(_)) = &step.each else { return false };
        let mut named: Vec<&str> = self.participants.parties(selector).iter().map(|p| p.key.as_str()).collect();
        named.sort_unstable();
        matches!(selector, Selector::Role(_)) && named == self.repeated_for(each)
    }

    /// The parties whom an entry had to reach by a selector and did not; one word for those who are no parties.
    #[must_use]
    pub(super) fn unreached(
        &self,
        step: &Step,
        selector: &Selector,
        given: &'a [String],
        entry: &'a LogEntry,
        how: Receipt,
    ) -> Option<Vec<String>> {
        let handler = entry.handler.as_deref().or(self.handler);
        if !self.names_parties(selector) {
            let here = |key: &&'a String| {
                let barred = how != Receipt::With && self.barring(selector, key, entry.on).is_some();
                self.participants.matches(selector, key, entry.on, handler) && !barred
            };
            return (!given.iter().any(|k| here(&k))).then(Vec::new);
        }
        let keys: Vec<&str> = given.iter().map(String::as_str).collect();
        let mut left = self.left_of(&step.any_one, selector, &keys);
        if step.each_names(selector) || self.is_each(step, selector) {
            // A letter of his own to each: whom this entry is about.
            left.retain(|party| entry.party.contains(&party.key));
        }
        (!left.is_empty()).then(|| left.into_iter().map(|party| party.key.clone()).collect())
    }
}
