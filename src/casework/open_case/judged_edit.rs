//! What an edit would bring, judged by the same rules as `check`.

use chrono::NaiveDate;

use crate::casework::open_case::workspace::Workspace;
use crate::check::{CaseContext, Judged, allowed, judge_case, judge_source};
use crate::diagnostics::{Finding, Severity};

/// What an edit brings that was not there before.
#[derive(Debug, Clone, Default)]
pub struct Brought {
    /// New findings, sorted as `check` sorts them.
    pub findings: Vec<Finding>,
}

impl Brought {
    /// Whether `check` would refuse it.
    #[must_use]
    pub fn refused(&self) -> bool {
        self.findings.iter().any(|f| f.severity == Severity::Error)
    }
}

/// Judges a text that is to stand at `path` against the one that stands there now (nothing for a new case), by a day.
#[must_use]
pub fn judge_edit(workspace: &Workspace, path: &str, before: Option<&str>, after: &str, day: NaiveDate) -> Brought {
    let allowed = allowed(&workspace.context);
    let limit = workspace.context.settings.limit();
    let case_context = CaseContext { context: &workspace.context, allowed: &allowed, day: Some(day), limit };
    let known: Vec<Finding> = before.map(|text| judge_source(path, text, case_context).findings).unwrap_or_default();
    let Judged { findings, .. } = judge_case(path, after.as_bytes(), case_context);
    let same = |k: &Finding, f: &Finding| k.code == f.code && k.route == f.route && k.message == f.message;
    // What only warned and now refuses is new.
    let stood = |f: &Finding| known.iter().any(|k| same(k, f) && k.severity >= f.severity);
    let mut sink = crate::diagnostics::Sink::new();
    sink.extend(findings.into_iter().filter(|f| !stood(f)));
    Brought { findings: sink.into_findings() }
}
