//! T312: a case is destroyed as soon as the regulation demands it.

use super::words;
use crate::diagnostics::text;
use crate::docket::{Discussed, Docket};
use crate::regulation::RuleRef;
use crate::rules::{Message, Placed, Rule};
use crate::yaml::Route;
use chrono::NaiveDate;

/// The rule, as its page has it.
pub static RULE: Rule = Rule::on_page(include_str!("../../../docs/rules/T312.md"));

/// The case that should be gone by `day`; nothing without a day.
#[must_use]
pub fn judge(docket: &Docket<'_>, day: Option<NaiveDate>, discussed: &Discussed) -> Vec<Placed> {
    let Some(day) = day.filter(|_| docket.case().destroyed.is_none()) else { return Vec::new() };
    let retention = docket.retention(discussed);
    let Some(until) = retention.until.filter(|until| *until < day && retention.holds.is_empty()) else {
        return Vec::new();
    };
    let (last, days) = (words::day(until), words::days((day - until).num_days()));
    let message = text!(
        "te lang bewaard: deze klacht moest uiterlijk op {last} vernietigd zijn, {days} geleden",
        "kept too long: this case was to be destroyed by {last}, {days} ago",
        last,
        days
    );
    let case = docket.case().id;
    let first = match docket.progress.ended {
        Some(_) => text!("", ""),
        None => text!("sluit haar eerst (`klacht show {case}`), en ", "end it first (`klacht show {case}`), and "),
    };
    let remedy =
        text!("{first}vernietig haar: klacht destroy {case}", "{first}destroy it: klacht destroy {case}", first);
    let (at, rule) = (Route::root().key("id"), Some(RuleRef::block("retention")));
    vec![Placed { at, rule, said: Message::new(message, remedy) }]
}
