//! The way to a step: what has to be taken first, and where the regulation leaves a choice.

use std::collections::BTreeSet;

use crate::docket::progress::Progress;
use crate::docket::violation::ViolationKind;
use crate::regulation::{Condition, Does, For, Moment, Step};

impl<'a> Progress<'a> {
    /// The steps that are possible now and lie on the way to `step`, the nearest to the top of the regulation first; the step
    /// itself when nothing stands in its way, and none when it cannot come any more.
    #[must_use]
    pub fn path_to(&self, step: &'a Step) -> Vec<&'a Step> {
        self.paths_to([step])
    }

    /// The same for any of several steps, each once.
    #[must_use]
    pub fn paths_to(&self, steps: impl IntoIterator<Item = &'a Step>) -> Vec<&'a Step> {
        let (mut seen, mut open) = (BTreeSet::new(), steps.into_iter().collect::<Vec<_>>());
        let mut found = BTreeSet::new();
        while let Some(step) = open.pop() {
            if !seen.insert(step.id.as_str()) {
                continue;
            }
            let obstacles = self.obstacles(step);
            if obstacles.is_empty() {
                found.insert(step.id.as_str());
            }
            if !obstacles.iter().any(|o| matches!(o, ViolationKind::Twice { .. } | ViolationKind::AfterRuling { .. })) {
                open.extend(obstacles.iter().flat_map(|obstacle| self.removers(step, obstacle)));
            }
        }
        self.regulation().steps.iter().filter(|s| found.contains(s.id.as_str())).collect()
    }

    /// The steps by which an obstacle before `step` goes away.
    pub(super) fn removers(&self, step: &Step, obstacle: &ViolationKind) -> Vec<&'a Step> {
        let steps = self.regulation().steps.iter();
        match obstacle {
            ViolationKind::Before { needs, .. } => steps.filter(|s| needs.contains(&s.id)).collect(),
            ViolationKind::Unfinished { step, .. } => steps.filter(|s| s.id == *step).collect(),
            ViolationKind::NoOccasion { .. } => {
                steps.filter(|s| step.when.as_ref().is_some_and(|when| brings(s, when))).collect()
            }
            ViolationKind::WrongKind { report: true, .. } => {
                steps.filter(|s| s.does == Some(Does::Formalise)).collect()
            }
            ViolationKind::AfterEnd { .. } => steps.filter(|s| s.does == Some(Does::Reopen)).collect(),
            _ => Vec::new(),
        }
    }

    /// The steps that are possible now of which `step` demands one, whichever it is, before it.
    #[must_use]
    pub fn choice_before(&self, step: &'a Step) -> Vec<&'a Step> {
        let waits = |o: &ViolationKind| matches!(o, ViolationKind::Before { needs, .. } if *needs == step.after_any);
        if step.after_any.is_empty() || !self.obstacles(step).iter().any(waits) {
            return Vec::new();
        }
        let steps = self.regulation().steps.iter().filter(|s| step.after_any.contains(&s.id));
        // What is demanded by itself is no choice.
        steps.filter(|s| !self.demanded(s) && self.obstacles(s).is_empty()).collect()
    }

    /// The steps by which the case goes on once its handling is done: closing, or re-opening where the regulation orders it;
    /// for a report, becoming a complaint or ending as a report.
    pub fn transitions(&self) -> impl Iterator<Item = &'a Step> {
        let (ended, complaint) = (self.ended.is_some(), self.complaint);
        self.regulation().steps.iter().filter(move |step| match step.does {
            _ if ended => false,
            Some(Does::Close) => complaint,
            Some(Does::Reopen) => complaint && !step.optional,
            Some(Does::End | Does::Formalise) => !complaint && step.belongs_to == For::Report,
            _ => false,
        })
    }
}

/// Whether a step can make a condition hold: it is counted there, or asks the datum that is looked at.
fn brings(step: &Step, condition: &Condition) -> bool {
    match condition {
        Condition::Field { field, .. } => step.asks.iter().any(|ask| ask.key == *field),
        Condition::Step { step: counted, .. } => step.id == *counted,
        Condition::LongerThan { from, to, .. } => [from, to].into_iter().any(|moment| match moment {
            Moment::Step(counted) => step.id == *counted,
            Moment::Key(key) => step.asks.iter().any(|ask| ask.key == *key),
            Moment::Received => false,
        }),
        Condition::Differs(one, other) => step.asks.iter().any(|ask| ask.key == *one || ask.key == *other),
        Condition::All(inner) | Condition::Any(inner) => inner.iter().any(|c| brings(step, c)),
        Condition::Topic(_)
        | Condition::Severity(_)
        | Condition::Source(_)
        | Condition::Party(_)
        | Condition::PartyRole(_)
        | Condition::Incomplete
        | Condition::SamePerson(_)
        // Only time brings it.
        | Condition::Overdue(_)
        // What was done is not undone by a step.
        | Condition::Not(_) => false,
    }
}
