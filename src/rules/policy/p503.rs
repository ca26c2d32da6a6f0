//! # P503: dates-differ
//!
//! ## What it checks
//!
//! `valid_from` is the date in the folder's name. `updated` is not later than `valid_from` (warning). A date in the
//! text after “bijgewerkt op” or “gewijzigd op” is `updated`, one after “geldt vanaf” is `valid_from`.
//!
//! ## Why
//!
//! Cases are judged by the version of their day. A folder with another date, or a text with another date, makes that
//! unclear.
//!
//! ## Example
//!
//! ```yaml
//! valid_from: 2026-01-01
//! updated: 2025-12-01
//! ```
//!
//! ## How to put it right
//!
//! Correct the date that is wrong. After a change, make a new folder.
//!
//! ---
//!
//! # P503: dates-differ
//!
//! ## Wat wordt nagekeken
//!
//! `valid_from` is de datum in de naam van de map. `updated` is niet later dan `valid_from` (waarschuwing). Een datum
//! in de tekst na “bijgewerkt op” of “gewijzigd op” is `updated`; een datum na “geldt vanaf” is `valid_from`.
//!
//! ## Waarom
//!
//! Een klacht valt onder de versie van de dag waarop zij binnenkwam. Een map of tekst met een andere datum maakt dat
//! onduidelijk.
//!
//! ## Voorbeeld
//!
//! ```yaml
//! valid_from: 2026-01-01
//! updated: 2025-12-01
//! ```
//!
//! ## Zo zet u het recht
//!
//! Verbeter de datum die niet klopt. Maak na een wijziging een nieuwe map.

use super::super::Rule;
use super::dates::{dates, dutch};
use super::{Remark, Subject, said};
use crate::diagnostics::{Severity, text};
use crate::rules::Message;
use crate::yaml::Route;
use chrono::NaiveDate;

/// The rule.
pub static RULE: Rule = Rule {
    code: "P503",
    name: "dates-differ",
    severity: Severity::Error,
    summary: (
        "De data van de map, de regeling en de tekst kloppen met elkaar.",
        "The dates of the folder, the regulation and the text agree.",
    ),
    source: include_str!("p503.rs"),
};

/// Words before a date in the text, and the key that holds the same date.
const SAID: &[(&[&str], &str)] = &[
    (&["bijgewerkt op", "gewijzigd op", "laatste wijziging"], "updated"),
    (&["geldt vanaf", "geldig vanaf", "geldt met ingang van", "treedt in werking op"], "valid_from"),
];

/// Dates that contradict each other.
#[must_use]
pub fn judge(subject: &Subject<'_>) -> Vec<Remark> {
    let regulation = &subject.version.regulation;
    let (from, updated) = (regulation.valid_from, regulation.updated);
    let mut found = Vec::new();
    if let Some(folder) = subject.folder_date.filter(|d| *d != from) {
        found.push(Remark::on(
            Route::root().key("valid_from"),
            said(
                (format!("de map heet {folder}, maar `valid_from` is {from}"), {
                    format!("the folder is called {folder}, but `valid_from` is {from}")
                }),
                (format!("schrijf `valid_from: {folder}` of hernoem de map"), {
                    format!("write `valid_from: {folder}` or rename the folder")
                }),
            ),
        ));
    }
    if updated > from {
        let words = Message::new(
            text!(
                "gewijzigd op {updated}, na de dag waarop deze versie ging gelden ({from})",
                "changed on {updated}, after the day on which this version took effect ({from})"
            ),
            text!("maak voor een wijziging een nieuwe map met een nieuwe datum", "make a new folder for a change"),
        );
        found.push(Remark::on(Route::root().key("updated"), words.as_grave_as(Severity::Warning)));
    }
    found.extend(SAID.iter().flat_map(|(words, key)| {
        let own = if *key == "updated" { updated } else { from };
        words.iter().flat_map(move |w| in_text(subject, w, key, own))
    }));
    found
}

fn in_text(subject: &Subject<'_>, words: &str, key: &str, own: NaiveDate) -> Vec<Remark> {
    let mut found = Vec::new();
    for sentence in &subject.version.text.sentences {
        let Some((_, after)) = sentence.text.split_once(words) else { continue };
        let Some(date) = dates(after).first().copied().filter(|d| *d != own) else { continue };
        let (told, own_told) = (dutch(date), dutch(own));
        found.push(Remark::in_text(
            sentence.span,
            said(
                (
                    format!("de tekst zegt {told}, maar `{key}` is {own}"),
                    format!("the text says {date}, but `{key}` is {own}"),
                ),
                (format!("schrijf in de tekst {own_told}, of `{key}: {date}`"), {
                    format!("write {own_told} in the text, or `{key}: {date}`")
                }),
            ),
        ));
    }
    found
}
