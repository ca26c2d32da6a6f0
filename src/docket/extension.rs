//! Extensions: which were granted, and what was wrong with them.

use chrono::NaiveDate;

use super::clock::Clock;
use super::progress::{Progress, Taken};
use super::violation::{Violation, ViolationKind};
use crate::calendar::{Counting, parse_date};
use crate::case::LogEntry;
use crate::regulation::{Extension, Notice, RuleRef, Step, Term};
use crate::yaml::Route;

/// An extension that counts.
#[derive(Debug, Clone, Copy)]
pub struct Granted {
    /// The new last day.
    pub on: NaiveDate,
    /// The entry that gave notice.
    pub index: usize,
}

/// The extensions of a term that were given in time, in order. One given after the end extends nothing, whatever the reason for
/// being late: the term had not been kept by then, and what comes after it is late too.
pub fn granted(progress: &Progress<'_>, term: &Term) -> Vec<Granted> {
    let rules = progress.regulation().extensions.iter().filter(|x| x.terms.contains(&term.id));
    let mut all: Vec<Granted> = rules
        .flat_map(|rule| {
            let entries = progress.taken.iter().filter(|t| t.step.id == rule.step && !is_late(progress, rule, t));
            entries.filter_map(|t| {
                let on = parse_date(t.entry.value(&rule.new_date)?).ok()?;
                Some(Granted { on, index: t.index })
            })
        })
        .collect();
    all.sort_by_key(|g| g.index);
    all
}

/// Whether a notice came after the end, so that it extends nothing.
fn is_late(progress: &Progress<'_>, rule: &Extension, notice: &Taken<'_>) -> bool {
    rule.notice != Notice::AnyTime && ended_before(progress, rule, notice).is_some()
}

impl Progress<'_> {
    /// Whether an entry is a notice of extension that came too late to extend anything.
    #[must_use]
    pub fn extends_nothing(&self, entry: &LogEntry) -> bool {
        let mut rules = self.regulation().extensions.iter().filter(|rule| rule.step == entry.step);
        let taken = self.taken.iter().find(|t| std::ptr::eq(t.entry, entry));
        taken.is_some_and(|taken| rules.any(|rule| is_late(self, rule, taken)))
    }
}

/// The term that had ended before the notice, with its last day.
fn ended_before(progress: &Progress<'_>, rule: &Extension, notice: &Taken<'_>) -> Option<(String, NaiveDate)> {
    let before = upto(progress, notice.index);
    let original = rule.notice == Notice::WithinOriginalTerm;
    let terms = rule.terms.iter().filter_map(|id| progress.regulation().term(id));
    terms
        .flat_map(|term| before.clocks_of(term))
        .map(|c| (c.term.id.clone(), if original { c.due.original } else { c.due.on }))
        .find(|(_, end)| notice.entry.on > *end)
}

/// The running clock that `step` may still extend, and the last day for that; nothing where the regulation sets none.
pub fn notice_by<'c, 'a>(
    progress: &Progress<'_>,
    running: &'c [Clock<'a>],
    step: &Step,
) -> Option<(&'c Clock<'a>, NaiveDate)> {
    let rules = progress.regulation().extensions.iter();
    let rules = rules.filter(|rule| rule.step == step.id && rule.notice != Notice::AnyTime);
    let days = rules.flat_map(|rule| {
        let clocks = running.iter().filter(|clock| rule.terms.contains(&clock.term.id));
        let original = rule.notice == Notice::WithinOriginalTerm;
        clocks.map(move |clock| (clock, if original { clock.due.original } else { clock.due.on }))
    });
    days.min_by_key(|(_, day)| *day)
}

/// That an extension was used as often as the regulation allows, where `step` is its notice.
pub fn used_up(progress: &Progress<'_>, step: &Step) -> Option<ViolationKind> {
    let mut rules = progress.regulation().extensions.iter().filter(|rule| rule.step == step.id);
    rules.find_map(|rule| {
        let times = rule.times.filter(|times| progress.entries(&step.id).count() >= *times)?;
        let permit = |by: &String| progress.entries(by).next().is_some();
        let term = rule.terms.first().cloned().unwrap_or_default();
        (!rule.beyond_with.as_ref().is_some_and(permit)).then(|| ViolationKind::TooOften {
            term,
            times,
            with: rule.beyond_with.clone(),
        })
    })
}

/// The case as it stood before entry `index`.
fn upto<'a>(progress: &Progress<'a>, index: usize) -> Progress<'a> {
    let mut before = Progress::new(progress.participants, progress.precedence);
    for taken in progress.taken.iter().filter(|t| t.index < index) {
        before.take(taken.index, taken.entry, taken.step);
    }
    before
}

/// What is wrong with the notices of extension of a case.
#[must_use]
pub fn extension_violations(progress: &Progress<'_>) -> Vec<Violation> {
    let mut found = Vec::new();
    for rule in &progress.regulation().extensions {
        let notices: Vec<&Taken<'_>> = progress.taken.iter().filter(|t| t.step.id == rule.step).collect();
        for (nth, notice) in notices.iter().enumerate() {
            let at = Route::root().key("log").index(notice.index);
            for (kind, key) in notice_violations(progress, rule, notice, nth + 1) {
                let at = key.map_or_else(|| at.clone(), |k| at.key(&k));
                found.push(Violation { kind, at, rule: Some(RuleRef::new("extensions", &rule.id)) });
            }
        }
    }
    found
}

fn notice_violations(
    progress: &Progress<'_>,
    rule: &Extension,
    notice: &Taken<'_>,
    nth: usize,
) -> Vec<(ViolationKind, Option<String>)> {
    let mut found = Vec::new();
    if notice.entry.late.is_none()
        && is_late(progress, rule, notice)
        && let Some((term, due)) = ended_before(progress, rule, notice)
    {
        found.push((ViolationKind::NoticeTooLate { term, due, on: notice.entry.on }, Some("on".to_owned())));
    }
    let permitted = rule
        .beyond_with
        .as_ref()
        .is_some_and(|step| progress.taken.iter().any(|t| t.step.id == *step && t.index < notice.index));
    if let Some(times) = rule.times.filter(|t| nth > *t && !permitted) {
        let term = rule.terms.first().cloned().unwrap_or_default();
        found.push((ViolationKind::TooOften { term, times, with: rule.beyond_with.clone() }, None));
    }
    let Some(new) = notice.entry.value(&rule.new_date).and_then(|v| parse_date(v).ok()) else { return found };
    let before = upto(progress, notice.index);
    let terms = rule.terms.iter().filter_map(|id| progress.regulation().term(id));
    for clock in terms.filter_map(|t| before.clocks_of(t).pop()) {
        let term = clock.term.id.clone();
        if new <= clock.due.on && notice.entry.late.is_none() {
            let key = rule.new_date.clone();
            found.push((ViolationKind::NotLater { term, key, due: clock.due.on }, Some(rule.new_date.clone())));
            continue;
        }
        let limit = rule
            .at_most
            .map(|d| progress.regulation().due_as(clock.term, clock.due.original, d, Counting::AsStated).end);
        if let Some(limit) = limit.filter(|l| new > *l && !permitted) {
            let with = rule.beyond_with.clone();
            found.push((ViolationKind::TooLong { term, limit, with }, Some(rule.new_date.clone())));
        }
    }
    found
}
