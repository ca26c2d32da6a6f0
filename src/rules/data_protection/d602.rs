//! D602: no tracked file, name or commit message holds a telephone number.

use super::allowed::{international, national};
use super::alone::stands_alone;
use super::scan::holds;
use super::{Allowed, Source};
use crate::diagnostics::text;
use crate::patterns::patterns;
use crate::rules::{Message, Rule};
use crate::yaml::Span;

/// The rule, as its page has it.
pub static RULE: Rule = Rule::on_page(include_str!("../../../docs/rules/D602.md"));

/// What may hold one.
pub(super) const HINT: &str = r"(?-u)(?:^|[^0-9A-Za-z])(?:\(?0[1-9]|(?:\+|00)[1-9])(?:[^0-9A-Za-z\n]{0,4}[0-9]){6}";

patterns! {
    /// The groups in which people write numbers. Any other grouping is a date, a time or a list of figures.
    NUMBERS = {
        let pattern = r"(?x)
        (?:\+|\b00)31 s?(?:\(0\))? s?[1-9](?:s?[0-9]){8}
      | 0[1-9][0-9]{8}
      | \(?06\)? s{1,3} (?:[0-9]{8} | [0-9]{4}s[0-9]{4} | (?:[0-9]{2}s){3}[0-9]{2} | [0-9]{3}s[0-9]{3}s[0-9]{2}
            | [0-9]{3}s[0-9]{2}s[0-9]{3} | [0-9]{2}s[0-9]{3}s[0-9]{3} | [0-9]{2}s[0-9]{6}
            | [0-9]{2}b[0-9]{2}b[0-9]{4} | [0-9]{4}b[0-9]{2}b[0-9]{2})
      | \(?0[1-9][0-9]\)? s{1,3} (?:[0-9]{7} | [0-9]{3}s[0-9]{4} | [0-9]{3}s[0-9]{2}s[0-9]{2} | [0-9]{4}s[0-9]{3}
            | [0-9]{2}s[0-9]{3}s[0-9]{2} | [0-9]{2}s[0-9]{2}s[0-9]{3})
      | \(?0[1-9][0-9]{2}\)? s{1,3} (?:[0-9]{6} | [0-9]{3}s[0-9]{3} | [0-9]{2}s[0-9]{2}s[0-9]{2} | [0-9]{2}s[0-9]{4})";
        // Between groups: blank, no-break blank, hyphens, dash, dot.
        pattern.replace('s', r"[\ \u{a0}.\-\u{2011}\u{2013}]").replace("b[", r"[\ \u{a0}][")
    };
    /// What may be a number of any country: behind a plus or two noughts, however it is parted.
    ABROAD = r"(?:\+|\b00)[1-9](?:[ \u{a0}.\-\u{2011}\u{2013}/]{0,2}(?:\(0\))?[ (]?[0-9]\)?){6,14}";
}

/// Numbers of services, not of persons.
const SERVICES: [&str; 4] = ["0800", "0900", "0906", "0909"];

/// Every number that is not allowed. Within the country it is known by the groups of its digits, from abroad by the plans of all
/// countries, as the library of telephone numbers has them.
pub(super) fn find(text: &str, source: Source, allowed: &Allowed) -> Vec<Span> {
    let abroad = ABROAD.find_iter(text).filter(|number| is_of_a_country(number.as_str()));
    let found = NUMBERS.find_iter(text).chain(abroad).filter(|number| {
        let span = Span { start: number.start(), end: number.end() };
        let service = SERVICES.iter().any(|prefix| national(number.as_str()).starts_with(prefix));
        stands_alone(text, span, source) && !service && !allowed.phone(number.as_str())
    });
    found.map(|number| Span { start: number.start(), end: number.end() }).collect()
}

fn is_of_a_country(number: &str) -> bool {
    phonenumber::parse(None, international(number)).is_ok_and(|number| number.is_valid())
}

/// The words for a finding in such a text.
pub(super) fn say(source: Source) -> Message {
    holds(RULE.code, &text!("een telefoonnummer", "a telephone number"), source)
}
