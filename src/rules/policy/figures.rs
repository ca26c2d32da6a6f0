//! What must be the same in two languages: numbers, months and addresses.

use super::numbers::number;
use crate::calendar::{MONTHS_EN, MONTHS_NL};
use crate::diagnostics::Lang;

const UNITS_EN: [&str; 19] = [
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
    "twenty",
];
const TENS_EN: [&str; 7] = ["thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

/// The numbers, months and addresses of a sentence, sorted: numbers in digits, months as `month 3`. One is left out: it is
/// an article in either language.
#[must_use]
pub fn figures(sentence: &str, lang: Lang) -> Vec<String> {
    let mut found: Vec<String> = sentence.split_whitespace().flat_map(|word| of(word, lang)).collect();
    found.sort();
    found
}

fn of(word: &str, lang: Lang) -> Vec<String> {
    let word = word.trim_matches(|c: char| !c.is_alphanumeric());
    if word.contains('@') || word.contains("://") || word.starts_with("www.") {
        return vec![word.to_lowercase()];
    }
    if word.bytes().any(|b| b.is_ascii_digit()) {
        let digits = word.split(|c: char| !c.is_ascii_digit()).filter(|d| !d.is_empty());
        return digits.map(str::to_owned).collect();
    }
    let counted = match lang {
        Lang::Nl => dutch(&word.to_lowercase()),
        Lang::En => english(&word.to_lowercase()),
    };
    let months = match lang {
        Lang::Nl => MONTHS_NL,
        // `May` is a month, `may` a verb.
        Lang::En => MONTHS_EN,
    };
    let month = months.iter().position(|m| *m == word).map(|n| format!("month {}", n + 1));
    counted.map(|n| n.to_string()).into_iter().chain(month).collect()
}

fn dutch(word: &str) -> Option<u32> {
    match word {
        "beide" | "allebei" => Some(2),
        word => number(word).filter(|n| *n > 1),
    }
}

fn english(word: &str) -> Option<u32> {
    if word == "both" {
        return Some(2);
    }
    let (tens, unit) = word.split_once('-').unwrap_or((word, ""));
    let small = |w: &str| UNITS_EN.iter().position(|u| *u == w).and_then(|n| u32::try_from(n + 2).ok());
    let large = TENS_EN.iter().position(|t| *t == tens).and_then(|n| u32::try_from((n + 3) * 10).ok());
    let large = large.or((tens == "twenty").then_some(20));
    match (large, unit) {
        (Some(large), "") => Some(large),
        (Some(large), "one") => Some(large + 1),
        (Some(large), unit) => small(unit).map(|n| large + n),
        (None, _) => small(word),
    }
}

#[cfg(test)]
#[path = "../../../tests/unit/rules/policy/figures.rs"]
mod tests;
