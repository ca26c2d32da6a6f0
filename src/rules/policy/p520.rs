//! P520: facts about others were looked up in the last two years.

use chrono::{Months, NaiveDate};

use super::{Remark, Subject, item};
use crate::diagnostics::text;
use crate::regulation::RoleKind;
use crate::rules::{Message, Rule};
use crate::yaml::Route;

/// The rule, as its page has it.
pub static RULE: Rule = Rule::on_page(include_str!("../../../docs/rules/P520.md"));

/// How long facts count as looked up.
const FRESH: Months = Months::new(24);

/// Facts that nobody looked up, or long ago.
#[must_use]
pub fn judge(subject: &Subject<'_>) -> Vec<Remark> {
    let regulation = &subject.version.regulation;
    let outside = |r: &&(usize, &crate::regulation::Role)| r.1.kind == RoleKind::External && r.1.contact.is_some();
    let roles: Vec<_> = regulation.roles.iter().enumerate().collect();
    let roles = roles.iter().filter(outside).map(|(i, r)| (item("roles", *i), r.name.as_str(), r.verified_on));
    let documents = regulation.documents.iter().enumerate().filter(|(_, d)| d.url.is_some());
    let documents = documents.map(|(i, d)| (item("documents", i), d.title.as_str(), d.verified_on));
    roles.chain(documents).filter_map(|(at, name, on)| stale(subject.today, at, name, on)).collect()
}

fn stale(today: Option<NaiveDate>, at: Route, name: &str, verified: Option<NaiveDate>) -> Option<Remark> {
    let Some(on) = verified else {
        return Some(Remark::on(
            at,
            Message::new(
                text!(
                    "niet bekend is wanneer de gegevens van “{name}” zijn nagekeken",
                    "nobody knows when the facts about “{name}” were looked up"
                ),
                text!(
                    "kijk of ze kloppen en voeg `verified_on: <datum>` toe",
                    "look whether they hold and add `verified_on: <date>`"
                ),
            ),
        ));
    };
    let today = today?;
    let old = on.checked_add_months(FRESH).is_some_and(|end| today > end);
    old.then(|| {
        Remark::on(
            at.key("verified_on"),
            Message::new(
                text!(
                    "de gegevens van “{name}” zijn sinds {on} niet nagekeken",
                    "the facts about “{name}” were not looked up since {on}"
                ),
                text!(
                    "kijk of ze kloppen en zet de nieuwe datum in een nieuwe versie",
                    "look whether they hold and set the new date in a new version"
                ),
            ),
        )
    })
}
