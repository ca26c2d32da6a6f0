//! P521: every number and duration in the regulation stands so in its quote.

use super::numbers::{Named, durations, number, same, told, words};
use super::{Remark, Subject, dates, p547, twice};
use crate::calendar::Duration;
use crate::diagnostics::text;
use crate::regulation::Regulation;
use crate::rules::{Message, Rule};
use crate::yaml::{Node, Route};

/// The rule, as its page has it.
pub static RULE: Rule = Rule::on_page(include_str!("../../../docs/rules/P521.md"));

/// Where durations stand, and how many steps up the rule is that quotes them.
const DURATIONS: &[&str] = &["within", "every", "at_most", "keep", "file_within", "longer_than"];
/// Where numbers stand.
const COUNTS: &[&str] = &["max_persons", "max_holders", "times"];

/// Numbers that the quotes do not say.
#[must_use]
pub fn judge(subject: &Subject<'_>) -> Vec<Remark> {
    let (tree, regulation) = (&subject.version.tree, &subject.version.regulation);
    let mut found = Vec::new();
    // Said once, by another rule.
    if p547::in_english(&subject.version.text) {
        return found;
    }
    look(tree, &Route::root(), regulation, &mut Vec::new(), &mut found);
    found.extend(twice::against_itself(subject));
    found.extend(twice::people(subject));
    found
}

/// Walks the file; `around` holds the quotes of the rules that a place stands in, the nearest last.
fn look(node: &Node, at: &Route, regulation: &Regulation, around: &mut Vec<Vec<String>>, found: &mut Vec<Remark>) {
    let mut own: Vec<String> = node.get("quote").map(one_or_many).unwrap_or_default();
    // Days with a name of their own are working days to whoever counts.
    if let Some(days) = node.get("calendar").and_then(Node::text).and_then(|id| regulation.calendar_named(id)) {
        let names = [Some(days.name.as_str()), days.one.as_deref(), days.name.strip_suffix("en")];
        for name in names.into_iter().flatten().map(str::to_lowercase).filter(|name| !name.is_empty()) {
            own = own.into_iter().map(|quote| quote.to_lowercase().replace(&name, "werkdagen")).collect();
        }
    }
    around.push(own);
    for entry in node.entries() {
        let here = at.key(&entry.key);
        let quoted = around.iter().rev().find(|quotes| !quotes.is_empty());
        if let (Some(text), Some(quotes)) = (entry.node.text(), quoted) {
            found.extend(violation(&entry.key, text, quotes, &here));
        } else {
            look(&entry.node, &here, regulation, around, found);
        }
    }
    for (index, item) in node.items().iter().enumerate() {
        look(item, &at.index(index), regulation, around, found);
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
    let message = match named.split_first() {
        None => text!(
            "het citaat noemt geen duur, de regel wel: {own}",
            "the quote names no duration, the rule does: {own}",
            own
        ),
        Some((first, others)) => {
            let named = others.iter().fold(told(first), |all, next| {
                let next = told(next);
                text!("{all} en {next}", "{all} and {next}", all, next)
            });
            text!("het citaat zegt {named}, de regel {own}", "the quote says {named}, the rule {own}", named, own)
        }
    };
    Remark::on(
        at.clone(),
        Message::new(
            message,
            text!(
                "maak de regel gelijk aan de tekst, of citeer de zin die de duur noemt",
                "make the rule equal to the text, or quote the sentence that names the duration"
            ),
        ),
    )
}

fn count_differs(at: &Route, key: &str, wanted: u32) -> Remark {
    Remark::on(
        at.clone(),
        Message::new(
            text!(
                "`{key}` is {wanted}, maar dat getal staat niet in het citaat",
                "`{key}` is {wanted}, but that number is not in the quote"
            ),
            text!(
                "maak de regel gelijk aan de tekst, of citeer de zin die het getal noemt",
                "make the rule equal to the text, or quote the sentence that names the number"
            ),
        ),
    )
}

fn date_differs(at: &Route, key: &str, wanted: chrono::NaiveDate) -> Remark {
    let told = dates::dutch(wanted);
    Remark::on(
        at.clone(),
        Message::new(
            text!(
                "`{key}` is {wanted}, maar het citaat noemt een andere datum",
                "`{key}` is {wanted}, but the quote names another date"
            ),
            text!(
                "maak de twee gelijk, bijvoorbeeld “{told}” in de tekst",
                "make the two the same, for instance “{told}” in the text"
            ),
        ),
    )
}
