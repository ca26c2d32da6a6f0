//! The room held to hand-made lists and to laws that every date must obey.

mod dates;
mod durations;
mod holidays;
mod laws;
mod spoken;
mod terms;

use chrono::NaiveDate;

use super::{Duration, parse_date};

/// A date that the test itself writes.
fn day(text: &str) -> NaiveDate {
    parse_date(text).expect("a date")
}

/// A duration that the test itself writes.
fn lasting(text: &str) -> Duration {
    text.parse().expect("a duration")
}

/// Every day of 2024 to 2028.
fn five_years() -> impl Iterator<Item = NaiveDate> {
    day("2024-01-01").iter_days().take_while(|date| *date <= day("2028-12-31"))
}
