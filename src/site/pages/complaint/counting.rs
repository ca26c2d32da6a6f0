//! How the end of a term is found: which days count, and when a term stands still.

use super::super::super::voice::upper;
use super::super::writer::Writer;
use crate::calendar::{Counting, Duration, Unit};
use crate::regulation::{Calendar, NamedCalendar, OwnDays, Term};

/// What is said of it, where there are terms at all.
pub fn counting(w: &mut Writer<'_>) -> Vec<String> {
    let rules = w.rules();
    if !rules.terms.iter().any(|t| unit(t).is_some()) {
        return Vec::new();
    }
    let mut said = vec![w.say("complaint-counting-first-day")];
    if let Some(hour) = rules.calendar.as_ref().and_then(Calendar::hour) {
        let hour = hour.format("%H:%M").to_string();
        said.push(w.with("complaint-counting-cut-off", &[("hour", hour.into())]));
    }
    said.extend(working_days(w));
    if rules.terms.iter().any(|t| unit(t) == Some(Unit::CalendarDays)) {
        said.push(w.say("complaint-counting-calendar-days"));
    }
    let still = rules.terms.iter().filter_map(|t| Some((t, rules.calendar_named(t.pauses.as_deref()?)?)));
    said.extend(still.map(|(term, own)| stands_still(w, term, own)));
    let by_law = rules.terms.iter().any(|t| rules.counting_of(t) == Counting::Termijnenwet);
    said.push(w.say(if by_law { "complaint-counting-law" } else { "complaint-counting-stated" }));
    said
}

fn unit(term: &Term) -> Option<Unit> {
    term.within.or(term.every).map(Duration::unit)
}

/// What working days are, and the days of each calendar on which a term counts.
fn working_days(w: &mut Writer<'_>) -> Vec<String> {
    let rules = w.rules();
    let on = |id: Option<&str>| {
        rules.terms.iter().any(|t| unit(t) == Some(Unit::WorkingDays) && t.calendar.as_deref() == id)
    };
    let mut said = Vec::new();
    match &rules.calendar {
        _ if !on(None) => {}
        None => said.push(w.say("complaint-counting-working-days")),
        Some(own) => {
            let name = w.say("complaint-counting-days");
            said.extend(days(w, &name, own.days()));
        }
    }
    for own in rules.calendars.iter().filter(|own| on(Some(&own.id))) {
        let name = upper(&w.voice.names.item("calendars", &own.id));
        said.extend(days(w, &name, own.days()));
    }
    said
}

fn days(w: &mut Writer<'_>, name: &str, own: OwnDays<'_>) -> Vec<String> {
    let lang = w.voice.lang;
    let open: Vec<String> = own.weekdays().iter().map(|day| day.words().in_(lang).to_owned()).collect();
    let open = w.voice.both(&open);
    let open = w.keep(open);
    let mut said = vec![w.with("complaint-counting-own-days", &[("name", name.into()), ("weekdays", open.into())])];
    let mut closed: Vec<String> = Vec::new();
    if own.has_holidays() {
        closed.push(w.say("complaint-counting-holidays"));
    }
    closed.extend(own.names());
    if !closed.is_empty() {
        let closed = w.voice.both(&closed);
        let closed = w.keep(closed);
        said.push(w.with("complaint-counting-closed", &[("closed", closed.into())]));
    }
    said
}

fn stands_still(w: &mut Writer<'_>, term: &Term, own: &NamedCalendar) -> String {
    let closed = w.voice.both(&own.days().names());
    let closed = w.keep(closed);
    let name = w.voice.names.item("terms", &term.id);
    w.with("complaint-counting-still", &[("term", name.into()), ("closed", closed.into())])
}
