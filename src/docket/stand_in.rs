//! Who handles a case in the place of the ordinary handler, who is excluded from it.

use chrono::NaiveDate;

use super::progress::Progress;
use super::violation::ViolationKind;
use crate::regulation::{Exclusion, Selector, Step};

impl<'a> Progress<'a> {
    /// The person who was appointed in the place of an ordinary handler, while that one is excluded on `day`: nobody else may
    /// handle the case then, and that person counts as a holder of the handler's role.
    #[must_use]
    pub fn stand_in(&self, day: NaiveDate) -> Option<&'a str> {
        let rules = self.regulation().assignment.exclude.iter().filter(|rule| rule.who == "handler");
        let mut appointed = rules.filter_map(|rule| {
            let last = self.entries(&rule.substitute.as_ref()?.step).next_back()?.entry.handler.as_deref()?;
            self.excluded(rule, last, day).then_some(last)
        });
        appointed.next()
    }

    /// Whether one of the selectors names a role of the ordinary handler, in whose place this person stands.
    pub(super) fn stands_in(&self, selectors: &[Selector], key: &'a str, day: NaiveDate) -> bool {
        let rule = &self.regulation().assignment.handler;
        let of_handler = |role: &String| rule.role.iter().chain(&rule.roles).any(|known| known == role);
        let named = selectors.iter().any(|s| matches!(s, Selector::Role(role) if of_handler(role)));
        named && self.stand_in(day).is_some_and(|appointed| self.participants.person_of(key) == Some(appointed))
    }

    /// Who stands in the place of one whom the selector names.
    #[must_use]
    pub fn standing_in(&self, selector: &Selector, day: NaiveDate) -> Option<&'a str> {
        self.stand_in(day).filter(|key| self.stands_in(std::slice::from_ref(selector), key, day))
    }

    /// Whether an ordinary handler other than `key` is excluded.
    fn excluded(&self, rule: &Exclusion, key: &str, day: NaiveDate) -> bool {
        let ordinary = self.ordinary_handlers(day);
        ordinary.into_iter().any(|person| person != key && rule.not.iter().any(|s| self.same(s, person, person, day)))
    }

    /// The ordinary handler is excluded, and nobody was appointed in his place.
    pub(super) fn without_substitute(
        &self,
        rule: &Exclusion,
        step: &Step,
        key: &str,
        day: NaiveDate,
    ) -> Option<ViolationKind> {
        let substitute = &rule.substitute.as_ref()?.step;
        let appointed = self.substitutes(step) || self.entries(substitute).next().is_some();
        (!appointed && self.excluded(rule, key, day)).then(|| ViolationKind::Before {
            step: step.id.clone(),
            needs: vec![substitute.clone()],
            detail: None,
        })
    }

    fn ordinary_handlers(&self, day: NaiveDate) -> Vec<&'a str> {
        let people = self.participants.people;
        let rule = &self.regulation().assignment.handler;
        let holds = |role: &String| {
            let held = people
                .persons
                .iter()
                .filter(move |p| p.roles.iter().any(|held| held.role == *role && !held.deputy) && p.holds(role, day));
            held.map(|p| p.key.as_str()).collect::<Vec<_>>()
        };
        rule.role.iter().chain(&rule.roles).flat_map(holds).collect()
    }

    /// Whether a step appoints somebody in the place of a handler who is excluded.
    pub(super) fn substitutes(&self, step: &Step) -> bool {
        self.regulation().assignment.exclude.iter().any(|x| x.substitute.as_ref().is_some_and(|by| by.step == step.id))
    }

    /// The roles of which whoever is appointed by this step must hold one; none where the regulation names none.
    pub(super) fn substitute_roles(&self, step: &Step) -> Vec<String> {
        let appointed = self.regulation().assignment.exclude.iter().filter_map(|x| x.substitute.as_ref());
        appointed.filter(|by| by.step == step.id).filter_map(|by| by.role.clone()).collect()
    }

    /// The step by which a substitute is to be appointed. Who is appointed in place of another is not put right by appointing
    /// somebody once more.
    pub(super) fn to_appoint(&self, rule: &Exclusion, step: &Step) -> Option<String> {
        let by = rule.substitute.as_ref().map(|by| &by.step)?;
        (*by != step.id && self.entries(by).next().is_none()).then(|| by.clone())
    }
}
