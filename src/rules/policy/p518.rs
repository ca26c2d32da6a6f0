//! # P518: article-unknown
//!
//! ## What it checks
//!
//! “artikel 4”, “artikel 4 lid 2”, “artikel 4, tweede lid” and “lid 2 van dit artikel” lead to a heading with that
//! number and to a numbered paragraph under it. References to laws are left alone.
//!
//! ## Why
//!
//! After an article is moved or removed, readers are sent to the wrong place.
//!
//! ## Example
//!
//! ```yaml
//! # in text.nl.md
//! ## Artikel 4. Termijnen
//! # 1. Wij beslissen binnen de termijn van artikel 3 lid 2.
//! ```
//!
//! ## How to put it right
//!
//! Correct the number in the text.
//!
//! ---
//!
//! # P518: article-unknown
//!
//! ## Wat wordt nagekeken
//!
//! “artikel 4”, “artikel 4 lid 2”, “artikel 4, tweede lid” en “lid 2 van dit artikel” leiden naar een kop met dat
//! nummer en een genummerd lid daaronder. Verwijzingen naar wetten blijven buiten beschouwing.
//!
//! ## Waarom
//!
//! Is een artikel verplaatst of vervallen, dan komt de lezer op de verkeerde plek.
//!
//! ## Voorbeeld
//!
//! ```yaml
//! # in text.nl.md
//! ## Artikel 4. Termijnen
//! # 1. Wij beslissen binnen de termijn van artikel 3 lid 2.
//! ```
//!
//! ## Zo zet u het recht
//!
//! Verbeter het nummer in de tekst.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use pulldown_cmark::{Event, Parser, Tag, TagEnd};
use regex::{Captures, Regex};

use super::super::Rule;
use super::numbers::number;
use super::{Remark, Subject, said};
use crate::diagnostics::Severity;
use crate::regulation::article_number;
use crate::yaml::Span;

/// The rule.
pub static RULE: Rule = Rule {
    code: "P518",
    name: "article-unknown",
    severity: Severity::Error,
    summary: (
        "Elk artikel en elk lid waarnaar de tekst verwijst, bestaat.",
        "Every article and paragraph that the text refers to exists.",
    ),
    source: include_str!("p518.rs"),
};

const ORDINALS: [&str; 10] =
    ["eerste", "tweede", "derde", "vierde", "vijfde", "zesde", "zevende", "achtste", "negende", "tiende"];

static REFERENCE: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let ordinals = ORDINALS.join("|");
    Regex::new(&format!(
        r"(?i)\b(?:artikel|art\.) (\d+)(:\d+)?(?:,? (?:lid (\d+|[a-z]+)\b|({ordinals}) lid))?|\blid (\d+)( van dit artikel)?"
    ))
    .ok()
});
static MANY: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(r"(?i)\bartikelen ((?:\d+(?:, | en | of | tot en met | t/m )?)+)").ok());
/// Words after a reference that make it one to something else than this text.
static ELSEWHERE: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let laws = r"AVG|UAVG|Awb|BW|EVRM|GDPR|[Ww]et\b|[Ww]etboek|[Vv]erordening|[Vv]oorwaarden|[Rr]eglement|[Cc]ode\b|[Ss]tatuten";
    Regex::new(&format!(r"^[^.;:?!]{{0,60}}?(?:\b(?:{laws})|\w+wet\b)")).ok()
});
/// The number of numbered paragraphs of each article.
type Articles = BTreeMap<u32, usize>;

/// References that lead nowhere.
#[must_use]
pub fn judge(subject: &Subject<'_>) -> Vec<Remark> {
    let articles = articles(subject.text_source);
    let mut found = Vec::new();
    for sentence in &subject.version.text.sentences {
        let here = article_number(&sentence.heading);
        let captures = REFERENCE.iter().flat_map(|p| p.captures_iter(&sentence.text));
        let lost = captures.filter_map(|c| lost(&articles, here, &sentence.text, &c));
        let many = MANY.iter().flat_map(|p| p.captures_iter(&sentence.text));
        let lost_of_many = many.flat_map(|c| several(&articles, &sentence.text, &c));
        found.extend(lost.chain(lost_of_many).map(|place| remark(sentence.span, &place)));
    }
    found
}

fn remark(span: Span, place: &str) -> Remark {
    Remark::in_text(
        span,
        said(
            (format!("de tekst verwijst naar {place}, maar dat bestaat niet"), {
                format!("the text refers to {place}, which does not exist")
            }),
            ("verbeter het nummer in de tekst", "correct the number in the text"),
        ),
    )
}

fn elsewhere(sentence: &str, end: usize) -> bool {
    let rest = sentence.get(end..).unwrap_or_default();
    // What follows the next reference belongs to that one.
    let own = rest.find("artikel").and_then(|next| rest.get(..next)).unwrap_or(rest);
    ELSEWHERE.as_ref().is_some_and(|p| p.is_match(own))
}

fn lost(articles: &Articles, here: Option<u32>, sentence: &str, found: &Captures<'_>) -> Option<String> {
    let whole = found.get(0)?;
    if found.get(2).is_some() || elsewhere(sentence, whole.end()) {
        return None;
    }
    let digit = |group: usize| found.get(group).and_then(|m| number(&m.as_str().to_lowercase()));
    let ordinal = found.get(4).and_then(|m| ORDINALS.iter().position(|o| o.eq_ignore_ascii_case(m.as_str())));
    let ordinal = ordinal.and_then(|n| u32::try_from(n + 1).ok());
    if let Some(article) = digit(1) {
        let Some(paragraphs) = articles.get(&article) else { return Some(format!("artikel {article}")) };
        let paragraph = digit(3).or(ordinal)?;
        return beyond(paragraph, *paragraphs).then(|| format!("artikel {article} lid {paragraph}"));
    }
    let paragraph = digit(5)?;
    let paragraphs = articles.get(&here?)?;
    beyond(paragraph, *paragraphs).then(|| format!("lid {paragraph}"))
}

fn beyond(paragraph: u32, paragraphs: usize) -> bool {
    paragraph == 0 || usize::try_from(paragraph).is_ok_and(|p| p > paragraphs)
}

fn several(articles: &Articles, sentence: &str, found: &Captures<'_>) -> Vec<String> {
    let (Some(whole), Some(list)) = (found.get(0), found.get(1)) else { return Vec::new() };
    if elsewhere(sentence, whole.end()) {
        return Vec::new();
    }
    let numbers = list.as_str().split(|c: char| !c.is_ascii_digit()).filter_map(|n| n.parse::<u32>().ok());
    numbers.filter(|n| !articles.contains_key(n)).map(|n| format!("artikel {n}")).collect()
}

/// Headings with a number, and how many items the first numbered lists under them have.
fn articles(source: &str) -> Articles {
    let mut found = Articles::new();
    let (mut heading, mut article, mut depth, mut in_heading) = (String::new(), None, 0usize, false);
    let mut ordered = false;
    for event in Parser::new(source) {
        match event {
            Event::Start(Tag::Heading { .. }) => {
                in_heading = true;
                heading.clear();
            }
            Event::Text(text) if in_heading => heading.push_str(&text),
            Event::End(TagEnd::Heading(_)) => {
                in_heading = false;
                article = article_number(&heading).or(article);
                if let Some(number) = article_number(&heading) {
                    found.entry(number).or_insert(0);
                }
            }
            Event::Start(Tag::List(start)) => {
                depth += 1;
                ordered = if depth == 1 { start.is_some() } else { ordered };
            }
            Event::End(TagEnd::List(_)) => depth = depth.saturating_sub(1),
            Event::Start(Tag::Item) if depth == 1 && ordered => {
                if let Some(count) = article.and_then(|a| found.get_mut(&a)) {
                    *count += 1;
                }
            }
            _ => {}
        }
    }
    found
}
