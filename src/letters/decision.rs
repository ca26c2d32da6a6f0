//! What a letter says of the outcome: what was decided, why, and what the regulation wants told with it.

use std::collections::BTreeSet;

use serde::Serialize;

use super::author::Author;
use super::error::{LetterError, refused};
use super::said::told_freely;
use super::ways::Line;
use crate::diagnostics::text;
use crate::docket::Taken;
use crate::regulation::{AskType, Selector, Step};

/// What was decided.
#[derive(Debug, Clone, Serialize)]
pub struct Decision {
    /// The name of the judgement, where it is given by now.
    pub judgement: Option<String>,
    /// Whether there is room for the outcome in words, since no judgement says it and none will.
    pub room: bool,
    /// The names of the causes that were found.
    pub causes: Vec<String>,
    /// The names of the measures.
    pub measures: Vec<String>,
    /// What changes by each measure, as it was recorded, with room where it was not.
    pub changes: Vec<Line>,
    /// What else the regulation wants the complainant to hear and was recorded.
    pub told: Vec<Line>,
    /// The names of what else the regulation wants the complainant to hear: the parts of the telling, and the data asked with
    /// it that are not said above.
    pub demanded: Vec<String>,
    /// Whether the complainant is asked afterwards to say if this satisfies.
    pub satisfaction_asked: bool,
    /// What the regulation says of that asking: one is asked about the outcome, another about the handling.
    pub satisfaction: Vec<String>,
}

impl Author<'_> {
    /// What was decided.
    pub(super) fn decision(&self) -> Result<Decision, LetterError> {
        let (progress, rules) = (&self.docket.progress, self.rules());
        let judgement = rules.judgement.as_ref();
        let outcome = rules.milestones.outcome.as_deref();
        let given = judgement.and_then(|j| {
            let entry = progress.taken.iter().rev().find(|t| j.judged_by(t.step) && t.round == progress.round)?;
            entry.entry.value(&j.key)
        });
        // Where the judgement only comes after the outcome was told, what comes before the telling must be done.
        let later = judgement.zip(outcome).is_some_and(|(j, told)| progress.precedence.precedes(told, &j.step));
        let next = outcome.and_then(|id| rules.step(id));
        let said =
            |s: &Step| progress.taken.iter().any(|t| t.step.id == s.id && (t.round == progress.round || !s.each_round));
        let ready = next.is_some_and(|s| said(s) || progress.obstacles(s).is_empty());
        let without = match judgement {
            Some(j) => (later && ready) || (!j.required && next.is_some_and(said)),
            None => ready,
        };
        if given.is_none() && !without {
            return self.no_outcome(if later { None } else { judgement.map(|j| j.step.as_str()) });
        }
        let (causes, satisfaction) = (self.causes(), self.asking_satisfaction());
        let wanted = next.map(|step| self.demanded(step, given.is_some(), !causes.is_empty())).unwrap_or_default();
        let (told, demanded): (Vec<Line>, Vec<Line>) = wanted.into_iter().partition(|line| !line.value.is_empty());
        Ok(Decision {
            judgement: given.map(|id| self.names.item("judgement", id)),
            room: given.is_none() && !later,
            demanded: demanded.into_iter().map(|line| line.label).collect(),
            told,
            changes: self.changes(),
            causes,
            measures: self.measures(),
            satisfaction_asked: !satisfaction.is_empty(),
            satisfaction: satisfaction.into_iter().filter_map(|step| self.promised(step)).collect(),
        })
    }

    /// That there is no outcome yet, and which step brings it nearer: the one that judges, or one that must come before the telling.
    fn no_outcome<T>(&self, judging: Option<&str>) -> Result<T, LetterError> {
        let Some(telling) = self.rules().milestones.outcome.as_deref().and_then(|id| self.rules().step(id)) else {
            return Self::no_telling(judging);
        };
        let open = telling.after.iter().find(|id| !self.taken(id)).or(telling.after_any.first());
        let step = judging.or(open.map(String::as_str)).unwrap_or(&telling.id);
        refused(
            text!("er is nog geen uitkomst", "there is no outcome yet"),
            text!("leg eerst de stap `{step}` vast", "first record the step `{step}`"),
        )
    }

    /// The same where no step is called the telling of the outcome.
    fn no_telling<T>(judging: Option<&str>) -> Result<T, LetterError> {
        match judging {
            Some(step) => refused(
                text!("er is nog geen uitkomst", "there is no outcome yet"),
                text!("leg eerst de stap `{step}` vast", "first record the step `{step}`"),
            ),
            None => refused(
                text!(
                    "deze regeling noemt geen stap waarin de uitkomst wordt verteld",
                    "this regulation names no step in which the outcome is told"
                ),
                text!(
                    "noem die stap bij `milestones.outcome` in de regeling, of schrijf de brief zelf",
                    "name that step under `milestones.outcome` in the regulation, or write the letter yourself"
                ),
            ),
        }
    }

    /// The steps not taken so far in which the complainant is asked to say if this satisfies.
    fn asking_satisfaction(&self) -> BTreeSet<&str> {
        let complainant = Selector::from("complainant".to_owned());
        let asked = self.rules().satisfaction.iter().filter(|s| s.of.contains(&complainant));
        asked.map(|s| s.step.as_str()).filter(|step| !self.taken(step)).collect()
    }

    /// What the regulation says first of a step, in the language of the letter.
    fn promised(&self, step: &str) -> Option<String> {
        let quote = self.rules().step(step)?.quote.first()?;
        Some(self.docket.version.quoted_in(quote, self.lang))
    }

    /// What the regulation wants told with the outcome, with what was recorded of it, without the judgement and the causes where
    /// those are given.
    fn demanded(&self, step: &Step, judged: bool, caused: bool) -> Vec<Line> {
        let said = |kind: AskType| match kind {
            AskType::Judgement => judged,
            AskType::Cause | AskType::Causes => caused,
            // A seal on the letter itself: nothing that anybody reads.
            AskType::Digest => true,
            _ => false,
        };
        let wanted = step.asks.iter().filter(|a| a.required && self.docket.progress.applies(a.when.as_ref()));
        let data = wanted.filter(|a| !said(a.kind) && !step.parts.contains(&a.key));
        let parts = step.parts.iter().filter(|p| !step.asks.iter().any(|a| a.key == **p && said(a.kind)));
        let parts = parts.map(|p| (p, self.rules().part_name(step, p)));
        let data = data.map(|a| (&a.key, self.rules().named(&format!("steps/{}/{}", step.id, a.key), a.label())));
        // A part without a name of its own is shown by its id, as words.
        parts
            .chain(data)
            .map(|(key, name)| Line {
                label: sentence(&name.in_(self.lang).replace('-', " ")),
                value: self.recorded(key).unwrap_or_default(),
            })
            .collect()
    }

    /// What was last recorded under a key in words of one's own, in this round.
    fn recorded(&self, key: &str) -> Option<String> {
        let progress = &self.docket.progress;
        let free = |t: &&Taken<'_>| {
            t.round == progress.round && t.step.asks.iter().any(|ask| ask.key == key && ask.kind == AskType::Text)
        };
        progress
            .taken
            .iter()
            .rev()
            .find(|t| free(t) && t.entry.value(key).is_some())?
            .entry
            .value(key)
            .map(str::to_owned)
    }

    fn changes(&self) -> Vec<Line> {
        let Some(rule) = &self.rules().measures else { return Vec::new() };
        let taken = self.docket.progress.taken.iter().filter(|t| t.step.id == rule.step);
        let line = |t: &Taken<'_>| {
            Some(Line { label: t.entry.value(&rule.key)?.to_owned(), value: told_freely(t).next().unwrap_or_default() })
        };
        taken.filter_map(line).collect()
    }

    fn causes(&self) -> Vec<String> {
        let progress = &self.docket.progress;
        let mut found = Vec::new();
        for taken in progress.taken.iter().filter(|t| t.round == progress.round) {
            for ask in taken.step.asks.iter().filter(|a| matches!(a.kind, AskType::Cause | AskType::Causes)) {
                let given = taken.entry.data.iter().filter(|(key, _)| *key == ask.key);
                found.extend(given.flat_map(|(_, v)| v.texts()).map(|id| self.names.item("causes", id)));
            }
        }
        found
    }

    fn measures(&self) -> Vec<String> {
        let Some(rule) = &self.rules().measures else { return Vec::new() };
        let taken = self.docket.progress.taken.iter().filter(|t| t.step.id == rule.step);
        taken.filter_map(|t| t.entry.value(&rule.key)).map(str::to_owned).collect()
    }
}

/// With a capital, as a line begins.
fn sentence(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
