//! P517: the text holds no placeholders and no left-overs of a web page.

use crate::diagnostics::text;
use crate::patterns::patterns;

use regex::Regex;

use super::{Remark, Subject};
use crate::rules::{Message, Rule};
use crate::yaml::Span;

/// The rule, as its page has it.
pub static RULE: Rule = Rule::on_page(include_str!("../../../docs/rules/P517.md"));

/// Marks of something unfinished, and furniture of web pages.
const MARKS: &str = r"(?i)\b(?:nog )?in te vullen\b|\bnader te bepalen\b|\blorem ipsum\b|\bleave a reply\b|\bgeef een reactie\b|\bread more\b|\blees verder\b|\bclick here\b|\bcontact image\b|\bprofile picture\b|\bskip to content\b|\b(?:todo|fixme|tbd|xxx)\b|\?\?\?|\[(?:naam|adres|datum|organisatie|bedrijf|e-mail|telefoon|functie)[^\]]*\]|\{\{|_{4,}";

patterns! {
    PATTERN = MARKS;
}

/// Placeholders and forbidden texts.
#[must_use]
pub fn judge(subject: &Subject<'_>) -> Vec<Remark> {
    let text = subject.text_source;
    let forbidden = subject.version.regulation.publication.iter().flat_map(|p| &p.forbidden);
    let mut spans: Vec<Span> = forbidden.flat_map(|words| everywhere(text, words)).collect();
    let marks = PATTERN.find_iter(text);
    spans.extend(marks.map(|m| Span { start: m.start(), end: m.end() }));
    spans.sort();
    spans.dedup_by(|b, a| b.start < a.end);
    spans.into_iter().filter_map(|span| remark(text, span)).collect()
}

fn everywhere(text: &str, words: &str) -> Vec<Span> {
    // Escaped words always make a pattern; an empty one would be found everywhere.
    let pattern = (!words.trim().is_empty()).then(|| Regex::new(&format!("(?i){}", regex::escape(words))).ok());
    let found = pattern.flatten();
    found.iter().flat_map(|p| p.find_iter(text)).map(|m| Span { start: m.start(), end: m.end() }).collect()
}

fn remark(text: &str, span: Span) -> Option<Remark> {
    let words = text.get(span.start..span.end)?;
    Some(Remark::in_text(
        span,
        Message::new(
            text!("“{words}” hoort niet in de tekst", "“{words}” does not belong in the text"),
            text!("vul het in, of haal het weg", "fill it in, or take it out"),
        ),
    ))
}
