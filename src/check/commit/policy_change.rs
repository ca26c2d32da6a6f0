//! A change of the policy judged by the policy of the first parent.

use std::collections::{BTreeMap, BTreeSet};

use crate::check::commit::candidate::{Candidate, Changed};
use crate::check::tree::deciders;
use crate::check::tree::regulations::{judge_explored, judge_version};
use crate::check::tree::yearbooks::judge_people_change;
use crate::context::Context;
use crate::diagnostics::Finding;
use crate::paths::{self, is_policy};
use crate::regulation::Version;
use crate::rules::case_file;
use crate::rules::policy::Explorable;

/// Judges a change of the policy.
pub fn judge(
    candidate: &Candidate<'_>,
    changed: &BTreeMap<&str, Changed>,
    before: Option<&Context>,
    context: &Context,
) -> Vec<Finding> {
    let mut found: Vec<Finding> = context
        .findings
        .iter()
        .filter(|f| changed.contains_key(f.path.as_str()) || is_new(f, changed) || is_shut_out(f, changed, before))
        .cloned()
        .collect();
    let touched: BTreeSet<&str> = changed
        .keys()
        .filter(|path| path.starts_with("policy/"))
        .filter_map(|path| paths::regulation_of(path))
        .collect();
    for id in &touched {
        let Some(history) = context.policy.histories.get(*id) else { continue };
        let folders = |v: &Version| v.path.trim_end_matches("regulation.yaml").to_owned();
        let people = changed.contains_key(history.people_path.as_str());
        for version in history.versions.values() {
            let own = changed.keys().any(|p| p.starts_with(&folders(version)));
            if own {
                found.extend(judge_version(context, history, version, None));
            } else if people {
                // What a search of the workflow finds stands in the version: of its people it finds nothing.
                let judged = judge_explored(context, history, version, None, Explorable::Given(None));
                found.extend(judged.into_iter().filter(|f| f.path == history.people_path));
            }
        }
        found.extend(judge_people_change(id, before, context, candidate.day));
    }
    let told = |f: &Finding| (f.path.clone(), f.message.en.clone());
    let stood: BTreeSet<_> = before.iter().flat_map(|before| deciders::judge(before)).map(|f| told(&f)).collect();
    found.extend(deciders::judge(context).into_iter().filter(|f| !stood.contains(&told(f))));
    found
}

fn is_new(finding: &Finding, changed: &BTreeMap<&str, Changed>) -> bool {
    let folder = finding.path.rsplit_once('/').map_or("", |(folder, _)| folder);
    is_policy(&finding.path) && changed.keys().any(|p| !folder.is_empty() && p.starts_with(folder))
}

/// A file that could be read until the settings were changed: they allow no file of that size any more.
fn is_shut_out(finding: &Finding, changed: &BTreeMap<&str, Changed>, before: Option<&Context>) -> bool {
    let same = |known: &Finding| known.code == finding.code && known.path == finding.path;
    finding.code == case_file::c101::RULE.code
        && changed.contains_key(paths::SETTINGS)
        && before.is_some_and(|b| !b.findings.iter().any(same))
}
