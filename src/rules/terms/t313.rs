//! T313: the report, its discussion and the yearly declarations are there in time.

use super::words;
use crate::calendar::{Counting, Duration};
use crate::diagnostics::{Text, text};
use crate::regulation::{Per, RuleRef, Version};
use crate::rules::{Message, Placed, Rule};
use crate::yaml::Route;
use crate::yearbook::Yearbook;
use chrono::{Datelike, NaiveDate};

/// The rule, as its page has it.
pub static RULE: Rule = Rule::on_page(include_str!("../../../docs/rules/T313.md"));

/// What the yearbooks of a regulation, each with its year, owe on `day`. Routes lead into the latest yearbook.
///
/// What was due before the first yearbook is not judged: the register did not exist yet.
#[must_use]
pub fn judge(version: &Version, yearbooks: &[(i32, Yearbook)], day: NaiveDate) -> Vec<Placed> {
    let mut found = Vec::new();
    if let Some(reporting) = &version.regulation.reporting {
        let reports = |which: Option<&str>| -> Vec<NaiveDate> {
            let all = yearbooks.iter().flat_map(|(_, book)| &book.reports);
            all.filter(|report| report.further.as_deref() == which).map(|report| report.on).collect()
        };
        let report = Owed {
            what: text!("het verslag", "the report"),
            key: "reports",
            line: "{on: …, by: …, from: …, until: …}".to_owned(),
            rule: RuleRef::block("reporting"),
        };
        found.extend(report.missing(version, yearbooks, reports(None).into_iter(), reporting.every, day));
        for further in &reporting.further {
            let id = &further.id;
            let report = Owed {
                what: text!("het verslag `{id}`", "the report `{id}`"),
                key: "reports",
                line: format!("{{further: {id}, on: …, by: …, from: …, until: …}}"),
                rule: RuleRef::new("reporting.further", id),
            };
            found.extend(report.missing(version, yearbooks, reports(Some(id)).into_iter(), further.every, day));
        }
        if let Some(discussion) = &reporting.discussion {
            let last = reports(None).into_iter().filter(|on| *on <= day);
            // A discussion without an interval of its own follows the report: owed from the report to the next one.
            let from = if discussion.every.is_some() { None } else { last.max() };
            let held = yearbooks.iter().flat_map(|(_, book)| book.discussions.iter().map(|d| d.on));
            let owed = Owed {
                what: text!("de bespreking van het verslag", "the discussion of the report"),
                key: "discussions",
                line: "{on: …, by: …, attendees: […]}".to_owned(),
                rule: RuleRef::block("reporting.discussion"),
            };
            match (discussion.every, from) {
                (Some(every), _) => found.extend(owed.missing(version, yearbooks, held, every, day)),
                (None, Some(report)) => found.extend(owed.since(version, report, held, reporting.every, day)),
                (None, None) => {}
            }
        }
    }
    found.extend(attestations(version, yearbooks, day));
    found
}

/// Something that must come back every so often.
struct Owed {
    what: Text,
    key: &'static str,
    line: String,
    rule: RuleRef,
}

impl Owed {
    fn missing(
        &self,
        version: &Version,
        yearbooks: &[(i32, Yearbook)],
        done: impl Iterator<Item = NaiveDate>,
        every: Duration,
        day: NaiveDate,
    ) -> Option<Placed> {
        let last = done.filter(|on| *on <= day).max();
        let counting = version.regulation.counting.unwrap_or(Counting::AsStated);
        let reckoned = version.regulation.due(last.unwrap_or_else(|| begun(version, yearbooks)), every, counting);
        if !reckoned.overdue_on(day) {
            return None;
        }
        let (what, limit, every) = (&self.what, words::day(reckoned.end), once_every(every));
        let before = last.map(words::day).map_or_else(
            || text!("er is er nog geen", "there is none yet"),
            |on| text!("de vorige keer was {on}", "the last one was {on}", on),
        );
        let message = text!(
            "{what} had er uiterlijk op {limit} moeten zijn (eens per {every}; {before})",
            "{what} was due by {limit} (once every {every}; {before})",
            what,
            limit,
            every,
            before
        );
        Some(self.placed(message))
    }
}

impl Owed {
    /// What follows each report, before the next one is due.
    fn since(
        &self,
        version: &Version,
        report: NaiveDate,
        mut done: impl Iterator<Item = NaiveDate>,
        every: Duration,
        day: NaiveDate,
    ) -> Option<Placed> {
        let counting = version.regulation.counting.unwrap_or(Counting::AsStated);
        let reckoned = version.regulation.due(report, every, counting);
        if done.any(|on| (report..=day).contains(&on)) || !reckoned.overdue_on(day) {
            return None;
        }
        let (what, limit, report) = (&self.what, words::day(reckoned.end), words::day(report));
        let message = text!(
            "{what} van {report} had er uiterlijk op {limit} moeten zijn, voor het volgende verslag",
            "{what} of {report} was due by {limit}, before the next report",
            what,
            limit,
            report
        );
        Some(self.placed(message))
    }

    fn placed(&self, message: Text) -> Placed {
        let (key, line) = (self.key, &self.line);
        let remedy =
            text!("zet onder `{key}:` in het jaarboek: `- {line}`", "add below `{key}:` in the yearbook: `- {line}`");
        let (at, rule) = (Route::root().key(key), Some(self.rule.clone()));
        Placed { at, rule, said: Message::new(message, remedy) }
    }
}

/// The duration as it follows `eens per` and `once every`: `jaar`, `6 maanden`.
fn once_every(every: Duration) -> Text {
    if every.count() == 1 { every.unit().words(1) } else { every.words() }
}

/// The day from which the first report is counted.
fn begun(version: &Version, yearbooks: &[(i32, Yearbook)]) -> NaiveDate {
    let first = yearbooks.iter().map(|(year, _)| *year).min().and_then(|year| NaiveDate::from_ymd_opt(year, 1, 1));
    first.map_or(version.regulation.valid_from, |first| first.max(version.regulation.valid_from))
}

/// Yearly declarations that are missing for a whole year under the regulation.
fn attestations(version: &Version, yearbooks: &[(i32, Yearbook)], day: NaiveDate) -> Vec<Placed> {
    let valid = version.regulation.valid_from;
    // A year in which the regulation came into force is not a whole one.
    let whole = if valid.ordinal() == 1 { valid.year() } else { valid.year() + 1 };
    let first = yearbooks.iter().map(|(year, _)| *year).min().unwrap_or(day.year() - 1).max(whole);
    let yearly: Vec<&str> =
        version.regulation.attestations.iter().filter(|a| a.per == Per::Year).map(|a| a.id.as_str()).collect();
    let years = first..day.year();
    years
        .flat_map(|year| yearly.iter().map(move |id| (year, *id)))
        .filter(|(year, id)| !attested(yearbooks, *year, id, day))
        .map(|(year, id)| missing(year, id))
        .collect()
}

/// Whether the declaration stands in the yearbook of that year; it may have been given soon after it.
fn attested(yearbooks: &[(i32, Yearbook)], year: i32, id: &str, day: NaiveDate) -> bool {
    let books = yearbooks.iter().filter(|(of, _)| *of == year);
    let given = books.flat_map(|(_, book)| &book.attestations);
    given.into_iter().any(|a| a.attestation == id && a.on <= day)
}

fn missing(year: i32, id: &str) -> Placed {
    let message = text!(
        "de jaarlijkse verklaring `{id}` over {year} ontbreekt",
        "the yearly declaration `{id}` for {year} is missing"
    );
    let line = format!("{{attestation: {id}, on: …, by: …, how: \"…\"}}");
    let remedy = text!(
        "zet onder `attestations:` in het jaarboek van {year}: `- {line}`",
        "add below `attestations:` in the yearbook of {year}: `- {line}`"
    );
    let (at, rule) = (Route::root().key("attestations"), Some(RuleRef::new("attestations", id)));
    Placed { at, rule, said: Message::new(message, remedy) }
}
