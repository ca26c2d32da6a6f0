//! One clock under way, while the log is read from top to bottom.

use chrono::NaiveDate;

use super::clock::{Clock, ClockState, Due};
use super::progress::{Progress, Taken};
use crate::calendar::{End, Pause, Reckoning, Resumed};
use crate::regulation::{Does, Each, Regulation, Term};

/// A moment from which a term runs.
#[derive(Debug, Clone, Copy)]
pub(super) struct Start<'a> {
    pub on: NaiveDate,
    /// The entry that started it; nothing for receipt.
    pub by: Option<Taken<'a>>,
    pub round: usize,
}

impl Start<'_> {
    pub fn index(&self) -> Option<usize> {
        self.by.map(|t| t.index)
    }

    /// The parties for whom it started, where the step is repeated for each.
    pub fn parties(&self) -> &[String] {
        self.by.map(|t| t.entry.party.as_slice()).unwrap_or_default()
    }
}

/// What a step that was taken does to a clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Effect {
    Nothing,
    Stops,
}

/// A clock under way.
#[derive(Debug, Clone)]
pub(super) struct Run<'a> {
    pub term: &'a Term,
    pub start: Start<'a>,
    /// The thing for which it runs, behind the key under which entries name it.
    pub thing: Option<(&'a str, &'a str)>,
    /// Whether the condition of the term holds for it.
    pub applies: bool,
    pub open: Vec<&'a str>,
    pub stopped: Option<(usize, NaiveDate)>,
    pub extended_by: Vec<&'a str>,
    regulation: &'a Regulation,
    reckoning: Option<Box<Reckoning>>,
    agreed: Option<NaiveDate>,
    /// The end now, and the one before any extension; nothing while the day was not agreed yet.
    ends: Option<(End, End)>,
    pauses: Vec<Pause>,
    paused: Option<NaiveDate>,
}

impl<'a> Run<'a> {
    /// A clock that starts; one whose day is agreed gets it later.
    pub fn new(
        term: &'a Term,
        start: Start<'a>,
        thing: Option<(&'a str, &'a str)>,
        regulation: &'a Regulation,
    ) -> Self {
        let within = term.within.filter(|_| term.agreed.is_none());
        let reckoning = within.map(|within| Box::new(regulation.due_of(term, start.on, within)));
        let ends = reckoning.as_ref().map(|r| End { nominal: r.nominal_end, on: r.end }).map(|end| (end, end));
        Self {
            term,
            start,
            thing,
            applies: true,
            open: term.until.iter().map(String::as_str).collect(),
            stopped: None,
            extended_by: Vec::new(),
            regulation,
            reckoning,
            agreed: None,
            ends,
            pauses: Vec::new(),
            paused: None,
        }
    }

    /// Whether it runs, or stands still.
    pub fn goes(&self) -> bool {
        self.stopped.is_none()
    }

    /// Whether it runs for this case and has a last day.
    pub fn counts(&self) -> bool {
        self.applies && self.ends.is_some()
    }

    /// The last day as it is now.
    pub fn last_day(&self) -> Option<NaiveDate> {
        self.ends.map(|(now, _)| now.on)
    }

    /// The last day before any extension.
    pub fn original_day(&self) -> Option<NaiveDate> {
        self.ends.map(|(_, original)| original.on)
    }

    /// Whether its last day had passed on `day`.
    pub fn missed_by(&self, day: NaiveDate) -> bool {
        self.paused.is_none() && self.last_day().is_some_and(|last| day > last)
    }

    /// Whether it stands still.
    pub fn stands_still(&self) -> bool {
        self.paused.is_some()
    }

    /// Gives it the day that was agreed. A day that was missed stays so, whatever is agreed after it.
    pub fn agree(&mut self, on: NaiveDate, day: NaiveDate) {
        if !self.missed_by(day) {
            self.agreed = Some(on);
            self.ends = Some((End::named(on), End::named(on)));
            self.pauses.clear();
        }
    }

    /// Gives it more time.
    pub fn extend(&mut self, rule: &'a str, until: NaiveDate) {
        if let Some((now, _)) = &mut self.ends {
            *now = End::named(until);
            self.extended_by.push(rule);
        }
    }

    /// It stands still from `day`, unless it was over by then.
    pub fn pause(&mut self, day: NaiveDate) {
        if self.goes() && !self.missed_by(day) {
            self.paused = Some(day.max(self.start.on));
        }
    }

    /// It goes on from `day`.
    pub fn resume(&mut self, day: NaiveDate) {
        let Some(from) = self.paused.take() else { return };
        self.pauses.push(Pause { from, until: day.max(from) });
        let duration = self.reckoning.as_ref().map(|r| r.duration).or(self.term.within);
        let (counting, days) = (self.regulation.counting_of(self.term), self.regulation.days_of(self.term));
        let term = Resumed { start: self.start.on, duration, counting, pauses: &self.pauses, days: &days };
        if let Some((now, original)) = &mut self.ends {
            let (moved, guessed) = term.end(*now);
            *original = if now == original { moved } else { term.end(*original).0 };
            *now = moved;
            if let Some(reckoning) = &mut self.reckoning {
                reckoning.uncovered_years.extend(guessed);
                reckoning.uncovered_years.sort_unstable();
                reckoning.uncovered_years.dedup();
            }
        }
    }

    /// Stops it.
    pub fn stop(&mut self, index: usize, on: NaiveDate) {
        self.resume(on);
        self.stopped = Some((index, on));
    }

    /// What a step does to the clock that was just taken; `now` is the case with it.
    pub fn meet(&mut self, taken: &Taken<'a>, now: &Progress<'a>) -> Effect {
        // A clock that a step started may be stopped by the re-opening itself, which belongs to the next round.
        let bound = self.term.each_round && self.start.by.is_none();
        if bound && taken.round != self.start.round {
            return Effect::Nothing;
        }
        if self.term.until.contains(&taken.step.id) && self.is_met_by(taken, now) {
            let first_will_do = !self.term.until.all();
            self.open.retain(|step| *step != taken.step.id);
            if first_will_do || self.open.is_empty() {
                return Effect::Stops;
            }
        }
        // Of all its steps only those are waited for that this case has.
        if self.open.len() < self.term.until.len() && self.open.iter().all(|step| !now.has(step)) {
            return Effect::Stops;
        }
        let ends = matches!(taken.step.does, Some(Does::Close | Does::End));
        let possible = |step: &str| taken.step.does != Some(Does::End) && now.precedence.past_the_end(step);
        if ends { self.leave(possible) } else { Effect::Nothing }
    }

    /// What is left of it when only some steps are possible still.
    pub fn leave(&mut self, possible: impl Fn(&str) -> bool) -> Effect {
        if !self.open.iter().any(|step| possible(step)) {
            return Effect::Stops;
        }
        if self.term.until.all() {
            self.open.retain(|step| possible(step));
        }
        Effect::Nothing
    }

    fn is_met_by(&self, taken: &Taken<'a>, now: &Progress<'a>) -> bool {
        let parties = self.start.parties();
        if matches!(taken.step.each, Some(Each::Parties(_))) && !parties.is_empty() {
            return parties.iter().all(|party| taken.entry.party.contains(party)) && now.completes(taken);
        }
        let Some((key, thing)) = self.thing else { return now.finished(taken) };
        match taken.entry.value(key) {
            Some(named) => named == thing && now.completes(taken),
            None => !matches!(taken.step.each, Some(Each::Items { .. })) && now.finished(taken),
        }
    }

    /// The clock, when it runs for this case.
    pub fn clock(self) -> Option<Clock<'a>> {
        let (now, original) = self.ends.filter(|_| self.applies)?;
        let unit = self.reckoning.as_ref().map(|r| r.duration.unit());
        let state = match self.stopped {
            Some((index, on)) => ClockState::Stopped { index, on },
            None if self.paused.is_some() => ClockState::Suspended,
            None => ClockState::Running,
        };
        let days = self.regulation.days_of(self.term);
        let due = Due {
            on: now.on,
            agreed: self.agreed,
            original: original.on,
            extensions: self.extended_by.len(),
            suspended: self.pauses.iter().map(|pause| pause.lost(unit, &days)).sum(),
            reckoning: self.reckoning,
        };
        Some(Clock {
            term: self.term,
            round: self.start.round,
            from: self.start.on,
            started_by: self.start.index(),
            thing: self.thing.map(|(_, thing)| thing),
            open: self.open,
            due,
            extended_by: self.extended_by,
            state,
        })
    }
}
