//! Keeping and destroying: from which day a case is to be destroyed, what stops that, and whether it may.

use chrono::NaiveDate;

use super::progress::{Progress, Taken};
use super::replay::Docket;
use crate::calendar::{Counting, Reckoning};
use crate::regulation::{Escalation, Hold, Regime, Retention};

/// The reports of a regulation, and when they were discussed and, where needed, decided on.
#[derive(Debug, Clone, Default)]
pub struct Discussed {
    /// The reports.
    pub reports: Vec<Reported>,
    /// The days of discussion, oldest first.
    pub held: Vec<NaiveDate>,
}

/// A report: the day on which it was made, and its period.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reported {
    /// When it was made.
    pub on: NaiveDate,
    /// The first day that it reports on.
    pub from: NaiveDate,
    /// The last day.
    pub until: NaiveDate,
}

impl Discussed {
    /// The first day on which what ended on a day had been reported, and the report discussed.
    #[must_use]
    pub fn of(&self, ended: NaiveDate) -> Option<NaiveDate> {
        // A report that was made before the end says nothing of it, whatever its period.
        let holding = self.reports.iter().filter(|r| (r.from..=r.until).contains(&ended) && r.on >= ended);
        let reported = holding.map(|r| r.on).min()?;
        self.held.iter().copied().find(|day| *day >= reported)
    }
}

/// For whom a case waits that was put before an external body.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Waits {
    /// For the body.
    ForRuling,
    /// For the organisation, which has to do what was ruled.
    ForExecution,
}

/// How long a case is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CaseRetention {
    /// The first day on which it may be destroyed; nothing when that day is not known yet or never comes.
    pub from: Option<NaiveDate>,
    /// The last day by which it must be, where the regulation says so.
    pub until: Option<NaiveDate>,
    /// What stops destruction now.
    pub holds: Vec<Hold>,
}

/// Whether a case may be destroyed on a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MayDestroy {
    /// It may.
    Allowed,
    /// Something stops it.
    Held(Vec<Hold>),
    /// Not before that day, if it is known.
    TooEarly(Option<NaiveDate>),
    /// The regulation keeps cases for ever.
    Never,
}

impl<'a> Progress<'a> {
    /// The escalation that is before its body, or ruled and not yet carried out.
    #[must_use]
    pub fn open_escalation(&self) -> Option<(&'a Escalation, Waits)> {
        self.regulation().escalations.iter().find_map(|way| Some((way, self.waits(way)?)))
    }

    fn waits(&self, way: &Escalation) -> Option<Waits> {
        let taken = |s: Option<&String>| s.and_then(|id| self.taken.iter().rev().find(|t| t.step.id == *id));
        let can_come = |id: &String| self.regulation().step(id).is_some_and(|s| self.applies(s.when.as_ref()));
        let begun = taken(way.steps.filed.as_ref()).or_else(|| {
            let offered = way.steps.filed.is_none().then(|| taken(way.steps.offer.as_ref())).flatten();
            offered.filter(|_| way.steps.ruled.is_some())
        })?;
        let since = |s: Option<&String>| taken(s).is_some_and(|t| t.index > begun.index);
        match (way.steps.ruled.as_ref(), way.steps.executed.as_ref()) {
            // Who gives it up awaits no ruling.
            (Some(ruled), _) if !since(Some(ruled)) => can_come(ruled).then_some(Waits::ForRuling),
            (None, Some(executed)) if !since(Some(executed)) => Some(Waits::ForRuling),
            (Some(_), Some(executed)) if !since(Some(executed)) => can_come(executed).then_some(Waits::ForExecution),
            _ => None,
        }
    }

    /// A measure that was named and not verified, or not taken when somebody last looked.
    #[must_use]
    pub fn open_measure(&self) -> bool {
        let Some(rule) = &self.regulation().measures else { return false };
        let Some(verified) = rule.verified.as_ref() else { return false };
        let named = self.taken.iter().filter(|t| t.step.id == rule.step).filter_map(|t| t.entry.value(&rule.key));
        let looked = |name: &str| {
            let mut looks = self.taken.iter().rev().filter(|t| t.step.id == *verified);
            let named = self.last_named(&rule.step, &rule.key, name);
            looks.find(|t| t.entry.value(&rule.key) == Some(name) && Some(t.index) > named)
        };
        let found = |look: &Taken<'_>| {
            rule.taken.as_ref().is_none_or(|taken| look.entry.value(&taken.key) == Some(taken.equals.as_str()))
        };
        let mut open = named.filter(|name| !looked(name).is_some_and(found));
        open.next().is_some()
    }

    /// Satisfaction that is still to be asked.
    fn open_satisfaction(&self) -> bool {
        let complaint =
            self.complaint && self.ended.is_none_or(|e| e.step.does == Some(crate::regulation::Does::Close));
        complaint
            && self.regulation().satisfaction.iter().any(|rule| {
                let step = self.regulation().step(&rule.step);
                step.is_some_and(|s| self.applies(s.when.as_ref()) && self.done(s).is_err())
            })
    }

    /// What stops destruction now.
    #[must_use]
    pub fn holds_on_destruction(&self) -> Vec<Hold> {
        let Some(rule) = &self.regulation().retention else { return Vec::new() };
        let held = self.participants.case.legal_hold.as_ref().is_some_and(|hold| !hold.is_lifted());
        let mut holds: Vec<Hold> = rule
            .holds
            .iter()
            .copied()
            .filter(|hold| match hold {
                Hold::OpenEscalation => self.open_escalation().is_some(),
                Hold::OpenMeasure => self.open_measure(),
                Hold::OpenSatisfaction => self.open_satisfaction(),
                Hold::Legal => held,
            })
            .collect();
        if held && !holds.contains(&Hold::Legal) {
            holds.push(Hold::Legal);
        }
        holds
    }
}

impl Docket<'_> {
    /// How long the case is kept, given when reports were discussed.
    #[must_use]
    pub fn retention(&self, discussed: &Discussed) -> CaseRetention {
        let holds = self.progress.holds_on_destruction();
        let from = self.progress.regulation().retention.as_ref().and_then(|r| self.from(r, discussed));
        let within = self.progress.regulation().retention.as_ref().and_then(|r| r.within);
        let until = match (from, within) {
            (Some(from), Some(within)) => Some(self.progress.regulation().due(from, within, Counting::AsStated).end),
            _ => None,
        };
        CaseRetention { from, until, holds }
    }

    /// Whether the case may be destroyed on `day`.
    #[must_use]
    pub fn may_be_destroyed(&self, day: NaiveDate, discussed: &Discussed) -> MayDestroy {
        let Some(rule) = &self.progress.regulation().retention else { return MayDestroy::Never };
        if matches!(rule.regime, Regime::Indefinite | Regime::Unregulated) {
            return MayDestroy::Never;
        }
        let retention = self.retention(discussed);
        if self.progress.ended.is_none() {
            return MayDestroy::TooEarly(None);
        }
        match retention.from {
            Some(from) if day >= from && retention.holds.is_empty() => MayDestroy::Allowed,
            Some(from) if day >= from => MayDestroy::Held(retention.holds),
            other => MayDestroy::TooEarly(other),
        }
    }

    /// The step from which the first day of destruction is counted and how that is done; nothing where it is not counted, or
    /// the case has not ended.
    #[must_use]
    pub fn kept_since(&self) -> Option<(&str, Reckoning)> {
        let rule = self.progress.regulation().retention.as_ref()?;
        (rule.regime == Regime::AfterTerm).then(|| self.after_term(rule))?
    }

    fn after_term(&self, rule: &Retention) -> Option<(&str, Reckoning)> {
        let ended = self.progress.ended?;
        let starts = self.progress.taken.iter().filter(|t| rule.from.contains(&t.step.id));
        let start = starts.map(|t| (t.step.id.as_str(), t.entry.on)).max_by_key(|(_, on)| *on);
        // A case that ended another way than by that step is kept as long from its end.
        let (step, on) = start.unwrap_or((ended.step.id.as_str(), ended.on));
        Some((step, self.progress.regulation().due(on, rule.keep?, Counting::AsStated)))
    }

    fn from(&self, rule: &Retention, discussed: &Discussed) -> Option<NaiveDate> {
        let ended = self.progress.ended.map(|e| e.on);
        match rule.regime {
            Regime::Indefinite | Regime::Unregulated => None,
            // The event sets the day, also while nobody has ended the case yet: its end is due by then.
            Regime::OnEvent => {
                let event = rule.event.as_deref()?;
                let progress = &self.progress;
                let taken = progress.taken.iter().rev().find(|t| t.step.id == event)?;
                let came = ended.is_some() || taken.round == progress.round;
                (came && progress.applies(rule.when.as_ref()))
                    .then(|| ended.map_or(taken.entry.on, |e| e.max(taken.entry.on)))
            }
            Regime::AfterTerm => self.after_term(rule).map(|(_, reckoning)| reckoning.end),
            Regime::AfterReport => discussed.of(ended?),
        }
    }
}
