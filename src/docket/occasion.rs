//! Conditions as of the entry that they concern: what it says itself stays said, whatever a later entry says.

use super::progress::{Progress, Taken};
use crate::regulation::{Condition, Moment};

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
            Condition::LongerThan { longer_than, from, to } => {
                let said = Some(taken.entry);
                let from = match from {
                    Moment::Step(step) if *step == taken.step.id => Some(taken.entry.on),
                    from => self.moment(from, said),
                };
                self.longer(*longer_than, from, self.moment(to, said))
            }
            Condition::Differs(one, other) => self.differ(one, other, Some(taken.entry)),
            Condition::Not(one) => !inner(one),
            Condition::All(all) => all.iter().all(inner),
            Condition::Any(any) => any.iter().any(inner),
            _ => self.holds(condition),
        }
    }
}
