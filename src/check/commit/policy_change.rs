//! A change of the policy judged by the policy of the first parent.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike, NaiveDate};

use crate::calendar::parse_date;
use crate::check::commit::candidate::{Candidate, Changed, Was};
use crate::check::commit::identity::Identification;
use crate::check::commit::lockout;
use crate::check::tree::regulations::judge_version;
use crate::check::tree::yearbooks::judge_people_change;
use crate::context::about_file as about;
use crate::context::{Context, Strength};
use crate::diagnostics::{Finding, Severity};
use crate::paths::{self, CasePlace, RegisterPath, is_policy};
use crate::register::{Register, RegisterError, Snapshot};
use crate::regulation::{RegulationHistory, Version};
use crate::rules::{Message, Rule, case_file, history};

/// Judges a change of the policy.
pub fn judge(
    register: &Register,
    candidate: &Candidate<'_>,
    changed: &BTreeMap<&str, Changed>,
    before: Option<&Context>,
    context: &Context,
) -> Result<Vec<Finding>, RegisterError> {
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
        for version in history.versions.values().filter(|v| changed.keys().any(|p| p.starts_with(&folders(v)))) {
            found.extend(judge_version(context, history, version, None));
        }
        found.extend(locked_out(id, history, candidate, before));
        found.extend(judge_people_change(id, before, context, candidate.day));
    }
    found.extend(lockout::judge(register, candidate, changed, before, context)?);
    if let Some(before) = before {
        found.extend(edited(register, candidate, changed, before)?);
        found.extend(by_whom(&touched, candidate, before));
    }
    Ok(found)
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

/// A version under which cases stand was edited.
fn edited(
    register: &Register,
    candidate: &Candidate<'_>,
    changed: &BTreeMap<&str, Changed>,
    before: &Context,
) -> Result<Vec<Finding>, RegisterError> {
    let mut found = Vec::new();
    for (path, change) in changed {
        let (RegisterPath::Regulation { regulation: id, version: folder }
        | RegisterPath::Text { regulation: id, version: folder, name: paths::TEXT }) = RegisterPath::of(path)
        else {
            continue;
        };
        let Ok(from) = parse_date(folder) else { continue };
        let history = before.policy.histories.get(id);
        let next = history.and_then(|d| d.versions.keys().find(|day| **day > from).copied());
        let mut cases = 0;
        // Every parent: a merge the other way round must not bring an edit past the cases of the second.
        for (parent, _) in candidate.parents.iter().zip(&change.old).filter(|(_, was)| matches!(was, Was::Blob(_))) {
            cases = cases.max(cases_under(&register.at_commit(*parent)?, id, from, next)?);
        }
        if cases > 0 {
            found.push(about(path, &history::g708::RULE, history::g708::say(&format!("{id}/{folder}"), cases)));
        }
    }
    Ok(found)
}

/// How many cases were received from `from` until the day before `next`; by the month in their path, so that few are read.
fn cases_under(
    files: &dyn Snapshot,
    id: &str,
    from: NaiveDate,
    next: Option<NaiveDate>,
) -> Result<usize, RegisterError> {
    let mut count = 0;
    let month = |day: NaiveDate| (day.year(), day.month());
    for file in files.list(&format!("cases/{id}"))?.files {
        let Some(place) = CasePlace::of(&file.path) else { continue };
        let (Ok(year), Ok(number)) = (place.year.parse::<i32>(), place.month.parse::<u32>()) else { continue };
        let here = (year, number);
        if here < month(from) || next.is_some_and(|n| here > month(n)) {
            continue;
        }
        if here > month(from) && next.is_none_or(|n| here < month(n)) {
            count += 1;
            continue;
        }
        let Some(crate::register::Content::Bytes(bytes)) = files.read(&file.path)? else { continue };
        let received = crate::case::read(&String::from_utf8_lossy(&bytes)).0.and_then(|c| c.received);
        if received.is_some_and(|day| day >= from && next.is_none_or(|n| day < n)) {
            count += 1;
        }
    }
    Ok(count)
}

/// After the change nobody is left who could handle a case.
fn locked_out(
    id: &str,
    history: &RegulationHistory,
    candidate: &Candidate<'_>,
    before: Option<&Context>,
) -> Option<Finding> {
    let day = candidate.day?;
    let version = history.versions.values().rfind(|v| v.regulation.valid_from <= day)?;
    let was = before.and_then(|b| b.policy.histories.get(id))?;
    let handler = &version.regulation.assignment.handler;
    let topics = version.regulation.topics.list.iter().filter_map(|t| t.assign_to.as_ref());
    let roles: Vec<&String> = handler.role.iter().chain(&handler.roles).chain(topics).collect();
    let staffed = |d: &RegulationHistory| roles.iter().any(|role| d.people.holders(role, day).next().is_some());
    let role = roles.first()?;
    let said = || history::g719::say(history::g719::LockOut::Handling(role), day);
    (staffed(was) && !staffed(history)).then(|| about(&history.people_path, &history::g719::RULE, said()))
}

/// The policy is changed by somebody whom the policy before the change knows.
fn by_whom(touched: &BTreeSet<&str>, candidate: &Candidate<'_>, before: &Context) -> Vec<Finding> {
    let strength = before.settings.identity.strength;
    let known_histories: Vec<&RegulationHistory> = before
        .policy
        .histories
        .iter()
        .filter(|(id, _)| touched.is_empty() || touched.contains(id.as_str()))
        .map(|(_, d)| d)
        .collect();
    let anybody = known_histories.iter().any(|d| d.people.persons.iter().any(|p| !p.git.is_empty()));
    if known_histories.is_empty() || (strength == Strength::Author && !anybody) {
        return Vec::new();
    }
    let answers: Vec<Identification> =
        known_histories.iter().map(|d| candidate.evidence.known_to(&d.people, &before.settings)).collect();
    if answers.iter().any(|k| matches!(k, Identification::Person(_) | Identification::Unknowable)) {
        return Vec::new();
    }
    let (rule, said): (&Rule, Message) = match answers.first() {
        Some(Identification::Unnamed) => {
            let variable = before.settings.identity.variable.as_deref().unwrap_or("identity.variable");
            (&history::g722::RULE, history::g722::say(variable))
        }
        Some(Identification::Unsigned(fault)) => (&history::g715::RULE, crate::check::unreadable::signature(fault)),
        _ => {
            let paths: Vec<&str> = known_histories.iter().map(|d| d.people_path.as_str()).collect();
            (
                &history::g713::RULE,
                history::g713::say(crate::check::commit::changes::unknown(&paths.join(", "), strength)),
            )
        }
    };
    let mut finding = about("policy", rule, said);
    if strength == Strength::Author {
        finding.severity = finding.severity.min(Severity::Warning);
    }
    vec![finding]
}
