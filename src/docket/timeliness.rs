//! What was late: steps after their term, recurring notices that did not come, dates promised beyond a term.

use chrono::NaiveDate;

use super::clock::{Clock, ClockState};
use super::progress::{Progress, Taken};
use super::run::Run;
use super::timetable::{Timetable, Walk};
use super::violation::{Violation, ViolationKind};
use crate::calendar::parse_date;
use crate::regulation::{Ask, RuleRef, Term};
use crate::yaml::Route;

fn entry_route(index: usize) -> Route {
    Route::root().key("log").index(index)
}

/// Every step that came after the last day of its term.
#[must_use]
pub fn late_violations(progress: &Progress<'_>, clocks: &[Clock<'_>]) -> Vec<Violation> {
    let mut found = Vec::new();
    for clock in clocks.iter().filter(|c| c.late(None)) {
        let ClockState::Stopped { index, on } = clock.state else { continue };
        let Some(stopper) = progress.taken.iter().find(|t| t.index == index) else { continue };
        found.push(Violation {
            kind: ViolationKind::Late {
                term: clock.term.id.clone(),
                step: stopper.step.id.clone(),
                due: clock.due.clone(),
                on,
                hard: clock.term.hard,
                accounted: stopper.entry.late.is_some(),
            },
            at: entry_route(index).key("on"),
            rule: Some(RuleRef::new("terms", &clock.term.id)),
        });
    }
    found
}

/// Every span of a recurring term without its notice, judged by what is recorded.
#[must_use]
pub fn notice_violations(timetable: &Timetable<'_>) -> Vec<Violation> {
    let missing = timetable.spans.iter().filter(|(_, span)| span.is_late() && !span.accounted);
    let violation = |(term, span): &(&Term, Span)| Violation {
        kind: ViolationKind::NoticeMissing {
            term: term.id.clone(),
            step: term.step.clone().unwrap_or_default(),
            due: span.due,
            found: span.on,
        },
        at: entry_route(span.index).key("on"),
        rule: Some(RuleRef::new("terms", &term.id)),
    };
    missing.map(violation).collect()
}

/// A span of a recurring term that is over: until the next notice, or until the term stopped.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Span {
    /// Its last day.
    pub due: NaiveDate,
    /// The day of what ended it.
    pub on: NaiveDate,
    /// The entry that ended it, by its number in the log, from 0.
    pub index: usize,
    /// Whether that was the notice itself.
    pub notice: bool,
    /// Whether the entry says why it was late.
    pub accounted: bool,
}

impl Span {
    /// Whether it was longer than allowed.
    #[must_use]
    pub fn is_late(&self) -> bool {
        self.on > self.due
    }
}

impl<'a> Walk<'_, 'a> {
    /// Dates that an entry promises beyond the end of a term as it stands then.
    pub(super) fn promised(&mut self, taken: &Taken<'a>) {
        let beyond: Vec<Violation> = taken.step.asks.iter().filter_map(|ask| self.beyond(taken, ask)).collect();
        self.found.violations.extend(beyond);
    }

    fn beyond(&self, taken: &Taken<'a>, ask: &Ask) -> Option<Violation> {
        let term = ask.within_term.as_deref()?;
        let date = parse_date(taken.entry.value(&ask.key)?).ok()?;
        let of_term = |run: &&Run<'_>| run.term.id == term && run.counts();
        let due = self.runs.iter().rfind(of_term)?.last_day().filter(|due| date > *due)?;
        let (step, key, term) = (taken.step.id.clone(), ask.key.clone(), term.to_owned());
        Some(Violation {
            kind: ViolationKind::BeyondTerm { step, key, term, due },
            at: entry_route(taken.index).key(&ask.key),
            rule: Some(RuleRef::new("steps", &taken.step.id)),
        })
    }
}
