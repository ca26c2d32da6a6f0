//! T305: a term is not extended further or more often than the regulation allows.

use chrono::NaiveDate;

use super::words;
use crate::diagnostics::{Text, text};
use crate::docket::Docket;
use crate::naming;
use crate::rules::{Message, Rule};

/// The rule, as its page has it.
pub static RULE: Rule = Rule::on_page(include_str!("../../../docs/rules/T305.md"));

/// What it says of an extension that goes too far.
#[must_use]
pub fn too_long(docket: &Docket<'_>, term: &str, limit: NaiveDate, with: Option<&str>) -> Message {
    let (term, day) = (words::term(docket, term), words::day(limit));
    let message = text!(
        "{term} mag worden verlengd tot en met {day}; deze datum ligt later",
        "{term} may be extended to {day} at most; this date is later",
        term,
        day
    );
    let other = text!("kies een datum tot en met {limit}", "choose {limit} or an earlier date");
    Message::new(message, remedy(docket, with, other))
}

/// What it says of an extension that comes once too often.
#[must_use]
pub fn too_often(docket: &Docket<'_>, term: &str, times: usize, with: Option<&str>) -> Message {
    let (term, times) = (words::term(docket, term), words::times(times));
    let message = text!(
        "{term} mag {times} worden verlengd; dit is een keer te veel",
        "{term} may be extended {times} in all; this is once too often",
        term,
        times
    );
    Message::new(message, remedy(docket, with, naming::withdraw()))
}

/// The step that permits more, when there is one: before this extension, or, where it can only follow one, before the next.
fn remedy(docket: &Docket<'_>, with: Option<&str>, other: Text) -> Text {
    let Some(step) = with else { return other };
    let named = words::step(docket, step);
    if comes_after_this(docket, step) {
        return text!(
            "{other}; verder kan daarna, met eerst {named} en dan een nieuwe verlenging",
            "{other}; further is possible after that, with first {named} and then a new extension",
            other,
            named
        );
    }
    let take = naming::first(docket, step);
    text!(
        "{other}, of zet vóór de verlenging {named}: {take}",
        "{other}, or take {named} before the extension: {take}",
        other,
        named,
        take
    )
}

/// Whether a step only comes after an extension and the one that is judged is the first, so that it cannot come before it.
fn comes_after_this(docket: &Docket<'_>, step: &str) -> bool {
    let mut extending = docket.version.regulation.extensions.iter().map(|rule| &rule.step);
    extending
        .any(|first| docket.version.precedence.precedes(first, step) && docket.progress.entries(first).count() <= 1)
}
