//! D610: what a desk knows of a person does not stand in what is committed there.

use super::scan::holds;
use super::{Allowed, Source};
use crate::diagnostics::text;
use crate::rules::{Message, Rule};
use crate::yaml::Span;

/// The rule, as its page has it.
pub static RULE: Rule = Rule::on_page(include_str!("../../../docs/rules/D610.md"));

/// Its code.
pub const CODE: &str = RULE.code;

/// Every place that holds something known; words that are what a role is called are no name.
pub(super) fn find(text: &str, source: Source, allowed: &Allowed) -> Vec<Span> {
    let found = allowed.known().found_in(text, source);
    found.into_iter().filter(|span| !text.get(span.start..span.end).is_some_and(|word| allowed.word(word))).collect()
}

/// The words for a finding in such a text.
pub(super) fn say(source: Source) -> Message {
    let what = text!(
        "een naam, adres of nummer dat deze werkplek van een persoon kent (verzegeld, of in `vertrouwelijk/`)",
        "a name, address or number that this desk knows of a person (sealed, or in `vertrouwelijk/`)"
    );
    holds(RULE.code, &what, source)
}
