//! References within a regulation: `artikel 5 lid 3`, `lid 4`, `Article 5 paragraph 3`, `Article 5(3)`, by the places that they name.

use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::LazyLock;

use regex::{Captures, Regex};

use super::escape;
use crate::diagnostics::Lang;
use crate::patterns::pattern;

/// The numbers of paragraphs that are written as words.
const ORDINALS: [(&str, &str); 10] = [
    ("eerste", "first"),
    ("tweede", "second"),
    ("derde", "third"),
    ("vierde", "fourth"),
    ("vijfde", "fifth"),
    ("zesde", "sixth"),
    ("zevende", "seventh"),
    ("achtste", "eighth"),
    ("negende", "ninth"),
    ("tiende", "tenth"),
];

/// How a language refers, and how it says that another law is meant.
struct Patterns {
    own: Regex,
    /// What stands right behind a reference to another law: an abbreviation, the name of a law.
    foreign: Regex,
    /// What stands right before one.
    foreign_before: Regex,
}

static DUTCH: LazyLock<Patterns> = LazyLock::new(|| {
    patterns(
        r"(?x) \b[Aa]rtikel \s+ (?<article>\d{1,4}) \b (?: ,?\s+ lid \s+ (?<number>\d{1,3}) \b | ,?\s+ (?:het\s+)?
            (?<word>eerste|tweede|derde|vierde|vijfde|zesde|zevende|achtste|negende|tiende) \s+ lid \b )?
        | \b[Ll]id \s+ (?<alone>\d{1,3}) \b",
        r"^(?:,?\s+(?:(?:eerste|tweede|derde|vierde|vijfde|zesde|zevende|achtste|negende|tiende)\s+lid|lid\s+\d+))?(?:,?\s+(?:onder|onderdeel|sub|aanhef\s+en\s+onder)\s+\w+)*,?\s+(?:(?:van|uit|in)\s+)?(?:(?:de|het|die)\s+)?(?:\w*[A-Z]\w*|\w*wet\b|\w*verordening\b|\w*wetboek\b|\w*besluit\b)",
    )
});

static ENGLISH: LazyLock<Patterns> = LazyLock::new(|| {
    patterns(
        r"(?x) \b[Aa]rticle \s+ (?<article>\d{1,4}) \b (?: \( (?<brackets>\d{1,3}) \) | ,?\s+ paragraph \s+ (?<number>\d{1,3}) \b
            | ,?\s+ (?:the\s+)? (?<word>first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth) \s+ paragraph \b )?
        | \b[Pp]aragraph \s+ (?<alone>\d{1,3}) \b",
        r"^(?:,?\s+(?:(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)\s+paragraph|paragraph\s+\d+))?(?:,?\s+(?:point|under|opening\s+words\s+and\s+point)\s+\w+)*,?\s+(?:of\s+)?(?:(?:the|that)\s+)?(?:[A-Z]{2,}|(?:\w+\s+){0,4}(?:Act|Code|Regulation|Decree)\b|[Aa]ct\b|[Ll]aw\b)",
    )
});

fn patterns(own: &str, foreign: &str) -> Patterns {
    let foreign_before = r"(?:\b[A-Z]{2,}|\b\w*(?i:wet|wetboek|verordening|GDPR|Act|Code)),?\s+$";
    Patterns { own: pattern(own), foreign: pattern(foreign), foreign_before: pattern(foreign_before) }
}

/// Words as HTML in which each reference leads to its place, where that is one of `places`.
pub fn linked(words: &str, lang: Lang, article: Option<&str>, places: &BTreeSet<&str>) -> String {
    let mut out = String::new();
    let mut from = 0;
    for (at, place) in references(words, lang, article).into_iter().filter(|(_, place)| places.contains(place.as_str()))
    {
        let (before, reference) = (words.get(from..at.start), words.get(at.clone()));
        out.push_str(&escape(before.unwrap_or_default()));
        let link = ["<a href=\"#", &escape(&place), "\">", &escape(reference.unwrap_or_default()), "</a>"];
        out.push_str(&link.concat());
        from = at.end;
    }
    out + &escape(words.get(from..).unwrap_or_default())
}

/// The references in words of a text in a language, each with the name of the place that it names. `article` is the name of the
/// article that the words stand in. A reference to another law is none.
fn references(words: &str, lang: Lang, article: Option<&str>) -> Vec<(Range<usize>, String)> {
    let patterns: &Patterns = match lang {
        Lang::Nl => &DUTCH,
        Lang::En => &ENGLISH,
    };
    let found = patterns.own.captures_iter(words).filter_map(|found| {
        let whole = found.get(0)?.range();
        let elsewhere = patterns.foreign.is_match(words.get(whole.end..)?)
            || patterns.foreign_before.is_match(words.get(..whole.start)?);
        if elsewhere { None } else { Some((whole, place(&found, article)?)) }
    });
    found.collect()
}

/// The name of the place that was found: `artikel-5-lid-3`.
fn place(found: &Captures<'_>, article: Option<&str>) -> Option<String> {
    let plain = |number: &str| number.trim_start_matches('0').to_owned();
    if let Some(alone) = found.name("alone") {
        return Some(format!("{}-lid-{}", article?, plain(alone.as_str())));
    }
    let article = plain(found.name("article")?.as_str());
    let figure = found.name("number").or_else(|| found.name("brackets")).map(|m| plain(m.as_str()));
    let paragraph = figure.or_else(|| found.name("word").and_then(|m| ordinal(m.as_str())));
    Some(match paragraph {
        Some(paragraph) => format!("artikel-{article}-lid-{paragraph}"),
        None => format!("artikel-{article}"),
    })
}

fn ordinal(word: &str) -> Option<String> {
    let at = ORDINALS.iter().position(|(dutch, english)| *dutch == word || *english == word)?;
    Some((at + 1).to_string())
}

#[cfg(test)]
#[path = "../../../tests/unit/site/markdown/references.rs"]
mod tests;
