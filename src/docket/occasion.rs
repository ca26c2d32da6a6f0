//! Conditions as of the entry that they concern: what it says itself stays said, whatever a later entry says.

use super::progress::{Progress, Taken};
use crate::calendar::{Counting, due, parse_date};
use crate::regulation::Condition;

impl<'a> Progress<'a> {
    /// Whether a condition holds now for what an entry began.
    #[must_use]
    pub(super) fn holds_for(&self, condition: &Condition, begun_by: Option<&Taken<'a>>) -> bool {
        let Some(taken) = begun_by else { return self.holds(condition) };
        let inner = |c: &Condition| self.holds_for(c, begun_by);
        match condition {
            Condition::Field { field, test } => {
                let said = taken.entry.data.iter().find(|(key, _)| key == field);
                match said.and_then(|(_, value)| value.text()) {
                    Some(said) => test.passed(Some(said)),
                    None => self.holds(condition),
                }
            }
            Condition::LongerThan { longer_than, from, to } if taken.step.id == *from => {
                let end = taken.entry.value(to).and_then(|v| parse_date(v).ok());
                let limit = due(taken.entry.on, *longer_than, Counting::AsStated).end;
                end.map_or_else(|| self.holds(condition), |end| end > limit)
            }
            Condition::Not(one) => !inner(one),
            Condition::All(all) => all.iter().all(inner),
            Condition::Any(any) => any.iter().any(inner),
            _ => self.holds(condition),
        }
    }
}
