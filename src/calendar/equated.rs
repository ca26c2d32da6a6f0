//! The days equated with a holiday by royal decree (Algemene termijnenwet art. 3.3): a table, since no formula gives them.
//! 6 May 2011, a Friday between 5 May and a weekend, was equated; 6 May 2022, just such a Friday, was not.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use chrono::NaiveDate;

use super::date::parse_date;

/// One row a decree: the first and the last day it speaks about, its days, where they were found.
pub(super) const CSV: &str = include_str!("equated-days.csv");

/// What a row says when the decree of those years was not found.
const UNKNOWN: &str = "unknown";

/// The decrees read from the table.
#[derive(Debug, Default)]
pub(super) struct Decrees {
    days: BTreeMap<NaiveDate, &'static str>,
    /// First and last day of each period whose decree is known.
    periods: Vec<(NaiveDate, NaiveDate)>,
}

/// An unreadable table would leave every year uncovered, which is reported as such: it fails loudly, not by a wrong date.
static DECREES: LazyLock<Decrees> = LazyLock::new(|| Decrees::read(CSV).unwrap_or_default());

impl Decrees {
    /// Reads the table; the number of the first line that cannot be read otherwise.
    pub(super) fn read(csv: &'static str) -> Result<Self, usize> {
        let mut decrees = Self::default();
        for (index, line) in csv.lines().enumerate().skip(1) {
            decrees.row(line).ok_or(index + 1)?;
        }
        Ok(decrees)
    }

    fn row(&mut self, line: &'static str) -> Option<()> {
        let [from, until, days, source] = line.split(',').collect::<Vec<_>>().try_into().ok()?;
        let (from, until) = (parse_date(from).ok()?, parse_date(until).ok()?);
        if days == UNKNOWN {
            return Some(());
        }
        for day in days.split(' ') {
            let day = parse_date(day).ok().filter(|day| (from..=until).contains(day))?;
            self.days.insert(day, source);
        }
        self.periods.push((from, until));
        Some(())
    }

    fn covers(&self, date: NaiveDate) -> bool {
        self.periods.iter().any(|(from, until)| (*from..=*until).contains(&date))
    }
}

/// Whether it is decreed that this day is equated with a holiday.
pub(super) fn is(date: NaiveDate) -> bool {
    DECREES.days.contains_key(&date)
}

/// Every equated day that is known, in order, with the source of each.
#[cfg(test)]
pub fn equated_days() -> impl Iterator<Item = (NaiveDate, &'static str)> {
    DECREES.days.iter().map(|(day, source)| (*day, *source))
}

/// Whether the equated days of this year are known. In a year that is not covered, a day that seems open may be closed.
#[must_use]
pub fn covered(year: i32) -> bool {
    let ends = [NaiveDate::from_ymd_opt(year, 1, 1), NaiveDate::from_ymd_opt(year, 12, 31)];
    ends.into_iter().all(|day| day.is_some_and(|day| DECREES.covers(day)))
}

/// The last day for which the equated days are known: after it a reckoning is provisional.
#[must_use]
pub fn last_covered() -> Option<NaiveDate> {
    DECREES.periods.iter().map(|(_, until)| *until).max()
}
