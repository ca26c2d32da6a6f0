//! Numbers that the text itself says twice and differently.

use super::numbers::{Named, durations, number, told, words};
use super::statements::quotes;
use super::{Remark, Subject};
use crate::diagnostics::{Severity, text};
use crate::rules::Message;

/// Words that point back at a duration named elsewhere.
const BACK: &[&str] = &["diezelfde", "dezelfde"];

/// `5 (zes) dagen`, and `diezelfde twee weken` without two weeks anywhere else.
#[must_use]
pub fn against_itself(subject: &Subject<'_>) -> Vec<Remark> {
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
                Message::new(
                    text!("“{outside} ({inside})” spreekt zichzelf tegen", "“{outside} ({inside})” contradicts itself"),
                    text!(
                        "schrijf twee keer hetzelfde getal, of laat er een weg",
                        "write the same number twice, or leave one out"
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
                let name = told(&named);
                found.push(Remark::in_text(
                    sentence.span,
                    Message::new(
                        text!(
                            "“diezelfde {name}”: die duur staat nergens anders in de tekst",
                            "“those same {name}”: that duration is nowhere else in the text",
                            name
                        ),
                        text!(
                            "noem dezelfde duur als in de zin waarop dit slaat",
                            "name the same duration as the sentence this refers to"
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
#[must_use]
pub fn people(subject: &Subject<'_>) -> Vec<Remark> {
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
                let message = text!(
                    "hier staat “{count} {noun}”, elders {limit} {noun}",
                    "“{count} {noun}” here, {limit} {noun} elsewhere"
                );
                let remedy = text!("noem overal hetzelfde getal", "name the same number everywhere");
                let words = Message::new(message, remedy).weighing(Severity::Warning);
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
