//! Versions under which cases stand: whoever complained was promised what held on that day.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};

use crate::calendar::parse_date;
use crate::check::commit::candidate::{Candidate, Changed, Was};
use crate::context::{Context, about_file as about};
use crate::diagnostics::Finding;
use crate::paths::{self, CasePlace, RegisterPath};
use crate::register::{Content, Register, RegisterError, Snapshot};
use crate::rules::history::g708;

/// Versions that were edited while cases stand under them, and new ones that would take cases over.
pub fn never(
    register: &Register,
    candidate: &Candidate<'_>,
    changed: &BTreeMap<&str, Changed>,
    before: &Context,
) -> Result<Vec<Finding>, RegisterError> {
    let mut found = Vec::new();
    for (path, change) in changed {
        let (id, folder, comes) = match RegisterPath::of(path) {
            RegisterPath::Regulation { regulation, version } => (regulation, version, true),
            RegisterPath::Text { regulation, version, .. } => (regulation, version, false),
            _ => continue,
        };
        let Ok(from) = parse_date(folder) else { continue };
        let history = before.policy.histories.get(id);
        let days = || history.into_iter().flat_map(|h| h.versions.keys().chain(&h.unreadable));
        let next = days().filter(|day| **day > from).min().copied();
        let (mut edited, mut taken) = (0, 0);
        // Every parent: a merge the other way round must not bring an edit past the cases of the second.
        for (parent, was) in candidate.parents.iter().zip(&change.old) {
            match was {
                Was::Blob(_) => edited = edited.max(cases_under(&register.at_commit(*parent)?, id, from, next)?),
                Was::Absent if comes && change.new.is_some() => {
                    taken = taken.max(cases_under(&register.at_commit(*parent)?, id, from, next)?);
                }
                _ => {}
            }
        }
        let version = format!("{id}/{folder}");
        if edited > 0 {
            found.push(about(path, &g708::RULE, g708::say(&version, edited)));
        } else if taken > 0 {
            found.push(about(path, &g708::RULE, g708::takes_over(&version, taken)));
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
    for file in files.list(&format!("{}/{id}", paths::CASES))?.files {
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
        let Some(Content::Bytes(bytes)) = files.read(&file.path)? else { continue };
        let received = crate::case::read(&String::from_utf8_lossy(&bytes)).0.and_then(|c| c.received);
        if received.is_some_and(|day| day >= from && next.is_none_or(|n| day < n)) {
            count += 1;
        }
    }
    Ok(count)
}
