//! Extensions: which clocks a notice gives more time, and what is wrong with it. Only clocks that run are looked at.

use chrono::NaiveDate;

use super::clock::Clock;
use super::progress::{Progress, Taken};
use super::replay::Docket;
use super::run::Run;
use super::timetable::Walk;
use super::violation::{Violation, ViolationKind};
use crate::calendar::{Counting, parse_date};
use crate::case::LogEntry;
use crate::regulation::{Does, Extension, Notice, Permit, Regulation, RuleRef, Step};
use crate::yaml::Route;

/// For each rule of extension, whether more is permitted now.
#[derive(Debug, Clone, Default)]
pub(super) struct Consents(Vec<Option<Consent>>);

/// A consent that was given and not used up.
#[derive(Debug, Clone, Copy)]
struct Consent {
    /// The day up to which it goes, where it names one; without, it is for the next notice only.
    until: Option<NaiveDate>,
}

impl Consents {
    /// None were given yet.
    pub fn of(regulation: &Regulation) -> Self {
        Self(vec![None; regulation.extensions.len()])
    }

    /// Takes note of a consent; one of an earlier round is none any more.
    pub fn hear(&mut self, regulation: &Regulation, taken: &Taken<'_>) {
        for (rule, consent) in regulation.extensions.iter().zip(&mut self.0) {
            if taken.step.does == Some(Does::Reopen) {
                *consent = None;
            }
            if rule.beyond_with.as_deref() == Some(taken.step.id.as_str()) {
                let until = taken.entry.value(&rule.new_date).and_then(|v| parse_date(v).ok());
                *consent = Some(Consent { until });
            }
        }
    }

    /// Whether the limit of a rule may be passed by a notice with this date, or by some notice.
    fn permit(&self, number: usize, rule: &Extension, limit: Permit, date: Option<NaiveDate>) -> bool {
        let given = self.0.get(number).copied().flatten();
        let reaches = |consent: Consent| consent.until.zip(date).is_none_or(|(until, date)| date <= until);
        rule.may_lift(limit) && given.is_some_and(reaches)
    }

    fn use_up(&mut self, number: usize) {
        if let Some(consent) = self.0.get_mut(number) {
            *consent = consent.filter(|given| given.until.is_some());
        }
    }
}

/// Whether a notice concerns a clock: it runs, for this case, in this round, and for the thing that the notice names.
fn concerns(rule: &Extension, run: &Run<'_>, notice: &Taken<'_>) -> bool {
    let of_round = !run.term.each_round || run.start.round == notice.round;
    let of_thing = run.thing.is_none_or(|(key, thing)| notice.entry.value(key).is_none_or(|named| named == thing));
    run.goes() && run.counts() && rule.terms.contains(&run.term.id) && of_round && of_thing
}

/// The last day for notice of an extension to a clock; nothing where there is none.
fn notice_day(rule: &Extension, run: &Run<'_>) -> Option<NaiveDate> {
    let original = rule.notice == Notice::WithinOriginalTerm;
    let last = if original { run.original_day() } else { run.last_day() };
    last.filter(|_| rule.notice != Notice::AnyTime && !run.stands_still())
}

/// A notice with the rule under which it is looked at.
struct Given<'r, 'a> {
    number: usize,
    rule: &'a Extension,
    notice: &'r Taken<'a>,
}

/// What a notice does under one rule.
struct Effect<'r, 'a> {
    given: Given<'r, 'a>,
    /// The date that it names.
    new: Option<NaiveDate>,
    /// The clocks that get more time, by their places.
    gaining: Vec<usize>,
    /// Whether it came too late for some clock.
    too_late: bool,
    /// What is wrong with it whatever other rules say.
    said: Vec<Said<'a>>,
    /// What is wrong with its date, or with how often it came.
    limits: Vec<Said<'a>>,
}

impl Effect<'_, '_> {
    fn fits(&self) -> bool {
        !self.gaining.is_empty() && self.limits.is_empty()
    }

    /// The notice is meant for other terms.
    fn leave(&mut self) {
        self.gaining.clear();
        self.limits.clear();
    }
}

impl<'a> Walk<'_, 'a> {
    /// Gives the clocks that run what a notice of extension gives them. Where several rules have the same notice, it is meant for
    /// the terms to which its date can belong: another rule is not broken by it.
    pub(super) fn extend(&mut self, notice: &Taken<'a>) {
        let rules = self.now.regulation().extensions.iter().enumerate();
        let rules = rules.filter(|(_, rule)| rule.step == notice.step.id);
        let mut all: Vec<Effect<'_, 'a>> =
            rules.map(|(number, rule)| self.effect(Given { number, rule, notice })).collect();
        if all.iter().any(Effect::fits) {
            all.iter_mut().filter(|effect| !effect.fits()).for_each(Effect::leave);
        }
        if all.iter().any(|effect| effect.too_late) && all.iter().all(|effect| effect.gaining.is_empty()) {
            self.found.void.push(notice.index);
        }
        all.into_iter().for_each(|effect| self.give(effect));
    }

    fn effect<'r>(&self, given: Given<'r, 'a>) -> Effect<'r, 'a> {
        let Given { rule, notice, .. } = given;
        let on = notice.entry.on;
        let concerned = (0..).zip(&self.runs).filter(|(_, run)| concerns(rule, run, notice));
        let (late, timely): (Vec<(usize, &Run<'a>)>, Vec<_>) =
            concerned.partition(|(_, run)| notice_day(rule, run).is_some_and(|last| on > last));
        let new = notice.entry.value(&rule.new_date).and_then(|v| parse_date(v).ok());
        let gaining: Vec<(usize, &Run<'a>)> = timely.iter().copied().filter(|(_, run)| new > run.last_day()).collect();
        let mut limits: Vec<Said<'a>> = no_later(&given, &late, &timely, &gaining).into_iter().collect();
        limits.extend(self.too_often(&given, new, &gaining));
        limits.extend(self.too_long(&given, new, &gaining));
        Effect {
            said: too_late(&given, &late),
            limits,
            too_late: !late.is_empty(),
            gaining: gaining.into_iter().map(|(place, _)| place).collect(),
            new,
            given,
        }
    }

    fn give(&mut self, effect: Effect<'_, 'a>) {
        let Given { number, rule, notice } = effect.given;
        for place in &effect.gaining {
            if let (Some(run), Some(new)) = (self.runs.get_mut(*place), effect.new) {
                run.extend(&rule.id, new);
            }
        }
        if !effect.gaining.is_empty() {
            self.found.consents.use_up(number);
        }
        let at = Route::root().key("log").index(notice.index);
        self.found.violations.extend(effect.said.into_iter().chain(effect.limits).map(|(kind, key)| Violation {
            kind,
            at: key.map_or_else(|| at.clone(), |key| at.key(key)),
            rule: Some(RuleRef::new("extensions", &rule.id)),
        }));
    }

    /// That a clock was extended as often as may be; said of one.
    fn too_often(
        &self,
        given: &Given<'_, 'a>,
        new: Option<NaiveDate>,
        gaining: &[(usize, &Run<'a>)],
    ) -> Option<Said<'a>> {
        let Given { number, rule, .. } = *given;
        let times = rule.times?;
        let full = |run: &Run<'a>| run.extended_by.iter().filter(|by| **by == rule.id).count() >= times;
        let (_, run) = gaining.iter().find(|(_, run)| full(run))?;
        if self.found.consents.permit(number, rule, Permit::MoreOften, new) {
            return None;
        }
        Some((often(rule, &run.term.id, times), None))
    }

    /// The clocks whose end would lie too far, each limit once.
    fn too_long(&self, given: &Given<'_, 'a>, new: Option<NaiveDate>, gaining: &[(usize, &Run<'a>)]) -> Vec<Said<'a>> {
        let Given { number, rule, .. } = *given;
        if self.found.consents.permit(number, rule, Permit::Longer, new) {
            return Vec::new();
        }
        let regulation = self.now.regulation();
        let limits = gaining.iter().filter_map(|(_, run)| {
            let limit = regulation.due_as(run.term, run.original_day()?, rule.at_most?, Counting::AsStated).end;
            Some((run.term.id.clone(), limit))
        });
        let with = rule.beyond_with.clone().filter(|_| rule.may_lift(Permit::Longer));
        let mut told: Vec<NaiveDate> = Vec::new();
        let beyond = limits.filter(|(_, limit)| {
            let beyond = new.is_some_and(|new| new > *limit) && !told.contains(limit);
            told.extend(beyond.then_some(*limit));
            beyond
        });
        let said = beyond.map(|(term, limit)| ViolationKind::TooLong { term, limit, with: with.clone() });
        said.map(|kind| (kind, Some(rule.new_date.as_str()))).collect()
    }
}

/// What is wrong, and at which key of the entry.
type Said<'a> = (ViolationKind, Option<&'a str>);

fn often(rule: &Extension, term: &str, times: usize) -> ViolationKind {
    let with = rule.beyond_with.clone().filter(|_| rule.may_lift(Permit::MoreOften));
    ViolationKind::TooOften { term: term.to_owned(), times, with }
}

/// The clocks that were over by the notice, each last day once.
fn too_late<'a>(given: &Given<'_, 'a>, late: &[(usize, &Run<'a>)]) -> Vec<Said<'a>> {
    let mut told: Vec<NaiveDate> = Vec::new();
    let mut said: Vec<Said<'a>> = Vec::new();
    for (_, run) in late.iter().filter(|_| given.notice.entry.late.is_none()) {
        let Some(due) = notice_day(given.rule, run).filter(|due| !told.contains(due)) else { continue };
        told.push(due);
        let kind = ViolationKind::NoticeTooLate { term: run.term.id.clone(), due, on: given.notice.entry.on };
        said.push((kind, Some("on")));
    }
    said
}

/// That no clock that runs gets more time, where none was missed.
fn no_later<'a>(
    given: &Given<'_, 'a>,
    late: &[(usize, &Run<'a>)],
    timely: &[(usize, &Run<'a>)],
    gaining: &[(usize, &Run<'a>)],
) -> Option<Said<'a>> {
    let key = given.rule.new_date.as_str();
    if !late.is_empty()
        || !gaining.is_empty()
        || given.notice.entry.value(key).and_then(|v| parse_date(v).ok()).is_none()
    {
        return None;
    }
    let (due, run) = timely.iter().filter_map(|(_, run)| Some((run.last_day()?, run))).min_by_key(|(due, _)| *due)?;
    Some((ViolationKind::NotLater { term: run.term.id.clone(), key: key.to_owned(), due }, Some(key)))
}

impl<'a> Docket<'a> {
    /// Whether an entry is a notice of extension that came too late to extend anything.
    #[must_use]
    pub fn extends_nothing(&self, entry: &LogEntry) -> bool {
        let mut void = self.timetable.void.iter().filter_map(|index| self.case().log.get(*index));
        void.any(|known| std::ptr::eq(known, entry))
    }

    /// That an extension was used as often as the regulation allows, where `step` is its notice and every clock that runs had it.
    pub(super) fn used_up(&self, running: &[Clock<'a>], step: &Step) -> Option<ViolationKind> {
        let rules = self.progress.regulation().extensions.iter().enumerate().filter(|(_, rule)| rule.step == step.id);
        rules.filter(|(number, rule)| !self.timetable.consents.permit(*number, rule, Permit::MoreOften, None)).find_map(
            |(_, rule)| {
                let times = rule.times?;
                let full = |clock: &&Clock<'a>| clock.extended_by.iter().filter(|by| **by == rule.id).count() >= times;
                let mut concerned = running.iter().filter(|clock| rule.terms.contains(&clock.term.id)).peekable();
                let first = concerned.peek().map(|clock| clock.term.id.clone())?;
                concerned.all(|clock| full(&clock)).then(|| often(rule, &first, times))
            },
        )
    }
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
