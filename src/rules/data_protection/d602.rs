//! # D602: telephone-number
//!
//! ## What it checks
//!
//! A Dutch telephone number: mobile, of a town, or written with +31. Numbers that the regulation publishes do not
//! count, nor do 0800 and 0900. Dates, ids and amounts are left alone.
//!
//! ## Why
//!
//! Git keeps every version for ever and every clone holds all of them. What has once been pushed cannot be destroyed
//! when the case's term of keeping ends.
//!
//! ## Example
//!
//! ```yaml
//! note: called back on 06-12 34 … …
//! ```
//!
//! ## How to put it right
//!
//! Name the person by key (`p1`, `m3`) and keep the value in the sealed part. When it is not personal data, say so
//! where it stands: in a case `accepted: [{code: D602, why: …, by: m3}]`, for any other file the same with `path:` in
//! `klacht.yaml`.
//!
//! ---
//!
//! # D602: telephone-number
//!
//! ## Wat wordt nagekeken
//!
//! Een Nederlands telefoonnummer: mobiel, vast of met +31 geschreven. Nummers die in de regeling staan tellen niet
//! mee, 0800 en 0900 ook niet. Datums, kenmerken en bedragen blijven buiten beschouwing.
//!
//! ## Waarom
//!
//! Git bewaart elke versie voor altijd en elke kopie bevat ze allemaal. Wat eenmaal is ingestuurd, kan niet meer
//! worden vernietigd als de bewaartermijn van de klacht om is.
//!
//! ## Voorbeeld
//!
//! ```yaml
//! note: teruggebeld op 06-12 34 … …
//! ```
//!
//! ## Zo zet u het recht
//!
//! Noem de persoon met een sleutel (`p1`, `m3`) en bewaar het gegeven in het verzegelde deel. Is het geen
//! persoonsgegeven, leg dat dan vast: in een klacht met `accepted: [{code: D602, why: …, by: m3}]`, voor een ander
//! bestand hetzelfde met `path:` in `klacht.yaml`.

use std::sync::LazyLock;

use regex::Regex;

use super::allowed::national;
use super::alone::stands_alone;
use super::scan::holds;
use super::{Allowed, Source};
use crate::diagnostics::Severity;
use crate::rules::{Message, Rule};
use crate::yaml::Span;

/// The rule.
pub static RULE: Rule = Rule {
    code: "D602",
    name: "telephone-number",
    severity: Severity::Error,
    summary: (
        "In een bijgehouden bestand, een naam of een commitbericht staat geen telefoonnummer.",
        "No tracked file, name or commit message holds a telephone number.",
    ),
    source: include_str!("d602.rs"),
};

/// What may hold one.
pub(super) const HINT: &str = r"(?-u)(?:^|[^0-9A-Za-z])(?:\(?0[1-9]|(?:\+|00)31)(?:[^0-9A-Za-z\n]{0,4}[0-9]){7}";

/// The groups in which people write numbers. Any other grouping is a date, a time or a list of figures.
static NUMBERS: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let pattern = r"(?x)
        (?:\+|\b00)31 s?(?:\(0\))? s?[1-9](?:s?[0-9]){8}
      | 0[1-9][0-9]{8}
      | \(?06\)? s{1,3} (?:[0-9]{8} | [0-9]{4}s[0-9]{4} | (?:[0-9]{2}s){3}[0-9]{2} | [0-9]{3}s[0-9]{3}s[0-9]{2}
            | [0-9]{3}s[0-9]{2}s[0-9]{3} | [0-9]{2}s[0-9]{3}s[0-9]{3} | [0-9]{2}s[0-9]{6})
      | \(?0[1-9][0-9]\)? s{1,3} (?:[0-9]{7} | [0-9]{3}s[0-9]{4} | [0-9]{3}s[0-9]{2}s[0-9]{2} | [0-9]{4}s[0-9]{3}
            | [0-9]{2}s[0-9]{3}s[0-9]{2} | [0-9]{2}s[0-9]{2}s[0-9]{3})
      | \(?0[1-9][0-9]{2}\)? s{1,3} (?:[0-9]{6} | [0-9]{3}s[0-9]{3} | [0-9]{2}s[0-9]{2}s[0-9]{2} | [0-9]{2}s[0-9]{4})";
    // Between groups: blank, no-break blank, hyphens, dash, dot.
    Regex::new(&pattern.replace('s', r"[\ \u{a0}.\-\u{2011}\u{2013}]")).ok()
});

/// Numbers of services, not of persons.
const SERVICES: [&str; 4] = ["0800", "0900", "0906", "0909"];

/// Every number that is not allowed.
pub(super) fn find(text: &str, source: Source, allowed: &Allowed) -> Vec<Span> {
    let Some(numbers) = NUMBERS.as_ref() else { return Vec::new() };
    let found = numbers.find_iter(text).filter(|number| {
        let span = Span { start: number.start(), end: number.end() };
        let service = SERVICES.iter().any(|prefix| national(number.as_str()).starts_with(prefix));
        stands_alone(text, span, source) && !service && !allowed.phone(number.as_str())
    });
    found.map(|number| Span { start: number.start(), end: number.end() }).collect()
}

/// The words for a finding in such a text.
pub(super) fn say(source: Source) -> Message {
    holds(RULE.code, "een telefoonnummer", "a telephone number", source)
}
