//! Terms that stood still for a while and then went on.

use chrono::NaiveDate;

use super::counting::Counting;
use super::days::Days;
use super::duration::{Duration, Unit};
use super::term::{Look, extendable, three_days};

/// A while for which a term stood still: from the day on which it stopped until the day on which it went on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pause {
    /// The last day that counted.
    pub from: NaiveDate,
    /// The day after which days count again.
    pub until: NaiveDate,
}

impl Pause {
    /// Whether a day was not counted.
    #[must_use]
    pub fn holds(self, date: NaiveDate) -> bool {
        date > self.from && date <= self.until
    }

    /// How much a term in this unit lost: working days for one in working days, else the calendar days on which it would have run.
    #[must_use]
    pub fn lost(self, unit: Option<Unit>, days: &dyn Days) -> u64 {
        let mut look = Look::by(days);
        if unit == Some(Unit::WorkingDays) {
            return look.open_days(self.from, self.until);
        }
        look.days_between(self.from, self.until)
    }
}

/// An end of a term.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct End {
    /// Before the Algemene termijnenwet moved it.
    pub nominal: NaiveDate,
    /// The last day of the term.
    pub on: NaiveDate,
}

impl End {
    /// A day that was named, which no law moves.
    #[must_use]
    pub fn named(on: NaiveDate) -> Self {
        Self { nominal: on, on }
    }
}

/// How a term is counted on after it stood still.
#[derive(Debug, Clone, Copy)]
pub struct Resumed<'p> {
    /// The day of the trigger.
    pub start: NaiveDate,
    /// How long the term lasts; nothing where its end was agreed.
    pub duration: Option<Duration>,
    /// How its end is found.
    pub counting: Counting,
    /// Every while for which it stood still, the last one being the one after which it goes on.
    pub pauses: &'p [Pause],
    /// The days by which it is counted.
    pub days: &'p dyn Days,
}

impl Resumed<'_> {
    /// The end as it is after the last pause, and the years in which a day was taken to be open without knowing. Of a term in
    /// working days the working days that were left are counted on; of any other the calendar days, and where the Algemene
    /// termijnenwet holds, it holds for the end as it is then.
    #[must_use]
    pub fn end(&self, before: End) -> (End, Vec<i32>) {
        let mut look = Look::by(self.days);
        let Some(last) = self.pauses.last() else { return (before, Vec::new()) };
        let unit = self.duration.map(Duration::unit);
        let nominal = if unit == Some(Unit::WorkingDays) {
            let lost = u32::try_from(look.open_days(last.from, last.until)).unwrap_or(u32::MAX);
            look.nth_open(before.nominal, lost).1
        } else {
            // What is left of a term whose end the law had moved already is counted from the day on which it stopped.
            let left = before.nominal.max(last.from);
            look.nth_day(left, last.lost(unit, self.days))
        };
        let law = self.counting == Counting::Termijnenwet && unit != Some(Unit::WorkingDays);
        let on = if law && self.duration.is_none_or(extendable) { self.moved(&mut look, nominal) } else { nominal };
        (End { nominal, on }, look.guessed.into_iter().collect())
    }

    /// The end by articles 1 and 2, the days on which the term stood still being no part of it.
    fn moved(&self, look: &mut Look<'_>, nominal: NaiveDate) -> NaiveDate {
        let mut end = look.open_from(nominal);
        if self.duration.is_some_and(three_days) {
            let mut second = self.start;
            for _ in 0..2 {
                second = look.nth_open(second, 1).1;
                while self.pauses.iter().any(|pause| pause.holds(second)) {
                    second = look.nth_open(second, 1).1;
                }
            }
            end = end.max(second);
        }
        end
    }
}

#[cfg(test)]
#[path = "../../tests/unit/calendar/pause.rs"]
mod tests;
