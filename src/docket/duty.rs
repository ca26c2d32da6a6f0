//! What is to be done: who must do what by when, and which steps are possible now.

use chrono::NaiveDate;

use super::clock::{Clock, ClockState};
use super::extension::notice_by;
use super::needed::{Looking, Ways};
use super::replay::Docket;
use super::violation::ViolationKind;
use crate::regulation::{Ask, Does, RuleRef, Selector, Step};

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
        self.timetable.clocks.clone()
    }

    /// Clocks that still run.
    #[must_use]
    pub fn running(&self) -> Vec<Clock<'a>> {
        self.clocks().into_iter().filter(|c| c.state == ClockState::Running).collect()
    }

    /// What must be done next, the most urgent first: demanded steps that are not done and that nothing stands in the way of, a
    /// choice for which a demanded step waits, what stops a clock that runs, and the step that closes the case once nothing else
    /// is left. A case that has not ended has at least one, as long as its regulation shows a way on. Of a complaint that is not
    /// complete it is first what asks for the rest, beside what receiving it takes.
    #[must_use]
    pub fn duties(&self, day: NaiveDate) -> Vec<Duty<'a>> {
        if self.case().destroyed.is_some() {
            return Vec::new();
        }
        if self.progress.regulation().waits_for_time() {
            return self.clone().as_of(day.max(self.last_recorded())).duties_as_it_is(day);
        }
        self.duties_as_it_is(day)
    }

    fn duties_as_it_is(&self, day: NaiveDate) -> Vec<Duty<'a>> {
        let looking = Looking { docket: self, running: Ways::of(&self.progress, self.running()), day };
        let by_day = |d: &Duty<'a>| d.until.unwrap_or(NaiveDate::MAX);
        if let Some(asking) = self.progress.asks_for_the_rest() {
            let mut duties = looking.demanded(true);
            duties.sort_by_key(by_day);
            let way = self.progress.path_to(asking);
            let first = way.iter().filter(|step| !duties.iter().any(|d| d.step.id == step.id));
            let first: Vec<Duty<'a>> = first.filter_map(|step| looking.duty(&[*step], None)).collect();
            duties.splice(0..0, first);
            return duties;
        }
        let mut duties = looking.demanded(false);
        duties.extend(looking.duty(&self.ways_on(duties.is_empty()), None));
        looking.add_stops(&mut duties);
        duties.sort_by_key(by_day);
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

    /// Every step of the regulation with what it lacks now; those that can be taken come first, in the order of the file. None
    /// of a destroyed case.
    #[must_use]
    pub fn possible(&self) -> Vec<Possible<'a>> {
        if self.case().destroyed.is_some() {
            return Vec::new();
        }
        let running = self.running();
        let ways = Ways::of(&self.progress, running.clone());
        let steps = self.progress.regulation().steps.iter();
        let mut all: Vec<Possible<'a>> = steps
            .map(|step| {
                let ends = || ways.earliest(step).map(|clock| (clock, clock.due.on));
                let foretold = self.foretold(step);
                let last = notice_by(&self.progress, &running, step).or_else(ends);
                let last =
                    last.into_iter().chain(foretold.map(|clock| (clock, clock.due.on))).min_by_key(|(_, on)| *on);
                Possible {
                    step,
                    obstacles: self.hindered(&running, step),
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

impl<'a> Docket<'a> {
    /// The clock that a step sets going and stops at once, with the nearest end.
    fn foretold(&self, step: &Step) -> Option<&Clock<'a>> {
        let mine = self.timetable.foretold.iter().filter(|(_, steps)| steps.contains(&step.id.as_str()));
        mine.map(|(clock, _)| clock).min_by_key(|clock| clock.due.on)
    }

    /// What stands in the way of a step, and what would be wrong with it whoever took it: an extension once too often, a step of the
    /// handler while nobody is, handling a complaint that is not complete before its complainant was asked for the rest.
    fn hindered(&self, running: &[Clock<'a>], step: &'a Step) -> Vec<ViolationKind> {
        let progress = &self.progress;
        let mut found = progress.obstacles(step);
        found.extend(self.used_up(running, step));
        if let Some(asking) =
            progress.asks_for_the_rest().filter(|asking| asking.id != step.id && !progress.receives(step))
        {
            found.push(ViolationKind::Before { step: step.id.clone(), needs: vec![asking.id.clone()], detail: None });
        }
        let of_handler = !step.by.is_empty() && step.by.iter().all(|who| *who == Selector::Handler);
        let first = progress.regulation().assignment.step.first().filter(|_| of_handler && !progress.assigns(step));
        if let (Some(first), None, true) = (first, progress.handler, found.is_empty()) {
            found.push(ViolationKind::Before { step: step.id.clone(), needs: vec![first.clone()], detail: None });
        }
        found
    }
}

impl<'a> Duty<'a> {
    /// The step, and those that would do as well.
    pub fn steps(&self) -> impl Iterator<Item = &'a Step> {
        std::iter::once(self.step).chain(self.or.iter().copied())
    }
}
