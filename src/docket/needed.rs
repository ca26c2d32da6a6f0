//! What is still needed: of a clock that runs, the steps that stop it and those on the way there; of a complaint that is not
//! complete, what asks for the rest.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::clock::Clock;
use super::duty::Duty;
use super::progress::Progress;
use super::replay::Docket;
use super::violation::ViolationKind;
use crate::regulation::{Does, Each, For, RuleRef, Selector, Step};

/// The clocks that run, each with the steps that are still needed to stop it.
pub(super) struct Ways<'a>(Vec<(Clock<'a>, BTreeSet<&'a str>)>);

impl<'a> Ways<'a> {
    pub fn of(progress: &Progress<'a>, running: Vec<Clock<'a>>) -> Self {
        Self(running.into_iter().map(|clock| (needed(progress, &clock), clock)).map(|(n, c)| (c, n)).collect())
    }

    fn clocks(&self) -> impl Iterator<Item = &Clock<'a>> {
        self.0.iter().map(|(clock, _)| clock)
    }

    /// The clock with the nearest end for which this step is needed.
    pub fn earliest(&self, step: &Step) -> Option<&Clock<'a>> {
        let relevant = self.0.iter().filter(|(_, needed)| needed.contains(step.id.as_str()));
        relevant.map(|(clock, _)| clock).min_by_key(|clock| clock.due.on)
    }

    /// The clocks of single things that this step stops.
    fn of_things(&self, step: &Step) -> impl Iterator<Item = &Clock<'a>> {
        self.clocks().filter(|clock| clock.thing.is_some() && clock.open.contains(&step.id.as_str()))
    }
}

/// The steps that a clock waits for, and those that must come before them and are not done yet, or make their occasion.
fn needed<'a>(progress: &Progress<'a>, clock: &Clock<'a>) -> BTreeSet<&'a str> {
    let mut open: Vec<&'a Step> = ends_of(progress, clock);
    let mut found = BTreeSet::new();
    while let Some(step) = open.pop() {
        if found.insert(step.id.as_str()) {
            let obstacles = progress.obstacles(step);
            let ordered =
                |o: &&ViolationKind| matches!(o, ViolationKind::Before { .. } | ViolationKind::NoOccasion { .. });
            open.extend(obstacles.iter().filter(ordered).flat_map(|o| progress.removers(step, o)));
        }
    }
    found
}

/// The steps for which a term is there: not those that only cut it short, such as a withdrawal, for its day is not theirs.
fn ends_of<'a>(progress: &Progress<'a>, clock: &Clock<'a>) -> Vec<&'a Step> {
    let step = |id: &&'a str| progress.regulation().step(id);
    let all: Vec<&'a Step> = clock.open.iter().filter_map(step).collect();
    let ordinary = |(place, step): &(usize, &Step)| {
        *place == 0 || clock.term.until.all() || (step.does != Some(Does::End) && !step.optional)
    };
    (0..).zip(all).filter(ordinary).map(|(_, step)| step).collect()
}

/// A look at what must be done on a day.
pub(super) struct Looking<'d, 'a> {
    pub docket: &'d Docket<'a>,
    pub running: Ways<'a>,
    pub day: NaiveDate,
}

impl<'a> Looking<'_, 'a> {
    /// What the regulation demands of the case as it stands; only what belongs to its receipt while the rest is to be asked for.
    pub fn demanded(&self, receipt_only: bool) -> Vec<Duty<'a>> {
        let progress = &self.docket.progress;
        let mut duties = Vec::new();
        for step in progress.regulation().steps.iter().filter(|s| progress.demanded(s)) {
            let Err(open) = progress.done(step) else { continue };
            if receipt_only && !progress.receives(step) {
                continue;
            }
            if !progress.obstacles(step).is_empty() {
                let choice = progress.choice_before(step);
                duties.extend(self.duty(&choice, None).filter(|_| !receipt_only));
            } else if self.running.of_things(step).next().is_some() {
                duties.extend(self.for_things(step));
            } else {
                duties.extend(self.duty(&[step], open.detail));
            }
        }
        duties
    }

    /// What stops a clock that runs, where nothing demands it otherwise.
    pub fn add_stops(&self, duties: &mut Vec<Duty<'a>>) {
        let progress = &self.docket.progress;
        let mut told: BTreeSet<&'a str> = BTreeSet::new();
        for clock in self.running.clocks() {
            let ends: Vec<&'a Step> = ends_of(progress, clock);
            let known = |step: &&'a Step| duties.iter().any(|duty| duty.steps().any(|other| other.id == step.id));
            let free = |step: &&'a Step| progress.obstacles(step).is_empty();
            if clock.term.until.all() {
                let left = |step: &&'a Step| free(step) && !known(step) && progress.done(step).is_err();
                let open: Vec<&'a Step> = ends.into_iter().filter(left).collect();
                duties.extend(open.into_iter().filter_map(|step| self.duty(&[step], None)));
            } else if clock.thing.is_none() && !ends.iter().any(known) {
                let free: Vec<&'a Step> = ends.into_iter().filter(free).collect();
                duties.extend(self.duty(&free, None));
            } else if let (Some(_), Some(step)) =
                (clock.thing, ends.first().filter(|s| free(s) && !progress.demanded(s)))
                && told.insert(&step.id)
            {
                duties.extend(self.for_things(step));
            }
        }
    }

    /// A duty for each thing for which a step is still to be taken, with its own day where it has a clock.
    fn for_things(&self, step: &'a Step) -> Vec<Duty<'a>> {
        let progress = &self.docket.progress;
        let mut clocks: Vec<&Clock<'a>> = self.running.of_things(step).collect();
        clocks.sort_by_key(|clock| (clock.thing, clock.due.on));
        clocks.dedup_by_key(|clock| clock.thing);
        let mut duties: Vec<Duty<'a>> = clocks
            .iter()
            .filter_map(|clock| self.with_clock(&[step], clock.thing.map(str::to_owned), Some(clock)))
            .collect();
        let others = step.each.as_ref().filter(|each| matches!(each, Each::Items { .. }) && progress.demanded(step));
        let others = others.map(|each| progress.still_for(step, each)).unwrap_or_default();
        let other = others.into_iter().find(|thing| !clocks.iter().any(|clock| clock.thing == Some(*thing)));
        duties.extend(other.and_then(|thing| self.with_clock(&[step], Some(thing.to_owned()), None)));
        if let ([only], false) = (duties.as_mut_slice(), progress.demanded(step)) {
            only.detail = None;
        }
        duties
    }

    /// The duty to take one of `steps`; nothing when there are none.
    pub fn duty(&self, steps: &[&'a Step], detail: Option<String>) -> Option<Duty<'a>> {
        let clock = steps.iter().filter_map(|s| self.running.earliest(s)).min_by_key(|clock| clock.due.on);
        self.with_clock(steps, detail, clock)
    }

    fn with_clock(&self, steps: &[&'a Step], detail: Option<String>, clock: Option<&Clock<'a>>) -> Option<Duty<'a>> {
        let (step, or) = steps.split_first()?;
        let progress = &self.docket.progress;
        let mut by: Vec<&'a Selector> = Vec::new();
        steps.iter().flat_map(|s| s.by.iter().chain(&s.by_each)).for_each(|who| {
            if !by.contains(&who) {
                by.push(who);
            }
        });
        let persons = by.iter().flat_map(|who| progress.able_for(steps, who, self.day)).collect();
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
}

impl<'a> Progress<'a> {
    /// Whether a step belongs to the receipt of a complaint and may come before it is complete: registering it, confirming it,
    /// naming who handles it; and taking it back.
    #[must_use]
    pub fn receives(&self, step: &Step) -> bool {
        let marks = &self.regulation().milestones;
        let marked = [&marks.registration, &marks.acknowledgement].into_iter().flatten().any(|id| *id == step.id);
        let moves = matches!(step.does, Some(Does::Formalise | Does::End));
        marked || moves || self.assigns(step) || step.belongs_to == For::Report
    }

    /// The step that asks the complainant for what is missing, while it was not taken.
    pub(super) fn asks_for_the_rest(&self) -> Option<&'a Step> {
        let rule = self.regulation().intake.as_ref()?.when_incomplete.as_ref()?;
        let open = self.complaint && self.ended.is_none() && !self.missing_intake().is_empty();
        let asked = || self.taken.iter().any(|t| t.step.id == rule.step);
        if open && !asked() { self.regulation().step(&rule.step) } else { None }
    }
}
