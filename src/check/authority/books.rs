//! What of a yearbook a commit changes, in whose name, and what stays.

use std::collections::BTreeSet;

use crate::check::authority::judge::Question;
use crate::check::authority::kind::Part;
use crate::check::authority::settings::capped;
use crate::context::{Context, Strength, about_file as about};
use crate::diagnostics::Finding;
use crate::paths::yearbook_of;
use crate::regulation::Attested;
use crate::rules::history::{g714, g735};
use crate::yearbook::{DiscussionHeld, Report, Yearbook};

/// The parts that say something else than before.
#[must_use]
pub fn parts(regulation: &str, year: i32, before: &Context, now: &Context) -> BTreeSet<Part> {
    let of = |context: &Context| book(context, regulation, year).cloned().unwrap_or_default();
    let (old, new) = (of(before), of(now));
    let mut parts = BTreeSet::new();
    if old.tally != new.tally {
        parts.insert(Part::Remains);
    }
    let rest = |book: &Yearbook| format!("{:?}", Yearbook { tally: Vec::new(), ..book.clone() });
    if rest(&old) != rest(&new) || parts.is_empty() {
        parts.insert(Part::Whole);
    }
    parts
}

fn book<'a>(context: &'a Context, regulation: &'a str, year: i32) -> Option<&'a Yearbook> {
    context.years_of(regulation).find(|y| y.year == year).map(|y| &y.book)
}

/// What was recorded with a day and a name, and is gone or changed.
#[must_use]
pub fn lost(path: &str, before: &Yearbook, now: Option<&Yearbook>) -> Vec<Finding> {
    let none = Yearbook::default();
    let now = now.unwrap_or(&none);
    let lists = [
        ("reports", gone(&before.reports, &now.reports)),
        ("discussions", gone(&before.discussions, &now.discussions)),
        ("attestations", gone(&before.attestations, &now.attestations)),
    ];
    let said = |(list, at): (&str, usize)| about(path, &g735::RULE, g735::say(at + 1, list, path));
    lists.into_iter().filter_map(|(list, at)| Some((list, at?))).map(said).collect()
}

/// The first entry of a list that is no longer there as often as it was.
#[must_use]
pub fn gone<T: PartialEq>(before: &[T], now: &[T]) -> Option<usize> {
    let mut left: Vec<&T> = now.iter().collect();
    before.iter().position(|entry| match left.iter().position(|other| *other == entry) {
        Some(at) => {
            left.swap_remove(at);
            false
        }
        None => true,
    })
}

/// What was recorded in the name of somebody else.
pub fn names(question: &Question<'_>) -> Vec<Finding> {
    let standing = question.standing;
    let mut found = Vec::new();
    for path in question.own {
        let Some((id, year)) = yearbook_of(path) else { continue };
        let who = standing.who_in(id);
        // Under an honour system it is told.
        let others = standing.records_for_others() && standing.strength() != Strength::Author;
        let owns = |person: &str| standing.names_owners(id) && standing.owns(id, person);
        let Some(person) = who.person().filter(|p| !owns(p) && !others) else { continue };
        let Some(now) = book(question.context, id, year) else { continue };
        let old = book(standing.before, id, year).cloned().unwrap_or_default();
        let reports = new_in(&old.reports, &now.reports).map(|r: &Report| &r.by);
        let discussions = new_in(&old.discussions, &now.discussions).map(|d: &DiscussionHeld| &d.by);
        let declared = new_in(&old.attestations, &now.attestations).map(|a: &Attested| &a.by);
        for by in reports.chain(discussions).chain(declared).filter(|by| *by != person) {
            found.push(capped(standing, about(path, &g714::RULE, g714::in_name_of(by, person))));
        }
    }
    found
}

fn new_in<'a, T: PartialEq>(old: &'a [T], now: &'a [T]) -> impl Iterator<Item = &'a T> {
    now.iter().filter(move |entry| !old.contains(entry))
}
