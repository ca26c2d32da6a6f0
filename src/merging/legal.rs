//! The first order of entries that `check` accepts.

use chrono::NaiveDate;

use super::case::{Three, merge};
use super::log::Ties;
use super::reason::Conflict;
use crate::casework::{Workspace, judge_edit};
use crate::diagnostics::{Finding, Severity};

/// Brings three versions of the case at `path` together so that the result has no error that neither side had; entries of
/// one day are tried in each order. `workspace` is nothing where the register's policy cannot be read.
pub fn merge_legally(
    workspace: Option<&Workspace>,
    path: &str,
    three: Three<'_>,
    day: NaiveDate,
    notes: &dyn Fn(Three<'_>) -> Option<String>,
) -> Result<String, Conflict> {
    let mut refused = None;
    for ties in orders(workspace) {
        let merged = merge(three, *ties, notes)?;
        // What one side alone wrote is not judged here: that is the work of the hook.
        if merged == three.ours || merged == three.theirs {
            return Ok(merged);
        }
        let workspace = workspace.ok_or(Conflict::NotJudged)?;
        match first_error(workspace, path, three, &merged, day) {
            None => return Ok(merged),
            Some(finding) => refused = refused.or(Some(Conflict::NotLegal(finding.message))),
        }
    }
    Err(refused.unwrap_or(Conflict::NotJudged))
}

/// The orders in which new entries may come: where commits are being laid one upon the other, only behind those that are there.
pub(super) fn orders(workspace: Option<&Workspace>) -> &'static [Ties] {
    if workspace.is_some_and(|workspace| workspace.register.rebases()) {
        return &[Ties::After];
    }
    &[Ties::ByText, Ties::Ours, Ties::Theirs]
}

/// An error of the merged text that neither side had.
pub(super) fn first_error(
    workspace: &Workspace,
    path: &str,
    three: Three<'_>,
    merged: &str,
    day: NaiveDate,
) -> Option<Finding> {
    let brought = |before: &str| judge_edit(workspace, path, Some(before), merged, day).findings;
    let (ours, theirs) = (brought(three.ours), brought(three.theirs));
    let new = |f: &&Finding| theirs.iter().any(|t| t.code == f.code && t.route == f.route && t.message == f.message);
    ours.iter().filter(|f| f.severity == Severity::Error).find(new).cloned()
}
