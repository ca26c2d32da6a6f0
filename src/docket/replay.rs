//! The replay: entry by entry, what each lacks, and what the case has come to.

use std::mem::discriminant;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::corrections::{RECEIPT, annuls, is_fact};
use super::facts::{attestation_violations, fact_violations, incomplete_violation};
use super::participants::{Participant, Participants};
use super::progress::Progress;
use super::retention::Waits;
use super::timeliness::{late_violations, notice_violations};
use super::timetable::Timetable;
use super::violation::{MOST, Violation, ViolationKind};
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
    /// The external body has ruled, and the organisation has not done yet what was ruled.
    Ruled,
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
    /// What the terms come to in it.
    pub timetable: Timetable<'a>,
    /// What it lacks, in the order of the file.
    pub violations: Vec<Violation>,
}

impl<'a> Docket<'a> {
    /// Replays a case. Pure: the same case, version and people give the same docket.
    #[must_use]
    pub fn replay(case: &'a Case, version: &'a Version, people: &'a People) -> Self {
        let participants = Participants { case, regulation: &version.regulation, people, day: None };
        let progress = Progress::new(participants, &version.precedence);
        if case.destroyed.is_some() {
            let timetable = progress.timetable();
            return Self { version, progress, timetable, violations: Vec::new() };
        }
        let then = (!progress.annulled.is_empty()).then(|| progress.uncorrected());
        let mut reading = Reading { ended_by: ended_by(&progress), now: progress, then, violations: Vec::new() };
        for (index, entry) in case.log.iter().enumerate() {
            reading.on(Some(entry.on));
            reading.judge(index, entry);
        }
        reading.on(None);
        let Reading { now: progress, mut violations, .. } = reading;
        violations.extend(fact_violations(&progress));
        nameless(&progress, &mut violations);
        violations.extend(incomplete_violation(&progress));
        violations.extend(attestation_violations(&progress));
        let mut timetable = progress.timetable();
        violations.extend(late_violations(&progress, &timetable.clocks));
        violations.extend(notice_violations(&timetable));
        violations.append(&mut timetable.violations);
        Self { version, progress, timetable, violations }
    }

    /// The case.
    #[must_use]
    pub fn case(&self) -> &'a Case {
        self.progress.participants.case
    }

    /// Where it stands.
    #[must_use]
    pub fn state(&self) -> State {
        if self.case().destroyed.is_some() {
            return State::Destroyed;
        }
        let waits = self.progress.open_escalation().map(|(_, waits)| waits);
        match (self.progress.ended, self.progress.complaint) {
            _ if waits == Some(Waits::ForRuling) => State::Escalated,
            _ if waits == Some(Waits::ForExecution) => State::Ruled,
            (Some(ended), _) => State::Ended(ended.step.ends_as),
            (None, false) => State::Report,
            (None, true) => State::Open,
        }
    }

    /// The same case looked at on a day: by then a term may have ended that no entry tells of.
    #[must_use]
    pub fn as_of(mut self, day: NaiveDate) -> Self {
        if !self.progress.regulation().waits_for_time() {
            return self;
        }
        self.progress.as_of = Some(day);
        // What is wrong was told of the case as it is recorded.
        self.timetable = Timetable { violations: Vec::new(), ..self.progress.timetable() };
        self
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
    violations: Vec<Violation>,
}

impl<'a> Reading<'a> {
    /// Looks at the parties as they were on a day; at all of them without one.
    fn on(&mut self, day: Option<NaiveDate>) {
        for progress in self.then.iter_mut().chain([&mut self.now]) {
            progress.participants.day = day;
            progress.as_of = day;
        }
    }

    fn judge(&mut self, index: usize, entry: &'a LogEntry) {
        let at = Route::root().key("log").index(index);
        if entry.step == CORRECTION {
            correction(&self.now, index, entry, &at, &mut self.violations);
            if let (Some(then), Some(annulled)) = (&mut self.then, annuls(index, entry)) {
                *then = then.without(annulled);
            }
            return;
        }
        let annulled = self.now.annulled.contains(&index);
        let Some(step) = self.now.regulation().step(&entry.step) else {
            if !annulled {
                self.violations.push(unknown_step(&self.now, entry, &at));
            }
            return;
        };
        self.now.said = Some(entry);
        self.then.iter_mut().for_each(|then| then.said = Some(entry));
        if !annulled {
            let own = Some(RuleRef::new("steps", &step.id));
            for kind in self.entry_violations(index, step, entry) {
                if let ViolationKind::Before { needs, .. } = &kind {
                    self.now.skipped.extend(needs.iter().cloned());
                }
                let rule = rule_behind(&self.now, &kind).or_else(|| own.clone());
                let at = place(&at, &kind);
                self.violations.push(Violation { kind, at, rule });
            }
            self.now.take(index, entry, step);
        }
        self.now.said = None;
        if let Some(then) = &mut self.then {
            then.take(index, entry, step);
        }
    }

    /// What an entry lacks. What was in order when it was logged is not made wrong by a later correction, and what a later
    /// correction put in order is so too: it lacks what it lacks both ways. But a case that stays ended must be complete
    /// with every correction made.
    fn entry_violations(&self, index: usize, step: &'a Step, entry: &'a LogEntry) -> Vec<ViolationKind> {
        let mut found = entry_violations(&self.now, step, entry);
        if let Some(then) = self.then.as_ref().filter(|_| self.ended_by != Some(index)) {
            let stood = entry_violations(then, step, entry);
            found.retain(|violation| stood.iter().any(|other| discriminant(other) == discriminant(violation)));
        }
        found
    }
}

/// The entry by which a case stays ended: not annulled, and not followed by a re-opening that stands.
fn ended_by(progress: &Progress<'_>) -> Option<usize> {
    let standing =
        progress.participants.case.log.iter().enumerate().filter(|(index, _)| !progress.annulled.contains(index));
    let mut transitions = standing.filter_map(|(index, e)| Some((index, progress.regulation().step(&e.step)?.does?)));
    let last = transitions.rfind(|(_, does)| matches!(does, Does::Close | Does::End | Does::Reopen));
    last.filter(|(_, does)| *does != Does::Reopen).map(|(index, _)| index)
}

fn unknown_step(progress: &Progress<'_>, entry: &LogEntry, at: &Route) -> Violation {
    let known = progress.regulation().steps.iter().map(|s| s.id.as_str());
    let near = most_like(&entry.step, known).map(str::to_owned);
    let kind = ViolationKind::UnknownStep { step: entry.step.clone(), near };
    Violation { kind, at: at.key("step"), rule: Some(RuleRef::block("steps")) }
}

fn entry_violations<'a>(progress: &Progress<'a>, step: &'a Step, entry: &'a LogEntry) -> Vec<ViolationKind> {
    let mut found: Vec<ViolationKind> = progress.out_of_order(entry).into_iter().collect();
    found.extend(progress.obstacles(step));
    found.extend(progress.actor_violations(step, entry));
    found.extend(progress.receipt_violations(step, entry));
    found.extend(progress.handler_violations(step, entry));
    found.extend(progress.data_violations(step, entry));
    found
}

/// The rule on which a lack rests, when it is another than the step itself.
fn rule_behind(progress: &Progress<'_>, kind: &ViolationKind) -> Option<RuleRef> {
    match kind {
        ViolationKind::Unfinished { step, .. } => Some(RuleRef::new("steps", step)),
        ViolationKind::AfterEnd { ended_by, .. } => Some(RuleRef::new("steps", ended_by)),
        ViolationKind::WrongKind { .. } => what_makes_its_kind(progress),
        ViolationKind::AfterRuling { escalation, .. } => Some(RuleRef::new("escalations", escalation)),
        ViolationKind::WrongEscalator { step, .. } => {
            progress.escalation_of(step).map(|w| RuleRef::new("escalations", &w.id))
        }
        ViolationKind::WrongHandler { .. } => {
            let main = progress.participants.case.main_topic.as_ref().or(progress.participants.case.topics.first());
            let routed =
                main.filter(|_| progress.regulation().assignment.handler.by == crate::regulation::HandlerBy::Topic);
            Some(
                routed.map_or_else(|| RuleRef::block("assignment.handler"), |topic| RuleRef::new("topics.list", topic)),
            )
        }
        ViolationKind::Conflict { exclusion, .. } | ViolationKind::PersonUnknown { exclusion, .. } => {
            Some(RuleRef::new("assignment.exclude", exclusion))
        }
        ViolationKind::DataMissing { step, key, .. } => {
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
    let channel = progress.participants.case.intake.channel.as_str();
    let known = progress.regulation().channels.iter().any(|c| c.id == channel);
    turned.map(|t| RuleRef::new("steps", &t.step.id)).or_else(|| known.then(|| RuleRef::new("channels", channel)))
}

/// Where in the entry a lack shows.
fn place(at: &Route, kind: &ViolationKind) -> Route {
    match kind {
        ViolationKind::DataWrong { key, .. }
        | ViolationKind::DataSeveral { key, .. }
        | ViolationKind::OutOfBounds { key, .. }
        | ViolationKind::DataUnknown { key, .. }
        | ViolationKind::Disagrees { key, .. } => at.key(key),
        ViolationKind::NotForThem { how, .. } | ViolationKind::NotReceived { how, .. } => at.key(how.key()),
        ViolationKind::UnknownWho { field, .. } => at.key(field),
        ViolationKind::WrongForm { .. } | ViolationKind::WrongChannel { channel: Some(_), .. } => at.key("channel"),
        ViolationKind::WrongActor { .. } | ViolationKind::WrongEscalator { .. } => at.key("by"),
        ViolationKind::WrongHandler { .. } => at.key("handler"),
        ViolationKind::OutOfOrder { .. } | ViolationKind::BeforeReceipt { .. } => at.key("on"),
        ViolationKind::NotWaivable { .. } | ViolationKind::GroundUntrue { .. } => at.key("waived"),
        ViolationKind::UnknownPart { .. } => at.key("parts"),
        _ => at.key("step"),
    }
}

/// Parties of whom it must be said who they are, unless an entry was refused for that already.
fn nameless(progress: &Progress<'_>, violations: &mut Vec<Violation>) {
    for kind in progress.nobody_yet() {
        let ViolationKind::PersonUnknown { exclusion, party, .. } = &kind else { continue };
        let told =
            violations.iter().any(|v| matches!(&v.kind, ViolationKind::PersonUnknown { party: p, .. } if p == party));
        let index = progress.participants.case.parties.iter().position(|p| p.key == *party).filter(|_| !told);
        if let Some(index) = index {
            let rule = Some(RuleRef::new("assignment.exclude", exclusion));
            violations.push(Violation { at: Route::root().key("parties").index(index), rule, kind });
        }
    }
}

fn correction<'a>(
    progress: &Progress<'a>,
    index: usize,
    entry: &'a LogEntry,
    at: &Route,
    violations: &mut Vec<Violation>,
) {
    let of = entry.of.clone().unwrap_or_default();
    let number = of.parse::<usize>().ok().filter(|n| (1..=index).contains(n));
    let of_a_correction = number.is_some_and(|n| progress.participants.case.log[n - 1].step == CORRECTION);
    // Instead of an entry a correction may name the receipt, or a fact of the case.
    let party = progress.participants.case.parties.iter().any(|p| p.key == of);
    if of != RECEIPT && !is_fact(&of) && !party && (number.is_none() || of_a_correction) {
        violations.push(Violation { kind: ViolationKind::BadCorrection { of }, at: at.key("of"), rule: None });
    }
    let step = CORRECTION.to_owned();
    if let Some(kind) = progress.out_of_order(entry) {
        violations.push(Violation { kind, at: at.key("on"), rule: None });
    }
    for (key, _) in &entry.data {
        let kind = ViolationKind::DataUnknown { step: step.clone(), key: key.clone(), near: None };
        violations.push(Violation { kind, at: at.key(key), rule: None });
    }
    if entry.reason.is_none() {
        let kind = ViolationKind::DataMissing {
            step: step.clone(),
            key: "reason".to_owned(),
            kind: crate::regulation::AskType::Text,
        };
        violations.push(Violation { kind, at: at.key("step"), rule: None });
    }
    let staff = || progress.participants.persons(&Selector::Anyone, entry.on, progress.handler);
    let may = || staff().into_iter().take(MOST).map(str::to_owned).collect::<Vec<_>>();
    let unknown_actors =
        entry.by.iter().filter(|key| matches!(progress.participants.who(key), None | Some(Participant::Role(_))));
    violations.extend(unknown_actors.map(|key| {
        let kind = ViolationKind::UnknownWho { key: key.clone(), field: "by", may: may() };
        Violation { kind, at: at.key("by"), rule: None }
    }));
    let corrected = number.map(|n| &progress.participants.case.log[n - 1].by);
    for key in &entry.by {
        let own = corrected.is_some_and(|by| by.contains(key));
        if let Some(kind) = progress.kept_from_correcting(key, entry, own) {
            violations.push(Violation { kind, at: at.key("by"), rule: None });
        }
    }
    if entry.by.is_empty() {
        let may = may();
        let kind = ViolationKind::NoActor { step, wanted: vec!["anyone".to_owned()], may };
        violations.push(Violation { kind, at: at.key("step"), rule: None });
    }
}
