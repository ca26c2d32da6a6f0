//! Whether a condition of the regulation holds in a case as it stands.

use chrono::NaiveDate;

use super::clock::ClockState;
use super::data::says_the_same;
use super::progress::Progress;
use crate::calendar::{Counting, parse_date};
use crate::regulation::{AskType, Condition, Moment, Test, hundredths};

impl Progress<'_> {
    /// Whether the condition holds now.
    #[must_use]
    pub fn holds(&self, condition: &Condition) -> bool {
        let case = self.participants.case;
        match condition {
            Condition::Field { field, test } => self.field_holds(field, test),
            Condition::Topic(topic) => case.topics.contains(topic),
            Condition::Severity(id) => self.severity() == Some(id.as_str()),
            Condition::Source(id) => case.intake.source.as_deref() == Some(id.as_str()),
            Condition::Party(position) => self.participants.in_position(*position).next().is_some(),
            Condition::Incomplete => !self.missing_intake().is_empty(),
            // Counted over all rounds: "after a second attempt" is said of the whole case.
            Condition::Step { step, at_least } => self.taken.iter().filter(|t| t.step.id == *step).count() >= *at_least,
            Condition::SamePerson(selectors) => self.same_person(selectors),
            Condition::LongerThan { longer_than, from, to } => {
                let limit =
                    self.moment(from).map(|day| self.regulation().due(day, *longer_than, Counting::AsStated).end);
                matches!((limit, self.moment(to)), (Some(limit), Some(end)) if end > limit)
            }
            Condition::Overdue(term) => self.overdue(term),
            Condition::Differs(one, other) => self.differ(one, other),
            Condition::Not(inner) => !self.holds(inner),
            Condition::All(inner) => inner.iter().all(|c| self.holds(c)),
            Condition::Any(inner) => inner.iter().any(|c| self.holds(c)),
        }
    }

    /// Whether an optional condition holds; none always does.
    #[must_use]
    pub fn applies(&self, condition: Option<&Condition>) -> bool {
        condition.is_none_or(|c| self.holds(c))
    }

    /// How grave the case is: as written, or else the first degree of the list.
    #[must_use]
    pub fn severity(&self) -> Option<&str> {
        let first = || self.regulation().severity.as_ref().and_then(|s| s.list.first()).map(|i| i.id.as_str());
        self.participants.case.severity.as_deref().or_else(first)
    }

    /// The data of the intake that the sealed part does not hold.
    #[must_use]
    pub fn missing_intake(&self) -> Vec<String> {
        let wanted = self.regulation().intake.as_ref().map(|i| i.sealed.as_slice()).unwrap_or_default();
        let held = self.participants.case.sealed_fields();
        wanted.iter().filter(|w| !held.contains(w)).cloned().collect()
    }

    fn moment(&self, moment: &Moment) -> Option<NaiveDate> {
        match moment {
            Moment::Received => Some(self.participants.case.first_day()),
            Moment::Step(step) => self.entries(step).next_back().map(|t| t.entry.on),
            Moment::Key(key) => self.value(key).and_then(|v| parse_date(v).ok()),
        }
    }

    /// Whether the last clock of a term passed its end: it runs on after it, or was stopped after it. Without a day to look from,
    /// by the last that is recorded.
    fn overdue(&self, term: &str) -> bool {
        // A term whose own condition comes back to it never runs: the rules on a regulation refuse it.
        let Some(term) = self.regulation().term(term).filter(|t| !self.regulation().waits_for_itself(t)) else {
            return false;
        };
        let recorded = || self.taken.last().map_or(self.participants.case.first_day(), |t| t.entry.on);
        let day = self.as_of.unwrap_or_else(recorded);
        self.clocks_of(term).last().is_some_and(|clock| match clock.state {
            ClockState::Running => clock.late(Some(day)),
            _ => clock.late(None),
        })
    }

    /// Whether two keys both have a value, and not the same one.
    fn differ(&self, one: &str, other: &str) -> bool {
        let kind = self.regulation().kind_of(one).unwrap_or(AskType::Text);
        let both = self.value(one).zip(self.value(other));
        both.is_some_and(|(one, other)| !says_the_same(kind, one, other))
    }

    fn field_holds(&self, field: &str, test: &Test) -> bool {
        let value = match field {
            "main_topic" => self.participants.case.main_topic.as_deref(),
            "channel" => Some(self.participants.case.intake.channel.as_str()),
            _ => self.value(field),
        };
        match test {
            Test::Present(wanted) => value.is_some() == *wanted,
            Test::Equals(wanted) => value == Some(wanted.as_str()),
            Test::GreaterThan(_) | Test::AtLeast(_) | Test::AtMost(_) => {
                value.and_then(hundredths).and_then(|number| test.of_number(number)) == Some(true)
            }
        }
    }

    fn same_person(&self, selectors: &[crate::regulation::Selector]) -> bool {
        let day = self.participants.case.first_day();
        let Some((first, rest)) = selectors.split_first() else { return false };
        self.participants
            .persons(first, day, self.handler)
            .iter()
            .any(|key| rest.iter().all(|other| self.participants.persons(other, day, self.handler).contains(key)))
    }
}
