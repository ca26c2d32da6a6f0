//! What was found, as a report.

use crate::check::Verdict;
use crate::diagnostics::Report;
use crate::rules::cards;

/// A report from what was found.
#[must_use]
pub fn report_of(verdict: Verdict) -> Report {
    Report {
        findings: verdict.findings,
        checked: verdict.checked,
        checked_paths: verdict.paths,
        commits: verdict.commits,
        tool_version: env!("CARGO_PKG_VERSION").to_owned(),
        rules: cards(),
    }
}
