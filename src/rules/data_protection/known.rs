//! What a desk knows of persons: the names, addresses and numbers that are sealed, or lie in its confidential folder. It is held
//! against what is about to be written or committed there; a server knows none of it.

use std::collections::BTreeSet;
use std::fmt;

use aho_corasick::{AhoCorasick, MatchKind};
use zeroize::Zeroize;

use super::Source;
use crate::spelling::{Word, plain, words};
use crate::yaml::Span;

/// Where people live together: in a register of one town it stands in half of all texts.
const CITY: &str = "city";
/// The datum that is a name: each word of it points to somebody, where people write about people.
const NAME: &str = "name";
/// So many letters and digits are not the same by chance.
const LEAST_VALUE: usize = 6;
/// A shorter word of a name is a word of the language too often.
const LEAST_WORD: usize = 3;
/// In the name of a file or a branch a word has no capital that would tell it apart.
const LEAST_IN_NAME: usize = 5;

/// Words of a name that are words of the language.
const NO_NAMES: [&str; 30] = [
    "aan", "bij", "dame", "dan", "den", "der", "des", "dhr", "die", "familie", "heer", "het", "las", "los", "mevrouw",
    "mijn", "mrs", "mvr", "mevr", "ons", "over", "prof", "ten", "ter", "uit", "van", "vanden", "vander", "von", "zum",
];

/// What is known of persons. Secret: it has no form that shows it.
#[derive(Default)]
pub struct Known {
    /// Whole values, without what people write in different ways.
    values: BTreeSet<String>,
    /// Single words of names.
    words: BTreeSet<String>,
    /// Finds the values.
    machine: Option<AhoCorasick>,
}

impl fmt::Debug for Known {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Known")
    }
}

impl PartialEq for Known {
    fn eq(&self, other: &Self) -> bool {
        self.values == other.values && self.words == other.words
    }
}

impl Eq for Known {}

impl Drop for Known {
    fn drop(&mut self) {
        let all = [&mut self.values, &mut self.words].map(std::mem::take);
        all.into_iter().flatten().for_each(|mut text| text.zeroize());
    }
}

impl Known {
    /// From data of persons, each with its key (`name`, `email`, `tel`, …).
    pub fn of<'a>(data: impl IntoIterator<Item = (&'a str, &'a str)>) -> Self {
        let mut known = Self::default();
        for (key, value) in data {
            known.add(key, value);
        }
        let patterns = known.values.iter().map(String::as_bytes);
        // More than it can hold are nobody's register.
        known.machine = AhoCorasick::builder().match_kind(MatchKind::Standard).build(patterns).ok();
        known
    }

    fn add(&mut self, key: &str, value: &str) {
        if key == CITY {
            return;
        }
        let (words, whole) = (words(value), plain(value));
        if key == NAME {
            // A name of one word is told by its capital only, or every word like it would be found.
            let parts = words.iter().filter(|w| w.capital && w.plain.chars().count() >= LEAST_WORD);
            let parts = parts.filter(|w| !NO_NAMES.contains(&w.plain.as_str()));
            self.words.extend(parts.map(|w| w.plain.clone()));
            if let [first, rest @ ..] = words.as_slice()
                && !rest.is_empty()
            {
                let rest: String = rest.iter().map(|word| word.plain.as_str()).collect();
                self.value(format!("{rest}{}", first.plain));
                self.value(format!("{}{rest}", first.plain.chars().take(1).collect::<String>()));
                self.value(whole);
            }
            return;
        }
        if key == "email"
            && let Some((local, _)) = value.split_once('@')
            && local.contains(['.', '_', '-'])
        {
            self.value(plain(local));
        }
        if key == "address" {
            // A street alone is no home; a line with a number is.
            let lines = value.split(['\n', ',']).filter(|line| line.contains(|c: char| c.is_ascii_digit()));
            lines.for_each(|line| self.value(plain(line)));
            return;
        }
        self.value(whole);
    }

    fn value(&mut self, value: String) {
        if value.chars().count() >= LEAST_VALUE {
            self.values.insert(value);
        }
    }

    /// Whether nothing is known.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.values.is_empty() && self.words.is_empty()
    }

    /// Where a text holds something of it.
    #[must_use]
    pub(super) fn found_in(&self, text: &str, source: Source) -> Vec<Span> {
        if self.is_empty() {
            return Vec::new();
        }
        let words = words(text);
        let mut spans = self.whole(&words);
        let single = |word: &&Word| {
            let told = if source.is_name() { word.plain.len() >= LEAST_IN_NAME } else { word.capital };
            told && self.has(&word.plain)
        };
        if source.is_prose() || source.is_name() {
            spans.extend(words.iter().filter(single).map(|word| Span { start: word.span.start, end: word.span.end }));
        }
        spans.sort_unstable_by_key(|span| (span.start, std::cmp::Reverse(span.end)));
        let mut end = 0;
        spans.retain(|span| {
            span.start >= end && {
                end = span.end;
                true
            }
        });
        spans
    }

    /// A word of a name, also with the s of what is somebody's.
    fn has(&self, word: &str) -> bool {
        let known = |word: &str| self.words.contains(word);
        known(word) || word.strip_suffix('s').is_some_and(|rest| rest.chars().count() >= LEAST_WORD && known(rest))
    }

    /// Whole values: from the beginning of a word to the end of one.
    fn whole(&self, words: &[Word]) -> Vec<Span> {
        let Some(machine) = &self.machine else { return Vec::new() };
        let mut all = String::new();
        let mut bounds = Vec::with_capacity(words.len());
        for word in words {
            all.push_str(&word.plain);
            bounds.push(all.len());
        }
        let starts = |at: usize| {
            if at == 0 { Some(0) } else { bounds.binary_search(&at).ok().map(|before| before + 1) }
        };
        let ends = |at: usize| {
            let bound = bounds.binary_search(&at);
            bound.or_else(|_| if all[at..].starts_with('s') { bounds.binary_search(&(at + 1)) } else { bound }).ok()
        };
        let found = machine.find_overlapping_iter(all.as_str());
        found
            .filter_map(|found| {
                let (first, last) = (starts(found.start())?, ends(found.end())?);
                Some(Span { start: words.get(first)?.span.start, end: words.get(last)?.span.end })
            })
            .collect()
    }
}

#[cfg(test)]
#[path = "../../../tests/unit/rules/data_protection/known.rs"]
mod tests;
