//! Durations as people write them: `5 working days`, `2 weeks`, `6 months`.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::diagnostics::{Text, text};

/// What a duration is counted in. There are no bare days: the law knows two kinds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Unit {
    /// Every day counts.
    CalendarDays,
    /// Saturdays, Sundays, holidays and equated days do not count.
    WorkingDays,
    /// Seven calendar days each.
    Weeks,
    /// To the same day of a later month, or the last day of a month that is too short.
    Months,
    /// Twelve months each.
    Years,
}

impl Unit {
    /// All units, from short to long.
    pub const ALL: [Self; 5] = [Self::CalendarDays, Self::WorkingDays, Self::Weeks, Self::Months, Self::Years];

    /// The unit after the number `count`: `week` or `weeks`, `jaar` in either case.
    #[must_use]
    pub fn words(self, count: u32) -> Text {
        let (nl, en) = match (self, count) {
            (Self::CalendarDays, 1) => ("kalenderdag", "calendar day"),
            (Self::CalendarDays, _) => ("kalenderdagen", "calendar days"),
            (Self::WorkingDays, 1) => ("werkdag", "working day"),
            (Self::WorkingDays, _) => ("werkdagen", "working days"),
            (Self::Weeks, 1) => ("week", "week"),
            (Self::Weeks, _) => ("weken", "weeks"),
            (Self::Months, 1) => ("maand", "month"),
            (Self::Months, _) => ("maanden", "months"),
            (Self::Years, 1) => ("jaar", "year"),
            (Self::Years, _) => ("jaar", "years"),
        };
        Text::new(nl, en)
    }

    /// The unit that these words name in a regulation.
    fn named(words: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|unit| [1, 2].into_iter().any(|count| unit.words(count).en == words))
    }

    /// The unit that somebody means who writes it otherwise: in Dutch, with capitals, with a hyphen.
    fn meant(words: &str) -> Option<Self> {
        let words = words.to_lowercase().replace('-', " ");
        let dutch = |unit: &Self| [1, 2].into_iter().any(|count| unit.words(count).nl == words);
        Self::named(&words).or_else(|| Self::ALL.into_iter().find(dutch)).or(match words.as_str() {
            "business day" | "business days" | "workday" | "workdays" => Some(Self::WorkingDays),
            "jaren" => Some(Self::Years),
            _ => None,
        })
    }
}

/// How long a term lasts: from 1 to [`Duration::MOST`] of a unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Duration {
    count: u32,
    unit: Unit,
}

impl Duration {
    /// The largest count: more is a slip of the keyboard, and no date in use overflows below it.
    pub const MOST: u32 = 9999;

    /// So many of this unit.
    pub fn new(count: u32, unit: Unit) -> Result<Self, DurationError> {
        match count {
            0 => Err(DurationError::Zero),
            1..=Self::MOST => Ok(Self { count, unit }),
            _ => Err(DurationError::TooLong),
        }
    }

    /// How many.
    #[must_use]
    pub fn count(self) -> u32 {
        self.count
    }

    /// Of what.
    #[must_use]
    pub fn unit(self) -> Unit {
        self.unit
    }

    /// The duration in words: `2 weken`, `2 weeks`.
    #[must_use]
    pub fn words(self) -> Text {
        let unit = self.unit.words(self.count);
        text!("{count} {unit}", "{count} {unit}", count = self.count, unit)
    }
}

/// As a regulation writes it; reading it back gives the same duration.
impl fmt::Display for Duration {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.words().en)
    }
}

impl From<Duration> for String {
    fn from(duration: Duration) -> Self {
        duration.to_string()
    }
}

/// Why a text is not a duration.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DurationError {
    /// It does not start with a number in digits.
    NoCount,
    /// A number and nothing more.
    NoUnit,
    /// `5 days`: calendar days or working days?
    BareDays {
        /// The number of days, when it can be used.
        count: Option<u32>,
    },
    /// A unit that is written otherwise: `2 weken`.
    Misnamed {
        /// What was probably meant.
        meant: Duration,
    },
    /// A unit that does not exist.
    UnknownUnit,
    /// Nothing of a unit is no term.
    Zero,
    /// More than [`Duration::MOST`].
    TooLong,
}

impl DurationError {
    /// What is wrong and what to write.
    #[must_use]
    pub fn words(self) -> Text {
        match self {
            Self::NoCount => text!(
                "een duur begint met een getal in cijfers: schrijf bijvoorbeeld `2 weeks`",
                "a duration starts with a number in digits: write, for instance, `2 weeks`"
            ),
            Self::NoUnit => Text::new(
                format!("het getal heeft geen eenheid: zet erachter {}", units("of")),
                format!("the number has no unit: add {}", units("or")),
            ),
            Self::BareDays { count } => {
                let count = count.unwrap_or(5);
                let [calendar, working] = [Unit::CalendarDays, Unit::WorkingDays].map(|unit| unit.words(count).en);
                text!(
                    "kalenderdagen of werkdagen? De wet kent beide: schrijf `{count} {calendar}` of `{count} {working}`",
                    "calendar days or working days? The law knows both: write `{count} {calendar}` or `{count} {working}`"
                )
            }
            Self::Misnamed { meant } => text!(
                "de eenheid wordt anders geschreven: schrijf `{meant}`",
                "the unit is written otherwise: write `{meant}`"
            ),
            Self::UnknownUnit => Text::new(
                format!("onbekende eenheid: schrijf na het getal {}", units("of")),
                format!("unknown unit: write after the number {}", units("or")),
            ),
            Self::Zero => text!(
                "een duur van nul is geen termijn: schrijf ten minste 1, of laat de termijn weg",
                "a duration of zero is no term: write at least 1, or leave the term out"
            ),
            Self::TooLong => text!(
                "de duur is te lang: schrijf ten hoogste {uration} of neem een grotere eenheid",
                "the duration is too long: write at most {uration} or take a larger unit",
                uration = Duration::MOST
            ),
        }
    }
}

/// The units as a regulation writes them, the last after `or`.
fn units(or: &str) -> String {
    let [calendar, working, weeks, months, years] = Unit::ALL.map(|unit| unit.words(2).en);
    format!("`{calendar}`, `{working}`, `{weeks}`, `{months}` {or} `{years}`")
}

impl fmt::Display for DurationError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.words().en)
    }
}

impl std::error::Error for DurationError {}

impl FromStr for Duration {
    type Err = DurationError;

    fn from_str(text: &str) -> Result<Self, DurationError> {
        let mut words = text.split_whitespace();
        let count = words.next().filter(|word| word.bytes().all(|byte| byte.is_ascii_digit()));
        // Digits alone can only fail to parse by being too many.
        let count = count.ok_or(DurationError::NoCount)?.parse().unwrap_or(u32::MAX);
        let unit = words.collect::<Vec<_>>().join(" ");
        if let Some(unit) = Unit::named(&unit) {
            return Self::new(count, unit);
        }
        if let Some(unit) = Unit::meant(&unit) {
            return Err(Self::new(count, unit).map_or_else(|fault| fault, |meant| DurationError::Misnamed { meant }));
        }
        Err(match unit.to_lowercase().as_str() {
            "" => DurationError::NoUnit,
            "day" | "days" | "dag" | "dagen" => {
                DurationError::BareDays { count: Some(count).filter(|count| (1..=Self::MOST).contains(count)) }
            }
            _ => DurationError::UnknownUnit,
        })
    }
}

impl TryFrom<String> for Duration {
    type Error = DurationError;

    fn try_from(text: String) -> Result<Self, DurationError> {
        text.parse()
    }
}
