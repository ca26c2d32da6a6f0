//! The list of rules. Everything that lists or explains rules reads it: `explain`, the pages, SARIF, the tests.

use std::sync::LazyLock;

use super::rule::Rule;
use super::{case_file, data_protection, history, policy, roles, site, terms, workflow};
use crate::diagnostics::{RuleCard, Text};

/// All rules, sorted by code.
pub static ALL: LazyLock<Vec<&'static Rule>> = LazyLock::new(|| {
    let families = [
        case_file::RULES,
        data_protection::RULES,
        history::RULES,
        policy::RULES,
        roles::RULES,
        site::RULES,
        terms::RULES,
        workflow::RULES,
    ];
    families.concat()
});

/// The families: letter, Dutch name, English name.
pub const FAMILIES: [(char, &str, &str); 8] = [
    ('C', "klachtbestand", "case file"),
    ('D', "gegevensbescherming", "data protection"),
    ('G', "git en geschiedenis", "git and history"),
    ('P', "regeling", "regulation (policy)"),
    ('R', "rollen en personen", "roles and people"),
    ('S', "site", "site"),
    ('T', "termijnen", "terms"),
    ('W', "werkwijze", "workflow"),
];

/// How like two words must be for one to be suggested for the other; from 0 to 1.
const ALIKE: f64 = 0.6;

/// A rule that is not there, and the code of one that may have been meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnknownRule {
    /// The code of the rule most like what was asked for.
    pub suggestion: Option<&'static str>,
}

/// The rule with this code or name, in upper or lower case.
pub fn find(asked: &str) -> Result<&'static Rule, UnknownRule> {
    let rules: &[&'static Rule] = &ALL;
    // As it was copied from a sentence.
    let asked =
        asked.trim_matches(|c: char| c.is_whitespace() || matches!(c, '.' | ',' | ':' | ';' | '[' | ']' | '(' | ')'));
    let is_asked =
        |rule: &&&'static Rule| rule.code.eq_ignore_ascii_case(asked) || rule.name.eq_ignore_ascii_case(asked);
    rules.iter().find(is_asked).copied().ok_or_else(|| UnknownRule { suggestion: suggestion(rules, asked) })
}

/// The code whose code or name is most like the word; the first of equals.
fn suggestion(rules: &[&'static Rule], asked: &str) -> Option<&'static str> {
    let (code, name) = (asked.to_ascii_uppercase(), asked.to_ascii_lowercase());
    let likeness = |rule: &Rule| {
        strsim::normalized_damerau_levenshtein(rule.code, &code)
            .max(strsim::normalized_damerau_levenshtein(rule.name, &name))
    };
    let mut best: Option<(f64, &'static str)> = None;
    for rule in rules {
        let score = likeness(rule);
        if score >= ALIKE && best.is_none_or(|(highest, _)| score > highest) {
            best = Some((score, rule.code));
        }
    }
    best.map(|(_, code)| code)
}

/// Whether settings may make the findings with this code milder; of a code that is not there nobody has said no.
#[must_use]
pub fn may_be_softened(code: &str) -> bool {
    let found = ALL.binary_search_by(|rule| rule.code.cmp(code));
    found.ok().and_then(|at| ALL.get(at)).is_none_or(|rule| rule.softened)
}

/// The rules as the renderers want them.
#[must_use]
pub fn cards() -> Vec<RuleCard> {
    let card = |rule: &&Rule| RuleCard {
        code: rule.code,
        name: rule.name,
        severity: rule.severity,
        summary: Text::new(rule.summary.0, rule.summary.1),
    };
    ALL.iter().map(card).collect()
}

#[cfg(test)]
#[path = "../../tests/unit/rules/registry.rs"]
mod tests;
