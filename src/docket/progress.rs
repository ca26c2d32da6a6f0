//! How far a case has come: which steps were taken, in which round, by whom it is handled, whether it has ended.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::corrections::annulled;
use super::participants::Participants;
use crate::case::LogEntry;
use crate::regulation::{AskType, Binding, Does, Each, For, Precedence, Regulation, Step};

/// A step that was taken.
#[derive(Debug, Clone, Copy)]
pub struct Taken<'a> {
    /// Its number in the log, from 0.
    pub index: usize,
    /// The entry.
    pub entry: &'a LogEntry,
    /// What the regulation says of it.
    pub step: &'a Step,
    /// The round, from 0; a re-opening starts a new one.
    pub round: usize,
}

/// How the case ended, if it did.
#[derive(Debug, Clone, Copy)]
pub struct Ended<'a> {
    /// The step that ended it.
    pub step: &'a Step,
    /// When.
    pub on: NaiveDate,
}

/// The state of a case after some entries of its log.
#[derive(Debug, Clone)]
pub struct Progress<'a> {
    /// Who is who.
    pub participants: Participants<'a>,
    /// The order of steps.
    pub precedence: &'a Precedence,
    /// What was taken so far and stands.
    pub taken: Vec<Taken<'a>>,
    /// The round.
    pub round: usize,
    /// Whether it is a complaint, or a report still.
    pub complaint: bool,
    /// The day from which terms run: of receipt, or of becoming a complaint.
    pub started: NaiveDate,
    /// Who handles it.
    pub handler: Option<&'a str>,
    /// How it ended.
    pub ended: Option<Ended<'a>>,
    /// The escalation in which a binding ruling was given.
    pub ruled: Option<&'a str>,
    /// The step by which this round began; nothing in the first.
    pub reopened_by: Option<&'a str>,
    /// The entry that is being judged: what it says itself counts as said.
    pub said: Option<&'a LogEntry>,
    /// The day from which it is looked at, where the length of a wait matters: that of the entry that is judged.
    pub as_of: Option<NaiveDate>,
    /// A step that is looked at as if it were taken now.
    pub(super) supposed: Option<&'a str>,
    /// The terms whose clocks are being looked at.
    pub(super) asked_after: Vec<&'a str>,
    /// Steps that an entry found undone which had to come after them.
    pub(super) skipped: BTreeSet<String>,
    /// Entries that were annulled.
    pub annulled: BTreeSet<usize>,
    /// The last value of every key: of each party, where a step is repeated for each.
    values: BTreeMap<&'a str, Vec<Answer<'a>>>,
}

/// What was answered, for these parties or for the case.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Answer<'a> {
    of: &'a [String],
    pub value: &'a str,
}

impl Answer<'_> {
    /// Puts it in the place of what those whom it is of answered before.
    fn join(self, answers: &mut Vec<Self>) {
        answers.retain(|other| !self.of.is_empty() && !other.of.iter().all(|key| self.of.contains(key)));
        answers.push(self);
    }
}

impl<'a> Progress<'a> {
    /// A case on which nothing was done yet.
    #[must_use]
    pub fn new(participants: Participants<'a>, precedence: &'a Precedence) -> Self {
        let channel = participants.regulation.channel(&participants.case.intake.channel);
        Self {
            participants,
            precedence,
            taken: Vec::new(),
            round: 0,
            complaint: channel.is_none_or(|c| c.formal),
            started: participants.case.first_day(),
            handler: None,
            ended: None,
            ruled: None,
            reopened_by: None,
            said: None,
            as_of: None,
            supposed: None,
            asked_after: Vec::new(),
            skipped: BTreeSet::new(),
            annulled: annulled(&participants.case.log),
            values: BTreeMap::new(),
        }
    }

    /// The same case as it stood while nothing of it was corrected yet.
    #[must_use]
    pub(super) fn uncorrected(&self) -> Self {
        Self { annulled: BTreeSet::new(), ..Self::new(self.participants, self.precedence) }
    }

    /// What is left when a correction takes one more entry away.
    #[must_use]
    pub(super) fn without(&self, index: usize) -> Self {
        let mut left = self.uncorrected();
        left.annulled.clone_from(&self.annulled);
        left.annulled.insert(index);
        left.skipped.clone_from(&self.skipped);
        for taken in self.taken.iter().filter(|t| t.index != index) {
            left.take(taken.index, taken.entry, taken.step);
        }
        left
    }

    /// The first entry in whose place this one was taken anew: annulled, of the same step and round, and not taken anew before.
    /// Its own number when it takes nothing's place.
    #[must_use]
    pub(super) fn in_place_of(&self, index: usize) -> usize {
        let log = &self.participants.case.log;
        let Some(step) = log.get(index).map(|e| &e.step) else { return index };
        let between = |t: &&Taken<'_>| t.index < index && (t.entry.step == *step || t.step.does == Some(Does::Reopen));
        let after = self.taken.iter().rev().find(between).map(|t| t.index);
        let mut same = self.annulled.iter().copied().filter(|n| after.is_none_or(|a| *n > a) && *n < index);
        same.find(|n| log.get(*n).is_some_and(|e| e.step == *step)).unwrap_or(index)
    }

    /// The regulation.
    #[must_use]
    pub fn regulation(&self) -> &'a Regulation {
        self.participants.regulation
    }

    /// Records an entry that stands.
    pub fn take(&mut self, index: usize, entry: &'a LogEntry, step: &'a Step) {
        self.said = None;
        if step.does == Some(Does::Reopen) {
            self.round += 1;
            self.ended = None;
            self.reopened_by = Some(&step.id);
        }
        self.taken.push(Taken { index, entry, step, round: self.round });
        for (key, value) in &entry.data {
            if let Some(value) = value.text() {
                Answer { of: whose(step, entry), value }.join(self.values.entry(key).or_default());
            }
        }
        if let Some(handler) = entry.handler.as_deref() {
            self.handler = Some(handler);
        }
        match step.does {
            Some(Does::Formalise) => {
                self.complaint = true;
                self.started = entry.on;
            }
            Some(Does::Close | Does::End) => self.ended = Some(Ended { step, on: entry.on }),
            _ => {}
        }
        let ways = &self.regulation().escalations;
        if let Some(way) =
            ways.iter().find(|w| w.binding == Binding::Yes && w.steps.ruled.as_deref() == Some(step.id.as_str()))
        {
            self.ruled = Some(&way.id);
        }
    }

    /// The last value of `key` in the log, or else the case field of that id. Of several who were asked whether they are
    /// satisfied, it is the answer of who is so least: one who is does not speak for the other.
    #[must_use]
    pub fn value(&self, key: &str) -> Option<&'a str> {
        self.value_with(key, self.said)
    }

    /// The same, with what an entry says that is not taken yet.
    #[must_use]
    pub(super) fn value_with(&self, key: &str, said: Option<&'a LogEntry>) -> Option<&'a str> {
        let answers = self.answers(key, said);
        let pleased = |answer: &&Answer<'a>| match answer.value {
            "nee" => 0,
            "ja" => 2,
            _ => 1,
        };
        let asks =
            |answers: &[Answer<'a>]| answers.len() > 1 && self.regulation().kind_of(key) == Some(AskType::Satisfaction);
        let counts = if asks(&answers) { answers.iter().min_by_key(pleased) } else { answers.last() };
        counts.map(|answer| answer.value).or_else(|| self.participants.case.field(key))
    }

    /// What was answered last under a key: one answer, or that of each party for whom a step is repeated.
    pub(crate) fn answers(&self, key: &str, said: Option<&'a LogEntry>) -> Vec<Answer<'a>> {
        let mut answers = self.values.get(key).cloned().unwrap_or_default();
        let own = said.and_then(|entry| Some((entry, entry.value(key)?)));
        if let Some((entry, value)) = own {
            let of = self.regulation().step(&entry.step).map(|step| whose(step, entry)).unwrap_or_default();
            Answer { of, value }.join(&mut answers);
        }
        answers
    }

    /// Whether the re-opening that began this round asks for the step: it comes after it, before the case ends again.
    #[must_use]
    pub fn asked_again(&self, step: &str) -> bool {
        self.reopened_by.is_some_and(|by| self.precedence.asked_by(by, step))
    }

    /// Entries of a step; only of this round when the step is demanded anew in each, or by the re-opening that began it.
    #[must_use]
    pub fn entries(&self, step: &str) -> impl DoubleEndedIterator<Item = &Taken<'a>> {
        let this_round = self.asked_again(step) || self.regulation().step(step).is_some_and(|s| s.each_round);
        let round = self.round;
        self.taken.iter().filter(move |t| t.step.id == step && (!this_round || t.round == round))
    }

    /// Whether the step belongs to what this is now: a complaint or a report.
    #[must_use]
    pub fn belongs(&self, step: &Step) -> bool {
        match step.belongs_to {
            For::Both => true,
            For::Complaint => self.complaint,
            For::Report => !self.complaint,
        }
    }

    /// Whether the step is done, for everybody and in all its parts; otherwise what is still to do.
    pub fn done(&self, step: &Step) -> Result<(), Open> {
        let entries: Vec<&Taken<'a>> = self.entries(&step.id).collect();
        if entries.is_empty() && !self.nothing_to_repeat(step) {
            return Err(Open::default());
        }
        if entries.iter().any(|t| t.entry.party.is_empty() && self.left_out(step, t.entry)) {
            return Ok(());
        }
        if let Some(each) = &step.each {
            self.each_done(step, each, &entries)?;
        }
        let parts: BTreeSet<&str> = entries.iter().flat_map(|t| t.entry.parts.iter().map(String::as_str)).collect();
        if let Some(part) = step.parts.iter().find(|p| !parts.contains(p.as_str())) {
            return Err(Open { detail: Some(part.clone()) });
        }
        self.acted(step, &entries)?;
        self.carried_out(step, &entries)?;
        self.not_overtaken(step, &entries)
    }

    /// Whether an entry leaves its step out on a ground that holds, as the case is now.
    #[must_use]
    pub fn left_out(&self, step: &Step, entry: &LogEntry) -> bool {
        let ground = entry.waived.as_ref().map(|id| step.ground(id));
        ground.is_some_and(|known| known.is_none_or(|ground| self.applies(ground.when.as_ref())))
    }

    /// Whether an entry brings the last of the parts of its step, so that a term does not end with half of what it is for.
    #[must_use]
    pub fn completes(&self, taken: &Taken<'a>) -> bool {
        let same = |t: &&Taken<'_>| t.step.id == taken.step.id && (!taken.step.each_round || t.round == taken.round);
        let so_far = || self.taken.iter().filter(same).filter(|t| t.index <= taken.index);
        let covered = |part: &String| so_far().any(|t| t.entry.waived.is_some() || t.entry.parts.contains(part));
        taken.step.parts.iter().all(covered)
    }

    /// What a repeated step is repeated for: party keys or names of things.
    #[must_use]
    pub fn repeated_for(&self, each: &Each) -> Vec<&'a str> {
        let mut wanted: Vec<&'a str> = match each {
            Each::Parties(selectors) => {
                selectors.iter().flat_map(|s| self.participants.parties(s)).map(|p| p.key.as_str()).collect()
            }
            Each::Items { step, key } => {
                self.taken.iter().filter(|t| t.step.id == *step).filter_map(|t| t.entry.value(key)).collect()
            }
        };
        wanted.sort_unstable();
        wanted.dedup();
        wanted
    }

    /// For whom or what a repeated step was not taken yet; a mere offer counts where the step says so.
    #[must_use]
    pub fn still_for(&self, step: &Step, each: &Each) -> Vec<&'a str> {
        let entries: Vec<&Taken<'a>> = self.entries(&step.id).collect();
        self.not_in(step, each, &entries)
    }

    fn not_in(&self, step: &Step, each: &Each, entries: &[&Taken<'a>]) -> Vec<&'a str> {
        let covers = |t: &Taken<'a>, wanted: &str| match each {
            Each::Parties(_) => t.entry.party.iter().any(|p| p == wanted),
            Each::Items { key, .. } => t.entry.value(key) == Some(wanted),
        };
        let counts = |t: &Taken<'a>| {
            (!t.entry.offered || step.offer_suffices) && (t.entry.waived.is_none() || self.left_out(step, t.entry))
        };
        // What is named again after it was done, is to be done again.
        let since = |wanted: &str| match each {
            Each::Parties(_) => None,
            Each::Items { step, key } => self.last_named(step, key, wanted),
        };
        let open = |wanted: &&str| {
            let since = since(wanted);
            !entries.iter().any(|t| covers(t, wanted) && counts(t) && since.is_none_or(|named| t.index > named))
        };
        self.repeated_for(each).into_iter().filter(open).collect()
    }

    /// The entry in which a step last named a thing; where that was taken anew, the one in whose place it came.
    pub(super) fn last_named(&self, step: &str, key: &str, thing: &str) -> Option<usize> {
        let named = |t: &&Taken<'_>| t.step.id == step && t.entry.value(key) == Some(thing);
        self.taken.iter().rev().find(named).map(|t| self.in_place_of(t.index))
    }

    /// Whether a step has a place in this case as it is: its condition holds, and there is somebody or something to repeat it for.
    pub(super) fn has(&self, step: &str) -> bool {
        self.regulation()
            .step(step)
            .is_some_and(|step| self.belongs(step) && self.applies(step.when.as_ref()) && !self.nothing_to_repeat(step))
    }

    fn nothing_to_repeat(&self, step: &Step) -> bool {
        step.each.as_ref().is_some_and(|each| self.repeated_for(each).is_empty())
    }

    fn each_done(&self, step: &Step, each: &Each, entries: &[&Taken<'a>]) -> Result<(), Open> {
        match self.not_in(step, each, entries).first() {
            Some(open) => Err(Open { detail: Some((*open).to_owned()) }),
            None => Ok(()),
        }
    }
}

/// What is still to do of a step: a party, a part, a thing; nothing named when all of it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Open {
    /// The party, part or thing.
    pub detail: Option<String>,
}

/// The parties of whom an entry tells, where its step is repeated for each; nobody where it tells of the case.
fn whose<'a>(step: &Step, entry: &'a LogEntry) -> &'a [String] {
    match step.each {
        Some(Each::Parties(_)) => &entry.party,
        _ if !step.by_each.is_empty() => &entry.by,
        _ => &[],
    }
}
