//! One file of a state of the register judged: what a check of the whole would say of it, and nothing else is read than
//! what that takes.

use chrono::NaiveDate;

use crate::case::CaseId;
use crate::check::case::judge::CaseContext;
use crate::check::tree::whole::{judge_content, sink_of};
use crate::context::Context;
use crate::context::about_file as about;
use crate::diagnostics::Finding;
use crate::paths::{is_case, regulation_of, yearbook_of};
use crate::register::{Content, RegisterError, Snapshot};
use crate::regulation::Version;
use crate::rules::case_file;
use crate::rules::data_protection::Allowed;
use crate::rules::policy::Explorable;

/// The century of the years in case ids.
const CENTURY: i32 = 2000;

/// What [`check_snapshot`](crate::check::check_snapshot) finds about one file of a snapshot, in the same order; the basis is that
/// of the same snapshot, with its yearbooks. Left to the check of the whole are faults of names and kinds of files, which are
/// none of a text, and a second case of one id under a name that is not its own. `workflow` gives the workflow of a version as
/// a model, as far as it was searched. Fails when the register cannot be read.
pub fn check_file<'a>(
    snapshot: &dyn Snapshot,
    context: &Context,
    allowed: &Allowed,
    path: &str,
    day: Option<NaiveDate>,
    workflow: &dyn Fn(&Version) -> Explorable<'a>,
) -> Result<Vec<Finding>, RegisterError> {
    let mut sink = sink_of(context);
    if is_case(path) {
        let Some(content) = snapshot.read(path)? else { return Ok(Vec::new()) };
        sink.extend(case(
            snapshot,
            path,
            content,
            CaseContext { context, allowed, day, limit: context.settings.limit() },
        )?);
    } else if let Some(kept) = context.files.get(path) {
        sink.extend(context.findings.clone());
        sink.extend(crate::check::tree::deciders::judge(context));
        if let Some(id) = regulation_of(path) {
            sink.extend(crate::check::tree::yearbooks::judge_one(id, context, day));
            sink.extend(policy(path, id, context, day, workflow));
        }
        sink.extend(crate::check::case::personal::in_file(&kept.page(), context, None, allowed));
    } else if path.starts_with("cases/") && yearbook_of(path).is_none() {
        sink.extend(crate::check::tree::misplaced::judge(path, allowed));
    } else {
        sink.extend(context.findings.clone());
    }
    Ok(sink.into_findings().into_iter().filter(|f| f.path == path).collect())
}

fn case(
    snapshot: &dyn Snapshot,
    path: &str,
    content: Content,
    case_context: CaseContext<'_>,
) -> Result<Vec<Finding>, RegisterError> {
    let judged = judge_content(path, content, case_context);
    let mut found = judged.findings;
    if let Some(case) = judged.case
        && let Some(first) = duplicate(snapshot, case_context.context, path, case.id)?
    {
        let id = case.id.to_string();
        found.push(about(path, &case_file::c110::RULE, case_file::c110::say(&id, &first)).in_case(&id));
    }
    Ok(found)
}

/// What the rules on regulations say of this file: of its own version, or of all where it belongs to them all.
fn policy<'a>(
    path: &str,
    id: &str,
    context: &Context,
    day: Option<NaiveDate>,
    workflow: &dyn Fn(&Version) -> Explorable<'a>,
) -> Vec<Finding> {
    let Some(history) = context.policy.histories.get(id).filter(|_| path.starts_with("policy/")) else {
        return Vec::new();
    };
    let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
    let versions = history.versions.values().filter(|v| v.path.starts_with(folder));
    // What the search finds stands in regulation.yaml; of another file it would be searched for nothing.
    let explorable = |v: &Version| if v.path == path { workflow(v) } else { Explorable::Given(None) };
    versions
        .flat_map(|v| crate::check::tree::regulations::judge_explored(context, history, v, day, explorable(v)))
        .collect()
}

/// The first of the paths before this one at which a case of the same id stands.
fn duplicate(
    snapshot: &dyn Snapshot,
    context: &Context,
    path: &str,
    id: CaseId,
) -> Result<Option<String>, RegisterError> {
    let year = CENTURY + i32::from(id.year());
    let months = |r: &String| (1..=12).map(|m| format!("cases/{r}/{year}/{m:02}/{id}.md")).collect::<Vec<_>>();
    for other in context.regulations.iter().flat_map(months).filter(|other| other.as_str() < path) {
        let Some(Content::Bytes(bytes)) = snapshot.read(&other)? else { continue };
        let read = String::from_utf8(bytes).ok().and_then(|source| crate::case::read(&source).0);
        if read.is_some_and(|case| case.id == id) {
            return Ok(Some(other));
        }
    }
    Ok(None)
}

#[cfg(test)]
#[path = "../../../tests/unit/check/tree/file.rs"]
mod tests;
