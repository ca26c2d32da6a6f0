//! Rules on terms: late steps, extensions, notices, keeping and destruction.

rules! {
    t301, t302, t303, t304, t305, t306, t307, t308, t309, t310, t311, t312, t313, t314, t318, t319,
}

#[cfg(test)]
#[path = "../../../tests/unit/rules/terms/tests/mod.rs"]
pub(super) mod tests;
mod words;

use chrono::NaiveDate;

pub use t310::judge as overdue;

use crate::docket::{Discussed, Docket};
use crate::rules::{Placed, Rule};

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
