//! The order of steps as a graph: what comes after what, directly or through others.

use std::collections::{BTreeMap, BTreeSet};

use super::block::Regulation;
use super::workflow::Does;

/// For each step, the steps that come before it; and the steps that are possible after the case has ended.
#[derive(Debug, Clone, Default)]
pub struct Precedence {
    before: BTreeMap<String, BTreeSet<String>>,
    past_the_end: BTreeSet<String>,
}

impl Precedence {
    /// Works it out for a regulation. Cycles are no obstacle; the lint reports them.
    #[must_use]
    pub fn of(regulation: &Regulation) -> Self {
        let direct: BTreeMap<&str, Vec<&str>> = regulation
            .steps
            .iter()
            .map(|s| (s.id.as_str(), s.after.iter().chain(&s.after_any).map(String::as_str).collect()))
            .collect();
        let mut precedence = Self::default();
        for step in &regulation.steps {
            let mut seen = BTreeSet::new();
            let mut open: Vec<&str> = direct.get(step.id.as_str()).cloned().unwrap_or_default();
            while let Some(next) = open.pop() {
                if seen.insert(next.to_owned()) {
                    open.extend(direct.get(next).into_iter().flatten());
                }
            }
            precedence.before.insert(step.id.clone(), seen);
        }
        let ends: Vec<&str> = regulation
            .steps
            .iter()
            .filter(|s| matches!(s.does, Some(Does::Close | Does::End)))
            .map(|s| s.id.as_str())
            .collect();
        for step in &regulation.steps {
            if ends.iter().any(|end| precedence.precedes(end, &step.id)) {
                precedence.past_the_end.insert(step.id.clone());
            }
        }
        precedence
    }

    /// Whether `first` comes before `then`, directly or through others.
    #[must_use]
    pub fn precedes(&self, first: &str, then: &str) -> bool {
        self.before.get(then).is_some_and(|b| b.contains(first))
    }

    /// Whether the step is possible after the case has ended.
    #[must_use]
    pub fn past_the_end(&self, step: &str) -> bool {
        self.past_the_end.contains(step)
    }
}
