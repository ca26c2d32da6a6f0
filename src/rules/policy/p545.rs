//! P545: a calendar has days that count, and all of it can be read.

use super::{Remark, Subject, item};
use crate::calendar::{Counting, Duration, Unit};
use crate::diagnostics::{Text, text};
use crate::regulation::{Calendar, ClosedDays, Holidays, OwnDays, Regulation, Term};
use crate::rules::{Message, Rule};
use crate::yaml::{Route, most_like};

/// The rule, as its page has it.
pub static RULE: Rule = Rule::on_page(include_str!("../../../docs/rules/P545.md"));

/// What no calendar can be counted with.
#[must_use]
pub fn judge(subject: &Subject<'_>) -> Vec<Remark> {
    let regulation = &subject.version.regulation;
    let mut found = Vec::new();
    if let Some(own) = &regulation.calendar {
        let at = Route::root().key("calendar");
        found.extend(of_days(own.days(), &own.closed, &at));
        found.extend(of_clock(own, &at));
        if own.holidays == Holidays::None && regulation.counting == Some(Counting::Termijnenwet) {
            found.push(termijnenwet(&at.key("holidays")));
        }
    }
    for (index, own) in regulation.calendars.iter().enumerate() {
        found.extend(of_days(own.days(), &own.closed, &item("calendars", index)));
    }
    for (index, term) in regulation.terms.iter().enumerate() {
        found.extend(of_term(regulation, term, &item("terms", index)));
    }
    found
}

fn say(at: Route, message: Text, remedy: Text) -> Remark {
    Remark::on(at, Message::new(message, remedy))
}

fn of_days(days: OwnDays<'_>, closed: &[ClosedDays], at: &Route) -> Vec<Remark> {
    let mut found = Vec::new();
    if !days.any() {
        found.push(say(
            at.key("weekdays"),
            text!("deze kalender heeft geen enkele dag die meetelt", "no day of this calendar counts"),
            text!(
                "noem de dagen die meetellen: `weekdays: [mon, tue]`",
                "name the days that count: `weekdays: [mon, tue]`"
            ),
        ));
    }
    for (index, days) in closed.iter().enumerate() {
        let span = matches!((days.from, days.until), (Some(from), Some(until)) if from <= until);
        let single = days.from.is_none() && days.until.is_none() && !days.on.is_empty();
        if !(span || single) {
            let name = &days.name;
            found.push(say(
                at.key("closed").index(index),
                text!("bij “{name}” staan geen dagen", "“{name}” names no days"),
                text!(
                    "schrijf `on:` met de dagen, of `from:` en `until:`, de eerste dag eerst",
                    "write `on:` with the days, or `from:` and `until:`, the first day first"
                ),
            ));
        }
    }
    found
}

fn of_clock(own: &Calendar, at: &Route) -> Vec<Remark> {
    let mut found = Vec::new();
    if let (Some(name), None) = (&own.time_zone, own.zone()) {
        let near = most_like(name, chrono_tz::TZ_VARIANTS.iter().map(|zone| zone.name()));
        let remedy = match near {
            Some(near) => text!("bedoelt u `{near}`?", "did you mean `{near}`?"),
            None => text!(
                "schrijf werelddeel en stad, zoals `Europe/London`",
                "write continent and city, such as `Europe/London`"
            ),
        };
        found.push(say(
            at.key("time_zone"),
            text!("de tijdzone `{name}` bestaat niet", "there is no time zone `{name}`"),
            remedy,
        ));
    }
    if own.cut_off.is_some() && own.hour().is_none() {
        found.push(say(
            at.key("cut_off"),
            text!("dit is geen uur van de dag", "this is no hour of the day"),
            text!("schrijf uren en minuten: `cut_off: \"17:00\"`", "write hours and minutes: `cut_off: \"17:00\"`"),
        ));
    }
    found
}

fn termijnenwet(at: &Route) -> Remark {
    say(
        at.clone(),
        text!("de Termijnenwet telt met de Nederlandse feestdagen", "the Termijnenwet counts with the Dutch holidays"),
        text!(
            "haal `holidays: none` of `counting: termijnenwet` weg",
            "take out `holidays: none` or `counting: termijnenwet`"
        ),
    )
}

fn of_term(regulation: &Regulation, term: &Term, at: &Route) -> Vec<Remark> {
    let mut found = Vec::new();
    let working = |d: &Duration| d.unit() == Unit::WorkingDays;
    if term.calendar.is_some() && !term.within.iter().chain(&term.every).any(working) {
        found.push(say(
            at.key("calendar"),
            text!(
                "deze termijn telt geen werkdagen, dus een kalender zegt niets",
                "this term counts no working days, so a calendar says nothing"
            ),
            text!(
                "schrijf de duur in `working days`, of laat `calendar` weg",
                "write the duration in `working days`, or leave `calendar` out"
            ),
        ));
    }
    let pauses = term.pauses.as_deref().and_then(|id| regulation.calendar_named(id));
    if pauses.is_some_and(|own| own.closed.is_empty()) {
        found.push(say(
            at.key("pauses"),
            text!(
                "deze kalender heeft geen dagen waarop een termijn stilstaat",
                "this calendar has no days on which a term stands still"
            ),
            text!("noem ze in de kalender onder `closed`", "name them in the calendar under `closed`"),
        ));
    }
    found
}
