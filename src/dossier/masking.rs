//! Names, addresses and numbers of others, found in a text however they are written there and replaced by the key of the party.

use std::collections::BTreeSet;
use std::ops::Range;

use crate::spelling::{letters, plain, words};

/// From this many letters on, a name is masked within longer words too: in an address of e-mail, or with an ending.
const LONG: usize = 6;
/// The fewest digits of a number by which somebody is reached.
const NUMBER: usize = 7;
/// How many signs may stand between the letters of what is sought: blanks, dots, dashes, the end of a line.
const GAP: usize = 4;
/// Small words of names, which stand for nobody.
const PARTICLES: [&str; 24] = [
    "van", "de", "der", "den", "het", "ten", "ter", "te", "von", "zu", "la", "le", "du", "el", "al", "bin", "op", "in",
    "en", "dhr", "mevr", "mr", "dr", "drs",
];
/// Data of a person that are running text or a file.
const NO_NEEDLES: [&str; 4] = ["narrative", "statements", "signature", "attachments"];

/// What is looked for.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Needle {
    /// Its letters and digits, without accents, in lower case.
    letters: Vec<char>,
    /// Whether it counts only as words of its own.
    whole: bool,
    /// What stands for it.
    label: String,
}

/// What is masked in the texts of a case for one person.
#[derive(Debug, Clone, Default)]
pub(super) struct Mask {
    needles: Vec<Needle>,
}

impl Mask {
    /// What is known of others, without what the person has in common with them. Each datum is a party, a key such as `name`, and
    /// its value.
    pub(super) fn new<'a>(data: impl Iterator<Item = (&'a str, &'a str, &'a str)>, person: &str) -> Self {
        let (mut others, mut own) = (BTreeSet::new(), BTreeSet::new());
        for (party, key, value) in data {
            let found = needles(key, value, &format!("[{party}]"));
            if party == person {
                own.extend(found.into_iter().map(|needle| needle.letters));
            } else {
                others.extend(found);
            }
        }
        let mut needles: Vec<Needle> = others.into_iter().filter(|needle| !own.contains(&needle.letters)).collect();
        needles.sort_by_key(|needle| std::cmp::Reverse(needle.letters.len()));
        Self { needles }
    }

    /// A text in which nobody else is named.
    pub(super) fn masked(&self, text: &str) -> String {
        let letters = letters(text);
        let mut found: Vec<(Range<usize>, &str)> = Vec::new();
        for needle in &self.needles {
            for at in 0..letters.len() {
                if let Some(range) = needle.at(&letters, at, text) {
                    found.push((range, &needle.label));
                }
            }
        }
        found.sort_by_key(|(range, _)| (range.start, std::cmp::Reverse(range.end)));
        let (mut masked, mut done) = (String::with_capacity(text.len()), 0);
        let mut last = "";
        for (range, label) in found {
            // What lies within, or goes on from, another is masked once.
            let between = text.get(done..range.start).unwrap_or_default();
            let goes_on = last == label && parts_nothing(between);
            if range.start >= done && !goes_on {
                masked.push_str(between);
                masked.push_str(label);
            } else if range.start < done && range.end > done && last != label {
                masked.push_str(label);
            }
            last = label;
            done = done.max(range.end);
        }
        masked.push_str(text.get(done..).unwrap_or_default());
        masked
    }
}

/// Whether what stands between two parts of a name parts no sentence: blanks on a line, a dot, a small word.
fn parts_nothing(between: &str) -> bool {
    let plain = |c: char| c.is_whitespace() && c != '\n' || c == '.' || c == '-';
    between.split(plain).filter(|word| !word.is_empty()).all(|word| word != "en" && is_particle(word))
}

fn is_particle(word: &str) -> bool {
    PARTICLES.contains(&word.to_lowercase().as_str())
}

impl Needle {
    fn new(text: &str, label: &str, whole: bool) -> Option<Self> {
        let letters: Vec<char> = plain(text).chars().collect();
        let least = if whole { 2 } else { 3 };
        (letters.len() >= least).then(|| Self {
            whole: whole || letters.len() < LONG,
            letters,
            label: label.to_owned(),
        })
    }

    /// Where it stands in a text, if it begins at this letter.
    fn at(&self, letters: &[(char, Range<usize>)], at: usize, text: &str) -> Option<Range<usize>> {
        let found = letters.get(at..at + self.letters.len())?;
        let same = found.iter().zip(&self.letters).all(|((letter, _), wanted)| letter == wanted);
        let near = |pair: &[(char, Range<usize>)]| {
            let between = pair[0].1.end..pair[1].1.start.max(pair[0].1.end);
            text.get(between).is_some_and(|between| between.chars().count() <= GAP)
        };
        if !same || !found.windows(2).all(near) {
            return None;
        }
        let (first, last) = (found.first()?, found.last()?);
        let joined = |a: &Range<usize>, b: &Range<usize>| a.end >= b.start;
        let before = at.checked_sub(1).and_then(|before| letters.get(before));
        let begins = before.is_none_or(|before| !joined(&before.1, &first.1));
        let mut after = letters[at + found.len()..].iter();
        let ends = match after.next() {
            Some(next) if joined(&last.1, &next.1) => {
                // “Kanariegeels”: of Kanariegeel.
                next.0 == 's' && after.next().is_none_or(|second| !joined(&next.1, &second.1))
            }
            _ => true,
        };
        let start = if self.is_number() { prefix(letters, at, text) } else { first.1.start };
        (!self.whole || (begins && ends)).then_some(start..last.1.end)
    }

    fn is_number(&self) -> bool {
        self.letters.len() >= NUMBER && self.letters.iter().all(char::is_ascii_digit)
    }
}

/// Where the prefix of a number begins that stands at a letter: nought, or that of a country.
fn prefix(letters: &[(char, Range<usize>)], at: usize, text: &str) -> usize {
    let mut start = letters[at].1.start;
    for (letter, range) in letters[..at].iter().rev().take(5) {
        let between = text.get(range.end..start).unwrap_or_default();
        let near = between.chars().all(|c| !c.is_alphanumeric() && c != '\n') && between.chars().count() <= 3;
        if !(letter.is_ascii_digit() && near) {
            break;
        }
        start = range.start;
    }
    if text[..start].ends_with('+') { start - 1 } else { start }
}

/// What is looked for of one datum.
fn needles(key: &str, value: &str, label: &str) -> Vec<Needle> {
    if NO_NEEDLES.contains(&key) {
        return Vec::new();
    }
    let whole = |text: &str| Needle::new(text, label, true);
    let within = |text: &str| Needle::new(text, label, false);
    let digits: String = value.chars().filter(char::is_ascii_digit).collect();
    let is_number = digits.len() >= NUMBER && !value.chars().any(char::is_alphabetic);
    match key {
        _ if is_number => {
            // With or without the prefix of the country.
            let bare = ["0031", "31", "0"].iter().find_map(|prefix| digits.strip_prefix(prefix)).unwrap_or(&digits);
            within(bare).into_iter().collect()
        }
        "name" => standing(value).filter_map(|word| within(word).or_else(|| whole(word))).collect(),
        "email" => {
            let account = value.split('@').next().filter(|account| account.chars().count() >= 4);
            within(value).into_iter().chain(account.and_then(whole)).collect()
        }
        "address" => value.lines().flat_map(|line| address(line, label)).collect(),
        _ => {
            whole(value).into_iter().chain(postcode(value, label)).filter(|needle| needle.letters.len() >= 3).collect()
        }
    }
}

/// The words of a name that stand for somebody.
fn standing(name: &str) -> impl Iterator<Item = &str> {
    let stands = |word: &&str| !is_particle(word) && word.chars().count() >= 2;
    words(name).into_iter().filter_map(|word| name.get(word.span)).filter(stands)
}

/// A line of an address: whole, what stands before and after its numbers, its postal code.
fn address(line: &str, label: &str) -> Vec<Needle> {
    let numbered = |word: &&str| word.chars().any(|c| c.is_ascii_digit()) || word.chars().count() <= 2;
    let words: Vec<&str> = line.split([' ', ',']).collect();
    let parts = words.split(|word| numbered(word)).map(|words| words.join(" "));
    let parts = parts.filter_map(|part| Needle::new(&part, label, false));
    Needle::new(line, label, false).into_iter().chain(parts).chain(postcode(line, label)).collect()
}

/// Postal codes: four digits and two letters.
fn postcode(line: &str, label: &str) -> Vec<Needle> {
    let signs: Vec<char> = line.chars().filter(|c| !c.is_whitespace()).collect();
    let is_code =
        |six: &&[char]| six[..4].iter().all(char::is_ascii_digit) && six[4..].iter().all(char::is_ascii_alphabetic);
    let codes = signs.windows(6).filter(is_code).map(|six| six.iter().collect::<String>());
    codes.filter_map(|code| Needle::new(&code, label, true)).collect()
}

#[cfg(test)]
#[path = "../../tests/unit/dossier/masking.rs"]
mod tests;
