//! P518: every article and paragraph that the text refers to exists.

use std::collections::BTreeMap;

use pulldown_cmark::{Event, Parser, Tag, TagEnd};
use regex::Captures;

use super::numbers::number;
use super::{Remark, Subject};
use crate::diagnostics::text;
use crate::patterns::patterns;
use crate::regulation::article_number;
use crate::rules::{Message, Rule};
use crate::yaml::Span;

/// The rule, as its page has it.
pub static RULE: Rule = Rule::on_page(include_str!("../../../docs/rules/P518.md"));

const ORDINALS: [&str; 10] =
    ["eerste", "tweede", "derde", "vierde", "vijfde", "zesde", "zevende", "achtste", "negende", "tiende"];

patterns! {
    REFERENCE = {
        let ordinals = ORDINALS.join("|");
        format!(
            r"(?i)\b(?:artikel|art\.) (\d+)(:\d+)?(?:,? (?:lid (\d+|[a-z]+)\b|({ordinals}) lid))?|\blid (\d+)( van dit artikel)?"
        )
    };
    MANY = r"(?i)\bartikelen ((?:\d+(?:, | en | of | tot en met | t/m )?)+)";
    /// Words after a reference that make it one to something else than this text.
    ELSEWHERE = {
        let laws = r"AVG|UAVG|Awb|BW|EVRM|GDPR|[Ww]et\b|[Ww]etboek|[Vv]erordening|[Vv]oorwaarden|[Rr]eglement|[Cc]ode\b|[Ss]tatuten";
        format!(r"^[^.;:?!]{{0,60}}?(?:\b(?:{laws})|\w+wet\b)")
    };
}

/// The number of numbered paragraphs of each article.
type Articles = BTreeMap<u32, usize>;

/// References that lead nowhere.
#[must_use]
pub fn judge(subject: &Subject<'_>) -> Vec<Remark> {
    let articles = articles(subject.text_source);
    let mut found = Vec::new();
    for sentence in &subject.version.text.sentences {
        let here = article_number(&sentence.heading);
        let captures = REFERENCE.captures_iter(&sentence.text);
        let lost = captures.filter_map(|c| lost(&articles, here, &sentence.text, &c));
        let many = MANY.captures_iter(&sentence.text);
        let lost_of_many = many.flat_map(|c| several(&articles, &sentence.text, &c));
        found.extend(lost.chain(lost_of_many).map(|place| remark(sentence.span, &place)));
    }
    found
}

fn remark(span: Span, place: &str) -> Remark {
    Remark::in_text(
        span,
        Message::new(
            text!(
                "de tekst verwijst naar {place}, maar dat bestaat niet",
                "the text refers to {place}, which does not exist"
            ),
            text!("verbeter het nummer in de tekst", "correct the number in the text"),
        ),
    )
}

fn elsewhere(sentence: &str, end: usize) -> bool {
    let rest = sentence.get(end..).unwrap_or_default();
    // What follows the next reference belongs to that one.
    let own = rest.find("artikel").and_then(|next| rest.get(..next)).unwrap_or(rest);
    ELSEWHERE.is_match(own)
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
