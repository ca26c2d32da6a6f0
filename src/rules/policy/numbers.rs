//! Numbers and durations as a Dutch text writes them, in digits or in words: `binnen vijf kalenderdagen`, `elk jaar`,
//! `twee keer per jaar`, `tweewekelijks`.

use crate::calendar::{Duration, Unit};
use crate::diagnostics::{Text, text};

const UNITS: [&str; 20] = [
    "nul",
    "een",
    "twee",
    "drie",
    "vier",
    "vijf",
    "zes",
    "zeven",
    "acht",
    "negen",
    "tien",
    "elf",
    "twaalf",
    "dertien",
    "veertien",
    "vijftien",
    "zestien",
    "zeventien",
    "achttien",
    "negentien",
];
const TENS: [(&str, u32); 8] = [
    ("twintig", 20),
    ("dertig", 30),
    ("veertig", 40),
    ("vijftig", 50),
    ("zestig", 60),
    ("zeventig", 70),
    ("tachtig", 80),
    ("negentig", 90),
];
/// Words that say `each`; after them a unit stands alone.
const EACH: &[&str] = &["elk", "elke", "ieder", "iedere", "per", "eens"];

/// The words of a text in lower case, without marks; a hyphen keeps a word together.
#[must_use]
pub fn words(text: &str) -> Vec<String> {
    let strip = |w: &str| w.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    text.split_whitespace().map(strip).filter(|w| !w.is_empty()).collect()
}

/// The number that a word is.
#[must_use]
pub fn number(word: &str) -> Option<u32> {
    if word.bytes().all(|b| b.is_ascii_digit()) {
        return word.parse().ok();
    }
    let plain = word.replace(['é', 'è'], "e").replace('ë', "e").replace("anderhalve", "anderhalf");
    if let Some(n) = UNITS.iter().position(|u| *u == plain) {
        return u32::try_from(n).ok();
    }
    match plain.as_str() {
        "honderd" => return Some(100),
        "eenmaal" => return Some(1),
        "tweemaal" => return Some(2),
        "driemaal" => return Some(3),
        _ => {}
    }
    TENS.iter().find_map(|(name, tens)| {
        let before = plain.strip_suffix(name)?;
        if before.is_empty() {
            return Some(*tens);
        }
        let digit = before.strip_suffix("en")?;
        UNITS
            .iter()
            .take(10)
            .skip(1)
            .position(|u| *u == digit)
            .and_then(|n| u32::try_from(n + 1).ok())
            .map(|n| n + tens)
    })
}

fn unit(word: &str) -> Option<(Unit, u32)> {
    Some(match word {
        "kalenderdag" | "kalenderdagen" | "dag" | "dagen" => (Unit::CalendarDays, 1),
        "werkdag" | "werkdagen" => (Unit::WorkingDays, 1),
        "week" | "weken" => (Unit::Weeks, 1),
        "maand" | "maanden" => (Unit::Months, 1),
        "kwartaal" | "kwartalen" => (Unit::Months, 3),
        "halfjaar" => (Unit::Months, 6),
        "jaar" | "jaren" => (Unit::Years, 1),
        _ => return None,
    })
}

/// A word that is a duration by itself: `jaarlijks`, `tweewekelijks`.
fn adverb(word: &str) -> Option<(u32, Unit)> {
    let word = word.strip_suffix('e').unwrap_or(word);
    let ends = [
        ("halfjaarlijks", Unit::Months, 6),
        ("jaarlijks", Unit::Years, 1),
        ("maandelijks", Unit::Months, 1),
        ("wekelijks", Unit::Weeks, 1),
        ("dagelijks", Unit::CalendarDays, 1),
    ];
    ends.into_iter().find_map(|(end, unit, by)| {
        let before = word.strip_suffix(end)?;
        let count = if before.is_empty() { 1 } else { number(before)? };
        Some((count.saturating_mul(by), unit))
    })
}

/// One duration that a text names, with the words before it that count for nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Named {
    /// How many.
    pub count: u32,
    /// Of what.
    pub unit: Unit,
    /// The number of the word it begins with.
    pub word: usize,
}

/// The durations that the words name, in order.
#[must_use]
pub fn durations(words: &[String]) -> Vec<Named> {
    let word = |i: usize| words.get(i).map(String::as_str).unwrap_or_default();
    let mut found = Vec::new();
    for index in 0..words.len() {
        let mut add = |count: u32, unit: Unit| found.push(Named { count, unit, word: index });
        if let Some((count, unit)) = adverb(word(index)) {
            add(count, unit);
        }
        let counted = index.checked_sub(1).is_some_and(|before| matches!(word(before), "keer" | "maal"));
        if EACH.contains(&word(index))
            && !counted
            && let Some((unit, by)) = unit(word(index + 1))
        {
            add(by, unit);
        }
        if let Some((unit, _)) = unit(word(index + 1))
            && let Some((count, unit)) = halves(word(index), unit)
        {
            add(count, unit);
        }
        let Some(count) = number(word(index)) else { continue };
        // `5 (vijf) werkdagen`, `twee volle weken`: at most one word between.
        let next = unit(word(index + 1)).or_else(|| unit(word(index + 2)).filter(|_| between(word(index + 1))));
        match next {
            Some((unit, by)) => add(count.saturating_mul(by), unit),
            None if matches!(word(index + 1), "keer" | "maal") && EACH.contains(&word(index + 2)) => {
                if let Some((count, unit)) = so_often(count, word(index + 3)) {
                    add(count, unit);
                }
            }
            None => {}
        }
    }
    found
}

/// Whether a duration says how often: `elk jaar`, `elke twee weken`, `jaarlijks`, `twee keer per jaar`.
#[must_use]
pub fn recurs(words: &[String], named: &Named) -> bool {
    let at = |index: Option<usize>| index.and_then(|i| words.get(i)).map(String::as_str).unwrap_or_default();
    let here = at(Some(named.word));
    EACH.contains(&here)
        || adverb(here).is_some()
        || EACH.contains(&at(named.word.checked_sub(1)))
        || matches!(at(named.word.checked_add(1)), "keer" | "maal")
}

/// `een half jaar`, `anderhalf jaar`: years in months.
fn halves(word: &str, unit: Unit) -> Option<(u32, Unit)> {
    match (word, unit) {
        ("half", Unit::Years) => Some((6, Unit::Months)),
        ("anderhalf", Unit::Years) => Some((18, Unit::Months)),
        _ => None,
    }
}

/// Words that may stand between a number and its unit.
fn between(word: &str) -> bool {
    number(word).is_some()
        || matches!(word, "hele" | "volle" | "achtereenvolgende" | "opeenvolgende" | "aaneengesloten")
}

/// `twee keer per jaar`: once in each six months.
fn so_often(times: u32, word: &str) -> Option<(u32, Unit)> {
    let (of, by) = unit(word)?;
    let months = match of {
        Unit::Years => 12 * by,
        Unit::Months => by,
        _ => return (times == 1).then_some((by, of)),
    };
    match (times, of) {
        (1, _) => Some((by, of)),
        (0, _) => None,
        _ => (months % times == 0).then_some((months / times, Unit::Months)),
    }
}

/// Whether a named duration is this one, however it is counted: 14 days are 2 weeks, 12 months are a year.
#[must_use]
pub fn same(named: &Named, duration: Duration) -> bool {
    canonical(named.count, named.unit) == canonical(duration.count(), duration.unit())
}

fn canonical(count: u32, unit: Unit) -> (u8, u32) {
    match unit {
        Unit::CalendarDays => (0, count),
        Unit::Weeks => (0, count.saturating_mul(7)),
        Unit::WorkingDays => (1, count),
        Unit::Months => (2, count),
        Unit::Years => (2, count.saturating_mul(12)),
    }
}

/// A named duration in words, for a message.
#[must_use]
pub fn told(named: &Named) -> Text {
    let (count, unit) = (named.count, named.unit.words(named.count));
    text!("{count} {unit}", "{count} {unit}", unit)
}

#[cfg(test)]
#[path = "../../../tests/unit/rules/policy/numbers.rs"]
mod tests;
