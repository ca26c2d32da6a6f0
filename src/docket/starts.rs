//! What starts a clock: receipt, a step, a re-opening, a day that is agreed, a thing that is named.

use chrono::NaiveDate;

use super::progress::{Progress, Taken};
use super::recurring::Rhythm;
use super::run::{Effect, Run, Start};
use super::timetable::Walk;
use crate::calendar::parse_date;
use crate::regulation::{Agreed, Does, Each, Term};

/// Which step names the things for which a term has a clock each, and under which key: as the term says, or as the step that
/// stops it is repeated for what the term starts with.
fn things_of<'p>(progress: &Progress<'p>, term: &'p Term) -> Option<(&'p str, &'p str)> {
    if let Some(each) = &term.each {
        return Some((&each.step, &each.key));
    }
    let begins = |step: &str| term.from == step || term.agreed.as_ref().is_some_and(|a| a.step == step);
    term.until.iter().filter_map(|id| progress.regulation().step(id)?.each.as_ref()).find_map(|each| match each {
        Each::Items { step, key } if begins(step) => Some((step.as_str(), key.as_str())),
        _ => None,
    })
}

impl<'a> Walk<'_, 'a> {
    /// Starts what the step starts.
    pub(super) fn start(&mut self, taken: &Taken<'a>) {
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
    pub(super) fn open(&mut self, term: &'a Term, start: Start<'a>, thing: Option<&'a str>) {
        let day = start.by.map_or(start.on, |taken| taken.entry.on);
        if term.every.is_some() {
            self.beat(term, start);
            return;
        }
        let thing = thing.and_then(|thing| Some((things_of(self.whole, term)?.1, thing)));
        let mut run = Run::new(term, start, thing, self.whole.regulation());
        if let Some(agreed) = &term.agreed {
            match self.agreed_for(agreed, &run) {
                Some(on) => run.agree(on, day),
                // Where no day was agreed, what was agreed before stands.
                None if agreed.step == term.from => return,
                None => {}
            }
        }
        let in_place = |other: &Run<'_>| {
            let same = other.term.id == term.id && other.thing == thing && other.start.parties() == start.parties();
            same && other.start.round == start.round && other.goes()
        };
        self.runs.retain(|other| !in_place(other) || (other.counts() && other.missed_by(day)));
        run.applies = term.when.as_ref().is_none_or(|when| self.now.holds_for(when, start.by.as_ref()));
        self.done_already(&mut run);
        if run.goes() && self.now.ruled.is_some() && run.leave(|step| !self.shut_out(step)) == Effect::Stops {
            return;
        }
        if self.paused_at_start(term, start.index()) {
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
            let mut rhythm = Rhythm::new(term, start, self.whole.regulation());
            rhythm.applies = term.when.as_ref().is_none_or(|when| self.now.holds_for(when, start.by.as_ref()));
            if self.paused_at_start(term, start.index()) {
                rhythm.pause(start.on);
            }
            self.rhythms.push(rhythm);
        }
    }
}
