//! Days as people say them: `3-5-2026`, `3 mei`, `gisteren`, `maandag`. Files hold dates in one form; this is for what is typed.

use chrono::{Datelike, Days, NaiveDate, Weekday};

use super::date::{DateError, MONTHS_EN, MONTHS_NL, parse_date};

/// In which direction a day lies that is not said in full.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Toward {
    /// What happened: today, or the last such day before it.
    Past,
    /// What is to come: today, or the first such day after it.
    Future,
}

/// A day that was said, in Dutch or English.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SpokenDay {
    meant: Meant,
    plain: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Meant {
    Date(NaiveDate),
    /// A day and a month of whichever year; the day exists in a leap year.
    InAYear {
        month: u32,
        day: u32,
        /// The day of the week that was said with it.
        weekday: Option<Weekday>,
    },
    /// A day of the week; strictly before or after today where that is said.
    On(Weekday, Option<Toward>),
    /// So many days from today.
    FromToday(i64),
}

/// Words for days near today.
const NEAR: [(&str, i64); 9] = [
    ("vandaag", 0),
    ("today", 0),
    ("gisteren", -1),
    ("yesterday", -1),
    ("eergisteren", -2),
    ("morgen", 1),
    ("tomorrow", 1),
    ("overmorgen", 2),
    ("nu", 0),
];
const WEEKDAYS: [[&str; 2]; 7] = [
    ["maandag", "monday"],
    ["dinsdag", "tuesday"],
    ["woensdag", "wednesday"],
    ["donderdag", "thursday"],
    ["vrijdag", "friday"],
    ["zaterdag", "saturday"],
    ["zondag", "sunday"],
];
const NUMBERS: [&[&str]; 10] = [
    &["een", "één", "a", "one"],
    &["twee", "two"],
    &["drie", "three"],
    &["vier", "four"],
    &["vijf", "five"],
    &["zes", "six"],
    &["zeven", "seven"],
    &["acht", "eight"],
    &["negen", "nine"],
    &["tien", "ten"],
];

impl SpokenDay {
    /// What a text says.
    ///
    /// # Errors
    ///
    /// [`DateError`] for what is no day, for a day that no calendar has, for a month before the day, and for a day of the week
    /// that the date is not.
    pub fn read(text: &str) -> Result<Self, DateError> {
        if let Ok(date) = parse_date(text) {
            return Ok(Self { meant: Meant::Date(date), plain: true });
        }
        let lower = text.to_lowercase();
        let words: Vec<&str> = lower.split([' ', ',', '\t', '\u{a0}']).map(|w| w.trim_end_matches('.')).collect();
        let words: Vec<&str> =
            words.into_iter().filter(|w| !w.is_empty() && !["op", "on", "de", "the", "of"].contains(w)).collect();
        let read = meant(&words).map_err(|fault| match parse_date(text) {
            // What is nearly a date is put right by the words for dates.
            Err(other) if fault == DateError::Unspoken && other != DateError::Unreadable => other,
            _ => fault,
        });
        Ok(Self { meant: read?, plain: false })
    }

    /// The day, as of today.
    ///
    /// # Errors
    ///
    /// [`DateError::OtherWeekday`] when the nearest such date is not the day of the week that was said with it.
    pub fn day(self, today: NaiveDate, toward: Toward) -> Result<NaiveDate, DateError> {
        Ok(match self.meant {
            Meant::Date(date) => date,
            Meant::FromToday(days) => plus(today, days),
            Meant::InAYear { month, day, weekday } => {
                let date = in_a_year(month, day, today, toward);
                if weekday.is_some_and(|named| named != date.weekday()) {
                    return Err(DateError::OtherWeekday { date });
                }
                date
            }
            Meant::On(weekday, strictly) => {
                let from = i64::from(today.weekday().days_since(weekday));
                match (strictly, strictly.unwrap_or(toward)) {
                    (Some(_), Toward::Past) if from == 0 => plus(today, -7),
                    (_, Toward::Past) => plus(today, -from),
                    (Some(_), Toward::Future) => plus(today, 7 - from),
                    (None, Toward::Future) => plus(today, (7 - from) % 7),
                }
            }
        })
    }

    /// Whether it was written as in files, so that nobody needs to be told how it was understood.
    #[must_use]
    pub fn is_plain(self) -> bool {
        self.plain
    }
}

impl From<NaiveDate> for SpokenDay {
    fn from(date: NaiveDate) -> Self {
        Self { meant: Meant::Date(date), plain: true }
    }
}

fn plus(today: NaiveDate, days: i64) -> NaiveDate {
    let count = Days::new(days.unsigned_abs());
    let there = if days < 0 { today.checked_sub_days(count) } else { today.checked_add_days(count) };
    there.unwrap_or(today)
}

/// The nearest year in that direction that has the day; the 29th of February is at most eight years away.
fn in_a_year(month: u32, day: u32, today: NaiveDate, toward: Toward) -> NaiveDate {
    let step = if toward == Toward::Past { -1 } else { 1 };
    let mut days = (0..=8).filter_map(|n| NaiveDate::from_ymd_opt(today.year() + n * step, month, day));
    let right = |date: &NaiveDate| if toward == Toward::Past { *date <= today } else { *date >= today };
    days.find(right).unwrap_or(today)
}

fn meant(words: &[&str]) -> Result<Meant, DateError> {
    match words {
        [] => Err(DateError::Unspoken),
        [word] if near(word).is_some() => Ok(Meant::FromToday(near(word).unwrap_or_default())),
        [word] if weekday(word).is_some() => weekday(word).map(|day| Meant::On(day, None)).ok_or(DateError::Unspoken),
        [way @ ("afgelopen" | "last" | "komende" | "coming"), word] => {
            let strictly = if matches!(*way, "afgelopen" | "last") { Toward::Past } else { Toward::Future };
            weekday(word).map(|day| Meant::On(day, Some(strictly))).ok_or(DateError::Unspoken)
        }
        [count, unit, "geleden" | "ago"] => Ok(Meant::FromToday(-days(count, unit)?)),
        ["over" | "in", count, unit] => Ok(Meant::FromToday(days(count, unit)?)),
        [first, rest @ ..] => match weekday(first) {
            Some(named) => on_the(named, date(rest)?),
            None => date(words),
        },
    }
}

/// That a date falls on the day of the week that was said with it.
fn on_the(named: Weekday, meant: Meant) -> Result<Meant, DateError> {
    match meant {
        Meant::Date(date) if date.weekday() != named => Err(DateError::OtherWeekday { date }),
        // Which year it is in is told by today.
        Meant::InAYear { month, day, .. } => Ok(Meant::InAYear { month, day, weekday: Some(named) }),
        meant => Ok(meant),
    }
}

/// A date in numbers or with the name of a month.
fn date(words: &[&str]) -> Result<Meant, DateError> {
    match *words {
        [one] => in_numbers(one),
        [day, name] => without_year(day, name),
        [day, name, year] if month(name).is_some() => with_year(day, name, year),
        [name, day, year] if month(name).is_some() => with_year(day, name, year),
        [day, month, year] => in_numbers(&format!("{day}-{month}-{year}")),
        _ => Err(DateError::Unspoken),
    }
}

fn in_numbers(text: &str) -> Result<Meant, DateError> {
    let first = text.split(['-', '/', '.']).next().and_then(|number| number.parse::<u32>().ok());
    match parse_date(text) {
        Ok(date) => Ok(Meant::Date(date)),
        Err(DateError::Digits { meant } | DateError::Separators { meant }) => Ok(Meant::Date(meant)),
        // A month before its day is put right, not guessed at: the next one would be read the other way round.
        Err(DateError::Order { meant }) if first == Some(meant.day()) => Ok(Meant::Date(meant)),
        Err(DateError::Unreadable) => Err(DateError::Unspoken),
        Err(other) => Err(other),
    }
}

fn without_year(one: &str, other: &str) -> Result<Meant, DateError> {
    let (day, name) = if month(other).is_some() { (one, other) } else { (other, one) };
    let month = month(name).ok_or(DateError::Unspoken)?;
    let day = ordinal(day).ok_or(DateError::Unspoken)?;
    // Of a leap year, so that the 29th of February can be said.
    match NaiveDate::from_ymd_opt(2024, month, day) {
        Some(_) => Ok(Meant::InAYear { month, day, weekday: None }),
        None => Err(DateError::NoSuchDay { last: last_of(2024, month) }),
    }
}

fn with_year(day: &str, name: &str, year: &str) -> Result<Meant, DateError> {
    let year = Some(year).filter(|y| y.len() == 4).and_then(|y| y.parse().ok()).ok_or(DateError::Unspoken)?;
    let month = month(name).ok_or(DateError::Unspoken)?;
    let day = ordinal(day).ok_or(DateError::Unspoken)?;
    let date = NaiveDate::from_ymd_opt(year, month, day);
    date.map(Meant::Date).ok_or(DateError::NoSuchDay { last: last_of(year, month) })
}

fn last_of(year: i32, month: u32) -> NaiveDate {
    let first = NaiveDate::from_ymd_opt(year, month, 1).unwrap_or_default();
    first.with_day(u32::from(first.num_days_in_month())).unwrap_or(first)
}

fn near(word: &str) -> Option<i64> {
    NEAR.iter().find(|(known, _)| *known == word).map(|(_, days)| *days)
}

/// A day of the week, or its first letters.
fn weekday(word: &str) -> Option<Weekday> {
    let is = |name: &&str| *name == word || (name.is_char_boundary(word.len().min(name.len())) && short(name, word));
    let at = WEEKDAYS.iter().position(|names| names.iter().any(is))?;
    Weekday::try_from(u8::try_from(at).ok()?).ok()
}

/// The first two letters as Dutch has them, or the first three.
fn short(name: &str, word: &str) -> bool {
    let dutch = WEEKDAYS.iter().any(|[nl, _]| *nl == name);
    name.starts_with(word) && (word.len() == 3 || (word.len() == 2 && dutch))
}

/// The number of a month by its name or its first letters, at least three; `mrt` as well.
fn month(word: &str) -> Option<u32> {
    let named = |names: &[&str; 12]| names.iter().position(|name| name.to_lowercase().starts_with(word));
    let at = if word == "mrt" { Some(2) } else { named(&MONTHS_NL).or_else(|| named(&MONTHS_EN)) };
    at.filter(|_| word.len() >= 3).and_then(|at| u32::try_from(at + 1).ok())
}

/// A day of the month: `3`, `3e`, `3rd`.
fn ordinal(word: &str) -> Option<u32> {
    let bare = ["ste", "st", "nd", "rd", "th", "de", "e"].iter().find_map(|end| word.strip_suffix(end)).unwrap_or(word);
    bare.parse().ok().filter(|day| *day >= 1)
}

/// A small number in letters, in Dutch or English.
pub(crate) fn number_word(word: &str) -> Option<usize> {
    NUMBERS.iter().position(|names| names.contains(&word)).map(|at| at + 1)
}

/// So many days or weeks, in days.
fn days(count: &str, unit: &str) -> Result<i64, DateError> {
    let number = count.parse::<u16>().map(usize::from).ok().or_else(|| number_word(count));
    let count = number.ok_or(DateError::Unspoken)?;
    let each = match unit {
        "dag" | "dagen" | "day" | "days" => 1,
        "week" | "weken" | "weeks" => 7,
        _ => return Err(DateError::Unspoken),
    };
    i64::try_from(count * each).map_err(|_| DateError::Unspoken)
}
