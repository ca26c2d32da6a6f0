//! Which days are closed, and why (Algemene termijnenwet art. 1 and 3).

use chrono::{Datelike, NaiveDate, Weekday};
use serde::Serialize;

use super::equated;
use crate::diagnostics::{Text, text};

/// A generally recognised holiday (art. 3.1), and Good Friday, which the law equates with one (art. 3.2).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Holiday {
    /// 1 January.
    NewYearsDay,
    /// Two days before Easter.
    GoodFriday,
    /// The day after Easter.
    EasterMonday,
    /// 30 April until 2013; 29 April when that was a Sunday.
    QueensDay,
    /// 27 April from 2014; 26 April when that is a Sunday (KB of 30-1-2013, BWBR0032908).
    KingsDay,
    /// 5 May, every year and not only each fifth.
    LiberationDay,
    /// 39 days after Easter.
    AscensionDay,
    /// 50 days after Easter.
    WhitMonday,
    /// 25 December.
    ChristmasDay,
    /// 26 December.
    BoxingDay,
}

impl Holiday {
    /// Its name.
    #[must_use]
    pub fn words(self) -> Text {
        let (nl, en) = match self {
            Self::NewYearsDay => ("Nieuwjaarsdag", "New Year's Day"),
            Self::GoodFriday => ("Goede Vrijdag", "Good Friday"),
            Self::EasterMonday => ("tweede paasdag", "Easter Monday"),
            Self::QueensDay => ("Koninginnedag", "Queen's Day"),
            Self::KingsDay => ("Koningsdag", "King's Day"),
            Self::LiberationDay => ("Bevrijdingsdag", "Liberation Day"),
            Self::AscensionDay => ("Hemelvaartsdag", "Ascension Day"),
            Self::WhitMonday => ("tweede pinksterdag", "Whit Monday"),
            Self::ChristmasDay => ("eerste kerstdag", "Christmas Day"),
            Self::BoxingDay => ("tweede kerstdag", "Boxing Day"),
        };
        Text::new(nl, en)
    }

    /// The holiday that falls on this day.
    pub(super) fn on(date: NaiveDate) -> Option<Self> {
        match (date.month(), date.day()) {
            (1, 1) => Some(Self::NewYearsDay),
            (5, 5) => Some(Self::LiberationDay),
            (12, 25) => Some(Self::ChristmasDay),
            (12, 26) => Some(Self::BoxingDay),
            _ => Self::moving_with_easter(date).or_else(|| Self::royal(date)),
        }
    }

    fn moving_with_easter(date: NaiveDate) -> Option<Self> {
        let easter = computus::gregorian(date.year()).ok()?;
        let easter = NaiveDate::from_ymd_opt(easter.year, easter.month, easter.day)?;
        match (date - easter).num_days() {
            -2 => Some(Self::GoodFriday),
            1 => Some(Self::EasterMonday),
            39 => Some(Self::AscensionDay),
            50 => Some(Self::WhitMonday),
            _ => None,
        }
    }

    /// The day on which the birthday of the King or Queen is celebrated: never a Sunday, but the Saturday before.
    fn royal(date: NaiveDate) -> Option<Self> {
        let (holiday, day) = if date.year() < 2014 { (Self::QueensDay, 30) } else { (Self::KingsDay, 27) };
        let birthday = NaiveDate::from_ymd_opt(date.year(), 4, day)?;
        let celebrated = if birthday.weekday() == Weekday::Sun { birthday.pred_opt()? } else { birthday };
        (date == celebrated).then_some(holiday)
    }
}

/// Why a day is closed. A holiday in a weekend is named as the holiday.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Closed {
    /// A Saturday (art. 1.1).
    Saturday,
    /// A Sunday (art. 1.1).
    Sunday,
    /// A holiday (art. 3.1 and 3.2).
    Holiday(Holiday),
    /// A day equated with a holiday by decree (art. 3.3).
    Equated,
    /// A day on which a regulation says that nothing is open.
    Named {
        /// What it calls it.
        name: Box<str>,
    },
    /// A day of the week that does not count by a regulation.
    DayOff,
}

impl Closed {
    /// The reason, as it stands after a date: `Ascension Day`, `equated with a holiday`.
    #[must_use]
    pub fn words(&self) -> Text {
        match self {
            Self::Saturday => text!("zaterdag", "Saturday"),
            Self::Sunday => text!("zondag", "Sunday"),
            Self::Holiday(holiday) => holiday.words(),
            Self::Named { name } => Text::new(name.as_ref(), name.as_ref()),
            Self::DayOff => text!("dag die niet meetelt", "day that does not count"),
            Self::Equated => text!("gelijkgesteld met een feestdag", "equated with a holiday"),
        }
    }

    /// Closed only because it lies in a weekend.
    #[must_use]
    pub fn weekend(&self) -> bool {
        matches!(self, Self::Saturday | Self::Sunday)
    }
}

/// Why nothing is open on this day; `None` for a working day. In a year that is not [`covered`](super::covered), `None`
/// may be wrong, a reason never is.
#[must_use]
pub fn closed(date: NaiveDate) -> Option<Closed> {
    if let Some(holiday) = Holiday::on(date) {
        return Some(Closed::Holiday(holiday));
    }
    match date.weekday() {
        Weekday::Sat => Some(Closed::Saturday),
        Weekday::Sun => Some(Closed::Sunday),
        _ => equated::is(date).then_some(Closed::Equated),
    }
}
