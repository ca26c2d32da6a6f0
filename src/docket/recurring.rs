//! A term that recurs: a notice again and again, each span judged by the entry that began it.

use chrono::NaiveDate;

use super::progress::{Progress, Taken};
use super::run::Start;
use super::timeliness::Span;
use crate::calendar::{End, Pause, Resumed};
use crate::regulation::{Does, For, Regulation, Term};

/// A recurring term in one round.
#[derive(Debug)]
pub(super) struct Rhythm<'a> {
    pub term: &'a Term,
    /// Whether the condition of the term holds for the span that runs.
    pub applies: bool,
    /// The spans that are over.
    pub spans: Vec<Span>,
    regulation: &'a Regulation,
    /// The day on which the span began.
    since: NaiveDate,
    /// The entry that set the term going, last.
    set_going_by: Option<Taken<'a>>,
    open: Vec<&'a str>,
    stopped_in: Option<usize>,
    pauses: Vec<Pause>,
    paused: Option<NaiveDate>,
}

impl<'a> Rhythm<'a> {
    pub fn new(term: &'a Term, start: Start<'a>, regulation: &'a Regulation) -> Self {
        Self {
            term,
            applies: true,
            spans: Vec::new(),
            regulation,
            since: start.on,
            set_going_by: start.by,
            open: term.until.iter().map(String::as_str).collect(),
            stopped_in: None,
            pauses: Vec::new(),
            paused: None,
        }
    }

    /// Whether it runs, or stands still.
    pub fn goes(&self) -> bool {
        self.stopped_in.is_none()
    }

    /// The round in which it stopped.
    pub fn stopped_in(&self) -> Option<usize> {
        self.stopped_in
    }

    /// The last day of the span that runs.
    fn due(&self) -> Option<NaiveDate> {
        let every = self.term.every?;
        let reckoned = self.regulation.due_of(self.term, self.since, every);
        let (counting, days) = (self.regulation.counting_of(self.term), self.regulation.days_of(self.term));
        let mut end = End { nominal: reckoned.nominal_end, on: reckoned.end };
        for count in 1..=self.pauses.len() {
            let pauses = self.pauses.get(..count).unwrap_or_default();
            let term = Resumed { start: self.since, duration: Some(every), counting, pauses, days: &days };
            end = term.end(end).0;
        }
        Some(end.on)
    }

    /// The last day for the next notice, while one is due.
    pub fn next(&self) -> Option<NaiveDate> {
        self.due().filter(|_| self.goes() && self.applies && self.paused.is_none())
    }

    /// A step that was just taken; `now` is the case with it.
    pub fn meet(&mut self, taken: &Taken<'a>, now: &Progress<'a>, formalised: bool) {
        let notice = self.term.step.as_deref() == Some(taken.step.id.as_str());
        let again = taken.step.id == self.term.from;
        let stops = self.is_stopped_by(taken, now) || (formalised && self.term.belongs_to == For::Report);
        if !stops && taken.entry.on < self.since {
            return;
        }
        let term = self.term;
        let holds = |by: Option<&Taken<'a>>| term.when.as_ref().is_none_or(|when| now.holds_for(when, by));
        if stops || notice || again {
            let by = if again { Some(*taken) } else { self.set_going_by };
            let applies = holds(by.as_ref());
            self.end_span(taken, notice);
            (self.set_going_by, self.applies) = (by, applies);
            if stops {
                self.stopped_in = Some(taken.round);
            }
            return;
        }
        match (self.applies, holds(self.set_going_by.as_ref())) {
            (false, true) => {
                (self.applies, self.since) = (true, taken.entry.on);
                self.pauses.clear();
            }
            (true, false) => {
                // It is asked no longer, but a notice that was missed by then stays missed.
                if self.due().is_some_and(|due| taken.entry.on > due) {
                    self.end_span(taken, false);
                }
                self.applies = false;
            }
            _ => {}
        }
    }

    /// What is left of it when only some steps are possible still, as after a ruling.
    pub fn leave(&mut self, taken: &Taken<'a>, possible: impl Fn(&str) -> bool) {
        let told = self.term.step.as_deref().is_some_and(&possible);
        if !told || !self.open.iter().any(|step| possible(step)) {
            self.end_span(taken, false);
            self.stopped_in = Some(taken.round);
        }
    }

    fn is_stopped_by(&mut self, taken: &Taken<'a>, now: &Progress<'a>) -> bool {
        if self.term.until.contains(&taken.step.id) && now.finished(taken) {
            self.open.retain(|step| *step != taken.step.id);
            if !self.term.until.all() || self.open.is_empty() {
                return true;
            }
        }
        if self.open.len() < self.term.until.len() && self.open.iter().all(|step| !now.has(step)) {
            return true;
        }
        let ends = matches!(taken.step.does, Some(Does::Close | Does::End));
        let possible = |step: &str| taken.step.does != Some(Does::End) && now.precedence.past_the_end(step);
        ends && !self.open.iter().any(|step| possible(step))
    }

    /// The span that runs is over, and the next one begins.
    fn end_span(&mut self, taken: &Taken<'a>, notice: bool) {
        let (on, stands_still) = (taken.entry.on, self.paused.is_some());
        self.resume(on);
        if let Some(due) = self.due().filter(|_| self.applies) {
            self.spans.push(Span { due, on, index: taken.index, notice, accounted: taken.entry.late.is_some() });
        }
        self.since = on;
        self.pauses.clear();
        self.paused = stands_still.then_some(on);
    }

    /// It stands still from `day`, unless the notice was missed by then.
    pub fn pause(&mut self, day: NaiveDate) {
        if self.goes() && self.due().is_some_and(|due| day <= due) {
            self.paused = Some(day.max(self.since));
        }
    }

    /// It goes on from `day`.
    pub fn resume(&mut self, day: NaiveDate) {
        if let Some(from) = self.paused.take() {
            self.pauses.push(Pause { from, until: day.max(from) });
        }
    }
}
