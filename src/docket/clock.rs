//! Clocks: every term of the regulation as it runs, or ran, in one case.

use chrono::NaiveDate;

use crate::calendar::{Reckoning, Unit};
use crate::diagnostics::{Text, text};
use crate::regulation::Term;

/// The last day of a term, and how it was reached.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Due {
    /// The last day on which it is in time.
    pub on: NaiveDate,
    /// The count, when it was counted rather than agreed.
    pub reckoning: Option<Box<Reckoning>>,
    /// The day that was agreed, when it was not counted.
    pub agreed: Option<NaiveDate>,
    /// The end before any extension; the days for which it stood still are counted in.
    pub original: NaiveDate,
    /// Extensions that were granted.
    pub extensions: usize,
    /// Days for which the term stood still: working days where it is in working days.
    pub suspended: u64,
}

impl Due {
    /// For how long the term stood still, in words; nothing when it lost no day by that.
    #[must_use]
    pub fn stood_still(&self) -> Option<Text> {
        let working = self.reckoning.as_ref().is_some_and(|r| r.duration.unit() == Unit::WorkingDays);
        let days = match (self.suspended, working) {
            (0, _) => return None,
            (1, false) => text!("1 dag", "1 day"),
            (n, false) => text!("{n} dagen", "{n} days"),
            (1, true) => text!("1 werkdag", "1 working day"),
            (n, true) => text!("{n} werkdagen", "{n} working days"),
        };
        Some(days)
    }
}

/// Where a clock stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ClockState {
    /// Nothing has stopped it yet.
    Running,
    /// It stands still until the complaint is complete.
    Suspended,
    /// Stopped by an entry (its number in the log, from 0) on a day.
    Stopped {
        /// The entry.
        index: usize,
        /// The day.
        on: NaiveDate,
    },
}

/// One term in one case.
#[derive(Debug, Clone)]
pub struct Clock<'a> {
    /// The term.
    pub term: &'a Term,
    /// The round it belongs to.
    pub round: usize,
    /// When it started.
    pub from: NaiveDate,
    /// The entry that started it (its number in the log, from 0); nothing for receipt.
    pub started_by: Option<usize>,
    /// The thing for which it runs, where the term has a clock for each.
    pub thing: Option<&'a str>,
    /// The steps that it still waits for: one of them, or each of them where the term asks for all.
    pub open: Vec<&'a str>,
    /// When it ends.
    pub due: Due,
    /// The rules by which it was extended, by their ids, in order.
    pub extended_by: Vec<&'a str>,
    /// Where it stands.
    pub state: ClockState,
}

impl Clock<'_> {
    /// Whether the clock was stopped after its last day, or still runs after it on `day`.
    #[must_use]
    pub fn late(&self, day: Option<NaiveDate>) -> bool {
        match self.state {
            ClockState::Stopped { on, .. } => on > self.due.on,
            ClockState::Running => day.is_some_and(|d| d > self.due.on),
            ClockState::Suspended => false,
        }
    }
}
