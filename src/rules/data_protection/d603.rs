//! # D603: bank-account
//!
//! ## What it checks
//!
//! An international account number of any country, written with or without blanks. Only numbers whose check digits
//! are right count.
//!
//! ## Why
//!
//! Git keeps every version for ever and every clone holds all of them. What has once been pushed cannot be destroyed
//! when the case's term of keeping ends.
//!
//! ## Example
//!
//! ```yaml
//! note: refunded to NL00 BANK 0000 0000 00
//! ```
//!
//! With right check digits this line is refused.
//!
//! ## How to put it right
//!
//! Name the person by key (`p1`, `m3`) and keep the value in the sealed part. When it is not personal data, say so
//! where it stands: in a case `accepted: [{code: D603, why: …, by: m3}]`, for any other file the same with `path:` in
//! `klacht.yaml`.
//!
//! ---
//!
//! # D603: bank-account
//!
//! ## Wat wordt nagekeken
//!
//! Een internationaal rekeningnummer van welk land ook, met of zonder spaties. Alleen nummers waarvan het
//! controlegetal klopt tellen mee.
//!
//! ## Waarom
//!
//! Git bewaart elke versie voor altijd en elke kopie bevat ze allemaal. Wat eenmaal is ingestuurd, kan niet meer
//! worden vernietigd als de bewaartermijn van de klacht om is.
//!
//! ## Voorbeeld
//!
//! ```yaml
//! note: teruggestort op NL00 BANK 0000 0000 00
//! ```
//!
//! Met een kloppend controlegetal wordt deze regel geweigerd.
//!
//! ## Zo zet u het recht
//!
//! Noem de persoon met een sleutel (`p1`, `m3`) en bewaar het gegeven in het verzegelde deel. Is het geen
//! persoonsgegeven, leg dat dan vast: in een klacht met `accepted: [{code: D603, why: …, by: m3}]`, voor een ander
//! bestand hetzelfde met `path:` in `klacht.yaml`.

use std::sync::LazyLock;

use iban::Iban;
use regex::Regex;

use super::alone::stands_alone;
use super::scan::holds;
use super::{Allowed, Source};
use crate::diagnostics::Severity;
use crate::rules::{Message, Rule};
use crate::yaml::Span;

/// The rule.
pub static RULE: Rule = Rule {
    code: "D603",
    name: "bank-account",
    severity: Severity::Error,
    summary: (
        "In een bijgehouden bestand, een naam of een commitbericht staat geen rekeningnummer (IBAN).",
        "No tracked file, name or commit message holds a bank account number (IBAN).",
    ),
    source: include_str!("d603.rs"),
};

/// What may hold one.
pub(super) const HINT: &str = r"(?-u)(?:^|[^0-9A-Za-z])[A-Za-z]{2}[0-9]{2}[ .\-]?[0-9A-Za-z]{4}";

static STARTS: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new(r"(?i)\b[a-z]{2}[0-9]{2}[ .\-]?[0-9a-z]{4}").ok());

/// Shortest and longest number there is.
const LENGTHS: std::ops::RangeInclusive<usize> = 15..=34;

/// Every number that is not allowed.
pub(super) fn find(text: &str, source: Source, allowed: &Allowed) -> Vec<Span> {
    let Some(starts) = STARTS.as_ref() else { return Vec::new() };
    starts.find_iter(text).filter_map(|start| from(text, start.start(), source, allowed)).collect()
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
    holds(RULE.code, "een rekeningnummer", "a bank account number", source)
}
