//! The days on which a version of a regulation is in force.

use chrono::NaiveDate;

use crate::regulation::{HeldRole, Version};

/// From a first day until a last one, or until further notice.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Days {
    /// First day.
    pub from: NaiveDate,
    /// Last day: the day before the next version.
    pub until: Option<NaiveDate>,
}

impl Days {
    /// From the version's first day to the day before `next`, the first day of the next version.
    #[must_use]
    pub fn of(version: &Version, next: Option<NaiveDate>) -> Self {
        Self { from: version.regulation.valid_from, until: next.and_then(|day| day.pred_opt()) }
    }

    /// Whether the day is one of them.
    #[must_use]
    pub fn has(self, day: NaiveDate) -> bool {
        day >= self.from && self.until.is_none_or(|end| day <= end)
    }

    /// Whether the role is held on one of them.
    #[must_use]
    pub fn touch(self, held: &HeldRole) -> bool {
        self.overlap(held.from, held.until).is_some()
    }

    /// Whether both roles are held on one of them.
    #[must_use]
    pub fn together(self, one: &HeldRole, other: &HeldRole) -> bool {
        let shared = self.overlap(one.from, one.until);
        shared.is_some_and(|days| days.overlap(other.from, other.until).is_some())
    }

    /// The days that lie in both.
    fn overlap(self, from: NaiveDate, until: Option<NaiveDate>) -> Option<Self> {
        let from = self.from.max(from);
        let until = [self.until, until].into_iter().flatten().min();
        until.is_none_or(|end| from <= end).then_some(Self { from, until })
    }
}
