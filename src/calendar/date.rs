//! Dates as they are written in files (`2026-04-30`, nothing else) and as people read them (`Thu 30 April 2026`).

use std::fmt;

use chrono::{Datelike, NaiveDate};

use crate::diagnostics::{Text, text};

/// The months in Dutch, January first.
pub const MONTHS_NL: [&str; 12] = [
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
];
/// The months in English.
pub const MONTHS_EN: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
const DAYS_NL: [&str; 7] = ["ma", "di", "wo", "do", "vr", "za", "zo"];
const DAYS_EN: [&str; 7] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

/// A date in words with its day of the week: `do 30 april 2026`, `Thu 30 April 2026`.
#[must_use]
pub fn date_words(date: NaiveDate) -> Text {
    let (month, weekday) = (date.month0() as usize, date.weekday().num_days_from_monday() as usize);
    let (day, year) = (date.day(), date.year());
    Text::new(
        format!("{} {day} {} {year}", DAYS_NL[weekday], MONTHS_NL[month]),
        format!("{} {day} {} {year}", DAYS_EN[weekday], MONTHS_EN[month]),
    )
}

/// Why a text is not a date. Holds no part of the text but the date it seems to mean: anything may stand in a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DateError {
    /// Day first, or month first: `1-11-2026`. Read as Dutch readers do, day before month.
    Order {
        /// What was probably meant.
        meant: NaiveDate,
    },
    /// A month or day of one digit: `2026-2-3`.
    Digits {
        /// What was probably meant.
        meant: NaiveDate,
    },
    /// Something other than hyphens between the numbers, or nothing: `2026/11/01`, `20261101`.
    Separators {
        /// What was probably meant.
        meant: NaiveDate,
    },
    /// A date with something before or after it, such as a time of day.
    Surrounded {
        /// The date itself.
        meant: NaiveDate,
    },
    /// The month has fewer days: `2026-04-31`.
    NoSuchDay {
        /// The last day that this month has.
        last: NaiveDate,
    },
    /// There are twelve months: `2026-13-01`.
    NoSuchMonth,
    /// Not like a date.
    Unreadable,
    /// Not like a day as people say it either.
    Unspoken,
    /// The date is another day of the week than was said.
    OtherWeekday {
        /// The date.
        date: NaiveDate,
    },
}

impl DateError {
    /// What is wrong and what to write.
    #[must_use]
    pub fn words(self) -> Text {
        match self {
            Self::Order { meant } => {
                text!("een datum is jaar-maand-dag: schrijf {meant}", "a date is year-month-day: write {meant}")
            }
            Self::Digits { meant } => text!(
                "maand en dag hebben twee cijfers: schrijf {meant}",
                "month and day have two digits: write {meant}"
            ),
            Self::Separators { meant } => text!(
                "tussen jaar, maand en dag staat een streepje: schrijf {meant}",
                "year, month and day are joined by hyphens: write {meant}"
            ),
            Self::Surrounded { meant } => text!(
                "hier hoort alleen een datum, zonder tijd of spaties: schrijf {meant}",
                "only a date belongs here, no time and no spaces: write {meant}"
            ),
            Self::NoSuchDay { last } => {
                let (month, year, day) = (last.month0() as usize, last.year(), last.day());
                Text::new(
                    format!("die dag bestaat niet: {} {year} telt de dagen 1 tot en met {day}", MONTHS_NL[month]),
                    format!("there is no such day: {} {year} has the days 1 to {day}", MONTHS_EN[month]),
                )
            }
            Self::NoSuchMonth => text!(
                "die maand bestaat niet: de maand, het tweede getal, is 01 tot en met 12",
                "there is no such month: the month, the second number, is 01 to 12"
            ),
            Self::Unreadable => text!(
                "dit is geen datum: schrijf jaar-maand-dag, zoals 2026-11-01",
                "this is not a date: write year-month-day, such as 2026-11-01"
            ),
            Self::Unspoken => text!(
                "schrijf een dag zoals 3-5-2026, 3 mei, gisteren of maandag",
                "write a day such as 2026-05-03, 3 May, yesterday or Monday"
            ),
            Self::OtherWeekday { date } => {
                let is = date_words(date);
                text!("dat is een andere dag van de week: {is}", "that is another day of the week: {is}", is)
            }
        }
    }
}

impl fmt::Display for DateError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.words().en)
    }
}

impl std::error::Error for DateError {}

/// Reads a date written as four digits, two digits, two digits with hyphens between, and nothing else.
pub fn parse_date(text: &str) -> Result<NaiveDate, DateError> {
    well_formed(text).unwrap_or_else(|| Err(misread(text)))
}

/// The date, when the text has the form of one.
fn well_formed(text: &str) -> Option<Result<NaiveDate, DateError>> {
    let [year, month, day] = text.split('-').collect::<Vec<_>>().try_into().ok()?;
    let formed =
        [(year, 4), (month, 2), (day, 2)].iter().all(|(number, width)| digits(number) && number.len() == *width);
    formed.then(|| ymd(year, month, day))
}

fn digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

fn ymd(year: &str, month: &str, day: &str) -> Result<NaiveDate, DateError> {
    let year = year.parse().map_err(|_| DateError::Unreadable)?;
    let month = month.parse().map_err(|_| DateError::Unreadable)?;
    let day = day.parse().map_err(|_| DateError::Unreadable)?;
    let first = NaiveDate::from_ymd_opt(year, month, 1).ok_or(DateError::NoSuchMonth)?;
    let last = first.with_day(u32::from(first.num_days_in_month())).unwrap_or(first);
    first.with_day(day).ok_or(DateError::NoSuchDay { last })
}

/// What is wrong with a text that does not have the form of a date.
fn misread(text: &str) -> DateError {
    let numbers: Vec<&str> = text.split(['-', '/', '.', ' ']).collect();
    if let [first, second, third] = numbers[..]
        && numbers.iter().all(|number| digits(number))
    {
        let meant = ymd(first, second, third);
        return match (first.len(), second.len(), third.len()) {
            (4, 2, 2) => meant.map_or_else(|fault| fault, |meant| DateError::Separators { meant }),
            (4, 1..=2, 1..=2) => meant.map_or_else(|fault| fault, |meant| DateError::Digits { meant }),
            (1..=2, 1..=2, 4) => day_first(first, second, third),
            _ => DateError::Unreadable,
        };
    }
    if digits(text) && text.len() == 8 {
        let meant = ymd(&text[..4], &text[4..6], &text[6..]);
        return meant.map_or(DateError::Unreadable, |meant| DateError::Separators { meant });
    }
    surrounded(text)
}

/// A date that ends in its year: the day comes first, unless only the month can.
fn day_first(first: &str, second: &str, year: &str) -> DateError {
    let month_first = || ymd(year, first, second);
    match ymd(year, second, first) {
        Ok(meant) => DateError::Order { meant },
        Err(DateError::NoSuchMonth) => month_first().map_or_else(|fault| fault, |meant| DateError::Order { meant }),
        Err(fault) => fault,
    }
}

/// A date with a time behind it or spaces around it.
fn surrounded(text: &str) -> DateError {
    let found =
        text.trim().split_at_checked(10).filter(|(_, rest)| !rest.starts_with(|next: char| next.is_ascii_digit()));
    match found.and_then(|(date, _)| well_formed(date)) {
        Some(Ok(meant)) => DateError::Surrounded { meant },
        Some(Err(fault)) => fault,
        None => DateError::Unreadable,
    }
}
