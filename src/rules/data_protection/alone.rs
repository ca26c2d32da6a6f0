//! Whether a run of digits stands alone, or is a piece of something longer: a digest, a case id, a date, an amount.

use super::Source;
use crate::yaml::Span;

/// How many digits stand before and after the comma of an amount.
const MOST_BEFORE: usize = 3;
const MOST_AFTER: usize = 2;

/// Whether what stands at `span` is no piece of a longer word or number.
pub(super) fn stands_alone(text: &str, span: Span, source: Source) -> bool {
    let mut before = text.get(..span.start).unwrap_or_default().chars().rev();
    let mut after = text.get(span.end..).unwrap_or_default().chars();
    let (previous, further_back) = (before.next(), before.next());
    let (next, further) = (after.next(), after.next());
    // In a table a comma parts columns; in an amount a few digits stand on either side of it.
    let digits = |chars: &mut dyn Iterator<Item = char>| chars.take_while(char::is_ascii_digit).count();
    let (ahead, behind) = (text.get(..span.start).unwrap_or_default(), text.get(span.end..).unwrap_or_default());
    let column_before = previous == Some(',') && digits(&mut ahead.chars().rev().skip(1)) > MOST_BEFORE;
    let column_after = next == Some(',') && digits(&mut behind.chars().skip(1)) > MOST_AFTER;
    let (previous, next) = (previous.filter(|_| !column_before), next.filter(|_| !column_after));
    !joined(previous, source)
        && !joined(next, source)
        && !leads_on(previous, further_back, source)
        && !goes_on(next, further, source)
}

/// In a name the underscore parts words; in a text it joins them.
fn joined(neighbour: Option<char>, source: Source) -> bool {
    neighbour.is_some_and(|c| c.is_alphanumeric() || (c == '_' && !source.is_name()))
}

fn leads_on(mark: Option<char>, beyond: Option<char>, source: Source) -> bool {
    let digit = beyond.is_some_and(|c| c.is_ascii_digit());
    match mark {
        Some('-' | '.' | ',') if source.is_name() => digit,
        _ if source.is_name() => false,
        // An issue or ticket.
        Some('#') => true,
        Some('-' | '/') => beyond.is_some_and(char::is_alphanumeric),
        Some('.' | ',') => digit,
        _ => false,
    }
}

fn goes_on(mark: Option<char>, beyond: Option<char>, source: Source) -> bool {
    match mark {
        _ if source.is_name() => false,
        Some('-') => beyond.is_some_and(char::is_alphanumeric),
        Some('.' | ',' | '/') => beyond.is_some_and(|c| c.is_ascii_digit()),
        _ => false,
    }
}
