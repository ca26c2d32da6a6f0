//! Closed years: each frozen early in the next, as the register stood then.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use klacht::case::Case;
use klacht::counting::{self, Coded, Quarter, closing};
use klacht::docket::Docket;
use klacht::publish::closing::with_block;
use klacht::regulation::RegulationHistory;
use klacht::yearbook::Frozen;
use klacht::yearbook::TallyRow;

use super::maker::Maker;
use super::{Fault, day};

/// The years that are closed, each with its freeze day.
pub const CLOSED: [(i32, NaiveDate); 2] = [(2024, day(2025, 1, 31)), (2025, day(2026, 1, 31))];

/// A case as it went, and when and how it left the register.
pub struct Life {
    /// The whole case.
    pub case: Case,
    /// The day of its destruction, and its row.
    pub gone: Option<(NaiveDate, TallyRow)>,
}

/// Closes the years of a regulation, in the yearbooks among `files`.
pub fn freeze(id: &str, maker: &Maker, lives: &[Life], files: &mut BTreeMap<String, String>) -> Result<(), Fault> {
    let history = maker.policy.histories.get(id).ok_or("no such regulation")?;
    let mut frozen: Vec<(i32, Vec<Frozen>)> = Vec::new();
    for (year, on) in CLOSED {
        let all: Vec<Coded> = lives.iter().filter_map(|life| coded(id, life, on, maker, history)).collect();
        let books: Vec<_> = frozen.iter().map(|(year, blocks)| (*year, blocks.as_slice())).collect();
        let block = closing::close(year, on, history, &all, &books)?;
        let text = files.entry(format!("cases/{id}/{year}/yearbook.yaml"));
        let text = text.or_insert_with(|| "schema: klacht.yearbook/1\n".to_owned());
        *text = with_block(text, &block)?;
        frozen.push((year, vec![block]));
    }
    Ok(())
}

/// What was known of a case at the end of a day.
fn coded(id: &str, life: &Life, on: NaiveDate, maker: &Maker, history: &RegulationHistory) -> Option<Coded> {
    match &life.gone {
        Some((gone, row)) if *gone <= on => {
            let quarter: Quarter = row.received.parse().ok()?;
            let versions = closing::in_force(history, quarter.year);
            counting::code_row(row, versions.last()?.1)
        }
        _ => {
            let then = counting::as_of(&life.case, on)?;
            let (version, _) = maker.policy.in_force(id, then.first_day()).ok()?;
            counting::code(&Docket::replay(&then, version, &history.people), on)
        }
    }
}
