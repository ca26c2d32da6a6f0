//! What the cases of a year would have come to under a draft: counts, and per case for whoever asks.

use serde::Serialize;

use crate::diagnostics::Text;

/// A term that cases would have missed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LateTerm {
    /// The term.
    pub term: String,
    /// Its name in both languages.
    #[serde(skip)]
    pub name: Text,
    /// Cases late under the draft.
    pub would_be_late: usize,
    /// Cases late under the rules that held, in the term of the same id.
    pub was_late: usize,
    /// Cases late under the draft that were in time.
    pub newly_late: usize,
    /// Days late: the middle one of the cases that would have been late.
    pub middle_days: i64,
    /// Days late: the most.
    pub most_days: i64,
}

/// A step that was missing, or was taken by somebody who may not.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct StepCount {
    /// The step.
    pub step: String,
    /// Its name in both languages.
    #[serde(skip)]
    pub name: Text,
    /// In how many cases.
    pub cases: usize,
}

/// One case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct OneCase {
    /// Its id.
    pub id: String,
    /// Terms it would have missed, with the days late.
    pub late: Vec<(String, i64)>,
    /// Steps that would have been missing.
    pub missing: Vec<String>,
    /// Steps taken by somebody who would not have been allowed to.
    pub roles: Vec<String>,
    /// Anything else that the draft would have asked.
    pub other: usize,
}

impl OneCase {
    /// Whether the draft would have found nothing that the rules of then did not.
    #[must_use]
    pub fn is_well(&self) -> bool {
        self.late.is_empty() && self.missing.is_empty() && self.roles.is_empty() && self.other == 0
    }
}

/// A year under a draft.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Trial {
    /// The schema of this answer.
    pub schema: &'static str,
    /// The regulation.
    pub regulation: String,
    /// The draft's file.
    pub draft: String,
    /// The year of receipt.
    pub year: i32,
    /// Cases tried.
    pub cases: usize,
    /// Cases that cannot be tried: destroyed, or received while no version could be read.
    pub not_tried: usize,
    /// Cases in which the draft finds nothing that the rules of then did not.
    pub well: usize,
    /// Late, by term, in the order of the draft.
    pub late: Vec<LateTerm>,
    /// Steps that would have been missing.
    pub missing: Vec<StepCount>,
    /// Steps of these cases that the draft no longer has.
    pub unknown: Vec<StepCount>,
    /// Steps taken by somebody who would not have been allowed to.
    pub roles: Vec<StepCount>,
    /// Cases in which the draft asks something else that is not there: data, an addressee, a form.
    pub other: usize,
    /// Case by case, when that was asked for: only cases with something to tell.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub each: Option<Vec<OneCase>>,
}
