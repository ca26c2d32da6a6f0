//! A quarter of a year: the finest date that outlives a case.

use std::fmt;
use std::str::FromStr;

use chrono::{Datelike, NaiveDate};

/// A quarter of a calendar year, written as `2025-Q2`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Quarter {
    /// The year.
    pub year: i32,
    /// 1 to 4.
    pub number: u32,
}

/// A text that is no quarter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NoQuarter;

impl Quarter {
    /// The quarter of a day.
    #[must_use]
    pub fn of(day: NaiveDate) -> Self {
        Self { year: day.year(), number: day.month0() / 3 + 1 }
    }

    /// The value of the dimension: `q1` to `q4`.
    #[must_use]
    pub fn code(self) -> String {
        format!("q{}", self.number)
    }
}

impl fmt::Display for Quarter {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}-Q{}", self.year, self.number)
    }
}

impl FromStr for Quarter {
    type Err = NoQuarter;

    fn from_str(text: &str) -> Result<Self, NoQuarter> {
        let (year, number) = text.split_once("-Q").ok_or(NoQuarter)?;
        let quarter =
            Self { year: year.parse().map_err(|_| NoQuarter)?, number: number.parse().map_err(|_| NoQuarter)? };
        // What is written differently is not read: `+2025-Q2`, `2025-Q02`.
        if (1..=4).contains(&quarter.number) && quarter.to_string() == text { Ok(quarter) } else { Err(NoQuarter) }
    }
}

impl fmt::Display for NoQuarter {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("not a quarter such as 2025-Q2")
    }
}

impl std::error::Error for NoQuarter {}

#[cfg(test)]
#[path = "../../tests/unit/counting/quarter.rs"]
mod tests;
