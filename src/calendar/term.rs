//! When a term ends, step by step.

use std::collections::BTreeSet;

use chrono::{Datelike, Days, Months, NaiveDate};
use serde::Serialize;

use super::counting::Counting;
use super::days::{Days as Open, Dutch};
use super::duration::{Duration, Unit};
use super::holidays::Closed;
use crate::diagnostics::Text;

/// A closed day with its reason.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct ClosedDay {
    /// The day.
    pub date: NaiveDate,
    /// Why it is closed.
    pub why: Closed,
}

/// One step on the way from the trigger to the end.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case", tag = "step")]
pub enum ReckoningStep {
    /// These days were not counted, since the term is in working days.
    Skipped {
        /// In order, at least one.
        days: Vec<ClosedDay>,
    },
    /// It stood still for so many days, which were added.
    StoodStill {
        /// How many.
        days: u32,
        /// In what: each once, in order.
        names: Vec<Box<str>>,
    },
    /// The month in which the term ends is too short, so its last day counts.
    LastOfMonth {
        /// The day of the month that it does not have.
        day: u32,
    },
    /// The duration ends.
    Ends {
        /// On this day.
        on: NaiveDate,
        /// Why that day is closed, where that matters.
        closed: Option<Closed>,
    },
    /// That day is closed, but the law does not extend so long a term (art. 4).
    NotExtended {
        /// The day that stays the end.
        on: NaiveDate,
    },
    /// That day is closed, and the term is extended to the next open day (art. 1.1).
    Moved {
        /// The closed days after it, in order.
        past: Vec<ClosedDay>,
        /// The open day.
        to: NaiveDate,
    },
    /// A term of three days or more is extended until it contains two open days (art. 2).
    Lengthened {
        /// The second open day.
        to: NaiveDate,
    },
}

/// A term with its end, and how that was found.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct Reckoning {
    /// The day of the trigger: day 0.
    pub start: NaiveDate,
    /// How long the term lasts.
    pub duration: Duration,
    /// The same in words, where its days have a name of their own.
    #[serde(skip)]
    pub lasts: Option<Text>,
    /// How its end is found.
    pub counting: Counting,
    /// The day on which the duration ends, before any extension.
    pub nominal_end: NaiveDate,
    /// The last day of the term. On that day it is not overdue.
    pub end: NaiveDate,
    /// What happened on the way, in order.
    pub steps: Vec<ReckoningStep>,
    /// Years in which a day was taken to be open although their equated days are not known: a reason for a warning.
    pub uncovered_years: Vec<i32>,
}

impl Reckoning {
    /// Whether the end follows from the count alone: no holiday, no pause and no law moved it.
    #[must_use]
    pub(crate) fn is_plain(&self) -> bool {
        self.steps.iter().all(|step| match step {
            ReckoningStep::Ends { .. } => true,
            ReckoningStep::Skipped { days } => days.iter().all(|day| day.why.weekend()),
            _ => false,
        })
    }

    /// Whether the term is over on this day, its last day being part of it.
    #[must_use]
    pub fn overdue_on(&self, date: NaiveDate) -> bool {
        date > self.end
    }
}

/// When a term that starts on `start` (day 0) ends. A date beyond the range of the calendar becomes its last date.
#[must_use]
pub fn due(start: NaiveDate, duration: Duration, counting: Counting) -> Reckoning {
    due_from(start, 1, start, duration, counting, &Dutch)
}

/// The same, counted by other days.
#[must_use]
pub fn due_by(start: NaiveDate, duration: Duration, counting: Counting, days: &dyn Open) -> Reckoning {
    due_from(start, 1, start, duration, counting, days)
}

/// The term from `start`, when it is the one numbered `times` (from 1) of equal terms that follow each other from `anchor`.
pub(super) fn due_from(
    anchor: NaiveDate,
    times: u32,
    start: NaiveDate,
    duration: Duration,
    counting: Counting,
    days: &dyn Open,
) -> Reckoning {
    let mut look = Look::by(days);
    let mut steps = Vec::new();
    let nominal_end = if duration.unit() == Unit::WorkingDays {
        let (days, end) = look.nth_open(start, duration.count());
        if !days.is_empty() {
            steps.push(ReckoningStep::Skipped { days });
        }
        end
    } else {
        let end = later(anchor, duration, times).unwrap_or(NaiveDate::MAX);
        if matches!(duration.unit(), Unit::Months | Unit::Years) && end.day() < anchor.day() {
            steps.push(ReckoningStep::LastOfMonth { day: anchor.day() });
        }
        look.stand_still(start, end, &mut steps)
    };
    let end = match (counting, duration.unit()) {
        // A working day is open: there is nothing to extend, and three of them hold two open days.
        (Counting::AsStated, _) | (_, Unit::WorkingDays) => {
            steps.push(ReckoningStep::Ends { on: nominal_end, closed: None });
            nominal_end
        }
        (Counting::Termijnenwet, _) => look.extend(start, nominal_end, duration, &mut steps),
    };
    let uncovered_years = look.guessed.into_iter().collect();
    Reckoning { start, duration, lasts: None, counting, nominal_end, end, steps, uncovered_years }
}

/// The day that lies `times` the duration after `anchor`; not for working days.
fn later(anchor: NaiveDate, duration: Duration, times: u32) -> Option<NaiveDate> {
    let count = duration.count().checked_mul(times)?;
    match duration.unit() {
        Unit::CalendarDays | Unit::WorkingDays => anchor.checked_add_days(Days::new(count.into())),
        Unit::Weeks => anchor.checked_add_days(Days::new(u64::from(count) * 7)),
        Unit::Months => anchor.checked_add_months(Months::new(count)),
        Unit::Years => anchor.checked_add_months(Months::new(count.checked_mul(12)?)),
    }
}

/// Whether the Algemene termijnenwet extends such a term at all (art. 4).
pub(super) fn extendable(duration: Duration) -> bool {
    match duration.unit() {
        Unit::CalendarDays | Unit::WorkingDays => duration.count() <= 90,
        Unit::Weeks => duration.count() <= 12,
        Unit::Months => duration.count() <= 3,
        Unit::Years => false,
    }
}

/// Whether the term is one of at least three days (art. 2).
pub(super) fn three_days(duration: Duration) -> bool {
    match duration.unit() {
        Unit::CalendarDays | Unit::WorkingDays => duration.count() >= 3,
        Unit::Weeks | Unit::Months | Unit::Years => true,
    }
}

/// Looks days up, and remembers where it had to guess.
pub(super) struct Look<'d> {
    days: &'d dyn Open,
    pub(super) guessed: BTreeSet<i32>,
}

impl<'d> Look<'d> {
    pub(super) fn by(days: &'d dyn Open) -> Self {
        Self { days, guessed: BTreeSet::new() }
    }

    fn closed(&mut self, date: NaiveDate) -> Option<Closed> {
        let why = self.days.closed(date);
        // What makes a day closed is certain; that it is open is a guess where decrees are missing.
        if why.is_none() && !self.days.known(date) {
            self.guessed.insert(date.year());
        }
        why
    }

    /// The end, later by the days between on which the term stands still.
    fn stand_still(&self, start: NaiveDate, end: NaiveDate, steps: &mut Vec<ReckoningStep>) -> NaiveDate {
        if !self.days.pauses() {
            return end;
        }
        let (mut looked, mut end, mut days) = (start, end, 0);
        let mut names: Vec<Box<str>> = Vec::new();
        while let Some(next) = looked.succ_opt().filter(|next| *next <= end) {
            looked = next;
            let Some(name) = self.days.still(next) else { continue };
            if !names.iter().any(|known| known.as_ref() == name) {
                names.push(name.into());
            }
            days += 1;
            end = end.succ_opt().unwrap_or(end);
        }
        if days > 0 {
            steps.push(ReckoningStep::StoodStill { days, names });
        }
        end
    }

    /// The `count`th open day after `start`, and the closed days passed on the way.
    pub(super) fn nth_open(&mut self, start: NaiveDate, count: u32) -> (Vec<ClosedDay>, NaiveDate) {
        let (mut passed, mut open, mut date) = (Vec::new(), 0, start);
        while open < count {
            let Some(next) = date.succ_opt() else { break };
            date = next;
            match self.closed(date) {
                Some(why) => passed.push(ClosedDay { date, why }),
                None => open += 1,
            }
        }
        (passed, date)
    }

    /// The day until which as many days lie after `date` on which the term does not stand still.
    pub(super) fn nth_day(&self, date: NaiveDate, count: u64) -> NaiveDate {
        if !self.days.pauses() {
            return date.checked_add_days(Days::new(count)).unwrap_or(NaiveDate::MAX);
        }
        let (mut left, mut date) = (count, date);
        while left > 0 {
            let Some(next) = date.succ_opt() else { break };
            date = next;
            left -= u64::from(self.days.still(date).is_none());
        }
        date
    }

    /// How many days there are after `from`, up to and including `until`, on which the term does not stand still.
    pub(super) fn days_between(&self, from: NaiveDate, until: NaiveDate) -> u64 {
        let still =
            || from.iter_days().skip(1).take_while(|day| *day <= until).filter(|d| self.days.still(*d).is_some());
        let all = u64::try_from((until - from).num_days()).unwrap_or(0);
        if self.days.pauses() { still().fold(all, |left, _| left.saturating_sub(1)) } else { all }
    }

    /// The first open day from `date` on.
    pub(super) fn open_from(&mut self, date: NaiveDate) -> NaiveDate {
        if self.closed(date).is_none() { date } else { self.nth_open(date, 1).1 }
    }

    /// How many open days there are after `from`, up to and including `until`.
    pub(super) fn open_days(&mut self, from: NaiveDate, until: NaiveDate) -> u64 {
        let days = from.iter_days().skip(1).take_while(|day| *day <= until);
        days.filter(|day| self.closed(*day).is_none()).fold(0, |count, _| count + 1)
    }

    /// The end by articles 1, 2 and 4 of a term whose duration ends on `nominal`.
    fn extend(
        &mut self,
        start: NaiveDate,
        nominal: NaiveDate,
        duration: Duration,
        steps: &mut Vec<ReckoningStep>,
    ) -> NaiveDate {
        if !extendable(duration) {
            // Asked without remembering: whatever the answer, the end stays.
            let why = self.days.closed(nominal);
            steps.push(ReckoningStep::Ends { on: nominal, closed: why.clone() });
            steps.extend(why.map(|_| ReckoningStep::NotExtended { on: nominal }));
            return nominal;
        }
        let mut end = nominal;
        let why = self.closed(nominal);
        let moves = why.is_some();
        steps.push(ReckoningStep::Ends { on: nominal, closed: why });
        if moves {
            let (past, to) = self.nth_open(nominal, 1);
            steps.push(ReckoningStep::Moved { past, to });
            end = to;
        }
        if three_days(duration) {
            let (_, second) = self.nth_open(start, 2);
            if second > end {
                steps.push(ReckoningStep::Lengthened { to: second });
                end = second;
            }
        }
        end
    }
}
