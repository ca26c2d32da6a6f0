//! Whether a condition of the regulation holds in a case as it stands.

use chrono::NaiveDate;

use super::clock::ClockState;
use super::data::says_the_same;
use super::progress::{Progress, Taken};
use crate::calendar::{Counting, Duration, parse_date};
use crate::case::LogEntry;
use crate::regulation::{AskType, Condition, Moment, Selector, Test};

impl<'a> Progress<'a> {
    /// Whether the condition holds now, with what the entry that is judged says.
    #[must_use]
    pub fn holds(&self, condition: &Condition) -> bool {
        self.holds_with(condition, self.said)
    }

    /// Whether an optional condition held before the entry that is judged; none always does.
    #[must_use]
    pub(super) fn applied_before(&self, condition: Option<&Condition>) -> bool {
        condition.is_none_or(|c| self.holds_with(c, None))
    }

    fn holds_with(&self, condition: &Condition, said: Option<&'a LogEntry>) -> bool {
        let case = self.participants.case;
        match condition {
            Condition::Field { field, test } => self.field_holds(field, test, said),
            Condition::Topic(topic) => case.topics.contains(topic),
            Condition::Severity(id) => self.severity() == Some(id.as_str()),
            Condition::Source(id) => case.intake.source.as_deref() == Some(id.as_str()),
            Condition::Party(position) => self.participants.in_position(*position).next().is_some(),
            Condition::PartyRole(role) => self.has_party_role(role),
            Condition::Incomplete => !self.missing_intake().is_empty(),
            // Counted over all rounds unless it says otherwise: "after a second attempt" is said of the whole case, "he
            // gives it up" of the round in which he does.
            Condition::Step { step, at_least, this_round } => {
                let counts = |t: &&Taken<'_>| t.step.id == *step && (!this_round || t.round == self.round);
                let supposed = usize::from(self.supposed == Some(step.as_str()));
                self.taken.iter().filter(counts).count() + supposed >= *at_least
            }
            Condition::SamePerson(selectors) => self.same_person(selectors),
            Condition::LongerThan { longer_than, from, to } => {
                self.longer(*longer_than, self.moment(from, said), self.moment(to, said))
            }
            Condition::Overdue(term) => self.overdue(term),
            Condition::Differs(one, other) => self.differ(one, other, said),
            Condition::Not(inner) => !self.holds_with(inner, said),
            Condition::All(inner) => inner.iter().all(|c| self.holds_with(c, said)),
            Condition::Any(inner) => inner.iter().any(|c| self.holds_with(c, said)),
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

    /// Whether one day lies further than a span after another.
    pub(super) fn longer(&self, span: Duration, from: Option<NaiveDate>, to: Option<NaiveDate>) -> bool {
        let limit = from.map(|day| self.regulation().due(day, span, Counting::AsStated).end);
        to.zip(limit).is_some_and(|(to, limit)| to > limit)
    }

    /// A day of the case, with what an entry says that began something.
    pub(super) fn moment(&self, moment: &Moment, said: Option<&'a LogEntry>) -> Option<NaiveDate> {
        match moment {
            Moment::Received => Some(self.participants.case.first_day()),
            Moment::Step(step) => self.entries(step).next_back().map(|t| t.entry.on),
            Moment::Key(key) => self.value_with(key, said).and_then(|v| parse_date(v).ok()),
        }
    }

    /// Whether the last clock of a term passed its end: it runs on after it, or was stopped after it. Without a day to look from,
    /// by the last that is recorded.
    fn overdue(&self, term: &str) -> bool {
        // A term that is asked after while its own clocks are looked at never runs.
        let Some(term) = self.regulation().term(term).filter(|t| !self.asked_after.contains(&t.id.as_str())) else {
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
    pub(super) fn differ(&self, one: &str, other: &str, said: Option<&'a LogEntry>) -> bool {
        let kind = self.regulation().kind_of(one).unwrap_or(AskType::Text);
        let both = self.value_with(one, said).zip(self.value_with(other, said));
        both.is_some_and(|(one, other)| !says_the_same(kind, one, other))
    }

    fn field_holds(&self, field: &str, test: &Test, said: Option<&'a LogEntry>) -> bool {
        match field {
            "main_topic" => return test.passed(self.participants.case.main_topic.as_deref()),
            "channel" => return test.passed(Some(self.participants.case.intake.channel.as_str())),
            _ => {}
        }
        let several = self.answers(field, said);
        if several.len() > 1 && self.regulation().kind_of(field) != Some(AskType::Satisfaction) {
            // What one of several said is said.
            return several.iter().any(|answer| test.passed(Some(answer.value)));
        }
        test.passed(self.value_with(field, said))
    }

    fn has_party_role(&self, role: &str) -> bool {
        let role = Selector::Role(role.to_owned());
        !self.participants.parties(&role).is_empty()
    }

    fn same_person(&self, selectors: &[Selector]) -> bool {
        let day = self.participants.case.first_day();
        let Some((first, rest)) = selectors.split_first() else { return false };
        self.participants
            .persons(first, day, self.handler)
            .iter()
            .any(|key| rest.iter().all(|other| self.participants.persons(other, day, self.handler).contains(key)))
    }
}
