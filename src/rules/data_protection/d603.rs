//! D603: no tracked file, name or commit message holds a bank account number (IBAN).

use iban::Iban;

use super::alone::stands_alone;
use super::scan::holds;
use super::{Allowed, Source};
use crate::diagnostics::text;
use crate::patterns::patterns;
use crate::rules::{Message, Rule};
use crate::yaml::Span;

/// The rule, as its page has it.
pub static RULE: Rule = Rule::on_page(include_str!("../../../docs/rules/D603.md"));

/// What may hold one.
pub(super) const HINT: &str = r"(?-u)(?:^|[^0-9A-Za-z])[A-Za-z]{2}[0-9]{2}[ .\-]?[0-9A-Za-z]{4}";

patterns! {
    STARTS = r"(?i)\b[a-z]{2}[0-9]{2}[ .\-]?[0-9a-z]{4}";
}

/// Shortest and longest number there is.
const LENGTHS: std::ops::RangeInclusive<usize> = 15..=34;

/// Every number that is not allowed.
pub(super) fn find(text: &str, source: Source, allowed: &Allowed) -> Vec<Span> {
    STARTS.find_iter(text).filter_map(|start| from(text, start.start(), source, allowed)).collect()
}

/// The longest number that begins here, is whole and has the right check digits.
fn from(text: &str, start: usize, source: Source, allowed: &Allowed) -> Option<Span> {
    let mut number = String::new();
    let mut found = None;
    let mut parted = false;
    for (at, c) in text.get(start..)?.char_indices() {
        if !c.is_ascii_alphanumeric() {
            // One blank between groups; two end the number.
            if parted || !" .-".contains(c) {
                break;
            }
            parted = true;
            continue;
        }
        parted = false;
        number.push(c.to_ascii_uppercase());
        if number.len() > *LENGTHS.end() {
            break;
        }
        let span = Span { start, end: start + at + 1 };
        let whole = LENGTHS.contains(&number.len()) && stands_alone(text, span, source);
        if whole && number.parse::<Iban>().is_ok() {
            found = (!allowed.iban(&number)).then_some(span);
        }
    }
    found
}

/// The words for a finding in such a text.
pub(super) fn say(source: Source) -> Message {
    holds(RULE.code, &text!("een rekeningnummer", "a bank account number"), source)
}
