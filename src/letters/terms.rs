//! The time limits of a case as its letters give them: the dates that are enforced, with how they were reckoned.

use chrono::NaiveDate;
use serde::Serialize;

use super::author::Author;
use crate::calendar::day_words;
use crate::diagnostics::{Text, text};
use crate::docket::{Clock, ClockState};
use crate::regulation::{Does, Milestones, Position, Selector, Step};

/// A time limit in a letter.
#[derive(Debug, Clone, Serialize)]
pub struct Limit {
    /// The id of the term.
    pub id: String,
    /// Its name.
    pub name: String,
    /// The last day, in words.
    pub until: String,
    /// The last day as files write it.
    pub date: NaiveDate,
    /// The last day before any extension, in words; nothing when it was not extended.
    pub was: Option<String>,
    /// What ends it: `acknowledgement`, `decision`, `outcome` or `handled`; nothing where the regulation has no word for it.
    pub what: Option<&'static str>,
    /// How long it lasts, where its day is no more than that after receipt: nothing moved it.
    pub after_receipt: Option<String>,
    /// Whether that receipt is the day on which a report became a complaint.
    pub became: bool,
    /// How the day was found, in one sentence.
    pub how: String,
    /// Whether it is a promise; otherwise a target.
    pub hard: bool,
    /// Whether it stands still until the complainant has completed the complaint.
    pub suspended: bool,
}

/// A message that comes again and again.
#[derive(Debug, Clone, Serialize)]
pub struct Notice {
    /// How often, in words.
    pub every: String,
    /// The last day for the next one, in words.
    pub until: String,
    /// The same as files write it.
    pub date: NaiveDate,
}

impl Author<'_> {
    /// The limits that still run and at whose end the complainant hears or gets something, without those that a letter by
    /// the step `by_this` meets itself, and without those whose day has passed: that cannot be promised any more.
    pub(super) fn limits(&self, by_this: Option<&str>) -> Vec<Limit> {
        let told = self.unmet().filter(|c| !self.passed(c) && self.concerns(c) && !is_until(c, by_this));
        let foretold = self.docket.timetable.foretold.iter().filter_map(|(clock, steps)| {
            let meant = by_this.is_none_or(|step| !steps.contains(&step));
            (meant && clock.state == ClockState::Running && !self.passed(clock) && self.concerns(clock))
                .then_some(clock)
        });
        let mut limits: Vec<Limit> = told.map(|c| self.limit(&c)).chain(foretold.map(|c| self.limit(c))).collect();
        // Whoever hears the outcome by a day need not hear that it is decided by then.
        let outcomes: Vec<NaiveDate> = limits.iter().filter(|l| l.what == Some("outcome")).map(|l| l.date).collect();
        limits.sort_by_key(|l| l.date);
        limits.retain(|l| l.what != Some("decision") || !outcomes.contains(&l.date));
        limits
    }

    /// The limits whose day has passed and that the complainant is told of: those that a letter by one of the steps `by_this`
    /// meets itself.
    pub(super) fn late(&self, by_this: &[Option<&str>]) -> Vec<Limit> {
        let meets = |c: &Clock<'_>| by_this.iter().any(|step| is_until(c, *step));
        let late = |c: &Clock<'_>| match c.state {
            // The letter is late too where its step was recorded first.
            ClockState::Stopped { on, .. } => c.round == self.docket.progress.round && on > c.due.on,
            _ => self.passed(c),
        };
        self.docket.clocks().into_iter().filter(|c| late(c) && meets(c)).map(|c| self.limit(&c)).collect()
    }

    /// The same of every limit at whose end the complainant hears or gets something.
    pub(super) fn all_late(&self) -> Vec<Limit> {
        self.unmet().filter(|c| self.passed(c) && self.concerns(c)).map(|c| self.limit(&c)).collect()
    }

    fn unmet(&self) -> impl Iterator<Item = Clock<'_>> {
        self.docket.clocks().into_iter().filter(|c| !matches!(c.state, ClockState::Stopped { .. }))
    }

    /// Whether the day of a limit has passed; one that stands still has no day yet.
    pub(super) fn passed(&self, clock: &Clock<'_>) -> bool {
        clock.state == ClockState::Running && clock.due.on < self.today
    }

    /// One limit in words.
    pub(super) fn limit(&self, clock: &Clock<'_>) -> Limit {
        let due = &clock.due;
        Limit {
            id: clock.term.id.clone(),
            name: self.names.item("terms", &clock.term.id),
            until: day_words(due.on, self.lang),
            date: due.on,
            was: (due.extensions > 0).then(|| day_words(due.original, self.lang)),
            what: self.what(clock),
            after_receipt: self.after_receipt(clock),
            became: clock.from != self.docket.case().first_day(),
            how: self.how(clock).in_(self.lang).to_owned(),
            hard: clock.term.hard,
            suspended: clock.state == ClockState::Suspended,
        }
    }

    /// What ends a term, where the regulation says so.
    fn what(&self, clock: &Clock<'_>) -> Option<&'static str> {
        let Milestones { acknowledgement, judgement, outcome, resolved, .. } = &self.rules().milestones;
        let by = |step: &Option<String>| is_until(clock, step.as_deref());
        match () {
            () if by(acknowledgement) => Some("acknowledgement"),
            () if by(outcome) => Some("outcome"),
            () if by(judgement) => Some("decision"),
            () if by(resolved) => Some("handled"),
            () => None,
        }
    }

    /// How long a term lasts that runs from receipt and that nothing moved.
    fn after_receipt(&self, clock: &Clock<'_>) -> Option<String> {
        let due = &clock.due;
        let plain = clock.term.from == "received" && clock.round == 0;
        let unmoved = due.extensions == 0 && due.suspended == 0;
        let reckoning = due.reckoning.as_ref().filter(|r| plain && unmoved && r.is_plain())?;
        Some(self.names.lasting(clock.term, reckoning.duration))
    }

    /// Whether the complainant notices the end of this term.
    fn concerns(&self, clock: &Clock<'_>) -> bool {
        let Milestones { outcome, judgement, resolved, .. } = &self.rules().milestones;
        let told = |step: &Step| {
            let lists = [&step.to, &step.with, &step.also];
            lists.into_iter().flatten().any(|s| *s == Selector::Position(Position::Complainant))
        };
        clock.term.until.iter().any(|id| {
            let named = [outcome, judgement, resolved].into_iter().any(|m| m.as_deref() == Some(id.as_str()));
            let ends = |s: &Step| matches!(s.does, Some(Does::End));
            named || self.rules().step(id).is_some_and(|s| told(s) && !ends(s))
        })
    }

    /// How a last day was found.
    fn how(&self, clock: &Clock<'_>) -> Text {
        let due = &clock.due;
        let mut said = match &due.reckoning {
            Some(reckoning) => reckoning.summary(&self.event(clock)),
            None => text!("deze dag is met u afgesproken", "this day was agreed with you"),
        };
        let mut add = |nl: String, en: String| {
            said = Text::new(format!("{}; {nl}", said.nl), format!("{}; {en}", said.en));
        };
        if let Some(stood) = due.stood_still() {
            add(format!("{} stilgestaan", stood.nl), format!("stood still for {}", stood.en));
        }
        if due.extensions > 0 {
            let [nl, en] = [crate::diagnostics::Lang::Nl, crate::diagnostics::Lang::En].map(|l| day_words(due.on, l));
            add(format!("verlengd tot en met {nl}"), format!("extended to {en}"));
        }
        said
    }

    /// What started a term, before its date.
    fn event(&self, clock: &Clock<'_>) -> Text {
        if clock.term.from != "received" {
            let name = self.names.item("steps", &clock.term.from);
            return text!("“{name}” op", "“{name}” on");
        }
        if clock.round > 0 {
            return text!("weer geopend op", "opened again on");
        }
        if clock.from == self.docket.case().first_day() {
            return text!("ontvangen op", "received on");
        }
        text!("klacht geworden op", "became a complaint on")
    }

    /// When the complainant hears again how it stands, if the regulation says so. After a letter of today's date the span
    /// starts again, whether or not its step was recorded yet.
    pub(super) fn notice(&self, letter_is_one: bool) -> Option<Notice> {
        let (term, until) = self.docket.timetable.next_notices.first()?;
        let every = term.every?;
        let again = self.rules().due_of(term, self.today, every).end;
        let date = if letter_is_one { again.max(*until) } else { *until };
        if date < self.today {
            return None;
        }
        let until = day_words(date, self.lang);
        Some(Notice { every: self.names.lasting(term, every), until, date })
    }
}

/// Whether a step stops a clock.
fn is_until(clock: &Clock<'_>, step: Option<&str>) -> bool {
    step.is_some_and(|step| clock.term.until.iter().any(|until| until == step))
}
