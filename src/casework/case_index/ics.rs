//! The agenda as a calendar (RFC 5545). It leaves the register for a mail or calendar program, so it names no person, and it
//! depends on nothing but the cases and the day it is made for.

use std::collections::BTreeMap;
use std::fmt::Write;

use chrono::{NaiveDate, NaiveTime};
use icalendar::{Calendar, Component, Event, EventLike, Property};
use sha2::{Digest, Sha256};

use super::agenda::{Item, roles};
use super::labels::Labels;
use crate::diagnostics::{Lang, text};

/// So many bytes of the digest name an event.
const NAMING: usize = 16;

/// Who made a calendar, as it says itself.
const MAKER: &str = "-//klacht//klacht//NL";

/// Whether a file is a calendar that was written earlier.
#[must_use]
pub fn is_calendar(bytes: &[u8]) -> bool {
    let text = String::from_utf8_lossy(bytes);
    text.starts_with("BEGIN:VCALENDAR") && text.lines().any(|line| line.trim_end() == format!("PRODID:{MAKER}"))
}

/// One event for each term that runs in a case; whoever takes it over again sees it moved, not doubled.
#[must_use]
pub fn calendar(items: &[Item<'_>], labels: &Labels, today: NaiveDate, lang: Lang) -> String {
    let mut calendar = Calendar::empty();
    let title = text!("Klachten: termijnen", "Complaints: terms");
    for (key, value) in [("VERSION", "2.0"), ("PRODID", MAKER), ("CALSCALE", "GREGORIAN"), ("METHOD", "PUBLISH")] {
        calendar.append_property(Property::new(key, value));
    }
    calendar.name(title.in_(lang));
    let mut groups: BTreeMap<(NaiveDate, &str, &str, usize), Vec<&Item<'_>>> = BTreeMap::new();
    let mut days: BTreeMap<(&str, &str, usize), NaiveDate> = BTreeMap::new();
    for item in items {
        let term = (item.row.id, item.due.term.unwrap_or(item.due.step), item.due.round);
        // The items come in the order of their days: the first of a term is its nearest.
        let day = *days.entry(term).or_insert(item.on);
        groups.entry((day, term.0, term.1, term.2)).or_default().push(item);
    }
    for ((day, case, term, round), items) in groups {
        calendar.push(event(&uid(case, term, round), day, &items, labels, today, lang));
    }
    calendar.to_string()
}

/// The name of an event, the same in every run: made of the case, the term and the round, and telling none of them.
fn uid(case: &str, term: &str, round: usize) -> String {
    let digest = Sha256::digest(format!("klacht/{case}/{term}/{round}"));
    let mut uid = String::new();
    for byte in digest.iter().take(NAMING) {
        // Writing to a string cannot fail.
        let _ = write!(uid, "{byte:02x}");
    }
    uid + "@klacht"
}

fn event(uid: &str, day: NaiveDate, items: &[&Item<'_>], labels: &Labels, today: NaiveDate, lang: Lang) -> Event {
    let mut event = Event::new();
    let first = items.first();
    let case = first.map_or("", |item| item.row.id);
    let what = first.map_or("", |item| item.due.words.in_(lang));
    let more = if items.len() > 1 { format!(" (+{})", items.len() - 1) } else { String::new() };
    let lines: Vec<String> = items.iter().map(|item| line(item, labels, lang)).collect();
    let moved = items.iter().map(|item| item.due.moved).max().unwrap_or(0);
    event
        .uid(uid)
        .timestamp(today.and_time(NaiveTime::MIN).and_utc())
        // Without an end it lasts that one day; an end would have to be the next.
        .starts(day)
        .sequence(u32::try_from(moved).unwrap_or(u32::MAX))
        .summary(&format!("{case}: {what}{more}"))
        .description(&lines.join("\n"))
        .add_property("TRANSP", "TRANSPARENT");
    event
}

fn line(item: &Item<'_>, labels: &Labels, lang: Lang) -> String {
    let who = roles(labels, item.row, item.due, lang).join(", ");
    let what = item.due.words.in_(lang);
    if who.is_empty() { what.to_owned() } else { format!("{what} ({who})") }
}
