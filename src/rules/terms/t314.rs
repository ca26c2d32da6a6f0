//! T314: what is recorded has happened already.

use super::words;
use crate::case::Destroyed;
use crate::diagnostics::{Text, text};
use crate::docket::Docket;
use crate::naming;
use crate::rules::{Message, Placed, Rule};
use crate::yaml::Route;
use chrono::NaiveDate;

/// The rule, as its page has it.
pub static RULE: Rule = Rule::on_page(include_str!("../../../docs/rules/T314.md"));

/// Every date after `day`, in the order of the file; nothing without a day.
#[must_use]
pub fn judge(docket: &Docket<'_>, day: Option<NaiveDate>) -> Vec<Placed> {
    let Some(day) = day else { return Vec::new() };
    let (case, root) = (docket.case(), Route::root());
    let received =
        case.received.map(|on| ((root.key("received"), "received", naming::by_new("--received")), on)).into_iter();
    let declared = case.attestations.iter().enumerate();
    let own = |list: &str, index: usize| (root.key(list).index(index).key("on"), "on", naming::by_step("on"));
    let declared = declared.map(|(index, given)| (own("attestations", index), given.on));
    let taken = case.log.iter().enumerate();
    let taken = taken.map(|(index, entry)| (own("log", index), entry.on));
    let joined = case.parties.iter().enumerate().filter_map(|(index, party)| {
        let at = root.key("parties").index(index).key("since");
        Some(((at, "since", naming::same("")), party.since?))
    });
    let dates = received.chain(joined).chain(declared).chain(taken);
    dates.filter(|(_, on)| *on > day).map(|((at, key, flag), on)| ahead(at, key, &flag, on, day)).collect()
}

/// The same of the stub of a destroyed case, of which nothing can be replayed.
#[must_use]
pub fn of_stub(destroyed: &Destroyed, day: Option<NaiveDate>) -> Option<Placed> {
    let day = day.filter(|day| destroyed.on > *day)?;
    let at = Route::root().key("destroyed").key("on");
    Some(ahead(at, "on", &naming::same(""), destroyed.on, day))
}

fn ahead(at: Route, key: &str, flag: &Text, on: NaiveDate, day: NaiveDate) -> Placed {
    let (date, today) = (words::day(on), words::day(day));
    let message = text!(
        "{date} ligt in de toekomst: er wordt beoordeeld op {today}",
        "{date} lies in the future: the case is judged on {today}",
        date,
        today
    );
    let remedy = text!(
        "schrijf `{key}: {day}`{flag} of eerder, of leg het pas vast als het is gebeurd",
        "write `{key}: {day}`{flag} or earlier, or record it once it has happened",
        flag
    );
    Placed { at, rule: None, said: Message::new(message, remedy) }
}
