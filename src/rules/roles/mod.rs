//! Rules on roles and people: who may take a step, conflicts of interest, identity. Most look at a case; those that look at
//! people.yaml or a yearbook are called by [`judge_people`] and [`judge_yearbook`].

rules! {
    r401, r402, r403, r404, r405, r406, r409, r410, r411, r412, r413, r414,
}

mod crowd;
mod days;
mod named;

use chrono::NaiveDate;

pub use days::Days;

use crate::regulation::{People, Version};
use crate::rules::{Placed, Rule};
use crate::yearbook::Yearbook;

/// What the family says of people.yaml, by one version on the days on which it is in force, as known on `today`. Call it
/// for each version; the days keep findings from coming twice. Routes lead into people.yaml; sorted by them.
#[must_use]
pub fn judge_people(people: &People, version: &Version, days: Days, today: NaiveDate) -> Vec<(&'static Rule, Placed)> {
    let mut found: Vec<(&'static Rule, Placed)> = Vec::new();
    let mut add = |rule: &'static Rule, placed: Vec<Placed>| found.extend(placed.into_iter().map(|p| (rule, p)));
    add(&r405::RULE, r405::judge(people, version, days));
    add(&r410::RULE, r410::judge(people, version, days));
    add(&r411::RULE, r411::judge(people, version, days));
    add(&r412::RULE, r412::judge(people, version, days, today));
    found.sort_by(|a, b| (&a.1.at, a.0.code).cmp(&(&b.1.at, b.0.code)));
    found
}

/// What the family says of yearbook.yaml, by one version on the days on which it is in force. `reports` are the days of all
/// reports of the regulation, of whatever year. Routes lead into yearbook.yaml; sorted by them.
#[must_use]
pub fn judge_yearbook(
    yearbook: &Yearbook,
    reports: &[NaiveDate],
    people: &People,
    version: &Version,
    days: Days,
) -> Vec<(&'static Rule, Placed)> {
    let mut found: Vec<(&'static Rule, Placed)> = Vec::new();
    let mut add = |rule: &'static Rule, placed: Vec<Placed>| found.extend(placed.into_iter().map(|p| (rule, p)));
    add(&r409::RULE, r409::judge(yearbook, reports, people, version, days));
    add(&r410::RULE, r410::judge_yearbook(yearbook, people, version, days));
    found.sort_by(|a, b| (&a.1.at, a.0.code).cmp(&(&b.1.at, b.0.code)));
    found
}

#[cfg(test)]
#[path = "../../../tests/unit/rules/roles/tests.rs"]
mod tests;
