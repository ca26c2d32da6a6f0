//! The list of rules. Everything that lists or explains rules reads it: `explain`, the pages, SARIF, the tests.

use std::sync::LazyLock;

use super::page::Rule;
use super::{case_file, data_protection, history, policy, roles, site, terms, workflow};
use crate::diagnostics::{RuleCard, Text};
use crate::docket::{Docket, ViolationKind};
use crate::rules::message::Message;

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

/// The rule that a lack belongs to, and what it says.
#[must_use]
pub fn of_violation(kind: &ViolationKind, docket: &Docket<'_>) -> Option<(&'static Rule, Message)> {
    let families = [case_file::OF_VIOLATIONS, roles::OF_VIOLATIONS, terms::OF_VIOLATIONS, workflow::OF_VIOLATIONS];
    families.into_iter().flatten().find_map(|(rule, say)| say(kind, docket).map(|said| (*rule, said)))
}

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
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::diagnostics::Lang;
    use crate::rules::page::Page;

    #[test]
    fn codes_are_sorted_and_unique_and_of_a_family() {
        assert!(!ALL.is_empty());
        assert!(ALL.windows(2).all(|pair| pair[0].code < pair[1].code), "sort ALL by code; no code twice");
        for rule in ALL.iter() {
            let (letter, number) = rule.code.split_at(1);
            assert!(FAMILIES.iter().any(|(known, ..)| letter.starts_with(*known)), "{}: unknown family", rule.code);
            assert!(
                number.len() == 3 && number.bytes().all(|b| b.is_ascii_digit()),
                "{}: letter, three digits",
                rule.code
            );
        }
    }

    #[test]
    fn names_are_unique_and_kebab_case() {
        let names: BTreeSet<&str> = ALL.iter().map(|rule| rule.name).collect();
        assert_eq!(names.len(), ALL.len(), "a name stands for one rule");
        for name in names {
            let parts = name
                .split('-')
                .all(|part| !part.is_empty() && part.bytes().all(|b| matches!(b, b'a'..=b'z' | b'0'..=b'9')));
            assert!(parts, "{name}: kebab-case");
        }
    }

    #[test]
    fn every_page_is_whole_in_both_languages() {
        for rule in ALL.iter() {
            let page = Page::from_source(rule.source);
            assert_eq!(page.missing(), Vec::<&str>::new(), "{}: headings missing, empty or out of order", rule.code);
            let title = format!("# {}: {}", rule.code, rule.name);
            assert_eq!(page.en.lines().next(), Some(title.as_str()), "{}: the page's title", rule.code);
            let start = format!("# {}: ", rule.code);
            assert!(rule.page(Lang::Nl).starts_with(&start), "{}: the Dutch page's title", rule.code);
        }
    }

    #[test]
    fn every_summary_is_one_sentence_in_each_language() {
        for rule in ALL.iter() {
            for lang in Lang::ALL {
                let summary = rule.summary(lang);
                let sentence = summary.len() > 10 && summary.ends_with('.') && !summary.contains('\n');
                assert!(sentence, "{}: {summary:?} is no sentence", rule.code);
            }
            assert_ne!(rule.summary.0, rule.summary.1, "{}: one language twice", rule.code);
        }
    }

    #[test]
    fn every_rule_is_in_a_file_of_its_own_name() {
        for rule in ALL.iter() {
            let own = format!("include_str!(\"{}.rs\")", rule.code.to_ascii_lowercase());
            assert!(rule.source.contains(&own), "{}: belongs in {}.rs", rule.code, rule.code.to_ascii_lowercase());
        }
    }

    #[test]
    fn families_are_sorted() {
        assert!(FAMILIES.windows(2).all(|pair| pair[0].0 < pair[1].0));
    }

    #[test]
    fn rules_are_found_by_code_and_name() {
        for rule in ALL.iter() {
            assert_eq!(find(&rule.code.to_ascii_lowercase()), Ok(*rule));
            assert_eq!(find(rule.name), Ok(*rule));
        }
    }

    #[test]
    fn a_typing_error_gets_a_suggestion() {
        assert_eq!(find("c1011"), Err(UnknownRule { suggestion: Some("C101") }));
        assert_eq!(find("unreadible-fil"), Err(UnknownRule { suggestion: Some("C101") }));
        assert_eq!(find("xyz"), Err(UnknownRule { suggestion: None }));
    }
}
