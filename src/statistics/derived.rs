//! Derived figures: handling times.

use super::figures::Times;
use super::record::Record;

/// A median or mean of fewer says too much about each.
const LEAST: u64 = 10;

impl Times {
    /// Median and mean in whole days; none for fewer than 10 complaints. Never a least or greatest: those are one complaint's.
    #[must_use]
    pub fn of(records: &[Record]) -> Option<Self> {
        let mut days: Vec<(u64, u64)> =
            records.iter().filter_map(|r| r.days.map(|d| (u64::from(d), u64::from(r.count)))).collect();
        days.sort_unstable();
        let count: u64 = days.iter().map(|(_, n)| n).sum();
        if count < LEAST {
            return None;
        }
        let at = |place: u64| {
            let mut before = 0;
            days.iter().find(|(_, n)| {
                before += n;
                place < before
            })
        };
        let middle = at((count - 1) / 2)?.0 + at(count / 2)?.0;
        let sum: u64 = days.iter().map(|(d, n)| d * n).sum();
        Some(Self { median: rounded(middle, 2)?, mean: rounded(sum, count)? })
    }
}

/// A quotient to the nearest whole, halves up.
fn rounded(sum: u64, by: u64) -> Option<u32> {
    u32::try_from((2 * sum + by).checked_div(2 * by)?).ok()
}
