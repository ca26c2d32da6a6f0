//! Days as mail programs write them. Stricter than the mail library: a day that nobody can have meant is no day.

use chrono::{DateTime, Datelike, NaiveDate, NaiveTime, Offset, TimeZone, Utc, Weekday};
use chrono_tz::Tz;

use crate::calendar::{MONTHS_EN, MONTHS_NL};
use crate::regulation::HOME;

/// A moment that somebody wrote.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Moment {
    /// The moment.
    pub at: DateTime<Utc>,
    /// Whether the day of the week belongs to another day.
    pub other_weekday: bool,
}

/// A text that is no moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Unread {
    /// The day, where that is plain and only the hour or the zone is not.
    pub day: Option<NaiveDate>,
}

/// Zones by name, with the minutes by which they are ahead.
const ZONES: &[(&str, i32)] = &[
    ("UT", 0),
    ("UTC", 0),
    ("GMT", 0),
    ("Z", 0),
    ("WET", 0),
    ("WEST", 60),
    ("BST", 60),
    ("CET", 60),
    ("MET", 60),
    ("MEZ", 60),
    ("CEST", 120),
    ("MEST", 120),
    ("METDST", 120),
    ("MESZ", 120),
    ("EET", 120),
    ("EEST", 180),
    ("MSK", 180),
    ("EST", -300),
    ("EDT", -240),
    ("CST", -360),
    ("CDT", -300),
    ("MST", -420),
    ("MDT", -360),
    ("PST", -480),
    ("PDT", -420),
];

const WEEKDAYS: [(&str, &str, &str); 7] = [
    ("monday", "maandag", "ma"),
    ("tuesday", "dinsdag", "di"),
    ("wednesday", "woensdag", "wo"),
    ("thursday", "donderdag", "do"),
    ("friday", "vrijdag", "vr"),
    ("saturday", "zaterdag", "za"),
    ("sunday", "zondag", "zo"),
];

/// Words between the parts that say nothing.
const FILLERS: &[&str] = &["om", "at", "uur", "u", "op", "on", "de", "the", "h"];

/// How the zone is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Zone {
    Ahead(i32),
    Place(Tz),
    Unknown,
}

/// What was found in a text.
#[derive(Debug, Default)]
struct Found {
    weekday: Option<Weekday>,
    day: Option<u32>,
    month: Option<u32>,
    year: Option<i32>,
    time: Option<NaiveTime>,
    afternoon: Option<bool>,
    zone: Option<Zone>,
}

/// The moment of a header: it names its zone.
pub(super) fn header(text: &str) -> Result<Moment, Unread> {
    let found = read(text).ok_or(Unread { day: None })?;
    let day = found.date();
    let zone = found.zone.ok_or(Unread { day })?;
    found.at(zone).ok_or(Unread { day: if found.time.is_some() && zone != Zone::Unknown { None } else { day } })
}

/// The moment in a header block that a mail program puts above a forwarded message: mostly without a zone, by the clock here.
pub(super) fn quoted(text: &str) -> Option<Moment> {
    let found = read(text)?;
    found.at(found.zone.unwrap_or(Zone::Place(HOME)))
}

impl Found {
    fn date(&self) -> Option<NaiveDate> {
        let day = NaiveDate::from_ymd_opt(self.year?, self.month?, self.day?)?;
        (1980..2200).contains(&day.year()).then_some(day)
    }

    fn at(&self, zone: Zone) -> Option<Moment> {
        let (day, mut time) = (self.date()?, self.time?);
        if let Some(afternoon) = self.afternoon {
            use chrono::Timelike;
            let hour = time.hour();
            if !(1..=12).contains(&hour) {
                return None;
            }
            time = time.with_hour(hour % 12 + if afternoon { 12 } else { 0 })?;
        }
        let local = day.and_time(time);
        let at = match zone {
            Zone::Ahead(minutes) => local.and_utc() - chrono::Duration::minutes(minutes.into()),
            Zone::Place(place) => match place.from_local_datetime(&local).earliest() {
                Some(at) => at.with_timezone(&Utc),
                // The hour that is skipped in spring.
                None => (local - place.offset_from_utc_datetime(&local).fix()).and_utc(),
            },
            Zone::Unknown => return None,
        };
        Some(Moment { at, other_weekday: self.weekday.is_some_and(|w| w != day.weekday()) })
    }
}

/// Takes a text apart; nothing where something in it is not of a date.
fn read(text: &str) -> Option<Found> {
    let mut found = Found::default();
    let text = without_comments(text).replace(['\u{a0}', '\u{202f}', ','], " ");
    for word in text.split_whitespace() {
        let plain = word.trim_end_matches(['.', ';']);
        if !plain.is_empty() && !FILLERS.contains(&plain.to_lowercase().as_str()) {
            found.take(plain)?;
        }
    }
    Some(found)
}

/// Without what stands in parentheses: `(CET)` behind a number says the same again.
fn without_comments(text: &str) -> String {
    let mut depth = 0_usize;
    let kept = text.chars().filter(|c| {
        depth += usize::from(*c == '(');
        let outside = depth == 0;
        depth = depth.saturating_sub(usize::from(*c == ')'));
        outside
    });
    kept.collect()
}

/// Puts a value where nothing stood before.
fn once<T>(place: &mut Option<T>, value: T) -> Option<()> {
    place.is_none().then(|| *place = Some(value))
}

impl Found {
    fn take(&mut self, word: &str) -> Option<()> {
        let lower = word.to_lowercase();
        match lower.as_str() {
            "am" | "a.m" => return once(&mut self.afternoon, false),
            "pm" | "p.m" => return once(&mut self.afternoon, true),
            _ => {}
        }
        if let Some((date, time)) = lower.split_once('t').filter(|(d, t)| numbers(d, '-').is_some() && t.contains(':'))
        {
            self.take(date)?;
            return self.time_and_zone(&time.to_uppercase());
        }
        if word.starts_with(['+', '-']) || word.len() > 3 && (word.starts_with("GMT") || word.starts_with("UTC")) {
            return once(&mut self.zone, offset(word.trim_start_matches("GMT").trim_start_matches("UTC"))?);
        }
        if word.contains(':') {
            return self.time_and_zone(word);
        }
        if word.bytes().all(|b| b.is_ascii_digit()) {
            return self.number(word);
        }
        if let Some(date) = numbers(word, '-').or_else(|| numbers(word, '/')).or_else(|| numbers(word, '.')) {
            return self.numeric(date, word.contains('/'));
        }
        if word.matches('-').count() == 2 && word.starts_with(|c: char| c.is_ascii_digit()) {
            return word.split('-').try_for_each(|part| self.take(part));
        }
        self.name(word, &lower)
    }

    /// A day or a year by itself.
    fn number(&mut self, word: &str) -> Option<()> {
        let value: u32 = word.parse().ok()?;
        match word.len() {
            1 | 2 if self.day.is_none() => once(&mut self.day, value),
            // As RFC 5322 has it.
            2 => once(&mut self.year, i32::try_from(value).ok()? + if value < 50 { 2000 } else { 1900 }),
            4 => once(&mut self.year, i32::try_from(value).ok()?),
            _ => None,
        }
    }

    /// `2026-11-08`, `8-11-2026`; with slashes an American date too, so that only a day above twelve tells.
    fn numeric(&mut self, [first, second, third]: [u32; 3], slashes: bool) -> Option<()> {
        let (year, month, day) = match (first, second, third) {
            (1000.., ..) => (first, second, third),
            (13.., _, 1000..) => (third, second, first),
            (_, 13.., 1000..) if slashes => (third, first, second),
            (.., 1000..) if !slashes || first == second => (third, second, first),
            _ => return None,
        };
        once(&mut self.year, i32::try_from(year).ok()?)?;
        once(&mut self.month, month)?;
        once(&mut self.day, day)
    }

    fn time_and_zone(&mut self, word: &str) -> Option<()> {
        let upper = word.to_uppercase();
        if let Some(afternoon) = [("AM", false), ("PM", true)].into_iter().find(|(end, _)| upper.ends_with(end)) {
            once(&mut self.afternoon, afternoon.1)?;
            return self.time_and_zone(upper.trim_end_matches(afternoon.0));
        }
        let end = word.find(|c: char| !(c.is_ascii_digit() || c == ':' || c == '.')).unwrap_or(word.len());
        let (time, zone) = word.split_at_checked(end).filter(|(time, _)| !time.is_empty())?;
        if !zone.is_empty() {
            self.take(zone)?;
        }
        let parts: Vec<&str> = time.split('.').next()?.split(':').collect();
        let part = |at: usize| match parts.get(at) {
            Some(text) if (1..=2).contains(&text.len()) => text.parse::<u32>().ok(),
            Some(_) => None,
            None => Some(0),
        };
        // A leap second is the end of its minute.
        let second = part(2)?;
        let time = NaiveTime::from_hms_opt(part(0)?, part(1)?, if second == 60 { 59 } else { second })?;
        (parts.len() <= 3).then_some(())?;
        once(&mut self.time, time)
    }

    fn name(&mut self, word: &str, lower: &str) -> Option<()> {
        if let Some(month) = month(lower) {
            return once(&mut self.month, month);
        }
        if let Some(weekday) = weekday(lower) {
            return once(&mut self.weekday, weekday);
        }
        if let Some((_, ahead)) = ZONES.iter().find(|(name, _)| *name == word) {
            return once(&mut self.zone, Zone::Ahead(*ahead));
        }
        if let Ok(place) = word.parse::<Tz>() {
            return once(&mut self.zone, Zone::Place(place));
        }
        let name = word.len() <= 6 && word.bytes().all(|b| b.is_ascii_uppercase());
        if name { once(&mut self.zone, Zone::Unknown) } else { None }
    }
}

/// Three numbers with a sign between them.
fn numbers(word: &str, sign: char) -> Option<[u32; 3]> {
    let parts: Vec<u32> = word.split(sign).map(str::parse).collect::<Result<_, _>>().ok()?;
    parts.try_into().ok()
}

/// `+0100`, `+01:00`, `+1`.
fn offset(word: &str) -> Option<Zone> {
    let sign = if word.starts_with('-') { -1 } else { 1 };
    let digits = word.get(1..)?.replace(':', "");
    let (hours, minutes) = match digits.len() {
        1 | 2 => (digits.parse::<i32>().ok()?, 0),
        4 => (digits.get(..2)?.parse().ok()?, digits.get(2..)?.parse::<i32>().ok()?),
        _ => return None,
    };
    Some(if hours <= 14 && minutes < 60 { Zone::Ahead(sign * (hours * 60 + minutes)) } else { Zone::Unknown })
}

fn month(lower: &str) -> Option<u32> {
    let at = |names: &[&str; 12]| {
        names.iter().position(|name| {
            let name = name.to_lowercase();
            name == lower || (lower.len() >= 3 && name.starts_with(lower))
        })
    };
    let special = [("mrt", 2), ("sept", 8)].iter().find(|(name, _)| *name == lower).map(|(_, at)| *at);
    special.or_else(|| at(&MONTHS_EN)).or_else(|| at(&MONTHS_NL)).and_then(|at| u32::try_from(at + 1).ok())
}

fn weekday(lower: &str) -> Option<Weekday> {
    let named = |(english, dutch, short): &(&str, &str, &str)| {
        lower == *short || (lower.len() >= 3 && (english.starts_with(lower) || dutch.starts_with(lower)))
    };
    let at = WEEKDAYS.iter().position(named)?;
    u8::try_from(at).ok().and_then(|at| Weekday::try_from(at).ok())
}

/// The words of a header, where they can be nothing but a date: numbers, names of days, months and zones.
pub(super) fn printable(text: &str) -> Option<String> {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let sound = |word: &str| {
        let lower = word.to_lowercase();
        word.len() <= 1
            || month(&lower).is_some()
            || weekday(&lower).is_some()
            || FILLERS.contains(&lower.as_str())
            || (word.len() <= 5 && word.bytes().all(|b| b.is_ascii_uppercase()))
    };
    let words = text.split(|c: char| !c.is_alphabetic()).filter(|w| !w.is_empty());
    let marks = text.chars().all(|c| c.is_alphanumeric() || " ,:;.+-/()".contains(c));
    (marks && !text.is_empty() && text.len() <= 60 && words.into_iter().all(sound)).then_some(text)
}

/// How many days lie between two moments, by the clock here.
pub(super) fn days_between(one: DateTime<Utc>, other: DateTime<Utc>) -> u64 {
    let day = |at: DateTime<Utc>| at.with_timezone(&HOME).date_naive();
    (day(one) - day(other)).num_days().unsigned_abs()
}

#[cfg(test)]
#[path = "../../../tests/unit/intake/mail/date.rs"]
mod tests;
