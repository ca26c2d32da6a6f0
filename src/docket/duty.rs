//! What is to be done: who must do what by when, and which steps are possible now.

use chrono::NaiveDate;

use super::clock::{Clock, ClockState};
use super::lack::LackKind;
use super::progress::Progress;
use super::replay::Docket;
use crate::regulation::{Ask, RuleRef, Selector, Step};

/// Something that must still be done.
#[derive(Debug, Clone)]
pub struct Duty<'a> {
    /// The step.
    pub step: &'a Step,
    /// For whom or of what, when the step is repeated or has parts.
    pub detail: Option<String>,
    /// Who must.
    pub by: &'a [Selector],
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
    pub obstacles: Vec<LackKind>,
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

    /// What must be done next: demanded steps that are not done and that nothing stands in the way of, the most urgent first.
    #[must_use]
    pub fn duties(&self, day: NaiveDate) -> Vec<Duty<'a>> {
        if self.case().destroyed.is_some() {
            return Vec::new();
        }
        let running = self.running();
        let steps = self.progress.regulation().steps.iter();
        let mut duties: Vec<Duty<'a>> = steps
            .filter(|s| self.progress.demanded(s))
            .filter_map(|step| {
                let open = self.progress.done(step).err()?;
                if !self.progress.obstacles(step).is_empty() {
                    return None;
                }
                let clock = earliest(&running, step, &self.progress);
                let persons = step.by.iter().flat_map(|s| self.progress.cast.persons(s, day, self.progress.handler));
                Some(Duty {
                    step,
                    detail: open.detail,
                    by: &step.by,
                    persons: persons.collect(),
                    until: clock.map(|c| c.due.on),
                    term: clock.map(|c| RuleRef::new("terms", &c.term.id)),
                })
            })
            .collect();
        duties.sort_by_key(|d| d.until.unwrap_or(NaiveDate::MAX));
        duties
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
                let clock = earliest(&running, step, &self.progress);
                Possible {
                    step,
                    obstacles: self.progress.obstacles(step),
                    asks: step.asks.iter().collect(),
                    until: clock.map(|c| c.due.on),
                    term: clock.map(|c| c.term.id.clone()),
                }
            })
            .collect();
        all.sort_by_key(|p| !p.obstacles.is_empty());
        all
    }
}

/// The clock with the nearest end that this step stops, or on the way to whose end it lies.
fn earliest<'c, 'a>(clocks: &'c [Clock<'a>], step: &Step, progress: &Progress<'a>) -> Option<&'c Clock<'a>> {
    let relevant =
        clocks.iter().filter(|c| c.term.until.iter().any(|u| *u == step.id || progress.reach.precedes(&step.id, u)));
    relevant.min_by_key(|c| c.due.on)
}
