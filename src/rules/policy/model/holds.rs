//! Whether a condition holds in a state.

use super::machine::Machine;
use super::state::{State, Value};
use crate::regulation::{Condition, Step, Test};

impl Machine<'_> {
    /// Whether the condition holds.
    #[must_use]
    pub fn holds(&self, state: &State, condition: &Condition) -> bool {
        let Some(facts) = self.facts.get(state.facts) else { return false };
        match condition {
            Condition::Field { field, test } => {
                let value = self.value(state, field);
                match test {
                    Test::Present(wanted) => value.is_some() == *wanted,
                    Test::Equals(word) => value.is_some_and(|v| v.equals(word)),
                    Test::GreaterThan(limit) => value.is_some_and(|v| v.above(*limit)),
                }
            }
            Condition::Topic(id) => facts.topics.contains(id),
            Condition::Severity(id) => facts.severity.as_ref() == Some(id),
            Condition::Source(id) => facts.source.as_ref() == Some(id),
            Condition::Party(position) => facts.parties.contains(position),
            Condition::Incomplete => facts.incomplete,
            Condition::Step { step, at_least } => {
                self.number(step).is_some_and(|i| usize::from(self.taken(state, i)) >= *at_least)
            }
            Condition::SamePerson(selectors) => facts.same.contains(selectors),
            Condition::LongerThan { from, to, .. } => {
                self.number(from).is_some_and(|i| self.taken(state, i) > 0)
                    && self.value(state, to) == Some(&Value::Far)
            }
            Condition::Not(inner) => !self.holds(state, inner),
            Condition::All(inner) => inner.iter().all(|c| self.holds(state, c)),
            Condition::Any(inner) => inner.iter().any(|c| self.holds(state, c)),
        }
    }

    fn value<'s>(&self, state: &'s State, key: &str) -> Option<&'s Value> {
        let index = self.keys.iter().position(|k| k.name == key)?;
        state.values.get(index)?.as_ref()
    }

    /// Whether the step belongs, as far as its condition goes.
    pub(super) fn applies(&self, state: &State, step: &Step) -> bool {
        step.when.as_ref().is_none_or(|c| self.holds(state, c))
    }
}
