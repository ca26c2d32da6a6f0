//! Whether a condition holds in a state.

use super::making::{Ids, late_name};
use super::state::{State, Value};
use crate::regulation::{Condition, Moment, Test};

/// A condition made ready: what it says of each combination of facts and of each value is worked out once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Question {
    /// Holds in these combinations of facts, by number.
    Facts(Vec<bool>),
    /// Holds for these values of a key, by number; the first is no value.
    Value {
        /// The key.
        key: usize,
        /// Whether it holds for each.
        holds: Vec<bool>,
    },
    /// A step was taken, at least so many times.
    Taken {
        /// The step.
        step: usize,
        /// How many times.
        at_least: usize,
        /// Counted since the last re-opening.
        this_round: bool,
    },
    /// Asks after a step that there is not.
    Never,
    /// The contrary.
    Not(Box<Question>),
    /// All of them.
    All(Vec<Question>),
    /// One of them.
    Any(Vec<Question>),
}

impl Question {
    /// Makes a condition ready.
    pub(super) fn of(condition: &Condition, ids: &Ids<'_>) -> Self {
        let by_facts =
            |holds: &dyn Fn(&super::facts::Facts) -> bool| Self::Facts(ids.facts.iter().map(holds).collect());
        let many = |inner: &[Condition]| inner.iter().map(|c| Self::of(c, ids)).collect();
        match condition {
            Condition::Field { field, test } => match test {
                Test::Present(wanted) => Self::value(ids, field, !wanted, |_| *wanted),
                Test::Equals(word) => Self::value(ids, field, false, |v| v.equals(word)),
                Test::GreaterThan(_) | Test::AtLeast(_) | Test::AtMost(_) => {
                    Self::value(ids, field, false, |v| v.passes(test))
                }
            },
            Condition::Topic(id) => by_facts(&|f| f.topics.contains(id)),
            Condition::Severity(id) => by_facts(&|f| f.severity.as_ref() == Some(id)),
            Condition::Source(id) => by_facts(&|f| f.source.as_ref() == Some(id)),
            Condition::Party(position) => by_facts(&|f| f.parties.contains(position)),
            Condition::PartyRole(role) => by_facts(&|f| f.roles.contains(role)),
            Condition::Incomplete => by_facts(&|f| f.incomplete),
            Condition::SamePerson(selectors) => by_facts(&|f| f.same.contains(selectors)),
            Condition::Step { step, at_least, this_round } => Self::taken(ids, step, *at_least, *this_round),
            Condition::LongerThan { from, to, .. } => {
                let far = |moment: &Moment, last: bool| match moment {
                    Moment::Received => Self::All(Vec::new()),
                    Moment::Step(step) => Self::taken(ids, step, 1, false),
                    Moment::Key(key) => Self::value(ids, key, false, |v| !last || *v == Value::Far),
                };
                // What is far from the other day is the date that somebody gives.
                let last = matches!(to, Moment::Key(_));
                Self::All(vec![far(from, !last), far(to, last)])
            }
            Condition::Overdue(term) => Self::value(ids, &late_name(term), false, |_| true),
            Condition::Differs(one, other) => Self::differ(ids, one, other),
            Condition::Not(inner) => Self::Not(Box::new(Self::of(inner, ids))),
            Condition::All(inner) => Self::All(many(inner)),
            Condition::Any(inner) => Self::Any(many(inner)),
        }
    }

    fn value(ids: &Ids<'_>, name: &str, absent: bool, holds: impl Fn(&Value) -> bool) -> Self {
        let Some(key) = ids.keys.iter().position(|k| k.name == name) else { return Self::Never };
        let values = ids.keys.get(key).map(|k| k.values.as_slice()).unwrap_or_default();
        Self::Value { key, holds: std::iter::once(absent).chain(values.iter().map(holds)).collect() }
    }

    /// One pair of values after another: those of the first key, each with all that the second may then not have.
    fn differ(ids: &Ids<'_>, one: &str, other: &str) -> Self {
        let values = ids.keys.iter().find(|k| k.name == one).map(|k| k.values.as_slice()).unwrap_or_default();
        let pairs = values.iter().map(|own| {
            Self::All(vec![Self::value(ids, one, false, |v| v == own), Self::value(ids, other, false, |v| v != own)])
        });
        Self::Any(pairs.collect())
    }

    fn taken(ids: &Ids<'_>, step: &str, at_least: usize, this_round: bool) -> Self {
        ids.number(step).map_or(Self::Never, |step| Self::Taken { step, at_least, this_round })
    }
}

impl Question {
    /// Whether the condition holds.
    #[must_use]
    pub fn holds(&self, state: &State) -> bool {
        let at = |all: &[bool], number: usize| all.get(number).copied().unwrap_or_default();
        match self {
            Self::Facts(holds) => at(holds, state.facts()),
            Self::Value { key, holds } => at(holds, state.value(*key)),
            Self::Taken { step, at_least, this_round } => {
                let count = if *this_round { state.here(*step) } else { state.total(*step) };
                count as usize >= *at_least
            }
            Self::Never => false,
            Self::Not(inner) => !inner.holds(state),
            Self::All(inner) => inner.iter().all(|q| q.holds(state)),
            Self::Any(inner) => inner.iter().any(|q| q.holds(state)),
        }
    }
}
