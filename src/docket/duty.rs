//! What is to be done: who must do what by when, and which steps are possible now.

use chrono::NaiveDate;

use super::clock::{Clock, ClockState};
use super::extension::{notice_by, used_up};
use super::progress::Progress;
use super::replay::Docket;
use super::violation::ViolationKind;
use crate::regulation::{Ask, Does, RuleRef, Selector, Step, Term};

/// Something that must still be done.
#[derive(Debug, Clone)]
pub struct Duty<'a> {
    /// The step.
    pub step: &'a Step,
    /// The steps that would do as well, where the regulation leaves the choice.
    pub or: Vec<&'a Step>,
    /// For whom or of what, when the step is repeated or has parts.
    pub detail: Option<String>,
    /// Who must.
    pub by: Vec<&'a Selector>,
    /// Persons who can, on the day asked for.
    pub persons: Vec<&'a str>,
    /// The last day, when a clock runs that this step stops.
    pub until: Option<NaiveDate>,
    /// The term behind that day.
    pub term: Option<RuleRef>,
}

/// A step and what it would take.
#[derive(Debug, Clone)]
pub struct Possible<'a> {
    /// The step.
    pub step: &'a Step,
    /// What stands in the way; empty when it can be taken now.
    pub obstacles: Vec<ViolationKind>,
    /// Data it asks for.
    pub asks: Vec<&'a Ask>,
    /// The last day on which it is in time.
    pub until: Option<NaiveDate>,
    /// The term behind that day.
    pub term: Option<String>,
}

impl<'a> Docket<'a> {
    /// Every clock of the case, in the order of the regulation.
    #[must_use]
    pub fn clocks(&self) -> Vec<Clock<'a>> {
        self.progress.clocks()
    }

    /// Clocks that still run.
    #[must_use]
    pub fn running(&self) -> Vec<Clock<'a>> {
        self.clocks().into_iter().filter(|c| c.state == ClockState::Running).collect()
    }

    /// What must be done next, the most urgent first: demanded steps that are not done and that nothing stands in the way of, a
    /// choice for which a demanded step waits, and the step that closes the case once nothing else is left. A case that has
    /// not ended has at least one, as long as its regulation shows a way on.
    #[must_use]
    pub fn duties(&self, day: NaiveDate) -> Vec<Duty<'a>> {
        if self.case().destroyed.is_some() {
            return Vec::new();
        }
        let running = self.running();
        let progress = &self.progress;
        let mut duties: Vec<Duty<'a>> = progress
            .regulation()
            .steps
            .iter()
            .filter(|s| progress.demanded(s))
            .filter_map(|step| {
                let open = progress.done(step).err()?;
                let free = progress.obstacles(step).is_empty();
                let (steps, detail) =
                    if free { (vec![step], open.detail) } else { (progress.choice_before(step), None) };
                self.duty(&running, &steps, detail, day)
            })
            .collect();
        duties.extend(self.duty(&running, &self.ways_on(duties.is_empty()), None, day));
        duties.sort_by_key(|d| d.until.unwrap_or(NaiveDate::MAX));
        duties
    }

    /// The steps by which the case goes on: those the regulation points at now, or, when nothing else is to be done, those that
    /// are possible, or that lie on the way to them.
    fn ways_on(&self, nothing_else: bool) -> Vec<&'a Step> {
        let progress = &self.progress;
        let free: Vec<&'a Step> = progress.transitions().filter(|s| progress.obstacles(s).is_empty()).collect();
        match (nothing_else, free.is_empty()) {
            (true, true) => progress.paths_to(progress.transitions()),
            (true, false) => free,
            (false, _) => free.into_iter().filter(|s| s.does == Some(Does::Close) || s.when.is_some()).collect(),
        }
    }

    /// The duty to take one of `steps`; nothing when there are none.
    fn duty(
        &self,
        running: &[Clock<'a>],
        steps: &[&'a Step],
        detail: Option<String>,
        day: NaiveDate,
    ) -> Option<Duty<'a>> {
        let (step, or) = steps.split_first()?;
        let progress = &self.progress;
        let clock = steps.iter().filter_map(|s| earliest(running, s, progress)).min_by_key(|c| c.due.on);
        let mut by: Vec<&'a Selector> = Vec::new();
        steps.iter().flat_map(|s| &s.by).for_each(|who| {
            if !by.contains(&who) {
                by.push(who);
            }
        });
        let able = |s: &'a Selector| {
            let named = progress.participants.persons(s, day, progress.handler).into_iter();
            named.filter(move |key| progress.barring(s, key, day).is_none())
        };
        let persons = by.iter().flat_map(|s| able(s)).collect();
        Some(Duty {
            step,
            or: or.to_vec(),
            detail,
            by,
            persons,
            until: clock.map(|c| c.due.on),
            term: clock.map(|c| RuleRef::new("terms", &c.term.id)),
        })
    }

    /// Every step of the regulation with what it lacks now; those that can be taken come first, in the order of the file. None
    /// of a destroyed case.
    #[must_use]
    pub fn possible(&self) -> Vec<Possible<'a>> {
        if self.case().destroyed.is_some() {
            return Vec::new();
        }
        let running = self.running();
        let steps = self.progress.regulation().steps.iter();
        let mut all: Vec<Possible<'a>> = steps
            .map(|step| {
                let ends = || earliest(&running, step, &self.progress).map(|clock| (clock, clock.due.on));
                let last = notice_by(&self.progress, &running, step).or_else(ends);
                Possible {
                    step,
                    obstacles: self.progress.hindered(step),
                    asks: step.asks.iter().collect(),
                    until: last.map(|(_, day)| day),
                    term: last.map(|(clock, _)| clock.term.id.clone()),
                }
            })
            .collect();
        all.sort_by_key(|p| !p.obstacles.is_empty());
        all
    }
}

impl<'a> Progress<'a> {
    /// What stands in the way of a step, and what would be wrong with it whoever took it: an extension once too often, a step of the
    /// handler while nobody is.
    fn hindered(&self, step: &'a Step) -> Vec<ViolationKind> {
        let mut found = self.obstacles(step);
        found.extend(used_up(self, step));
        let of_handler = !step.by.is_empty() && step.by.iter().all(|who| *who == Selector::Handler);
        let first = self.regulation().assignment.step.first().filter(|_| of_handler && !self.assigns(step));
        if let (Some(first), None, true) = (first, self.handler, found.is_empty()) {
            found.push(ViolationKind::Before { step: step.id.clone(), needs: vec![first.clone()], detail: None });
        }
        found
    }
}

/// The clock with the nearest end that this step stops, or on the way to whose end it lies.
fn earliest<'c, 'a>(clocks: &'c [Clock<'a>], step: &Step, progress: &Progress<'a>) -> Option<&'c Clock<'a>> {
    let leads = |u: &&str| *u == step.id || progress.precedence.precedes(&step.id, u);
    let relevant = clocks.iter().filter(|c| ends_of(c.term, progress).any(|u| leads(&u)));
    relevant.min_by_key(|c| c.due.on)
}

/// The steps for which a term is there: not those that only cut it short, such as a withdrawal, for its day is not theirs.
fn ends_of<'t>(term: &'t Term, progress: &Progress<'_>) -> impl Iterator<Item = &'t str> {
    let (ordinary, others) = term.until.split_first().map_or((None, [].as_slice()), |(f, o)| (Some(f), o));
    let step = |id: &&String| progress.regulation().step(id).is_some_and(|s| s.does != Some(Does::End) && !s.optional);
    let others: Vec<&'t String> = others.iter().filter(step).collect();
    ordinary.into_iter().chain(others).map(String::as_str)
}

impl<'a> Duty<'a> {
    /// The step, and those that would do as well.
    pub fn steps(&self) -> impl Iterator<Item = &'a Step> {
        std::iter::once(self.step).chain(self.or.iter().copied())
    }
}
