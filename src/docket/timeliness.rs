//! What was late: steps after their term, recurring notices that did not come, dates promised beyond a term.

use chrono::NaiveDate;

use super::clock::ClockState;
use super::progress::{Progress, Taken};
use super::violation::{Violation, ViolationKind};
use crate::calendar::parse_date;
use crate::regulation::{RuleRef, Term};
use crate::yaml::Route;

fn entry_route(index: usize) -> Route {
    Route::root().key("log").index(index)
}

/// Every step that came after the last day of its term.
#[must_use]
pub fn late_violations(progress: &Progress<'_>) -> Vec<Violation> {
    let mut found = Vec::new();
    for clock in progress.clocks().into_iter().filter(|c| c.late(None)) {
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
pub fn notice_violations(progress: &Progress<'_>) -> Vec<Violation> {
    let recurring = progress.regulation().terms.iter().filter(|t| t.every.is_some());
    let applying = recurring.filter(|t| progress.complaint && progress.applies(t.when.as_ref()));
    applying.flat_map(|t| term_notices(progress, t)).collect()
}

fn term_notices(progress: &Progress<'_>, term: &Term) -> Vec<Violation> {
    let Some(step) = term.step.as_deref() else { return Vec::new() };
    let missing = spans_of(progress, term).into_iter().filter(|span| span.is_late() && !span.accounted);
    let violation = |span: Span| Violation {
        kind: ViolationKind::NoticeMissing {
            term: term.id.clone(),
            step: step.to_owned(),
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

fn spans_of(progress: &Progress<'_>, term: &Term) -> Vec<Span> {
    let mut found = Vec::new();
    let (Some(every), Some(step)) = (term.every, term.step.as_deref()) else { return found };
    let Some((mut last, first_index)) = recurring_start(progress, term) else { return found };
    for taken in progress.taken.iter().filter(|t| first_index.is_none_or(|i| t.index > i)) {
        let stops = term.until.contains(&taken.step.id) && progress.completes(taken);
        let notice = taken.step.id == step;
        if !stops && !notice && taken.step.id != term.from {
            continue;
        }
        let (on, accounted) = (taken.entry.on, taken.entry.late.is_some());
        found.push(Span {
            due: progress.regulation().due_of(term, last, every).end,
            on,
            index: taken.index,
            notice,
            accounted,
        });
        last = on;
        if stops {
            break;
        }
    }
    found
}

impl Progress<'_> {
    /// The spans of all recurring terms that are over, judged by what is recorded.
    #[must_use]
    pub fn spans(&self) -> Vec<Span> {
        let recurring = self.regulation().terms.iter().filter(|t| t.every.is_some());
        let applying = recurring.filter(|t| self.complaint && self.applies(t.when.as_ref()));
        applying.flat_map(|t| spans_of(self, t)).collect()
    }

    /// The last day for the next notice of each recurring term that still runs, in the order of the regulation.
    #[must_use]
    pub fn next_notices(&self) -> Vec<(&Term, NaiveDate)> {
        if self.ended.is_some() || !self.complaint {
            return Vec::new();
        }
        let recurring = self.regulation().terms.iter().filter(|t| t.every.is_some());
        recurring.filter(|t| self.applies(t.when.as_ref())).filter_map(|t| Some((t, self.next_notice(t)?))).collect()
    }

    fn next_notice(&self, term: &Term) -> Option<NaiveDate> {
        let (every, step) = (term.every?, term.step.as_deref()?);
        let (start, first) = recurring_start(self, term)?;
        let later = || self.taken.iter().filter(|t| first.is_none_or(|i| t.index > i));
        if later().any(|t| term.until.contains(&t.step.id) && self.completes(t)) {
            return None;
        }
        let again = later().filter(|t| t.step.id == step || t.step.id == term.from).map(|t| t.entry.on);
        Some(self.regulation().due_of(term, again.max().unwrap_or(start), every).end)
    }
}

fn recurring_start(progress: &Progress<'_>, term: &Term) -> Option<(NaiveDate, Option<usize>)> {
    if term.from == "received" {
        return Some((progress.started, None));
    }
    let first: &Taken<'_> = progress.taken.iter().find(|t| t.step.id == term.from)?;
    Some((first.entry.on, Some(first.index)))
}

/// Dates that an entry promises beyond the end of a term as it stood then.
#[must_use]
pub fn promise_violations(progress: &Progress<'_>) -> Vec<Violation> {
    let mut found = Vec::new();
    for taken in &progress.taken {
        for ask in &taken.step.asks {
            let Some(term) = ask.within_term.as_deref().and_then(|id| progress.regulation().term(id)) else {
                continue;
            };
            let Some(date) = taken.entry.value(&ask.key).and_then(|v| parse_date(v).ok()) else { continue };
            let Some(clock) = progress.clocks_of(term).into_iter().next_back() else { continue };
            if date > clock.due.on {
                found.push(Violation {
                    kind: ViolationKind::BeyondTerm {
                        step: taken.step.id.clone(),
                        key: ask.key.clone(),
                        term: term.id.clone(),
                        due: clock.due.on,
                    },
                    at: entry_route(taken.index).key(&ask.key),
                    rule: Some(RuleRef::new("steps", &taken.step.id)),
                });
            }
        }
    }
    found
}
