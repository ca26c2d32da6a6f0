//! D605: no tracked file, name or commit message holds a postcode with a house number.

use super::alone::stands_alone;
use super::scan::holds;
use super::{Allowed, Source};
use crate::diagnostics::text;
use crate::patterns::patterns;
use crate::rules::{Message, Rule};
use crate::yaml::Span;

/// The rule, as its page has it.
pub static RULE: Rule = Rule::on_page(include_str!("../../../docs/rules/D605.md"));

/// What may hold one.
pub(super) const HINT: &str = r"(?-u)[1-9][0-9]{3}(?: |\xc2\xa0)?[A-Z]{2}(?:[^A-Za-z0-9]|$)";

patterns! {
    POSTCODE = r"[1-9][0-9]{3}[ \u{a0}]?(?:[A-RT-Z][A-Z]|S[BCE-RT-Z])";
    NUMBER_AFTER = {
        let number = r"(?i)^[ ,\u{a0}]{0,2}(?:(?:nr|no|nummer|huisnummer|huisnr)\.?[ :]*)?[0-9]{1,5}";
        format!(r"{number}(?:[ -]?[a-z]|-[0-9]{{1,3}})?(?:$|[^a-z0-9%€.:/-]|[.:](?:$|[^0-9]))")
    };
    NAME_AFTER = r"^[ _-][0-9]{1,5}(?:$|[^0-9-]|-[^0-9])";
    STREET_BEFORE = r"\p{Lu}[\p{L}.'’-]{2,}[ \u{a0}]+[0-9]{1,4}(?:[ -]?[A-Za-z]|-[0-9]{1,3})?(?:[ \t]*[,;/]?[ \t]*\r?\n?[ \t]*)$";
    SAID_BEFORE = r"(?i)huis(?:nummer|nr)[.:= ]{1,3}[0-9]{1,5}[^0-9]{0,40}$";
    SAID_AFTER = r"(?i)^[^0-9]{0,40}huis(?:nummer|nr)[.:= ]{1,3}[0-9]";
}

/// How far before a postcode its street can stand, in bytes.
const REACH: usize = 80;

/// Every postcode that a house number stands near.
pub(super) fn find(text: &str, source: Source, allowed: &Allowed) -> Vec<Span> {
    let found = POSTCODE.find_iter(text).filter(|postcode| {
        let span = Span { start: postcode.start(), end: postcode.end() };
        is_whole(text, span, source) && !allowed.postcode(postcode.as_str()) && has_number(text, span, source)
    });
    found.map(|postcode| Span { start: postcode.start(), end: postcode.end() }).collect()
}

/// A hyphen may follow (a number comes next); everything else is as for other numbers.
fn is_whole(text: &str, span: Span, source: Source) -> bool {
    let next = text.get(span.end..).and_then(|rest| rest.chars().next());
    let before = Span { start: span.start, end: text.len() };
    stands_alone(text, before, source) && !next.is_some_and(char::is_alphanumeric)
}

fn has_number(text: &str, span: Span, source: Source) -> bool {
    let before = text.get(text.floor_char_boundary(span.start.saturating_sub(REACH))..span.start).unwrap_or_default();
    let after = text.get(span.end..text.floor_char_boundary(span.end + REACH)).unwrap_or_default();
    NUMBER_AFTER.is_match(after)
        || (source.is_name() && NAME_AFTER.is_match(after))
        || STREET_BEFORE.is_match(before)
        || SAID_BEFORE.is_match(before)
        || SAID_AFTER.is_match(after)
}

/// The words for a finding in such a text.
pub(super) fn say(source: Source) -> Message {
    holds(RULE.code, &text!("een postcode met huisnummer", "a postcode with a house number"), source)
}
