//! Whether a step is possible now: order, occasion, what the case is, and whether it has ended.

use super::progress::Progress;
use super::violation::ViolationKind;
use crate::case::LogEntry;
use crate::regulation::{Does, Escalation, Step};

impl<'a> Progress<'a> {
    /// What stands in the way of taking `step` now, whatever data come with it.
    #[must_use]
    pub fn obstacles(&self, step: &'a Step) -> Vec<ViolationKind> {
        let mut found = Vec::new();
        if !self.belongs(step) {
            found.push(ViolationKind::WrongKind { step: step.id.clone(), report: !self.complaint });
        }
        found.extend(self.ended_before(step));
        found.extend(self.ruled_before(step));
        // An entry may be the very thing that makes its occasion, and need not unmake the one that there was.
        if !self.applies(step.when.as_ref()) && !self.applied_before(step.when.as_ref()) {
            found.push(ViolationKind::NoOccasion { step: step.id.clone() });
        }
        found.extend(self.predecessors(step));
        if step.once && self.stands_already(step) {
            found.push(ViolationKind::Twice { step: step.id.clone() });
        }
        if step.does == Some(Does::Close) {
            found.extend(self.unfinished(step));
            found.extend(self.closed_by_another(step));
        }
        found
    }

    /// The entry is before receipt, or before the entry above it.
    #[must_use]
    pub fn out_of_order(&self, entry: &LogEntry) -> Option<ViolationKind> {
        let step = entry.step.clone();
        if entry.on < self.participants.case.first_day() {
            return Some(ViolationKind::BeforeReceipt { step });
        }
        let previous = self.taken.last().map(|t| t.entry.on)?;
        (entry.on < previous).then_some(ViolationKind::OutOfOrder { step, previous })
    }

    /// Whether what may be done once was done. What was told of a decision that was taken anew since has to be told again.
    fn stands_already(&self, step: &Step) -> bool {
        let entries: Vec<_> = self.entries(&step.id).filter(|t| step.each_round || t.round == self.round).collect();
        !entries.is_empty() && self.not_overtaken(step, &entries).is_ok()
    }

    fn ended_before(&self, step: &Step) -> Option<ViolationKind> {
        let ended = self.ended?;
        let possible = step.does == Some(Does::Reopen) || self.precedence.past_the_end(&step.id);
        (!possible).then(|| ViolationKind::AfterEnd { step: step.id.clone(), ended_by: ended.step.id.clone() })
    }

    pub(super) fn ruled_before(&self, step: &Step) -> Option<ViolationKind> {
        let way = self.regulation().escalations.iter().find(|w| Some(w.id.as_str()) == self.ruled)?;
        let ruled = way.steps.ruled.as_deref()?;
        let follows = self.precedence.precedes(ruled, &step.id);
        let ends = matches!(step.does, Some(Does::Close | Does::End));
        (!follows && !ends && Some(step.id.as_str()) != way.steps.executed.as_deref())
            .then(|| ViolationKind::AfterRuling { step: step.id.clone(), escalation: way.id.clone() })
    }

    /// Whether a binding ruling came in the place of a step. What was left out before the ruling, while something came that had to
    /// wait for it, stays left out.
    fn shut_out(&self, step: &Step) -> bool {
        self.ruled_before(step).is_some() && !self.skipped.contains(&step.id)
    }

    fn predecessors(&self, step: &Step) -> Vec<ViolationKind> {
        let mut found = Vec::new();
        for needed in &step.after {
            let Some(other) = self.regulation().step(needed) else { continue };
            if !self.belongs(other) && self.entries(needed).next().is_none() {
                continue;
            }
            if !self.applies(other.when.as_ref()) && self.entries(needed).next().is_none() {
                continue;
            }
            // What a binding ruling leaves no room for is not waited for either.
            if self.shut_out(other) {
                continue;
            }
            if let Err(open) = self.done(other) {
                found.push(ViolationKind::Before {
                    step: step.id.clone(),
                    needs: vec![needed.clone()],
                    detail: open.detail,
                });
            }
        }
        let none_of = !step.after_any.is_empty() && !step.after_any.iter().any(|s| self.entries(s).next().is_some());
        if none_of {
            found.push(ViolationKind::Before { step: step.id.clone(), needs: step.after_any.clone(), detail: None });
        }
        found
    }

    /// The closing step by which this round ends, when that is another: the answer of the second stage closes it, not the first one's.
    fn closed_by_another(&self, closing: &Step) -> Option<ViolationKind> {
        let by = self.reopened_by?;
        let mut closes = self.precedence.closes_again(by).filter_map(|id| self.regulation().step(id));
        if closes.clone().any(|s| s.id == closing.id) {
            return None;
        }
        let other = closes.find(|s| self.belongs(s) && self.applies(s.when.as_ref()))?;
        Some(ViolationKind::Unfinished { closing: closing.id.clone(), step: other.id.clone(), detail: None })
    }

    /// Required steps that a closing step finds undone.
    fn unfinished(&self, closing: &Step) -> Vec<ViolationKind> {
        let steps = self.regulation().steps.iter();
        let demanded = steps.filter(|s| self.demanded(s) && s.id != closing.id);
        demanded
            .filter(|s| {
                let (later, first) =
                    (self.precedence.past_the_end(&s.id), self.precedence.precedes(&s.id, &closing.id));
                !later || first || self.asked_again(&s.id)
            })
            .filter(|s| !closing.after.contains(&s.id))
            .filter_map(|s| {
                let open = self.done(s).err()?;
                Some(ViolationKind::Unfinished { closing: closing.id.clone(), step: s.id.clone(), detail: open.detail })
            })
            .collect()
    }

    /// Whether the regulation demands this step of this case as it stands: not what a binding ruling has taken the place of.
    #[must_use]
    pub fn demanded(&self, step: &Step) -> bool {
        let transitions = matches!(step.does, Some(Does::Close | Does::End | Does::Reopen | Does::Formalise));
        let owed = || !step.optional || self.ruling_for(step).is_some();
        let open = || self.belongs(step) && self.applies(step.when.as_ref());
        !transitions && owed() && open() && !self.shut_out(step)
    }

    /// The escalation to which a step belongs.
    #[must_use]
    pub fn escalation_of(&self, step: &str) -> Option<&'a Escalation> {
        self.regulation().escalations.iter().find(|w| w.steps.all().any(|s| s == step))
    }
}
