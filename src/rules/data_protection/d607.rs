//! D607: no case or commit message holds a name behind a form of address.

use super::scan::holds;
use super::{Allowed, Source};
use crate::diagnostics::text;
use crate::patterns::patterns;
use crate::rules::{Message, Rule};
use crate::yaml::Span;

/// The rule, as its page has it.
pub static RULE: Rule = Rule::on_page(include_str!("../../../docs/rules/D607.md"));

/// What may hold one.
pub(super) const HINT: &str = r"(?-u)(?:^|[^0-9A-Za-z])(?:[Mm]evrouw|[Mm]eneer|[Mm]ejuffrouw|[Hh]eer|[Hh]eren|[Dd]ames|[Mm]evr|[Mm]w|[Dd]hr|[Dd]rs?|[Pp]rof|[Ii]r|[Ii]ng|[Mm]r|Mrs|Ms|[Ff]am)[. \t\r\n\xc2][. \t\r\n\xa0]{0,3}[A-Za-z'\x80-\xff]";

patterns! {
    NAMES = {
        let address = r"(?:[Mm]evrouw|[Mm]eneer|[Mm]ejuffrouw|[Hh]eer|[Hh]eren|[Dd]ames|(?:[Mm]evr|[Mm]w|[Dd]hr|Mrs|Ms)\.?|(?:[Dd]rs?|[Pp]rof|[Ii]r|[Ii]ng|[Mm]r|[Ff]am)\.)";
        let blank = r"(?:[ \t\u{a0}]+|[ \t]*\r?\n[ \t]*|\b)";
        let between = r"(?:(?i:(?:op|in|uit|aan) (?:de|den|der|het|'t|’t)|van|de|der|den|het|'t|’t|te|ten|ter|von|zu|el|al|la|le|du|da|di|dos|ben|bin) )*";
        let name = r"(\p{Lu}[\p{L}'’-]*\p{Ll}[\p{L}'’-]*|\p{Lu}{4,})";
        format!(
            r"(?:^|[^\p{{L}}\p{{N}}])({address}{blank}(?:{address}{blank})*(?:\p{{Lu}}\. ?)*{between}{name})"
        )
    };
}

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
    let found = NAMES.captures_iter(text);
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
    holds(RULE.code, &text!("wat een naam kan zijn", "what may be a name"), source)
}
