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
use crate::calendar::parse_date;
use crate::regulation::{Agreed, Does, Each, For, IncompleteDo, Term};

/// What the terms of a regulation come to in one case.
#[derive(Debug, Clone, Default)]
pub struct Timetable<'a> {
    /// Every clock, in the order of the regulation and then of its start.
    pub clocks: Vec<Clock<'a>>,
    /// The spans of recurring terms that are over.
    pub spans: Vec<(&'a Term, Span)>,
    /// The last day for the next notice of each recurring term that still runs.
    pub next_notices: Vec<(&'a Term, NaiveDate)>,
    /// What is wrong with extensions and promised dates.
    pub(super) violations: Vec<Violation>,
    /// The notices of extension, by their numbers in the log, that came too late to extend anything.
    pub(super) void: Vec<usize>,
    /// For each rule of extension, in the order of the regulation, whether more is permitted now.
    pub(super) consents: Consents,
}

/// The log being read.
pub(super) struct Walk<'p, 'a> {
    whole: &'p Progress<'a>,
    /// The case as it stood after the entry that is looked at.
    pub now: Progress<'a>,
    pub runs: Vec<Run<'a>>,
    rhythms: Vec<Rhythm<'a>>,
    /// The entry by which the terms stand still.
    paused_by: Option<Taken<'a>>,
    pub found: Timetable<'a>,
}

impl<'a> Progress<'a> {
    /// The clocks of the case and what comes of them.
    #[must_use]
    pub fn timetable(&self) -> Timetable<'a> {
        let mut walk = Walk::new(self);
        walk.begin();
        for taken in &self.taken {
            walk.read(taken);
        }
        walk.finish()
    }

    /// Whether a step is done by the entry that was just taken: in all its parts, for everybody and everything, by each.
    pub(super) fn finished(&self, taken: &Taken<'a>) -> bool {
        self.done(taken.step).is_ok()
    }
}

/// Which step names the things for which a term has a clock each, and under which key: as the term says, or as the step that
/// stops it is repeated for what the term starts with.
pub(super) fn things_of<'p>(progress: &Progress<'p>, term: &'p Term) -> Option<(&'p str, &'p str)> {
    if let Some(each) = &term.each {
        return Some((&each.step, &each.key));
    }
    let begins = |step: &str| term.from == step || term.agreed.as_ref().is_some_and(|a| a.step == step);
    term.until.iter().filter_map(|id| progress.regulation().step(id)?.each.as_ref()).find_map(|each| match each {
        Each::Items { step, key } if begins(step) => Some((step.as_str(), key.as_str())),
        _ => None,
    })
}

impl<'p, 'a> Walk<'p, 'a> {
    fn new(whole: &'p Progress<'a>) -> Self {
        let now = Progress::new(whole.participants, whole.precedence);
        let found = Timetable { consents: Consents::of(whole.regulation()), ..Timetable::default() };
        Self { whole, now, runs: Vec::new(), rhythms: Vec::new(), paused_by: None, found }
    }

    fn terms(&self) -> impl Iterator<Item = &'a Term> + use<'a> {
        self.whole.regulation().terms.iter()
    }

    /// Whether a term is one of what the case is, or of what it becomes.
    fn concerns(&self, term: &Term) -> bool {
        match term.belongs_to {
            For::Complaint => self.whole.complaint,
            For::Report => !self.now.complaint,
            For::Both => true,
        }
    }

    /// The day from which a term runs that starts with receipt: of a complaint that was a report, the day it became one.
    fn receipt(&self, term: &Term) -> NaiveDate {
        if term.belongs_to == For::Complaint { self.whole.started } else { self.whole.participants.case.first_day() }
    }

    fn begin(&mut self) {
        self.now.participants.day = Some(self.whole.participants.case.first_day());
        for term in self.terms().filter(|term| term.from == "received" && term.agreed.is_none()) {
            if self.concerns(term) {
                self.open(term, Start { on: self.receipt(term), by: None, round: 0 }, None);
            }
        }
    }

    fn read(&mut self, taken: &Taken<'a>) {
        self.now.participants.day = Some(taken.entry.on);
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
        self.now.participants.day = self.whole.participants.day;
        let now = &self.now;
        for run in self.runs.iter_mut().filter(|run| run.goes() && !run.applies) {
            run.applies = run.term.when.as_ref().is_none_or(|when| now.holds_for(when, run.start.by.as_ref()));
        }
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

    /// Starts what the step starts.
    fn start(&mut self, taken: &Taken<'a>) {
        let reopens = taken.step.does == Some(Does::Reopen);
        for term in self.terms().filter(|term| self.concerns(term)).collect::<Vec<_>>() {
            let again = reopens && term.each_round && term.from == "received";
            let by = |on| Start { on, by: Some(*taken), round: taken.round };
            match &term.agreed {
                Some(agreed) if agreed.step == taken.step.id => self.agree(term, agreed, taken),
                None if again => self.open(term, by(taken.entry.on), None),
                _ => {}
            }
            if let Some((step, key)) = things_of(self.whole, term) {
                self.start_of_things(term, taken, (step, key));
            } else if term.from == taken.step.id {
                self.open(term, by(taken.entry.on), None);
            }
        }
    }

    /// A clock for the thing that the step names, or for each that was named before it.
    fn start_of_things(&mut self, term: &'a Term, taken: &Taken<'a>, (step, key): (&'a str, &'a str)) {
        let on = taken.entry.on;
        let by = |on| Start { on, by: Some(*taken), round: taken.round };
        if taken.step.id == step {
            let Some(thing) = taken.entry.value(key) else { return };
            let from = if term.from == step {
                Some(on)
            } else if term.from == "received" {
                // A day that is agreed in this step was opened with it.
                Some(self.receipt(term)).filter(|_| term.agreed.as_ref().is_none_or(|a| a.step != step))
            } else {
                let began = |t: &&Taken<'_>| t.step.id == term.from && t.round == taken.round;
                self.now.taken.iter().rfind(began).map(|t| t.entry.on)
            };
            if let Some(from) = from {
                self.open(term, by(from), Some(thing));
            }
        } else if term.from == taken.step.id {
            let each = Each::Items { step: step.to_owned(), key: key.to_owned() };
            let ends = term.until.iter().filter_map(|id| self.whole.regulation().step(id));
            let repeated = ends.into_iter().find(|s| matches!(&s.each, Some(Each::Items { .. })));
            let things = match repeated {
                Some(until) => self.now.still_for(until, &each),
                None => self.now.repeated_for(&each),
            };
            for thing in things {
                self.open(term, by(on), Some(thing));
            }
        }
    }

    /// A day that was agreed: it starts a clock that runs from receipt, and is the last day of one that a step started.
    fn agree(&mut self, term: &'a Term, agreed: &Agreed, taken: &Taken<'a>) {
        let Some(day) = taken.entry.value(&agreed.key).and_then(|v| parse_date(v).ok()) else { return };
        let on = taken.entry.on;
        let thing = things_of(self.whole, term).and_then(|(_, key)| taken.entry.value(key));
        if term.from == "received" {
            self.open(term, Start { on, by: Some(*taken), round: taken.round }, thing);
        } else if term.from != agreed.step {
            let same = |run: &&mut Run<'_>| run.term.id == term.id && run.start.round == taken.round;
            let same_thing = |run: &&mut Run<'_>| thing.is_none() || run.thing.map(|(_, thing)| thing) == thing;
            for run in self.runs.iter_mut().filter(same).filter(same_thing).filter(|run| run.goes()) {
                run.agree(day, on);
            }
        }
    }

    /// Starts a clock. A later start in the same round takes the place of an earlier one that nothing stopped, but not of one
    /// whose last day was missed by then.
    fn open(&mut self, term: &'a Term, start: Start<'a>, thing: Option<&'a str>) {
        let day = start.by.map_or(start.on, |taken| taken.entry.on);
        if term.every.is_some() {
            self.beat(term, start);
            return;
        }
        let counting = self.whole.regulation().counting_of(term);
        let thing = thing.and_then(|thing| Some((things_of(self.whole, term)?.1, thing)));
        let mut run = Run::new(term, start, thing, counting);
        if let Some(agreed) = &term.agreed {
            match self.agreed_for(agreed, &run) {
                Some(on) => run.agree(on, day),
                // Where no day was agreed, what was agreed before stands.
                None if agreed.step == term.from => return,
                None => {}
            }
        }
        let in_place = |other: &Run<'_>| {
            other.term.id == term.id && other.start.round == start.round && other.thing == thing && other.goes()
        };
        self.runs.retain(|other| !in_place(other) || (other.counts() && other.missed_by(day)));
        run.applies = term.when.as_ref().is_none_or(|when| self.now.holds_for(when, start.by.as_ref()));
        self.done_already(&mut run);
        if run.goes() && self.now.ruled.is_some() && run.leave(|step| !self.shut_out(step)) == Effect::Stops {
            return;
        }
        if self.paused_by.is_some_and(|asked| start.index() != Some(asked.index)) {
            run.pause(day);
        }
        self.runs.push(run);
    }

    /// The day that was agreed last, in the same round and for the same thing.
    fn agreed_for(&self, agreed: &Agreed, run: &Run<'a>) -> Option<NaiveDate> {
        let thing = |t: &&Taken<'_>| run.thing.is_none_or(|(key, thing)| t.entry.value(key) == Some(thing));
        let taken = self.now.taken.iter().filter(|t| t.step.id == agreed.step && t.round == run.start.round);
        let mut said = taken.filter(thing).filter_map(|t| parse_date(t.entry.value(&agreed.key)?).ok());
        said.next_back()
    }

    /// What a step taken anew sets going was done already, where that is done once and was not annulled with it.
    fn done_already(&self, run: &mut Run<'a>) {
        let Some(started) = run.start.by else { return };
        let first = self.whole.in_place_of(started.index);
        if first >= started.index {
            return;
        }
        let before = self.now.taken.iter().filter(|t| t.step.once && t.index > first && t.index < started.index);
        for taken in before {
            if run.meet(taken, &self.now) == Effect::Stops {
                run.stop(taken.index, taken.entry.on);
                return;
            }
        }
    }

    fn beat(&mut self, term: &'a Term, start: Start<'a>) {
        let known = self.rhythms.iter().rfind(|rhythm| rhythm.term.id == term.id);
        let again = |rhythm: &Rhythm<'_>| rhythm.stopped_in().is_some_and(|round| start.round > round);
        if known.is_none_or(again) {
            let counting = self.whole.regulation().counting_of(term);
            let mut rhythm = Rhythm::new(term, start, counting);
            rhythm.applies = term.when.as_ref().is_none_or(|when| self.now.holds_for(when, start.by.as_ref()));
            if self.paused_by.is_some() {
                rhythm.pause(start.on);
            }
            self.rhythms.push(rhythm);
        }
    }

    /// Lets the terms stand still from the day on which the complainant is asked to complete the complaint, until it is.
    fn suspend(&mut self, taken: &Taken<'a>) {
        let rule = self.whole.regulation().intake.as_ref().and_then(|i| i.when_incomplete.as_ref());
        let Some(rule) = rule.filter(|r| r.action == IncompleteDo::Suspend) else { return };
        let Some(until) = rule.until.as_deref() else { return };
        let on = taken.entry.on;
        if self.paused_by.is_some() && taken.step.id == until {
            self.paused_by = None;
            self.runs.iter_mut().for_each(|run| run.resume(on));
            self.rhythms.iter_mut().for_each(|rhythm| rhythm.resume(on));
        } else if self.paused_by.is_none() && taken.step.id == rule.step {
            self.paused_by = Some(*taken);
            let others = self.runs.iter_mut().filter(|run| run.start.index() != Some(taken.index));
            others.for_each(|run| run.pause(on));
            self.rhythms.iter_mut().for_each(|rhythm| rhythm.pause(on));
        }
    }

    /// A binding ruling stops every clock none of whose steps can come after it.
    fn ruled(&mut self, taken: &Taken<'a>) {
        let mut ways = self.whole.regulation().escalations.iter().filter(|way| way.binding);
        if !ways.any(|way| way.steps.ruled.as_deref() == Some(taken.step.id.as_str())) {
            return;
        }
        let now = &self.now;
        let possible = |step: &str| !shut_out(now, step);
        for run in self.runs.iter_mut().filter(|run| run.goes()) {
            if run.leave(possible) == Effect::Stops {
                run.stop(taken.index, taken.entry.on);
            }
        }
        for rhythm in self.rhythms.iter_mut().filter(|rhythm| rhythm.goes()) {
            rhythm.leave(taken, possible);
        }
    }

    fn shut_out(&self, step: &str) -> bool {
        shut_out(&self.now, step)
    }
}

/// Whether a binding ruling has made a step impossible for good.
fn shut_out(now: &Progress<'_>, step: &str) -> bool {
    now.regulation().step(step).is_some_and(|step| now.ruled_before(step).is_some())
}
