//! # D605: home-address
//!
//! ## What it checks
//!
//! A Dutch postcode with a house number behind it, or a street and number before it: together they point to one home.
//! A postcode alone does not count, nor does the organisation's own.
//!
//! ## Why
//!
//! Git keeps every version for ever and every clone holds all of them. What has once been pushed cannot be destroyed
//! when the case's term of keeping ends.
//!
//! ## Example
//!
//! ```yaml
//! note: visited at 1000 AA …
//! ```
//!
//! ## How to put it right
//!
//! Name the person by key (`p1`, `m3`) and keep the value in the sealed part. When it is not personal data, say so
//! where it stands: in a case `accepted: [{code: D605, why: …, by: m3}]`, for any other file the same with `path:` in
//! `klacht.yaml`.
//!
//! ---
//!
//! # D605: home-address
//!
//! ## Wat wordt nagekeken
//!
//! Een postcode met een huisnummer erachter, of met straat en nummer ervoor: samen wijzen ze één woning aan. Een
//! losse postcode telt niet mee, die van de organisatie zelf ook niet.
//!
//! ## Waarom
//!
//! Git bewaart elke versie voor altijd en elke kopie bevat ze allemaal. Wat eenmaal is ingestuurd, kan niet meer
//! worden vernietigd als de bewaartermijn van de klacht om is.
//!
//! ## Voorbeeld
//!
//! ```yaml
//! note: bezocht op 1000 AA …
//! ```
//!
//! ## Zo zet u het recht
//!
//! Noem de persoon met een sleutel (`p1`, `m3`) en bewaar het gegeven in het verzegelde deel. Is het geen
//! persoonsgegeven, leg dat dan vast: in een klacht met `accepted: [{code: D605, why: …, by: m3}]`, voor een ander
//! bestand hetzelfde met `path:` in `klacht.yaml`.

use std::sync::LazyLock;

use regex::Regex;

use super::alone::stands_alone;
use super::scan::holds;
use super::{Allowed, Source};
use crate::diagnostics::Severity;
use crate::rules::{Message, Rule};
use crate::yaml::Span;

/// The rule.
pub static RULE: Rule = Rule {
    code: "D605",
    name: "home-address",
    severity: Severity::Error,
    summary: (
        "In een bijgehouden bestand, een naam of een commitbericht staat geen postcode met huisnummer.",
        "No tracked file, name or commit message holds a postcode with a house number.",
    ),
    source: include_str!("d605.rs"),
};

/// What may hold one.
pub(super) const HINT: &str = r"(?-u)[1-9][0-9]{3}(?: |\xc2\xa0)?[A-Z]{2}(?:[^A-Za-z0-9]|$)";

static POSTCODE: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(r"[1-9][0-9]{3}[ \u{a0}]?(?:[A-RT-Z][A-Z]|S[BCE-RT-Z])").ok());
static NUMBER_AFTER: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let number = r"(?i)^[ ,\u{a0}]{0,2}(?:(?:nr|no|nummer|huisnummer|huisnr)\.?[ :]*)?[0-9]{1,5}";
    Regex::new(&format!(r"{number}(?:[ -]?[a-z]|-[0-9]{{1,3}})?(?:$|[^a-z0-9%€.:/-]|[.:](?:$|[^0-9]))")).ok()
});
static NAME_AFTER: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(r"^[ _-][0-9]{1,5}(?:$|[^0-9-]|-[^0-9])").ok());
static STREET_BEFORE: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(
        r"\p{Lu}[\p{L}.'’-]{2,}[ \u{a0}]+[0-9]{1,4}(?:[ -]?[A-Za-z]|-[0-9]{1,3})?(?:[ \t]*[,;/]?[ \t]*\r?\n?[ \t]*)$",
    )
    .ok()
});
static SAID_BEFORE: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(r"(?i)huis(?:nummer|nr)[.:= ]{1,3}[0-9]{1,5}[^0-9]{0,40}$").ok());
static SAID_AFTER: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(r"(?i)^[^0-9]{0,40}huis(?:nummer|nr)[.:= ]{1,3}[0-9]").ok());

/// How far before a postcode its street can stand, in bytes.
const REACH: usize = 80;

/// Every postcode that a house number stands near.
pub(super) fn find(text: &str, source: Source, allowed: &Allowed) -> Vec<Span> {
    let found = POSTCODE.iter().flat_map(|pattern| pattern.find_iter(text)).filter(|postcode| {
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
    let fits = |pattern: &LazyLock<Option<Regex>>, part: &str| pattern.as_ref().is_some_and(|p| p.is_match(part));
    fits(&NUMBER_AFTER, after)
        || (source.is_name() && fits(&NAME_AFTER, after))
        || fits(&STREET_BEFORE, before)
        || fits(&SAID_BEFORE, before)
        || fits(&SAID_AFTER, after)
}

/// The words for a finding in such a text.
pub(super) fn say(source: Source) -> Message {
    holds(RULE.code, "een postcode met huisnummer", "a postcode with a house number", source)
}
