//! The days that count where they are not those of the Netherlands, and the clock of the organisation.

use chrono::{DateTime, Datelike, Days as Count, NaiveDate, NaiveTime, Utc, Weekday};
use chrono_tz::Tz;

use super::block::Regulation;
use super::shared::shared;
use super::time::Term;
use crate::calendar::{Closed, Counting, Days, Duration, Dutch, Reckoning, Unit, covered, due_by};
use crate::diagnostics::{Text, text};
use crate::yaml::{group, words};

/// The clock where a regulation names none.
pub const HOME: Tz = chrono_tz::Europe::Amsterdam;

words! {
    /// A set of holidays that the program knows.
    #[derive(Default)]
    pub enum Holidays {
        /// Of the Algemene termijnenwet, with the days equated by decree.
        #[default]
        Dutch = "dutch",
        /// None but those that the list names.
        None = "none",
    }
}

words! {
    /// A day of the week.
    pub enum DayOfWeek {
        /// Monday.
        Monday = "mon",
        /// Tuesday.
        Tuesday = "tue",
        /// Wednesday.
        Wednesday = "wed",
        /// Thursday.
        Thursday = "thu",
        /// Friday.
        Friday = "fri",
        /// Saturday.
        Saturday = "sat",
        /// Sunday.
        Sunday = "sun",
    }
}

/// The days that count where nothing else is said.
const ORDINARY: &[DayOfWeek] =
    &[DayOfWeek::Monday, DayOfWeek::Tuesday, DayOfWeek::Wednesday, DayOfWeek::Thursday, DayOfWeek::Friday];

impl DayOfWeek {
    /// Its name.
    #[must_use]
    pub fn words(self) -> Text {
        match self {
            Self::Monday => text!("maandag", "Monday"),
            Self::Tuesday => text!("dinsdag", "Tuesday"),
            Self::Wednesday => text!("woensdag", "Wednesday"),
            Self::Thursday => text!("donderdag", "Thursday"),
            Self::Friday => text!("vrijdag", "Friday"),
            Self::Saturday => text!("zaterdag", "Saturday"),
            Self::Sunday => text!("zondag", "Sunday"),
        }
    }

    fn weekday(self) -> Weekday {
        match self {
            Self::Monday => Weekday::Mon,
            Self::Tuesday => Weekday::Tue,
            Self::Wednesday => Weekday::Wed,
            Self::Thursday => Weekday::Thu,
            Self::Friday => Weekday::Fri,
            Self::Saturday => Weekday::Sat,
            Self::Sunday => Weekday::Sun,
        }
    }
}

group! {
    /// Days on which nothing is open: single ones, or all from one until another.
    #[derive(PartialEq, Eq)]
    pub struct ClosedDays = "closed days" {
        ..name;
        may on: Vec<NaiveDate>, "op deze dagen", "on these days";
        may from: Option<NaiveDate>, "eerste dag", "first day";
        may until: Option<NaiveDate>, "laatste dag", "last day";
    }
}

impl ClosedDays {
    fn hold(&self, date: NaiveDate) -> bool {
        self.on.contains(&date)
            || matches!((self.from, self.until), (Some(from), Some(until)) if (from..=until).contains(&date))
    }

    fn last(&self) -> Option<NaiveDate> {
        self.on.iter().copied().chain(self.until).max()
    }
}

group! {
    /// The working days of the organisation, and its clock.
    #[derive(PartialEq, Eq)]
    pub struct Calendar = "calendar" {
        ..days;
        may time_zone: Option<String>, "de tijdzone, zoals Europe/London", "the time zone, such as Europe/London";
        /// A message of this hour or later counts as received on the next working day.
        may cut_off: Option<String>, "vanaf dit uur telt een bericht voor de volgende werkdag", "from this hour a message counts for the next working day";
    }
}

group! {
    /// Other days on which a term may be counted, or in whose closed days it stands still.
    #[derive(PartialEq, Eq)]
    pub struct NamedCalendar = "named calendar" {
        ..id;
        ..name;
        /// The name when absent.
        may one: Option<String>, "de naam van één zo'n dag", "the name of one such day";
        ..days;
        ..quote;
        ..note;
    }
}

/// What both kinds of calendar say of days.
#[derive(Debug, Clone, Copy)]
pub struct OwnDays<'a> {
    holidays: Holidays,
    weekdays: Option<&'a [DayOfWeek]>,
    closed: &'a [ClosedDays],
    known_until: Option<NaiveDate>,
}

impl Calendar {
    /// Its days.
    #[must_use]
    pub fn days(&self) -> OwnDays<'_> {
        let Self { holidays, weekdays, closed, known_until, .. } = self;
        OwnDays { holidays: *holidays, weekdays: weekdays.as_deref(), closed, known_until: *known_until }
    }

    /// The time zone, when there is one of that name; that of the Netherlands where none is named.
    #[must_use]
    pub fn zone(&self) -> Option<Tz> {
        self.time_zone.as_ref().map_or(Some(HOME), |name| name.parse().ok())
    }

    /// The hour from which a message counts for the next working day, when it can be read: `17:00`.
    #[must_use]
    pub fn hour(&self) -> Option<NaiveTime> {
        self.cut_off.as_ref().and_then(|hour| NaiveTime::parse_from_str(hour, "%H:%M").ok())
    }
}

impl NamedCalendar {
    /// Its days.
    #[must_use]
    pub fn days(&self) -> OwnDays<'_> {
        let Self { holidays, weekdays, closed, known_until, .. } = self;
        OwnDays { holidays: *holidays, weekdays: weekdays.as_deref(), closed, known_until: *known_until }
    }
}

impl OwnDays<'_> {
    /// Whether there is any day that counts: a week with one open day in it.
    #[must_use]
    pub fn any(&self) -> bool {
        self.weekdays.is_none_or(|days| !days.is_empty())
    }

    /// The last day for which the closed days are known; nothing where none are listed and the program knows none.
    #[must_use]
    pub fn known_until(&self) -> Option<NaiveDate> {
        let listed = self.closed.iter().filter_map(ClosedDays::last).max();
        let end_of_year = |day: NaiveDate| NaiveDate::from_ymd_opt(day.year(), 12, 31);
        self.known_until.or_else(|| listed.and_then(end_of_year))
    }

    /// The days of the week that count. Without any there would be no end to the counting: that is refused elsewhere.
    #[must_use]
    pub fn weekdays(&self) -> &[DayOfWeek] {
        self.weekdays.filter(|days| !days.is_empty()).unwrap_or(ORDINARY)
    }

    /// Whether the Dutch holidays do not count.
    #[must_use]
    pub fn has_holidays(&self) -> bool {
        self.holidays == Holidays::Dutch
    }

    /// What the listed days are called, each once.
    #[must_use]
    pub fn names(&self) -> Vec<String> {
        let mut names: Vec<String> = Vec::new();
        for days in self.closed {
            if !names.contains(&days.name) {
                names.push(days.name.clone());
            }
        }
        names
    }

    /// The name of the list that has this day.
    fn listed(&self, date: NaiveDate) -> Option<&str> {
        self.closed.iter().find(|days| days.hold(date)).map(|days| days.name.as_str())
    }
}

impl Days for OwnDays<'_> {
    fn closed(&self, date: NaiveDate) -> Option<Closed> {
        if let Some(name) = self.listed(date) {
            return Some(Closed::Named { name: name.into() });
        }
        let open = self.weekdays().iter().any(|day| day.weekday() == date.weekday());
        let dutch = (self.holidays == Holidays::Dutch).then(|| crate::calendar::closed(date)).flatten();
        match dutch {
            Some(why) if !why.weekend() => Some(why),
            _ if open => None,
            _ if date.weekday() == Weekday::Sun => Some(Closed::Sunday),
            _ if date.weekday() == Weekday::Sat => Some(Closed::Saturday),
            _ => Some(Closed::DayOff),
        }
    }

    fn known(&self, date: NaiveDate) -> bool {
        (self.holidays == Holidays::None || covered(date.year())) && self.known_until().is_none_or(|last| date <= last)
    }
}

/// The days by which a term is counted, with those on which it stands still.
#[derive(Debug, Clone, Copy)]
pub struct TermDays<'a> {
    /// Nothing for those of the Netherlands.
    own: Option<OwnDays<'a>>,
    pauses: Option<OwnDays<'a>>,
}

impl TermDays<'_> {
    fn open(&self) -> &dyn Days {
        self.own.as_ref().map_or(&Dutch, |own| own)
    }
}

impl Days for TermDays<'_> {
    fn closed(&self, date: NaiveDate) -> Option<Closed> {
        self.still(date).map(|name| Closed::Named { name: name.into() }).or_else(|| self.open().closed(date))
    }

    fn known(&self, date: NaiveDate) -> bool {
        self.open().known(date) && self.pauses.is_none_or(|p| p.known_until().is_none_or(|last| date <= last))
    }

    fn pauses(&self) -> bool {
        self.pauses.is_some()
    }

    fn still(&self, date: NaiveDate) -> Option<&str> {
        self.pauses.as_ref().and_then(|pauses| pauses.closed.iter().find(|c| c.hold(date))).map(|c| c.name.as_str())
    }
}

impl Regulation {
    /// The calendar of this id.
    #[must_use]
    pub fn calendar_named(&self, id: &str) -> Option<&NamedCalendar> {
        self.calendars.iter().find(|c| c.id == id)
    }

    /// When something that lasts so long ends, by the working days of the organisation.
    #[must_use]
    pub fn due(&self, start: NaiveDate, duration: Duration, counting: Counting) -> Reckoning {
        due_by(start, duration, counting, &TermDays { own: self.calendar.as_ref().map(Calendar::days), pauses: None })
    }

    /// When a term that lasts so long ends, by the days on which it is counted.
    #[must_use]
    pub fn due_of(&self, term: &Term, start: NaiveDate, duration: Duration) -> Reckoning {
        self.due_as(term, start, duration, self.counting_of(term))
    }

    /// The same, with the end found in a way of its own.
    #[must_use]
    pub fn due_as(&self, term: &Term, start: NaiveDate, duration: Duration, counting: Counting) -> Reckoning {
        let mut found = due_by(start, duration, counting, &self.days_of(term));
        found.lasts = term.calendar.as_ref().map(|_| self.lasting(term, duration));
        found
    }

    /// The days by which a term is counted.
    #[must_use]
    pub fn days_of(&self, term: &Term) -> TermDays<'_> {
        let named = |id: &Option<String>| id.as_deref().and_then(|id| self.calendar_named(id)).map(NamedCalendar::days);
        let own = named(&term.calendar).or_else(|| self.calendar.as_ref().map(Calendar::days));
        TermDays { own, pauses: named(&term.pauses) }
    }

    /// How long a term lasts, in words: with the days of its calendar by their own name.
    #[must_use]
    pub fn lasting(&self, term: &Term, duration: Duration) -> Text {
        let own = term.calendar.as_deref().and_then(|id| self.calendar_named(id));
        match own.filter(|_| duration.unit() == Unit::WorkingDays) {
            None => duration.words(),
            Some(own) => {
                let one = own.one.as_ref().filter(|_| duration.count() == 1);
                let name = one
                    .map_or_else(|| self.named(&format!("calendars/{}", own.id), &own.name), |one| Text::new(one, one));
                text!("{count} {name}", "{count} {name}", count = duration.count(), name)
            }
        }
    }

    /// The day on which a message of this moment counts as received: by the clock of the organisation, and from its last hour on
    /// the next day that is open.
    #[must_use]
    pub fn received_on(&self, moment: DateTime<Utc>) -> NaiveDate {
        let own = self.calendar.as_ref();
        let local = moment.with_timezone(&own.and_then(Calendar::zone).unwrap_or(HOME));
        let (mut day, late) =
            (local.date_naive(), own.and_then(Calendar::hour).is_some_and(|hour| local.time() >= hour));
        if let Some(days) = own.map(Calendar::days).filter(|days| late && days.any()) {
            // A list that closes everything would have no end.
            for _ in 0..366 {
                day = day.checked_add_days(Count::new(1)).unwrap_or(day);
                if days.closed(day).is_none() {
                    break;
                }
            }
        }
        day
    }
}
