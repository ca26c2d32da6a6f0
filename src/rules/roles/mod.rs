//! Rules on roles and people: who may take a step, conflicts of interest, identity. Most look at a case; those that look at
//! people.yaml or a yearbook are called by [`judge_people`] and [`judge_yearbook`].

mod crowd;
mod days;
mod named;
mod r401;
mod r402;
mod r403;
mod r404;
mod r405;
mod r406;
mod r409;
mod r410;
mod r411;
mod r412;
mod r413;
mod r414;

use chrono::NaiveDate;

pub use days::Days;

use super::Rule;
use crate::regulation::{People, Version};
use crate::rules::message::{OfViolation, Placed};
use crate::yearbook::Yearbook;

/// The family, sorted by code.
pub static RULES: &[&Rule] = &[
    &r401::RULE,
    &r402::RULE,
    &r403::RULE,
    &r404::RULE,
    &r405::RULE,
    &r406::RULE,
    &r409::RULE,
    &r410::RULE,
    &r411::RULE,
    &r412::RULE,
    &r413::RULE,
    &r414::RULE,
];

/// What the family says of what a docket lacks.
pub static OF_VIOLATIONS: &[(&Rule, OfViolation)] = &[
    (&r401::RULE, r401::say),
    (&r402::RULE, r402::say),
    (&r403::RULE, r403::say),
    (&r404::RULE, r404::say),
    (&r406::RULE, r406::say),
    (&r410::RULE, r410::say),
    (&r413::RULE, r413::say),
    (&r414::RULE, r414::say),
];

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
mod tests;
