//! The replay: entry by entry, what each lacks, and what the case has come to.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::cast::Cast;
use super::extension::extension_lacks;
use super::facts::{attestation_lacks, fact_lacks, incomplete_lack};
use super::lack::{Lack, LackKind};
use super::progress::{CORRECTION, Progress, RECEIPT};
use super::timeliness::{late_lacks, notice_lacks, promise_lacks};
use crate::case::{Case, LogEntry};
use crate::regulation::{Does, Ending, People, RuleRef, Step, Version};
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
        let cast = Cast { case, regulation: &version.regulation, people };
        let mut progress = Progress::new(cast, &version.reach);
        let mut lacks = Vec::new();
        if case.destroyed.is_some() {
            return Self { version, progress, lacks };
        }
        for (index, entry) in case.log.iter().enumerate() {
            judge(&mut progress, index, entry, &mut lacks);
        }
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

fn judge<'a>(progress: &mut Progress<'a>, index: usize, entry: &'a LogEntry, lacks: &mut Vec<Lack>) {
    let at = Route::root().key("log").index(index);
    if entry.step == CORRECTION {
        correction(progress, index, entry, &at, lacks);
        return;
    }
    if progress.annulled.contains(&index) {
        return;
    }
    let Some(step) = progress.regulation().step(&entry.step) else {
        let known = progress.regulation().steps.iter().map(|s| s.id.as_str());
        let near = most_like(&entry.step, known).map(str::to_owned);
        let kind = LackKind::UnknownStep { step: entry.step.clone(), near };
        lacks.push(Lack { kind, at: at.key("step"), rule: Some(RuleRef::block("steps")) });
        return;
    };
    let own = Some(RuleRef::new("steps", &step.id));
    for kind in entry_lacks(progress, step, entry) {
        let rule = rule_behind(progress, &kind).or_else(|| own.clone());
        let at = place(&at, &kind);
        lacks.push(Lack { kind, at, rule });
    }
    progress.take(index, entry, step);
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
    if entry.by.is_empty() {
        let kind = LackKind::NoActor { step, wanted: vec!["anyone".to_owned()] };
        lacks.push(Lack { kind, at: at.key("step"), rule: None });
    }
}
