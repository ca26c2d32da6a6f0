//! What stands in the logs, where a change of people.yaml would make it wrong: a verdict on an entry is given once.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use crate::check::case::judge::{CaseContext, judge_source};
use crate::check::case::personal;
use crate::check::commit::previous::entry_of;
use crate::context::{Context, about_file as about};
use crate::diagnostics::Finding;
use crate::paths::{self, case_name, is_case};
use crate::register::{Content, RegisterError, Snapshot};
use crate::regulation::People;
use crate::rules::history::g739;
use crate::rules::terms;

/// What a change of the people of a regulation makes wrong of the cases that stand in `files`. Only those that name somebody
/// from whom a role was taken are judged.
pub fn made_wrong(
    regulation: &str,
    files: &dyn Snapshot,
    before: &Context,
    context: &Context,
) -> Result<Option<Finding>, RegisterError> {
    let of = |context: &'_ Context| context.policy.histories.get(regulation).map(|h| h.people.clone());
    let (Some(old), Some(new)) = (of(before), of(context)) else { return Ok(None) };
    let lost = losers(&old, &new);
    if lost.is_empty() {
        return Ok(None);
    }
    let allowed = personal::allowed(context);
    let mut wrong: Vec<(String, usize, String)> = Vec::new();
    for file in files.list(&format!("{}/{regulation}", paths::CASES))?.files.iter().filter(|f| is_case(&f.path)) {
        let Some(Content::Bytes(bytes)) = files.read(&file.path)? else { continue };
        let Ok(source) = String::from_utf8(bytes) else { continue };
        if !lost.iter().any(|(person, since)| source.contains(person.as_str()) && has_day(&source, *since)) {
            continue;
        }
        let judged = |context: &Context| {
            let limit = context.settings.limit();
            let judged =
                judge_source(&file.path, &source, CaseContext { context, allowed: &allowed, day: None, limit });
            let of_people = judged.findings.into_iter().filter(is_of_people);
            of_people.map(|f| (f.route.unwrap_or_default(), f.message.en)).collect::<BTreeSet<_>>()
        };
        let stood = judged(before);
        for (route, message) in judged(context).difference(&stood) {
            let named = |key: &str| message.split(|c: char| !c.is_alphanumeric() && c != '-').any(|word| word == key);
            let person = lost.iter().find(|(person, _)| named(person));
            let person = person.or(lost.first()).map(|(person, _)| person.clone()).unwrap_or_default();
            let case = case_name(&file.path).unwrap_or_default().to_owned();
            wrong.push((case, entry_of(route).map_or(0, |at| at + 1), person));
        }
    }
    let path = paths::people(regulation);
    Ok(wrong
        .first()
        .map(|(case, entry, person)| about(&path, &g739::RULE, g739::say(case, *entry, person, wrong.len() - 1))))
}

fn is_of_people(finding: &Finding) -> bool {
    finding.code.starts_with('R') || finding.code == terms::t311::RULE.code
}

/// Whether a day from `since` on is written in a file: of most cases nothing falls on the days that were taken away.
fn has_day(source: &str, since: NaiveDate) -> bool {
    let since = since.to_string();
    let words = source.split(|c: char| !c.is_ascii_digit() && c != '-');
    words.into_iter().any(|word| word.len() == since.len() && word >= since.as_str())
}

/// From whom a role was taken, since the first of the days on which it was, without saying why it is so all the same.
fn losers(old: &People, new: &People) -> Vec<(String, NaiveDate)> {
    let mut lost = Vec::new();
    for person in &old.persons {
        let now = new.person(&person.key).map(|p| p.roles.as_slice()).unwrap_or_default();
        for role in &person.roles {
            let same = || now.iter().filter(|other| other.role == role.role);
            if same().any(|other| other.although.is_some()) {
                continue;
            }
            let kept = same().find(|other| other.from <= role.from);
            let since = match kept.map(|kept| kept.until) {
                None => Some(role.from),
                Some(None) => None,
                Some(Some(end)) => end.succ_opt().filter(|day| role.until.is_none_or(|until| *day <= until)),
            };
            lost.extend(since.map(|since| (person.key.clone(), since)));
        }
    }
    lost
}
