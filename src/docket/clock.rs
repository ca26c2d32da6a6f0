//! Clocks: every term of the regulation as it runs, or ran, in one case.

use chrono::{Days, NaiveDate};

use super::extension::{Granted, granted};
use super::progress::{Progress, Taken};
use crate::calendar::{Reckoning, parse_date};
use crate::regulation::{Does, IncompleteDo, Term};

/// The last day of a term, and how it was reached.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Due {
    /// The last day on which it is in time.
    pub on: NaiveDate,
    /// The count, when it was counted rather than agreed.
    pub reckoning: Option<Box<Reckoning>>,
    /// The end before any extension; the days for which it stood still are counted in.
    pub original: NaiveDate,
    /// Extensions that were granted.
    pub extensions: usize,
    /// Days for which the term stood still.
    pub suspended: u64,
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
    /// When it ends.
    pub due: Due,
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

/// A moment from which a term runs.
#[derive(Debug, Clone, Copy)]
struct Start {
    on: NaiveDate,
    /// The entry that started it; nothing for receipt.
    index: Option<usize>,
    round: usize,
}

impl<'a> Progress<'a> {
    /// Every clock of the case, in the order of the regulation.
    #[must_use]
    pub fn clocks(&self) -> Vec<Clock<'a>> {
        let terms = self.regulation().terms.iter();
        terms.filter(|t| t.every.is_none()).flat_map(|t| self.clocks_of(t)).collect()
    }

    /// The clocks of one term: one for each start that counts.
    #[must_use]
    pub fn clocks_of(&self, term: &'a Term) -> Vec<Clock<'a>> {
        if !self.complaint || !self.applies(term.when.as_ref()) {
            return Vec::new();
        }
        let starts = self.starts(term);
        let mut clocks = Vec::new();
        for (position, start) in starts.iter().enumerate() {
            let next = starts.get(position + 1).and_then(|n| n.index);
            let stop = self.stop(term, *start);
            // A later start in the same round replaces an earlier one that nothing stopped.
            let replaced = match (next, &stop) {
                (Some(next), Some(stop)) => next < stop.index && starts[position + 1].round == start.round,
                (Some(_), None) => starts[position + 1].round == start.round,
                _ => false,
            };
            if replaced {
                continue;
            }
            let until = stop.map(|s| s.index);
            let Some(due) = self.due_of(term, *start, until) else { continue };
            let state = match stop {
                Some(stop) => ClockState::Stopped { index: stop.index, on: stop.entry.on },
                None if self.suspended_now() => ClockState::Suspended,
                None => ClockState::Running,
            };
            clocks.push(Clock { term, round: start.round, from: start.on, due, state });
        }
        clocks
    }

    fn starts(&self, term: &Term) -> Vec<Start> {
        let mut starts: Vec<Start> = Vec::new();
        let agreed = term.agreed.as_ref().filter(|_| term.from == "received").map(|a| a.step.as_str());
        if let Some(step) = agreed {
            starts.extend(self.starting_entries(step));
        } else if term.from == "received" {
            starts.push(Start { on: self.started, index: None, round: 0 });
            if term.each_round {
                let reopened = self.taken.iter().filter(|t| t.step.does == Some(Does::Reopen));
                starts.extend(reopened.map(|t| Start { on: t.entry.on, index: Some(t.index), round: t.round }));
            }
        } else {
            starts.extend(self.starting_entries(&term.from));
        }
        starts
    }

    fn starting_entries(&self, step: &str) -> impl Iterator<Item = Start> {
        let entries = self.taken.iter().filter(move |t| t.step.id == step);
        entries.map(|t| Start { on: t.entry.on, index: Some(t.index), round: t.round })
    }

    /// The entry that stops a clock: one of its steps, or the end of the case where they can no longer come.
    fn stop(&self, term: &Term, start: Start) -> Option<Taken<'a>> {
        // What a step taken anew sets going was done already, where that is done once and was not annulled with it.
        let anew = start.index.map(|i| self.in_place_of(i));
        let since = |t: &&Taken<'a>| match (start.index, anew) {
            (Some(i), Some(first)) => t.index > i || (t.step.once && t.index > first && t.index != i),
            _ => true,
        };
        let after = self.taken.iter().filter(since);
        // A clock that a step started may be stopped by the re-opening itself, which belongs to the next round.
        let bound = term.each_round && start.index.is_none();
        let mut candidates = after.filter(|t| !bound || t.round == start.round);
        let still_possible = |t: &Taken<'a>| {
            t.step.does != Some(Does::End) && term.until.iter().any(|s| self.precedence.past_the_end(s))
        };
        candidates
            .find(|t| {
                let stops = term.until.contains(&t.step.id) && self.completes(t);
                let ends = matches!(t.step.does, Some(Does::Close | Does::End));
                stops || (ends && !still_possible(t))
            })
            .copied()
    }

    fn due_of(&self, term: &Term, start: Start, until: Option<usize>) -> Option<Due> {
        let mut found = if let Some(agreed) = &term.agreed {
            let mut entries = self.taken.iter().filter(|t| t.step.id == agreed.step && t.round == start.round);
            let before = entries.rfind(|t| until.is_none_or(|u| t.index <= u))?;
            let on = parse_date(before.entry.value(&agreed.key)?).ok()?;
            Due { on, reckoning: None, original: on, extensions: 0, suspended: 0 }
        } else {
            let reckoning = self.regulation().due_of(term, start.on, term.within?);
            let on = reckoning.end;
            Due { on, reckoning: Some(Box::new(reckoning)), original: on, extensions: 0, suspended: 0 }
        };
        found.suspended = self.days_suspended(start, until);
        if found.suspended > 0 {
            found.on = found.on.checked_add_days(Days::new(found.suspended)).unwrap_or(found.on);
            found.original = found.on;
        }
        for Granted { on, index } in granted(self, term) {
            let within = start.index.is_none_or(|i| index > i) && until.is_none_or(|u| index < u);
            let same_round =
                self.taken.iter().any(|t| t.index == index && (!term.each_round || t.round == start.round));
            if within && same_round {
                found.on = on;
                found.extensions += 1;
            }
        }
        Some(found)
    }

    /// Days between asking the complainant to complete the complaint and its completion, within one clock.
    fn days_suspended(&self, start: Start, until: Option<usize>) -> u64 {
        let Some((asked, completed)) = self.suspension() else { return 0 };
        let inside = start.index.is_none_or(|i| asked.index > i) && until.is_none_or(|u| asked.index < u);
        match (inside, completed) {
            (true, Some(done)) => u64::try_from((done.entry.on - asked.entry.on).num_days()).unwrap_or(0),
            _ => 0,
        }
    }

    fn suspended_now(&self) -> bool {
        matches!(self.suspension(), Some((_, None)))
    }

    fn suspension(&self) -> Option<(Taken<'a>, Option<Taken<'a>>)> {
        let rule = self.regulation().intake.as_ref()?.when_incomplete.as_ref()?;
        if rule.action != IncompleteDo::Suspend {
            return None;
        }
        let asked = *self.taken.iter().find(|t| t.step.id == rule.step)?;
        let until = rule.until.as_deref()?;
        let done = self.taken.iter().find(|t| t.index > asked.index && t.step.id == until).copied();
        Some((asked, done))
    }
}
