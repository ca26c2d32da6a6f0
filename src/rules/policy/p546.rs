//! P546: the days of a calendar are known until the end of next year.

use chrono::{Datelike, NaiveDate};

use super::{Remark, Subject, item};
use crate::diagnostics::text;
use crate::regulation::OwnDays;
use crate::rules::{Message, Rule};
use crate::yaml::Route;

/// The rule, as its page has it.
pub static RULE: Rule = Rule::on_page(include_str!("../../../docs/rules/P546.md"));

/// Calendars that will soon know no closed days any more.
#[must_use]
pub fn judge(subject: &Subject<'_>) -> Vec<Remark> {
    let (Some(today), regulation) = (subject.today, &subject.version.regulation) else { return Vec::new() };
    let own = regulation.calendar.iter().map(|c| (Route::root().key("calendar"), c.days()));
    let named = regulation.calendars.iter().enumerate().map(|(index, c)| (item("calendars", index), c.days()));
    own.chain(named).filter_map(|(at, days)| ends(&at, days, today)).collect()
}

fn ends(at: &Route, days: OwnDays<'_>, today: NaiveDate) -> Option<Remark> {
    let last = days.known_until()?;
    let next = NaiveDate::from_ymd_opt(today.year() + 1, 12, 31)?;
    if last >= next {
        return None;
    }
    let year = last.year();
    let message = text!(
        "de dagen van deze kalender zijn bekend tot en met {last}: {year} is het laatste jaar",
        "the days of this calendar are known until {last}: {year} is the last year"
    );
    let remedy = text!(
        "vul `closed` aan, of schrijf met `known_until` tot wanneer de lijst compleet is",
        "add to `closed`, or write with `known_until` until when the list is complete"
    );
    Some(Remark::on(at.clone(), Message::new(message, remedy)))
}
