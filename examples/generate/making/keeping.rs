//! What is left of a case on the day on which the register stands.

use chrono::NaiveDate;
use klacht::case::{Case, Destroyed};
use klacht::counting;
use klacht::docket::{Discussed, Docket};
use klacht::regulation::{RegulationHistory, Selector, Version};
use klacht::yearbook::TallyRow;

use super::STANDS_ON;
use super::days::{open_from, plus};
use super::dice::Dice;

/// A case that is gone.
pub struct Gone {
    /// What stands in its place.
    pub stub: Case,
    /// When it was destroyed.
    pub on: NaiveDate,
    /// Its row in the yearbook.
    pub row: TallyRow,
}

/// The stub of a case that its regulation wants destroyed by now; nothing for a case that stays.
pub fn gone(
    case: &Case,
    version: &Version,
    history: &RegulationHistory,
    discussed: &Discussed,
    dice: &mut Dice,
) -> Option<Gone> {
    let docket = Docket::replay(case, version, &history.people);
    let keeping = docket.retention(discussed);
    let from = keeping.from.filter(|_| keeping.holds.is_empty())?.max(docket.last_recorded());
    let until = keeping.until.unwrap_or(from).max(plus(from, 14));
    // Within the time that is left, some are still there.
    if from > STANDS_ON || (until >= STANDS_ON && dice.chance(50)) {
        return None;
    }
    let span = usize::try_from((until.min(STANDS_ON) - from).num_days()).unwrap_or(0);
    let on = open_from(plus(from, dice.below(span.max(1)) as u64)).min(until).min(STANDS_ON);
    let by = destroyer(version, history, on)?;
    let row = counting::row(&docket, on);
    let mut stub = case.clone();
    stub.destroyed = Some(Destroyed { on, by, keys: Vec::new() });
    Some(Gone { stub, on, row })
}

fn destroyer(version: &Version, history: &RegulationHistory, on: NaiveDate) -> Option<String> {
    let Some(Selector::Role(role)) = version.regulation.retention.as_ref()?.by.as_ref() else { return None };
    history.people.holders(role, on).next().map(|p| p.key.clone())
}
