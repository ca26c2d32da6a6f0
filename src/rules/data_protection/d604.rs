//! D604: no tracked file, name or commit message holds a citizen service number.

use super::alone::stands_alone;
use super::scan::holds;
use super::{Allowed, Source};
use crate::diagnostics::text;
use crate::patterns::patterns;
use crate::rules::{Message, Rule};
use crate::yaml::Span;

/// The rule, as its page has it.
pub static RULE: Rule = Rule::on_page(include_str!("../../../docs/rules/D604.md"));

/// What may hold one.
pub(super) const HINT: &str = r"(?-u)(?:^|[^0-9])(?:[0-9]{9}|[0-9]{3}[ \-][0-9]{3}[ \-][0-9]{3}|[0-9]{4}[ .\-][0-9]{2}[ .\-][0-9]{3})(?:[^0-9]|$)|[Bb][Ss][Nn]|[Bb]urgerservice|[Ss]ofi";

patterns! {
    PLAIN = r"[0-9]+";
    /// As people write it. Three and three and three with dots between is an amount.
    GROUPED = r"(?:^|[^0-9])([0-9]{3}[ \-][0-9]{3}[ \-][0-9]{3}|[0-9]{4}[ .\-][0-9]{2}[ .\-][0-9]{3})\b";
    NAMED = r"(?i)(?:bsn|burgerservicenummer|sofi-?nummer)[^0-9\n]{0,20}([0-9](?:[ .\-]?[0-9]){7,8})";
    AMOUNT_BEFORE = r"(?i)(?:[€$]|\b(?:eur|euro|bedrag|amount|bytes))[ :=\u{a0}]*$";
    AMOUNT_AFTER = r"(?i)^(?:,-|[ \u{a0}]?(?:€|euro?\b|bytes))";
}

/// Every number, alone or behind its name.
pub(super) fn find(text: &str, source: Source, _: &Allowed) -> Vec<Span> {
    let plain = PLAIN.find_iter(text).filter(|run| run.len() == 9);
    let plain = plain.map(|run| Span { start: run.start(), end: run.end() }).filter(|span| !is_amount(text, *span));
    let named = NAMED.captures_iter(text).chain(GROUPED.captures_iter(text)).filter_map(|found| found.get(1));
    let named = named.map(|number| Span { start: number.start(), end: number.end() });
    let named = named.filter(|span| !is_amount(text, *span));
    let mut spans: Vec<Span> = plain.chain(named).filter(|span| is_number(text, *span, source)).collect();
    spans.sort_unstable();
    spans.dedup();
    spans
}

fn is_number(text: &str, span: Span, source: Source) -> bool {
    stands_alone(text, span, source) && text.get(span.start..span.end).is_some_and(passes_the_test)
}

/// The eleven-test: nine times the first digit, eight times the second and so on, less the last, is divisible by eleven.
fn passes_the_test(number: &str) -> bool {
    let digits: Vec<u32> = number.chars().filter_map(|c| c.to_digit(10)).collect();
    let Some((last, rest)) = digits.split_last() else { return false };
    // Old numbers have eight digits; the nought before them is understood.
    let weighted: u32 = rest.iter().rev().zip(2..).map(|(digit, weight)| digit * weight).sum();
    weighted > 0 && weighted % 11 == *last % 11
}

fn is_amount(text: &str, span: Span) -> bool {
    let start = text.floor_char_boundary(span.start.saturating_sub(24));
    let before = text.get(start..span.start).unwrap_or_default();
    let after = text.get(span.end..).unwrap_or_default();
    AMOUNT_BEFORE.is_match(before) || AMOUNT_AFTER.is_match(after)
}

/// The words for a finding in such a text.
pub(super) fn say(source: Source) -> Message {
    holds(RULE.code, &text!("wat een burgerservicenummer kan zijn", "what may be a citizen service number"), source)
}
