//! Rules on terms: late steps, extensions, notices, keeping and destruction.

mod t301;
mod t302;
mod t303;
mod t304;
mod t305;
mod t306;
mod t307;
mod t308;
pub mod t309;
pub mod t310;
pub mod t311;
pub mod t312;
pub mod t313;
pub mod t314;
mod t318;
mod t319;
#[cfg(test)]
pub(super) mod tests;
mod words;

use chrono::NaiveDate;

use super::Rule;
use crate::docket::{Discussed, Docket};
use crate::rules::message::{OfViolation, Placed};

/// The family, sorted by code.
pub static RULES: &[&Rule] = &[
    &t301::RULE,
    &t302::RULE,
    &t303::RULE,
    &t304::RULE,
    &t305::RULE,
    &t306::RULE,
    &t307::RULE,
    &t308::RULE,
    &t309::RULE,
    &t310::RULE,
    &t311::RULE,
    &t312::RULE,
    &t313::RULE,
    &t314::RULE,
    &t318::RULE,
    &t319::RULE,
];

/// What the family says of what a docket lacks.
pub static OF_VIOLATIONS: &[(&Rule, OfViolation)] = &[
    (&t301::RULE, t301::say),
    (&t302::RULE, t302::say),
    (&t303::RULE, t303::say),
    (&t304::RULE, t304::say),
    (&t305::RULE, t305::say),
    (&t306::RULE, t306::say),
    (&t307::RULE, t307::say),
    (&t308::RULE, t308::say),
];

/// What the family says of a case beyond what its docket lacks: of the calendar, and of a day.
#[must_use]
pub fn judge(docket: &Docket<'_>, discussed: &Discussed, day: Option<NaiveDate>) -> Vec<(&'static Rule, Placed)> {
    let mut found: Vec<(&'static Rule, Placed)> = Vec::new();
    let mut add = |rule: &'static Rule, placed: Vec<Placed>| found.extend(placed.into_iter().map(|p| (rule, p)));
    add(&t309::RULE, t309::judge(docket));
    add(&t310::RULE, t310::judge(docket, day));
    add(&t312::RULE, t312::judge(docket, day, discussed));
    add(&t314::RULE, t314::judge(docket, day));
    add(&t318::RULE, t318::judge(docket));
    add(&t319::RULE, t319::judge(docket, day));
    found
}
