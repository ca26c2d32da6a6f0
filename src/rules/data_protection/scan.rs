//! One pass over a text for everything that should not be in it.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use regex::bytes::RegexSet;

use super::{Allowed, Source, d601, d602, d603, d604, d605, d606, d607, d610};
use crate::diagnostics::{Text, text};
use crate::patterns::pattern_set;
use crate::rules::{Message, Rule};
use crate::yaml::Span;

/// Something found. It does not hold what was found: that must reach no log.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Hit {
    /// Where in the text; on character boundaries.
    pub span: Span,
    /// The code of the rule.
    pub code: &'static str,
}

/// One kind of personal data.
struct Kind {
    rule: &'static Rule,
    /// Finds every text that may hold it: cheap, and may be mistaken.
    hint: &'static str,
    find: fn(&str, Source, &Allowed) -> Vec<Span>,
    say: fn(Source) -> Message,
}

/// All kinds. Where two find the same place the earlier one is right: an account number holds what looks like a telephone
/// number.
const KINDS: [Kind; 6] = [
    Kind { rule: &d603::RULE, hint: d603::HINT, find: d603::find, say: d603::say },
    Kind { rule: &d601::RULE, hint: d601::HINT, find: d601::find, say: d601::say },
    Kind { rule: &d605::RULE, hint: d605::HINT, find: d605::find, say: d605::say },
    Kind { rule: &d602::RULE, hint: d602::HINT, find: d602::find, say: d602::say },
    Kind { rule: &d604::RULE, hint: d604::HINT, find: d604::find, say: d604::say },
    Kind { rule: &d607::RULE, hint: d607::HINT, find: d607::find, say: d607::say },
];

/// What a desk knows itself; no hint tells where it may stand.
const KNOWN: Kind = Kind { rule: &d610::RULE, hint: "", find: d610::find, say: d610::say };

static HINTS: LazyLock<RegexSet> = LazyLock::new(|| pattern_set(KINDS.iter().map(|kind| kind.hint)));

/// Everything in a text that looks like personal data, sorted by place. Nearly all texts hold none: they cost one pass of
/// one automaton.
#[must_use]
pub fn scan(text: &str, source: Source, allowed: &Allowed) -> Vec<Hit> {
    let likely = HINTS.matches(text.as_bytes());
    let looked = KINDS.iter().enumerate().filter(|(at, _)| likely.matched(*at)).map(|(_, kind)| kind);
    // By start: a text made to hold very many must not be slow.
    let mut found: BTreeMap<usize, Hit> = BTreeMap::new();
    for kind in looked.chain([&KNOWN]) {
        for span in (kind.find)(text, source, allowed) {
            let before = found.range(..span.end).next_back();
            if before.is_none_or(|(_, hit)| hit.span.end <= span.start) {
                found.insert(span.start, Hit { span, code: kind.rule.code });
            }
        }
    }
    let mut hits: Vec<Hit> = found.into_values().collect();
    if source == Source::Path && d606::is_attachment(text) {
        hits.push(Hit { span: Span { start: 0, end: text.len() }, code: d606::RULE.code });
    }
    hits.sort_unstable();
    hits
}

impl Hit {
    /// What the rule says of it; the rule's page has the rest.
    #[must_use]
    pub fn say(&self, source: Source) -> Message {
        KINDS
            .iter()
            .chain([&KNOWN])
            .find(|kind| kind.rule.code == self.code)
            .map_or_else(d606::say, |kind| (kind.say)(source))
    }
}

/// The words of a finding of this family.
pub(super) fn holds(code: &str, what: &Text, source: Source) -> Message {
    let place = source.place();
    Message::new(text!("{place} staat {what}", "{place} holds {what}", place, what), source.remedy(code))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_hint_is_a_pattern() {
        assert_eq!(HINTS.len(), KINDS.len());
    }
}
