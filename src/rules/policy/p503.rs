//! P503: the dates of the folder, the regulation and the text agree.

use super::dates::{dates, dutch};
use super::{Remark, Subject};
use crate::diagnostics::{Severity, Text, text};
use crate::rules::{Message, Rule};
use crate::yaml::Route;
use chrono::NaiveDate;

/// The rule, as its page has it.
pub static RULE: Rule = Rule::on_page(include_str!("../../../docs/rules/P503.md"));

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
            Message::new(
                text!(
                    "de map heet {folder}, maar `valid_from` is {from}",
                    "the folder is called {folder}, but `valid_from` is {from}"
                ),
                text!(
                    "schrijf `valid_from: {folder}` of hernoem de map",
                    "write `valid_from: {folder}` or rename the folder"
                ),
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
        found.push(Remark::on(Route::root().key("updated"), words.weighing(Severity::Warning)));
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
        let (told, own_told) = (Text::new(dutch(date), date.to_string()), dutch(own));
        found.push(Remark::in_text(
            sentence.span,
            Message::new(
                text!(
                    "de tekst zegt {told}, maar `{key}` is {own}",
                    "the text says {told}, but `{key}` is {own}",
                    told
                ),
                text!(
                    "schrijf in de tekst {own_told}, of `{key}: {date}`",
                    "write {own_told} in the text, or `{key}: {date}`"
                ),
            ),
        ));
    }
    found
}
