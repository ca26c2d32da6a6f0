//! Dates as a Dutch text writes them: `1 januari 2028`.

use chrono::NaiveDate;

use crate::calendar::MONTHS_NL as MONTHS;
use crate::patterns::patterns;

patterns! {
    DATE = format!(r"(?i)\b(\d{{1,2}}) ({}) (\d{{4}})\b", MONTHS.join("|"));
}

/// The dates in a text, in order.
#[must_use]
pub fn dates(text: &str) -> Vec<NaiveDate> {
    DATE.captures_iter(text).filter_map(|c| read(&c[1], &c[2], &c[3])).collect()
}

fn read(day: &str, month: &str, year: &str) -> Option<NaiveDate> {
    let month = MONTHS.iter().position(|m| m.eq_ignore_ascii_case(month))?;
    NaiveDate::from_ymd_opt(year.parse().ok()?, u32::try_from(month).ok()? + 1, day.parse().ok()?)
}

/// A date as a Dutch text writes it.
#[must_use]
pub fn dutch(date: NaiveDate) -> String {
    use chrono::Datelike;
    let month = usize::try_from(date.month0()).ok().and_then(|m| MONTHS.get(m)).copied().unwrap_or_default();
    format!("{} {month} {}", date.day(), date.year())
}
