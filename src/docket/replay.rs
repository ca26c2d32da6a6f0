//! The replay: entry by entry, what each lacks, and what the case has come to.

use std::mem::discriminant;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::cast::{Cast, Who};
use super::extension::extension_lacks;
use super::facts::{attestation_lacks, fact_lacks, incomplete_lack};
use super::lack::{Lack, LackKind, MOST};
use super::progress::{Progress, RECEIPT, annuls};
use super::timeliness::{late_lacks, notice_lacks, promise_lacks};
use crate::case::{Case, LogEntry};
use crate::regulation::{CORRECTION, Does, Ending, People, RuleRef, Selector, Step, Version};
use crate::yaml::{Route, most_like};

/// Where a case stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum State {
    /// Not (yet) a complaint.
    Report,
    /// Being handled.
    Open,
    /// Before the external body.
    Escalated,
    /// Over.
    Ended(Option<Ending>),
    /// Destroyed: only its stub is left.
    Destroyed,
}

/// A case replayed.
#[derive(Debug, Clone)]
pub struct Docket<'a> {
    /// What it was judged by.
    pub version: &'a Version,
    /// How far it has come.
    pub progress: Progress<'a>,
    /// What it lacks, in the order of the file.
    pub lacks: Vec<Lack>,
}

impl<'a> Docket<'a> {
    /// Replays a case. Pure: the same case, version and people give the same docket.
    #[must_use]
    pub fn replay(case: &'a Case, version: &'a Version, people: &'a People) -> Self {
        let cast = Cast { case, regulation: &version.regulation, people, day: None };
        let progress = Progress::new(cast, &version.reach);
        if case.destroyed.is_some() {
            return Self { version, progress, lacks: Vec::new() };
        }
        let then = (!progress.annulled.is_empty()).then(|| progress.uncorrected());
        let mut reading = Reading { ended_by: ended_by(&progress), now: progress, then, lacks: Vec::new() };
        for (index, entry) in case.log.iter().enumerate() {
            reading.on(Some(entry.on));
            reading.judge(index, entry);
        }
        reading.on(None);
        let Reading { now: progress, mut lacks, .. } = reading;
        lacks.extend(fact_lacks(&progress));
        lacks.extend(incomplete_lack(&progress));
        lacks.extend(attestation_lacks(&progress));
        lacks.extend(late_lacks(&progress));
        lacks.extend(extension_lacks(&progress));
        lacks.extend(notice_lacks(&progress));
        lacks.extend(promise_lacks(&progress));
        Self { version, progress, lacks }
    }

    /// The case.
    #[must_use]
    pub fn case(&self) -> &'a Case {
        self.progress.cast.case
    }

    /// Where it stands.
    #[must_use]
    pub fn state(&self) -> State {
        if self.case().destroyed.is_some() {
            return State::Destroyed;
        }
        let escalated = self.progress.open_escalation().is_some();
        match (self.progress.ended, self.progress.complaint) {
            _ if escalated => State::Escalated,
            (Some(ended), _) => State::Ended(ended.step.ends_as),
            (None, false) => State::Report,
            (None, true) => State::Open,
        }
    }

    /// The last day on which anything is recorded.
    #[must_use]
    pub fn last_recorded(&self) -> NaiveDate {
        self.case().log.iter().map(|e| e.on).max().map_or(self.case().first_day(), |d| d.max(self.case().first_day()))
    }
}

/// A log being read in two ways: as it stands with all its corrections, and as it stood when each entry was logged.
struct Reading<'a> {
    now: Progress<'a>,
    /// Nothing when no entry was annulled, since then both are the same.
    then: Option<Progress<'a>>,
    /// The entry by which the case stays ended.
    ended_by: Option<usize>,
    lacks: Vec<Lack>,
}

impl<'a> Reading<'a> {
    /// Looks at the parties as they were on a day; at all of them without one.
    fn on(&mut self, day: Option<NaiveDate>) {
        self.now.cast.day = day;
        self.then.iter_mut().for_each(|then| then.cast.day = day);
    }

    fn judge(&mut self, index: usize, entry: &'a LogEntry) {
        let at = Route::root().key("log").index(index);
        if entry.step == CORRECTION {
            correction(&self.now, index, entry, &at, &mut self.lacks);
            if let (Some(then), Some(annulled)) = (&mut self.then, annuls(index, entry)) {
                *then = then.without(annulled);
            }
            return;
        }
        let annulled = self.now.annulled.contains(&index);
        let Some(step) = self.now.regulation().step(&entry.step) else {
            if !annulled {
                self.lacks.push(unknown_step(&self.now, entry, &at));
            }
            return;
        };
        if !annulled {
            let own = Some(RuleRef::new("steps", &step.id));
            for kind in self.entry_lacks(index, step, entry) {
                let rule = rule_behind(&self.now, &kind).or_else(|| own.clone());
                let at = place(&at, &kind);
                self.lacks.push(Lack { kind, at, rule });
            }
            self.now.take(index, entry, step);
        }
        if let Some(then) = &mut self.then {
            then.take(index, entry, step);
        }
    }

    /// What an entry lacks. What was in order when it was logged is not made wrong by a later correction, and what a later
    /// correction put in order is so too: it lacks what it lacks both ways. But a case that stays ended must be complete
    /// with every correction made.
    fn entry_lacks(&self, index: usize, step: &'a Step, entry: &'a LogEntry) -> Vec<LackKind> {
        let mut found = entry_lacks(&self.now, step, entry);
        if let Some(then) = self.then.as_ref().filter(|_| self.ended_by != Some(index)) {
            let stood = entry_lacks(then, step, entry);
            found.retain(|lack| stood.iter().any(|other| discriminant(other) == discriminant(lack)));
        }
        found
    }
}

/// The entry by which a case stays ended: not annulled, and not followed by a re-opening that stands.
fn ended_by(progress: &Progress<'_>) -> Option<usize> {
    let standing = progress.cast.case.log.iter().enumerate().filter(|(index, _)| !progress.annulled.contains(index));
    let mut moves = standing.filter_map(|(index, e)| Some((index, progress.regulation().step(&e.step)?.does?)));
    let last = moves.rfind(|(_, does)| matches!(does, Does::Close | Does::End | Does::Reopen));
    last.filter(|(_, does)| *does != Does::Reopen).map(|(index, _)| index)
}

fn unknown_step(progress: &Progress<'_>, entry: &LogEntry, at: &Route) -> Lack {
    let known = progress.regulation().steps.iter().map(|s| s.id.as_str());
    let near = most_like(&entry.step, known).map(str::to_owned);
    let kind = LackKind::UnknownStep { step: entry.step.clone(), near };
    Lack { kind, at: at.key("step"), rule: Some(RuleRef::block("steps")) }
}

fn entry_lacks<'a>(progress: &Progress<'a>, step: &'a Step, entry: &'a LogEntry) -> Vec<LackKind> {
    let mut found: Vec<LackKind> = progress.out_of_order(entry).into_iter().collect();
    found.extend(progress.obstacles(step));
    found.extend(progress.actor_lacks(step, entry));
    found.extend(progress.receipt_lacks(step, entry));
    found.extend(progress.handler_lacks(step, entry));
    found.extend(progress.data_lacks(step, entry));
    found
}

/// The rule on which a lack rests, when it is another than the step itself.
fn rule_behind(progress: &Progress<'_>, kind: &LackKind) -> Option<RuleRef> {
    match kind {
        LackKind::Unfinished { step, .. } => Some(RuleRef::new("steps", step)),
        LackKind::AfterEnd { ended_by, .. } => Some(RuleRef::new("steps", ended_by)),
        LackKind::WrongKind { .. } => what_makes_its_kind(progress),
        LackKind::AfterRuling { escalation, .. } => Some(RuleRef::new("escalations", escalation)),
        LackKind::WrongEscalator { step, .. } => {
            progress.escalation_of(step).map(|w| RuleRef::new("escalations", &w.id))
        }
        LackKind::WrongHandler { .. } => {
            let main = progress.cast.case.main_topic.as_ref().or(progress.cast.case.topics.first());
            let routed =
                main.filter(|_| progress.regulation().assignment.handler.by == crate::regulation::HandlerBy::Topic);
            Some(
                routed.map_or_else(|| RuleRef::block("assignment.handler"), |topic| RuleRef::new("topics.list", topic)),
            )
        }
        LackKind::Conflict { exclusion, .. } => Some(RuleRef::new("assignment.exclude", exclusion)),
        LackKind::DataMissing { step, key, .. } => {
            let asked = progress.regulation().step(step).is_some_and(|s| s.asks.iter().any(|a| a.key == *key));
            let required = progress.regulation().entries.as_ref().is_some_and(|e| e.require.contains(key));
            (required && !asked).then(|| RuleRef::block("entries"))
        }
        _ => None,
    }
}

/// What makes the case a report or a complaint: the step that turned it into one, or else the way it came in.
fn what_makes_its_kind(progress: &Progress<'_>) -> Option<RuleRef> {
    let turned = progress.taken.iter().find(|t| t.step.does == Some(Does::Formalise));
    let channel = progress.cast.case.intake.channel.as_str();
    let known = progress.regulation().channels.iter().any(|c| c.id == channel);
    turned.map(|t| RuleRef::new("steps", &t.step.id)).or_else(|| known.then(|| RuleRef::new("channels", channel)))
}

/// Where in the entry a lack shows.
fn place(at: &Route, kind: &LackKind) -> Route {
    match kind {
        LackKind::DataWrong { key, .. } | LackKind::DataUnknown { key, .. } | LackKind::Disagrees { key, .. } => {
            at.key(key)
        }
        LackKind::NotForThem { how, .. } | LackKind::NotReceived { how, .. } => at.key(how.key()),
        LackKind::UnknownWho { field, .. } => at.key(field),
        LackKind::WrongForm { .. } | LackKind::WrongChannel { channel: Some(_), .. } => at.key("channel"),
        LackKind::WrongActor { .. } | LackKind::WrongEscalator { .. } => at.key("by"),
        LackKind::WrongHandler { .. } => at.key("handler"),
        LackKind::OutOfOrder { .. } | LackKind::BeforeReceipt { .. } => at.key("on"),
        LackKind::NotWaivable { .. } => at.key("waived"),
        LackKind::UnknownPart { .. } => at.key("parts"),
        _ => at.key("step"),
    }
}

fn correction<'a>(progress: &Progress<'a>, index: usize, entry: &'a LogEntry, at: &Route, lacks: &mut Vec<Lack>) {
    let of = entry.of.clone().unwrap_or_default();
    let number = of.parse::<usize>().ok().filter(|n| (1..=index).contains(n));
    let of_a_correction = number.is_some_and(|n| progress.cast.case.log[n - 1].step == CORRECTION);
    // `received` is the one fact that a correction may name instead of an entry.
    if of != RECEIPT && (number.is_none() || of_a_correction) {
        lacks.push(Lack { kind: LackKind::BadCorrection { of }, at: at.key("of"), rule: None });
    }
    let step = CORRECTION.to_owned();
    if let Some(kind) = progress.out_of_order(entry) {
        lacks.push(Lack { kind, at: at.key("on"), rule: None });
    }
    for (key, _) in &entry.data {
        let kind = LackKind::DataUnknown { step: step.clone(), key: key.clone(), near: None };
        lacks.push(Lack { kind, at: at.key(key), rule: None });
    }
    if entry.reason.is_none() {
        let kind = LackKind::DataMissing {
            step: step.clone(),
            key: "reason".to_owned(),
            kind: crate::regulation::AskType::Text,
        };
        lacks.push(Lack { kind, at: at.key("step"), rule: None });
    }
    let staff = || progress.cast.persons(&Selector::Anyone, entry.on, progress.handler);
    let may = || staff().into_iter().take(MOST).map(str::to_owned).collect::<Vec<_>>();
    let strangers = entry.by.iter().filter(|key| matches!(progress.cast.who(key), None | Some(Who::Role(_))));
    lacks.extend(strangers.map(|key| {
        let kind = LackKind::UnknownWho { key: key.clone(), field: "by", may: may() };
        Lack { kind, at: at.key("by"), rule: None }
    }));
    if entry.by.is_empty() {
        let may = may();
        let kind = LackKind::NoActor { step, wanted: vec!["anyone".to_owned()], may };
        lacks.push(Lack { kind, at: at.key("step"), rule: None });
    }
}
