//! # D604: citizen-service-number
//!
//! ## What it checks
//!
//! Nine digits together that pass the eleven-test, as every citizen service number (BSN) does. Written in groups it
//! counts behind the word BSN. Amounts and parts of longer numbers do not count.
//!
//! ## Why
//!
//! Only bodies that a law names may use this number (article 46 UAVG). Git keeps every version for ever and every
//! clone holds all of them. What has once been pushed cannot be destroyed when the case's term of keeping ends.
//!
//! ## Example
//!
//! ```yaml
//! note: BSN 000000000
//! ```
//!
//! With a number that passes the test this line is refused.
//!
//! ## How to put it right
//!
//! Take it out; a complaint does not need it. One number in eleven passes the test by chance: when yours is another
//! number, record that: `accepted: [{code: D604, why: an invoice number, by: m3}]`.
//!
//! ---
//!
//! # D604: citizen-service-number
//!
//! ## Wat wordt nagekeken
//!
//! Negen cijfers achter elkaar die voldoen aan de elfproef, zoals elk burgerservicenummer (BSN). In groepjes
//! geschreven telt het mee achter het woord BSN. Bedragen en delen van langere nummers tellen niet mee.
//!
//! ## Waarom
//!
//! Alleen wie in een wet genoemd is, mag dit nummer gebruiken (artikel 46 UAVG). Git bewaart elke versie voor altijd
//! en elke kopie bevat ze allemaal. Wat eenmaal is ingestuurd, kan niet meer worden vernietigd als de bewaartermijn
//! van de klacht om is.
//!
//! ## Voorbeeld
//!
//! ```yaml
//! note: BSN 000000000
//! ```
//!
//! Met een nummer dat aan de proef voldoet wordt deze regel geweigerd.
//!
//! ## Zo zet u het recht
//!
//! Haal het weg; voor een klacht is het niet nodig. Een op de elf nummers voldoet bij toeval aan de proef. Is het een
//! ander nummer, leg dat dan vast: `accepted: [{code: D604, why: factuurnummer, by: m3}]`.

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
    code: "D604",
    name: "citizen-service-number",
    severity: Severity::Error,
    summary: (
        "In een bijgehouden bestand, een naam of een commitbericht staat geen burgerservicenummer.",
        "No tracked file, name or commit message holds a citizen service number.",
    ),
    source: include_str!("d604.rs"),
};

/// What may hold one.
pub(super) const HINT: &str = r"(?-u)(?:^|[^0-9])[0-9]{9}(?:[^0-9]|$)|[Bb][Ss][Nn]|[Bb]urgerservice|[Ss]ofi";

static PLAIN: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new(r"[0-9]+").ok());
static NAMED: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"(?i)(?:bsn|burgerservicenummer|sofi-?nummer)[^0-9\n]{0,20}([0-9](?:[ .\-]?[0-9]){7,8})").ok()
});
static AMOUNT_BEFORE: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(r"(?i)(?:[€$]|\b(?:eur|euro|bedrag|amount|bytes))[ :=\u{a0}]*$").ok());
static AMOUNT_AFTER: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(r"(?i)^(?:,-|[ \u{a0}]?(?:€|euro?\b|bytes))").ok());

/// Every number, alone or behind its name.
pub(super) fn find(text: &str, source: Source, _: &Allowed) -> Vec<Span> {
    let plain = PLAIN.iter().flat_map(|pattern| pattern.find_iter(text)).filter(|run| run.len() == 9);
    let plain = plain.map(|run| Span { start: run.start(), end: run.end() }).filter(|span| !is_amount(text, *span));
    let named = NAMED.iter().flat_map(|pattern| pattern.captures_iter(text)).filter_map(|found| found.get(1));
    let named = named.map(|number| Span { start: number.start(), end: number.end() });
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
    AMOUNT_BEFORE.as_ref().is_some_and(|pattern| pattern.is_match(before))
        || AMOUNT_AFTER.as_ref().is_some_and(|pattern| pattern.is_match(after))
}

/// The words for a finding in such a text.
pub(super) fn say(source: Source) -> Message {
    holds(RULE.code, "wat een burgerservicenummer kan zijn", "what may be a citizen service number", source)
}
