//! What was late: steps after their term, recurring notices that did not come, dates promised beyond a term.

use chrono::NaiveDate;

use super::clock::ClockState;
use super::lack::{Lack, LackKind};
use super::progress::{Progress, Taken};
use crate::calendar::{due, parse_date};
use crate::regulation::{RuleRef, Term};
use crate::yaml::Route;

fn entry_route(index: usize) -> Route {
    Route::root().key("log").index(index)
}

/// Every step that came after the last day of its term.
#[must_use]
pub fn late_lacks(progress: &Progress<'_>) -> Vec<Lack> {
    let mut found = Vec::new();
    for clock in progress.clocks().into_iter().filter(|c| c.late(None)) {
        let ClockState::Stopped { index, on } = clock.state else { continue };
        let Some(stopper) = progress.taken.iter().find(|t| t.index == index) else { continue };
        found.push(Lack {
            kind: LackKind::Late {
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
pub fn notice_lacks(progress: &Progress<'_>) -> Vec<Lack> {
    let recurring = progress.regulation().terms.iter().filter(|t| t.every.is_some());
    let applying = recurring.filter(|t| progress.complaint && progress.applies(t.when.as_ref()));
    applying.flat_map(|t| term_notices(progress, t)).collect()
}

fn term_notices(progress: &Progress<'_>, term: &Term) -> Vec<Lack> {
    let mut found = Vec::new();
    let (Some(every), Some(step)) = (term.every, term.step.as_deref()) else { return found };
    let counting = progress.regulation().counting_of(term);
    let Some((mut last, first_index)) = recurring_start(progress, term) else { return found };
    for taken in progress.taken.iter().filter(|t| first_index.is_none_or(|i| t.index > i)) {
        let stops = term.until.contains(&taken.step.id);
        if !stops && taken.step.id != step && taken.step.id != term.from {
            continue;
        }
        let limit = due(last, every, counting).end;
        if taken.entry.on > limit && taken.entry.late.is_none() {
            found.push(Lack {
                kind: LackKind::NoticeMissing {
                    term: term.id.clone(),
                    step: step.to_owned(),
                    due: limit,
                    found: taken.entry.on,
                },
                at: entry_route(taken.index).key("on"),
                rule: Some(RuleRef::new("terms", &term.id)),
            });
        }
        last = taken.entry.on;
        if stops {
            break;
        }
    }
    found
}

impl Progress<'_> {
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
        if later().any(|t| term.until.contains(&t.step.id)) {
            return None;
        }
        let again = later().filter(|t| t.step.id == step || t.step.id == term.from).map(|t| t.entry.on);
        Some(due(again.max().unwrap_or(start), every, self.regulation().counting_of(term)).end)
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
pub fn promise_lacks(progress: &Progress<'_>) -> Vec<Lack> {
    let mut found = Vec::new();
    for taken in &progress.taken {
        for ask in &taken.step.asks {
            let Some(term) = ask.within_term.as_deref().and_then(|id| progress.regulation().term(id)) else {
                continue;
            };
            let Some(date) = taken.entry.value(&ask.key).and_then(|v| parse_date(v).ok()) else { continue };
            let Some(clock) = progress.clocks_of(term).into_iter().next_back() else { continue };
            if date > clock.due.on {
                found.push(Lack {
                    kind: LackKind::BeyondTerm {
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
