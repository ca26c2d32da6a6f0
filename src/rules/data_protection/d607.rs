//! # D607: name-like
//!
//! ## What it checks
//!
//! A word with a capital behind a form of address, such as “mevrouw”, “de heer”, “dhr.” or “drs.”, in the data or
//! notes of a case or in a commit message. Names of roles do not count.
//!
//! ## Why
//!
//! A name is the plainest personal data there is. Git keeps every version for ever and every clone holds all of them.
//! What has once been pushed cannot be destroyed when the case's term of keeping ends.
//!
//! ## Example
//!
//! ```yaml
//! note: dhr. … belde terug
//! ```
//!
//! ## How to put it right
//!
//! Write who it is by key: “p1 called back”. When the word is no name, record that: `accepted: [{code: D607, why:
//! name of a street, by: m3}]`.
//!
//! ---
//!
//! # D607: name-like
//!
//! ## Wat wordt nagekeken
//!
//! Een woord met een hoofdletter achter een aanspreekvorm, zoals “mevrouw”, “de heer”, “dhr.” of “drs.”, in de
//! gegevens of aantekeningen van een klacht of in een commitbericht. Namen van rollen tellen niet mee.
//!
//! ## Waarom
//!
//! Een naam is het duidelijkste persoonsgegeven. Git bewaart elke versie voor altijd en elke kopie bevat ze allemaal.
//! Wat eenmaal is ingestuurd, kan niet meer worden vernietigd als de bewaartermijn van de klacht om is.
//!
//! ## Voorbeeld
//!
//! ```yaml
//! note: dhr. … belde terug
//! ```
//!
//! ## Zo zet u het recht
//!
//! Schrijf met een sleutel wie het is: “p1 belde terug”. Is het woord geen naam, leg dat dan vast: `accepted: [{code:
//! D607, why: naam van een straat, by: m3}]`.

use std::sync::LazyLock;

use regex::Regex;

use super::scan::holds;
use super::{Allowed, Source};
use crate::diagnostics::Severity;
use crate::rules::{Message, Rule};
use crate::yaml::Span;

/// The rule.
pub static RULE: Rule = Rule {
    code: "D607",
    name: "name-like",
    severity: Severity::Error,
    summary: (
        "In een klacht of een commitbericht staat geen naam achter een aanspreekvorm.",
        "No case or commit message holds a name behind a form of address.",
    ),
    source: include_str!("d607.rs"),
};

/// What may hold one.
pub(super) const HINT: &str = r"(?-u)(?:^|[^0-9A-Za-z])(?:[Mm]evrouw|[Mm]eneer|[Mm]ejuffrouw|[Hh]eer|[Hh]eren|[Dd]ames|[Mm]evr|[Mm]w|[Dd]hr|[Dd]rs?|[Pp]rof|[Ii]r|[Ii]ng|[Mm]r|Mrs|Ms|[Ff]am)[. \t\r\n\xc2][. \t\r\n\xa0]{0,3}[A-Za-z'\x80-\xff]";

static NAMES: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let address = r"(?:[Mm]evrouw|[Mm]eneer|[Mm]ejuffrouw|[Hh]eer|[Hh]eren|[Dd]ames|(?:[Mm]evr|[Mm]w|[Dd]hr|Mrs|Ms)\.?|(?:[Dd]rs?|[Pp]rof|[Ii]r|[Ii]ng|[Mm]r|[Ff]am)\.)";
    let blank = r"(?:[ \t\u{a0}]+|[ \t]*\r?\n[ \t]*|\b)";
    let between = r"(?:(?i:(?:op|in|uit|aan) (?:de|den|der|het|'t|’t)|van|de|der|den|het|'t|’t|te|ten|ter|von|zu|el|al|la|le|du|da|di|dos|ben|bin) )*";
    let name = r"(\p{Lu}[\p{L}'’-]*\p{Ll}[\p{L}'’-]*|\p{Lu}{4,})";
    Regex::new(&format!(
        r"(?:^|[^\p{{L}}\p{{N}}])({address}{blank}(?:{address}{blank})*(?:\p{{Lu}}\. ?)*{between}{name})"
    ))
    .ok()
});

/// Words that begin a sentence or say what somebody is.
const NO_NAMES: [&str; 38] = [
    "advocaat",
    "behandelaar",
    "burgemeester",
    "cliënt",
    "cursist",
    "daarna",
    "dat",
    "debiteur",
    "deelnemer",
    "directeur",
    "dit",
    "een",
    "er",
    "het",
    "hierna",
    "hij",
    "ik",
    "klaagster",
    "klachtenfunctionaris",
    "klager",
    "klant",
    "minister",
    "notaris",
    "onbekend",
    "opdrachtgever",
    "president",
    "rechter",
    "secretaris",
    "toen",
    "trainer",
    "u",
    "uw",
    "voorzitter",
    "we",
    "wethouder",
    "wij",
    "ze",
    "zij",
];

/// Every name behind a form of address, with that form.
pub(super) fn find(text: &str, source: Source, allowed: &Allowed) -> Vec<Span> {
    if !source.is_prose() {
        return Vec::new();
    }
    let found = NAMES.iter().flat_map(|pattern| pattern.captures_iter(text));
    found
        .filter_map(|found| {
            let (whole, name) = (found.get(1)?, found.get(2)?);
            let no_name = NO_NAMES.contains(&name.as_str().to_lowercase().as_str()) || allowed.word(name.as_str());
            // A key such as P1 or a case id is no name.
            let goes_on = text.get(name.end()..)?.chars().next().is_some_and(|c| c.is_ascii_digit());
            (!no_name && !goes_on).then_some(Span { start: whole.start(), end: whole.end() })
        })
        .collect()
}

/// The words for a finding in such a text.
pub(super) fn say(source: Source) -> Message {
    holds(RULE.code, "wat een naam kan zijn", "what may be a name", source)
}
