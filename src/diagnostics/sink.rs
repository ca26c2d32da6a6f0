//! The one place where findings come together: overrides applied, doubles removed, order fixed.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::finding::{Finding, Severity};

/// How many findings there are of each severity.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
pub struct Counts {
    /// Findings that refuse.
    pub errors: usize,
    /// Findings that are reported.
    pub warnings: usize,
    /// Findings worth knowing.
    pub hints: usize,
}

impl Counts {
    /// Counts findings.
    pub fn of<'a>(findings: impl IntoIterator<Item = &'a Finding>) -> Self {
        let mut counts = Self::default();
        for finding in findings {
            match finding.severity {
                Severity::Error => counts.errors += 1,
                Severity::Warning => counts.warnings += 1,
                Severity::Hint => counts.hints += 1,
            }
        }
        counts
    }

    /// All findings together.
    #[must_use]
    pub const fn total(self) -> usize {
        self.errors + self.warnings + self.hints
    }

    /// The gravest severity there is.
    #[must_use]
    pub const fn worst(self) -> Option<Severity> {
        match self {
            Self { errors: 1.., .. } => Some(Severity::Error),
            Self { warnings: 1.., .. } => Some(Severity::Warning),
            Self { hints: 1.., .. } => Some(Severity::Hint),
            _ => None,
        }
    }
}

/// Collects findings in any order, from any number of threads' sinks, and yields them in one order: by path, position,
/// code. What is reported twice is kept once, with the graver severity.
#[derive(Debug, Clone, Default)]
pub struct Sink {
    overrides: BTreeMap<String, Severity>,
    findings: BTreeSet<Ordered>,
}

impl Sink {
    /// An empty sink that leaves severities as the rules set them.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// An empty sink that gives the findings of some codes another severity.
    #[must_use]
    pub fn with_overrides(overrides: impl IntoIterator<Item = (String, Severity)>) -> Self {
        Self { overrides: overrides.into_iter().collect(), findings: BTreeSet::new() }
    }

    /// Takes a finding.
    pub fn push(&mut self, finding: Finding) {
        self.push_at_most(finding, Severity::Error);
    }

    /// Takes a finding about something that must not refuse, such as a case outside the push: never graver than `ceiling`.
    pub fn push_at_most(&mut self, mut finding: Finding, ceiling: Severity) {
        let severity = self.overrides.get(finding.code).copied().unwrap_or(finding.severity);
        finding.severity = severity.min(ceiling);
        self.keep(finding);
    }

    /// Takes what another sink collected, as that sink judged it.
    pub fn absorb(&mut self, other: Self) {
        for Ordered(finding) in other.findings {
            self.keep(finding);
        }
    }

    fn keep(&mut self, finding: Finding) {
        let finding = Ordered(finding);
        if self.findings.get(&finding).is_none_or(|kept| kept.0.severity < finding.0.severity) {
            self.findings.replace(finding);
        }
    }

    /// The findings in order, out of the sink.
    #[must_use]
    pub fn into_findings(self) -> Vec<Finding> {
        self.findings.into_iter().map(|ordered| ordered.0).collect()
    }
}

impl Extend<Finding> for Sink {
    fn extend<T: IntoIterator<Item = Finding>>(&mut self, findings: T) {
        for finding in findings {
            self.push(finding);
        }
    }
}

/// A finding by its place. Two findings that say the same of the same place are one, whatever their severity.
#[derive(Debug, Clone)]
struct Ordered(Finding);

impl Ord for Ordered {
    fn cmp(&self, other: &Self) -> Ordering {
        let (a, b) = (&self.0, &other.0);
        a.path
            .cmp(&b.path)
            .then_with(|| a.position.cmp(&b.position))
            .then_with(|| a.code.cmp(b.code))
            .then_with(|| a.route.cmp(&b.route))
            .then_with(|| a.case.cmp(&b.case))
            .then_with(|| a.message.en.cmp(&b.message.en))
            .then_with(|| a.commit.cmp(&b.commit))
    }
}

impl PartialOrd for Ordered {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Ordered {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for Ordered {}

#[cfg(test)]
#[path = "../../tests/unit/diagnostics/sink.rs"]
mod tests;
