//! # P521: number-differs
//!
//! ## What it checks
//!
//! The duration of a term, an extension, retention, a report or a filing period occurs in a quote of that rule, in
//! digits or in words: “binnen vijf kalenderdagen” for `5 calendar days`. So do `max_persons`, `max_holders` and
//! `times`, and the date of `review_on`. “5 (zes) dagen” contradicts itself; “diezelfde twee weken” needs another two
//! weeks.
//!
//! ## Why
//!
//! This keeps what is published and what is enforced equal, number by number.
//!
//! ## Example
//!
//! ```yaml
//! terms:
//!   - id: bevestiging
//!     within: 5 calendar days
//!     quote: Wij bevestigen binnen vijf kalenderdagen.
//! ```
//!
//! 14 days and 2 weeks, 12 months and a year are the same.
//!
//! ## How to put it right
//!
//! Correct the number in the data or in the text, or quote the sentence that names it.
//!
//! ---
//!
//! # P521: number-differs
//!
//! ## Wat wordt nagekeken
//!
//! De duur van een termijn, uitstel, bewaren, verslag of indienen staat in een citaat van die regel, in cijfers of
//! woorden: “binnen vijf kalenderdagen” bij `5 calendar days`. Dat geldt ook voor `max_persons`, `max_holders`,
//! `times` en de datum van `review_on`. “5 (zes) dagen” spreekt zichzelf tegen; “diezelfde twee weken” heeft elders
//! twee weken nodig.
//!
//! ## Waarom
//!
//! Zo blijft wat is gepubliceerd gelijk aan wat wordt afgedwongen, getal voor getal.
//!
//! ## Voorbeeld
//!
//! ```yaml
//! terms:
//!   - id: bevestiging
//!     within: 5 calendar days
//!     quote: Wij bevestigen binnen vijf kalenderdagen.
//! ```
//!
//! 14 dagen en 2 weken, 12 maanden en een jaar zijn hetzelfde.
//!
//! ## Zo zet u het recht
//!
//! Verbeter het getal in de gegevens of in de tekst, of citeer de zin die het noemt.

use super::super::Rule;
use super::numbers::{Named, durations, number, same, told, words};
use super::{Remark, Subject, dates, said, twice};
use crate::calendar::Duration;
use crate::diagnostics::Severity;
use crate::yaml::{Node, Route};

/// The rule.
pub static RULE: Rule = Rule {
    code: "P521",
    name: "number-differs",
    severity: Severity::Error,
    summary: (
        "Elk getal en elke duur in de regeling staat zo in het citaat.",
        "Every number and duration in the regulation stands so in its quote.",
    ),
    source: include_str!("p521.rs"),
};

/// Where durations stand, and how many steps up the rule is that quotes them.
const DURATIONS: &[&str] = &["within", "every", "at_most", "keep", "file_within", "longer_than"];
/// Where numbers stand.
const COUNTS: &[&str] = &["max_persons", "max_holders", "times"];

/// Numbers that the quotes do not say.
#[must_use]
pub fn judge(subject: &Subject<'_>) -> Vec<Remark> {
    let tree = &subject.version.tree;
    let mut found = Vec::new();
    look(tree, &Route::root(), &mut Vec::new(), &mut found);
    found.extend(twice::against_itself(subject));
    found.extend(twice::people(subject));
    found
}

/// Walks the file; `around` holds the quotes of the rules that a place stands in, the nearest last.
fn look(node: &Node, at: &Route, around: &mut Vec<Vec<String>>, found: &mut Vec<Remark>) {
    let own: Vec<String> = node.get("quote").map(one_or_many).unwrap_or_default();
    around.push(own);
    for entry in node.entries() {
        let here = at.key(&entry.key);
        let quoted = around.iter().rev().find(|quotes| !quotes.is_empty());
        if let (Some(text), Some(quotes)) = (entry.node.text(), quoted) {
            found.extend(violation(&entry.key, text, quotes, &here));
        } else {
            look(&entry.node, &here, around, found);
        }
    }
    for (index, item) in node.items().iter().enumerate() {
        look(item, &at.index(index), around, found);
    }
    around.pop();
}

fn one_or_many(node: &Node) -> Vec<String> {
    let own = node.text().into_iter().chain(node.items().iter().filter_map(Node::text));
    own.map(str::to_owned).collect()
}

fn violation(key: &str, text: &str, quotes: &[String], at: &Route) -> Option<Remark> {
    let all: Vec<Vec<String>> = quotes.iter().map(|q| words(q)).collect();
    if DURATIONS.contains(&key) {
        let duration: Duration = text.parse().ok()?;
        let named: Vec<Named> = all.iter().flat_map(|w| durations(w)).collect();
        return (!named.iter().any(|n| same(n, duration))).then(|| duration_differs(at, duration, &named));
    }
    if COUNTS.contains(&key) {
        let wanted: u32 = text.parse().ok()?;
        let said_so = all.iter().any(|words| counts(words, key == "times").contains(&wanted));
        return (!said_so).then(|| count_differs(at, key, wanted));
    }
    if key == "review_on" {
        let wanted = crate::calendar::parse_date(text).ok()?;
        let named: Vec<_> = quotes.iter().flat_map(|q| dates::dates(q)).collect();
        return (!named.is_empty() && !named.contains(&wanted)).then(|| date_differs(at, key, wanted));
    }
    None
}

/// The numbers in the words that count times (`twee keer`), or else persons: those that no unit of time follows.
fn counts(words: &[String], times: bool) -> Vec<u32> {
    let spans = durations(words);
    let word = |i: usize| words.get(i).map(String::as_str).unwrap_or_default();
    let counted = |i: usize| matches!(word(i + 1), "keer" | "maal" | "malen") || word(i).ends_with("maal");
    let numbers = words.iter().enumerate().filter_map(|(i, w)| Some((i, number(w)?)));
    let fitting = numbers.filter(|(i, _)| if times { counted(*i) } else { !spans.iter().any(|n| n.word == *i) });
    let once = words.iter().any(|w| matches!(w.as_str(), "eens" | "eenmalig"));
    fitting.map(|(_, n)| n).chain((times && once).then_some(1)).collect()
}

fn duration_differs(at: &Route, duration: Duration, named: &[Named]) -> Remark {
    let own = duration.words();
    let (nl, en): (Vec<String>, Vec<String>) = named.iter().map(told).unzip();
    let message = if named.is_empty() {
        (format!("het citaat noemt geen duur, de regel wel: {}", own.nl), {
            format!("the quote names no duration, the rule does: {}", own.en)
        })
    } else {
        (format!("het citaat zegt {}, de regel {}", nl.join(" en "), own.nl), {
            format!("the quote says {}, the rule {}", en.join(" and "), own.en)
        })
    };
    Remark::on(
        at.clone(),
        said(
            message,
            (
                "maak de regel gelijk aan de tekst, of citeer de zin die de duur noemt",
                "make the rule equal to the text, or quote the sentence that names the duration",
            ),
        ),
    )
}

fn count_differs(at: &Route, key: &str, wanted: u32) -> Remark {
    Remark::on(
        at.clone(),
        said(
            (format!("`{key}` is {wanted}, maar dat getal staat niet in het citaat"), {
                format!("`{key}` is {wanted}, but that number is not in the quote")
            }),
            (
                "maak de regel gelijk aan de tekst, of citeer de zin die het getal noemt",
                "make the rule equal to the text, or quote the sentence that names the number",
            ),
        ),
    )
}

fn date_differs(at: &Route, key: &str, wanted: chrono::NaiveDate) -> Remark {
    let told = dates::dutch(wanted);
    Remark::on(
        at.clone(),
        said(
            (format!("`{key}` is {wanted}, maar het citaat noemt een andere datum"), {
                format!("`{key}` is {wanted}, but the quote names another date")
            }),
            (format!("maak de twee gelijk, bijvoorbeeld “{told}” in de tekst"), {
                format!("make the two the same, for instance “{told}” in the text")
            }),
        ),
    )
}
