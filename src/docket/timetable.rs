//! The log read once from top to bottom for its clocks: which start, stop, stand still and are extended, each judged as of the
//! entry that does so. What comes later never changes whether something earlier was late.

use chrono::NaiveDate;

use super::clock::Clock;
use super::extension::Consents;
use super::progress::{Progress, Taken};
use super::recurring::Rhythm;
use super::run::{Effect, Run, Start};
use super::timeliness::Span;
use super::violation::Violation;
use crate::regulation::{Binding, Does, For, IncompleteDo, IncompleteRule, Term};

/// What the terms of a regulation come to in one case.
#[derive(Debug, Clone, Default)]
pub struct Timetable<'a> {
    /// Every clock, in the order of the regulation and then of its start.
    pub clocks: Vec<Clock<'a>>,
    /// The spans of recurring terms that are over.
    pub spans: Vec<(&'a Term, Span)>,
    /// The last day for the next notice of each recurring term that still runs.
    pub next_notices: Vec<(&'a Term, NaiveDate)>,
    /// The clocks that will count for whoever takes one of these steps, which are their own occasion.
    pub foretold: Vec<(Clock<'a>, Vec<&'a str>)>,
    /// What is wrong with extensions and promised dates.
    pub(super) violations: Vec<Violation>,
    /// The notices of extension, by their numbers in the log, that came too late to extend anything.
    pub(super) void: Vec<usize>,
    /// For each rule of extension, in the order of the regulation, whether more is permitted now.
    pub(super) consents: Consents,
}

/// The log being read.
pub(super) struct Walk<'p, 'a> {
    pub whole: &'p Progress<'a>,
    /// The one term that is looked at; without, all of them.
    only: Option<&'a Term>,
    /// The case as it stood after the entry that is looked at.
    pub now: Progress<'a>,
    pub runs: Vec<Run<'a>>,
    pub rhythms: Vec<Rhythm<'a>>,
    /// The entry by which the terms stand still.
    paused_by: Option<Taken<'a>>,
    pub found: Timetable<'a>,
}

impl<'a> Progress<'a> {
    /// The clocks of the case and what comes of them.
    #[must_use]
    pub fn timetable(&self) -> Timetable<'a> {
        Walk::new(self, None).read_all()
    }

    /// The clocks of one term, oldest first, without a look at any other.
    pub(super) fn clocks_of(&self, term: &'a Term) -> Vec<Clock<'a>> {
        Walk::new(self, Some(term)).read_all().clocks
    }

    /// Whether a step is done by the entry that was just taken: in all its parts, for everybody and everything, by each.
    pub(super) fn finished(&self, taken: &Taken<'a>) -> bool {
        self.done(taken.step).is_ok()
    }
}

impl<'p, 'a> Walk<'p, 'a> {
    fn new(whole: &'p Progress<'a>, only: Option<&'a Term>) -> Self {
        let mut now = Progress::new(whole.participants, whole.precedence);
        now.asked_after.clone_from(&whole.asked_after);
        now.asked_after.extend(only.map(|term| term.id.as_str()));
        let found = Timetable { consents: Consents::of(whole.regulation()), ..Timetable::default() };
        Self { whole, only, now, runs: Vec::new(), rhythms: Vec::new(), paused_by: None, found }
    }

    fn read_all(mut self) -> Timetable<'a> {
        self.begin();
        for taken in &self.whole.taken {
            self.read(taken);
        }
        self.finish()
    }

    pub(super) fn terms(&self) -> impl Iterator<Item = &'a Term> + use<'a> {
        let only = self.only;
        self.whole.regulation().terms.iter().filter(move |term| only.is_none_or(|only| only.id == term.id))
    }

    /// Whether a term is one of what the case is, or of what it becomes.
    pub(super) fn concerns(&self, term: &Term) -> bool {
        match term.belongs_to {
            For::Complaint => self.whole.complaint,
            For::Report => !self.now.complaint,
            For::Both => true,
        }
    }

    /// The day from which a term runs that starts with receipt: of a complaint that was a report, the day it became one.
    pub(super) fn receipt(&self, term: &Term) -> NaiveDate {
        if term.belongs_to == For::Complaint { self.whole.started } else { self.whole.participants.case.first_day() }
    }

    fn on(&mut self, day: Option<NaiveDate>) {
        self.now.participants.day = day;
        self.now.as_of = day;
    }

    fn begin(&mut self) {
        self.on(Some(self.whole.participants.case.first_day()));
        for term in self.terms().filter(|term| term.from == "received" && term.agreed.is_none()) {
            if self.concerns(term) {
                self.open(term, Start { on: self.receipt(term), by: None, round: 0 }, None);
            }
        }
    }

    fn read(&mut self, taken: &Taken<'a>) {
        self.on(Some(taken.entry.on));
        self.extend(taken);
        self.now.take(taken.index, taken.entry, taken.step);
        self.meet(taken);
        self.start(taken);
        self.promised(taken);
        self.suspend(taken);
        self.ruled(taken);
        self.found.consents.hear(self.whole.regulation(), taken);
    }

    fn finish(mut self) -> Timetable<'a> {
        self.on(self.whole.participants.day);
        self.now.as_of = self.whole.as_of;
        let now = &self.now;
        for run in self.runs.iter_mut().filter(|run| run.goes() && !run.applies) {
            run.applies = run.term.when.as_ref().is_none_or(|when| now.holds_for(when, run.start.by.as_ref()));
        }
        self.foretell();
        let place = |term: &Term| self.whole.regulation().terms.iter().position(|t| t.id == term.id);
        self.runs.sort_by_key(|run| place(run.term));
        self.found.clocks = self.runs.into_iter().filter_map(Run::clock).collect();
        self.rhythms.sort_by_key(|rhythm| place(rhythm.term));
        for rhythm in self.rhythms {
            self.found.next_notices.extend(rhythm.next().map(|due| (rhythm.term, due)));
            self.found.spans.extend(rhythm.spans.into_iter().map(|span| (rhythm.term, span)));
        }
        self.found
    }

    /// What runs for nobody yet, and will be asked of the step that makes it run.
    fn foretell(&mut self) {
        for run in self.runs.iter().filter(|run| run.goes() && !run.applies && self.whole.ended.is_none()) {
            let Some(when) = run.term.when.as_ref() else { continue };
            let steps = run.open.iter().copied().filter(|step| {
                self.now.supposed = Some(step);
                self.now.holds_for(when, run.start.by.as_ref())
            });
            let steps: Vec<&str> = steps.collect();
            let mut run = run.clone();
            run.applies = !steps.is_empty();
            self.found.foretold.extend(run.clock().map(|clock| (clock, steps)));
        }
        self.now.supposed = None;
    }

    /// Lets every clock see the step that was taken, and the case as it is with it.
    fn meet(&mut self, taken: &Taken<'a>) {
        let (now, on) = (&self.now, taken.entry.on);
        let formalised = taken.step.does == Some(Does::Formalise);
        for run in self.runs.iter_mut().filter(|run| run.goes()) {
            let mut effect = run.meet(taken, now);
            if formalised && run.term.belongs_to == For::Report {
                effect = Effect::Stops;
            }
            let holds = run.term.when.as_ref().is_none_or(|when| now.holds_for(when, run.start.by.as_ref()));
            // What no longer applies is not asked any more; but a day that was missed by then stays missed.
            let past = effect == Effect::Stops || run.missed_by(on);
            run.applies = holds || (run.applies && past);
            if effect == Effect::Stops {
                run.stop(taken.index, on);
            }
        }
        for rhythm in self.rhythms.iter_mut().filter(|rhythm| rhythm.goes()) {
            rhythm.meet(taken, now, formalised);
        }
    }

    /// Lets the terms stand still from the day on which the complainant is asked to complete the complaint, until it is.
    fn suspend(&mut self, taken: &Taken<'a>) {
        let Some(rule) = self.suspension() else { return };
        let Some(until) = rule.until.as_deref() else { return };
        let on = taken.entry.on;
        if self.paused_by.is_some() && taken.step.id == until {
            self.paused_by = None;
            self.runs.iter_mut().for_each(|run| run.resume(on));
            self.rhythms.iter_mut().for_each(|rhythm| rhythm.resume(on));
        } else if self.paused_by.is_none() && taken.step.id == rule.step {
            self.paused_by = Some(*taken);
            // The time that the complainant has to complete it begins here, and runs.
            let others = self.runs.iter_mut().filter(|run| run.start.index() != Some(taken.index));
            others.filter(|run| stands_still(rule, run.term)).for_each(|run| run.pause(on));
            let rhythms = self.rhythms.iter_mut().filter(|rhythm| stands_still(rule, rhythm.term));
            rhythms.for_each(|rhythm| rhythm.pause(on));
        }
    }

    fn suspension(&self) -> Option<&'a IncompleteRule> {
        let rule = self.whole.regulation().intake.as_ref()?.when_incomplete.as_ref()?;
        (rule.action == IncompleteDo::Suspend).then_some(rule)
    }

    /// Whether a term that starts with this entry stands still at once.
    pub(super) fn paused_at_start(&self, term: &Term, by: Option<usize>) -> bool {
        let concerned = self.suspension().is_some_and(|rule| stands_still(rule, term));
        concerned && self.paused_by.is_some_and(|asked| by != Some(asked.index))
    }

    /// A binding ruling stops every clock none of whose steps can come after it.
    fn ruled(&mut self, taken: &Taken<'a>) {
        let mut ways = self.whole.regulation().escalations.iter().filter(|way| way.binding == Binding::Yes);
        let Some(way) = ways.find(|way| way.steps.ruled.as_deref() == Some(taken.step.id.as_str())) else { return };
        let now = &self.now;
        // A withdrawal or a refusal may still end the case, but nobody is held to it.
        let cuts_short = |step: &str| {
            let follows = now.precedence.precedes(&taken.step.id, step) || way.steps.executed.as_deref() == Some(step);
            !follows && now.regulation().step(step).is_some_and(|step| step.does == Some(Does::End))
        };
        let possible = |step: &str| !shut_out(now, step) && !cuts_short(step);
        for run in self.runs.iter_mut().filter(|run| run.goes()) {
            if run.leave(possible) == Effect::Stops {
                run.stop(taken.index, taken.entry.on);
            }
        }
        for rhythm in self.rhythms.iter_mut().filter(|rhythm| rhythm.goes()) {
            rhythm.leave(taken, possible);
        }
    }

    pub(super) fn shut_out(&self, step: &str) -> bool {
        shut_out(&self.now, step)
    }
}

/// Whether a term is one of those that stand still while a complaint is not complete.
fn stands_still(rule: &IncompleteRule, term: &Term) -> bool {
    rule.terms.is_empty() || rule.terms.contains(&term.id)
}

/// Whether a binding ruling has made a step impossible for good.
fn shut_out(now: &Progress<'_>, step: &str) -> bool {
    now.regulation().step(step).is_some_and(|step| now.ruled_before(step).is_some())
}
