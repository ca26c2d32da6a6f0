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
use super::statements::quotes;
use super::{Remark, Subject, dates, said};
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
/// Words that point back at a duration named elsewhere.
const BACK: &[&str] = &["diezelfde", "dezelfde"];

/// Numbers that the quotes do not say.
#[must_use]
pub fn judge(subject: &Subject<'_>) -> Vec<Remark> {
    let tree = &subject.version.tree;
    let mut found = Vec::new();
    look(tree, &Route::root(), &mut Vec::new(), &mut found);
    found.extend(against_itself(subject));
    found.extend(people_said_twice(subject));
    found
}

/// Walks the file; `around` holds the quotes of the rules that a place stands in, the nearest last.
fn look(node: &Node, at: &Route, around: &mut Vec<Vec<String>>, found: &mut Vec<Remark>) {
    let own: Vec<String> = node.get("quote").map(|q| one_or_many(q)).unwrap_or_default();
    around.push(own);
    for entry in node.entries() {
        let here = at.key(&entry.key);
        let quoted = around.iter().rev().find(|quotes| !quotes.is_empty());
        if let (Some(text), Some(quotes)) = (entry.node.text(), quoted) {
            found.extend(lack(&entry.key, text, quotes, &here));
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

fn lack(key: &str, text: &str, quotes: &[String], at: &Route) -> Option<Remark> {
    let all: Vec<Vec<String>> = quotes.iter().map(|q| words(q)).collect();
    if DURATIONS.contains(&key) {
        let duration: Duration = text.parse().ok()?;
        let named: Vec<Named> = all.iter().flat_map(|w| durations(w)).collect();
        return (!named.iter().any(|n| same(n, duration))).then(|| duration_differs(at, duration, &named));
    }
    if COUNTS.contains(&key) {
        let wanted: u32 = text.parse().ok()?;
        let said_so = all.iter().flatten().any(|w| number(w) == Some(wanted) || (wanted == 1 && w == "eens"));
        return (!said_so).then(|| count_differs(at, key, wanted));
    }
    if key == "review_on" {
        let wanted = crate::calendar::parse_date(text).ok()?;
        let named: Vec<_> = quotes.iter().flat_map(|q| dates::dates(q)).collect();
        return (!named.is_empty() && !named.contains(&wanted)).then(|| date_differs(at, key, wanted));
    }
    None
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

/// `5 (zes) dagen`, and `diezelfde twee weken` without two weeks anywhere else.
fn against_itself(subject: &Subject<'_>) -> Vec<Remark> {
    let sentences = &subject.version.text.sentences;
    let all: Vec<Vec<String>> = sentences.iter().map(|s| words(&s.text)).collect();
    let points_back = |words: &[String], n: &Named| {
        n.word.checked_sub(1).and_then(|i| words.get(i)).is_some_and(|w| BACK.contains(&w.as_str()))
    };
    let mut found = Vec::new();
    for (sentence, words) in sentences.iter().zip(&all) {
        found.extend(in_brackets(&sentence.text).map(|(outside, inside)| {
            Remark::in_text(
                sentence.span,
                said(
                    (format!("“{outside} ({inside})” spreekt zichzelf tegen"), {
                        format!("“{outside} ({inside})” contradicts itself")
                    }),
                    (
                        "schrijf twee keer hetzelfde getal, of laat er een weg",
                        "write the same number twice, or leave one out",
                    ),
                ),
            )
        }));
        for named in durations(words).into_iter().filter(|n| points_back(words, n)) {
            let elsewhere = all.iter().any(|other| {
                durations(other)
                    .iter()
                    .any(|n| n.count == named.count && n.unit == named.unit && !points_back(other, n))
            });
            if !elsewhere {
                let (nl, en) = told(&named);
                found.push(Remark::in_text(
                    sentence.span,
                    said(
                        (format!("“diezelfde {nl}”: die duur staat nergens anders in de tekst"), {
                            format!("“those same {en}”: that duration is nowhere else in the text")
                        }),
                        (
                            "noem dezelfde duur als in de zin waarop dit slaat",
                            "name the same duration as the sentence this refers to",
                        ),
                    ),
                ));
            }
        }
    }
    found
}

/// Two numbers of which the second stands in brackets and differs.
fn in_brackets(text: &str) -> impl Iterator<Item = (String, String)> + '_ {
    let words: Vec<&str> = text.split_whitespace().collect();
    let pairs: Vec<(String, String)> = words
        .windows(2)
        .filter_map(|pair| {
            let inside = pair[1].strip_prefix('(')?.trim_end_matches([',', '.', ';']).strip_suffix(')')?;
            let (a, b) = (number(&pair[0].to_lowercase())?, number(&inside.to_lowercase())?);
            (a != b).then(|| (pair[0].to_owned(), inside.to_owned()))
        })
        .collect();
    pairs.into_iter()
}

/// `hoogstens 8 medewerkers` in one sentence, `zeven medewerkers` in another.
fn people_said_twice(subject: &Subject<'_>) -> Vec<Remark> {
    let regulation = &subject.version.regulation;
    let access = regulation.confidentiality.as_ref().and_then(|c| c.access.as_ref());
    let limits = regulation.roles.iter().filter_map(|r| r.max_holders).chain(access.and_then(|a| a.max_persons));
    let mut found = Vec::new();
    let mut limits: Vec<u32> = limits.filter_map(|l| u32::try_from(l).ok()).collect();
    limits.sort_unstable();
    limits.dedup();
    for limit in limits {
        let quoted = quotes(&subject.version.tree);
        let nouns: Vec<String> = quoted.iter().flat_map(|q| nouns_after(&words(&q.text), limit)).collect();
        for sentence in &subject.version.text.sentences {
            let words = words(&sentence.text);
            let other = words
                .windows(2)
                .find(|pair| nouns.contains(&pair[1]) && number(&pair[0]).is_some_and(|n| n > 1 && n != limit));
            if let Some([count, noun]) = other {
                let message = (
                    format!("hier staat “{count} {noun}”, elders {limit} {noun}"),
                    format!("“{count} {noun}” here, {limit} {noun} elsewhere"),
                );
                let remedy = ("noem overal hetzelfde getal", "name the same number everywhere");
                let words = said(message, remedy).as_grave_as(Severity::Warning);
                found.push(Remark::in_text(sentence.span, words));
            }
        }
    }
    found
}

fn nouns_after(words: &[String], limit: u32) -> Vec<String> {
    let after = words.windows(2).filter(|pair| number(&pair[0]) == Some(limit)).map(|pair| pair[1].clone());
    after
        .filter(|noun| noun.ends_with("en") || noun.ends_with('s'))
        .filter(|n| !matches!(n.as_str(), "weken" | "dagen" | "maanden" | "kalenderdagen" | "werkdagen" | "jaren"))
        .collect()
}
