//! What changes from one version of a regulation to the next, in plain words and from the data alone.
//!
//! - `compare`: rule by rule, what is new, gone or different.
//! - `facet`: the parts of a rule that name steps, roles or terms, and the switches of a rule, with their words.
//! - `words`: one plain sentence for each difference.

mod compare;
mod facet;
mod words;

use super::block::Regulation;
use super::rule_ref::RuleRef;
use crate::calendar::Duration;
use crate::diagnostics::Text;

pub use facet::{Facet, Switch};

/// One thing that changes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// The rule that it is about.
    pub rule: RuleRef,
    /// What becomes of it.
    pub what: What,
}

/// What becomes of a rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum What {
    /// It is new.
    Added,
    /// It is no longer there.
    Gone,
    /// A term, or the span of a recurring one, has another length; `None` when there was or is none.
    Length(Option<Duration>, Option<Duration>),
    /// A term is now hard, or now a target.
    Hard(bool),
    /// The most by which a term may be extended.
    Most(Option<Duration>, Option<Duration>),
    /// How many times a term may be extended.
    Times(Option<usize>, Option<usize>),
    /// A step asks for something new: the key.
    Asks(String),
    /// A step no longer asks for something: the key.
    AsksNoMore(String),
    /// Costs for the complainant: `none`, `unknown` or an amount.
    Costs(String, String),
    /// Whether an external ruling binds.
    Binding(bool),
    /// Cases are kept another way, or for another time.
    Kept,
    /// How long cases are kept.
    KeptFor(Option<Duration>, Option<Duration>),
    /// The reason why cases are kept for ever is now given.
    Basis,
    /// Within what time an external body must be asked.
    FileWithin(Option<Duration>, Option<Duration>),
    /// A part of the rule names others than before.
    Names(Facet, Vec<String>, Vec<String>),
    /// A switch of the rule is now on, or now off.
    Now(Switch, bool),
    /// The number of persons that may hold a role, or may see a case.
    AtMost(Option<usize>, Option<usize>),
    /// It holds in other cases than before.
    Occasion,
    /// The end of its term is counted another way.
    Counting,
}

/// What a difference is about, for printing differences of a kind together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Group {
    /// Within what time.
    Terms,
    /// How terms may be extended.
    Extensions,
    /// What is done, in which order, with which data.
    Steps,
    /// Who there is, who handles, who may not.
    Roles,
    /// The way to an external body.
    Escalation,
    /// How long cases are kept.
    Retention,
    /// What it costs.
    Costs,
    /// Who keeps silent and who may see a case.
    Confidentiality,
    /// Declared conduct.
    Attestations,
    /// Ways in, topics, what is left open.
    Other,
}

impl Group {
    /// Every group, in the order in which they are printed.
    pub const ALL: [Self; 10] = [
        Self::Terms,
        Self::Extensions,
        Self::Steps,
        Self::Roles,
        Self::Escalation,
        Self::Retention,
        Self::Costs,
        Self::Confidentiality,
        Self::Attestations,
        Self::Other,
    ];

    /// Its name in data.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Terms => "terms",
            Self::Extensions => "extensions",
            Self::Steps => "steps",
            Self::Roles => "roles",
            Self::Escalation => "escalation",
            Self::Retention => "retention",
            Self::Costs => "costs",
            Self::Confidentiality => "confidentiality",
            Self::Attestations => "attestations",
            Self::Other => "other",
        }
    }

    /// Its heading.
    #[must_use]
    pub fn heading(self) -> Text {
        let (nl, en) = match self {
            Self::Terms => ("Termijnen", "Terms"),
            Self::Extensions => ("Uitstel", "Extensions"),
            Self::Steps => ("Stappen", "Steps"),
            Self::Roles => ("Rollen", "Roles"),
            Self::Escalation => ("Beroep", "Appeal"),
            Self::Retention => ("Bewaren", "Retention"),
            Self::Costs => ("Kosten", "Costs"),
            Self::Confidentiality => ("Vertrouwelijkheid", "Confidentiality"),
            Self::Attestations => ("Verklaringen", "Declarations"),
            Self::Other => ("Overig", "Other"),
        };
        Text::new(nl, en)
    }
}

impl Difference {
    /// What it is about.
    #[must_use]
    pub fn group(&self) -> Group {
        match self.rule.block.split('.').next().unwrap_or_default() {
            "terms" => Group::Terms,
            "extensions" => Group::Extensions,
            "steps" => Group::Steps,
            "roles" | "assignment" => Group::Roles,
            "escalations" => Group::Escalation,
            "retention" => Group::Retention,
            "costs" => Group::Costs,
            "confidentiality" => Group::Confidentiality,
            "attestations" => Group::Attestations,
            _ => Group::Other,
        }
    }
}

/// Everything that changes from `old` to `new`, in the order of the file.
#[must_use]
pub fn differences(old: &Regulation, new: &Regulation) -> Vec<Difference> {
    compare::all(old, new)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostics::Lang;
    use crate::regulation::{names, read_regulation};

    fn told(old: &str, new: &str, lang: Lang) -> Vec<String> {
        let (old, new) = (read_regulation(old), read_regulation(new));
        assert!(new.faults.is_empty(), "{:?}", new.faults);
        let (old_names, new_names) = (names(&old.tree.unwrap()), names(&new.tree.unwrap()));
        let look = |all: &[(String, String)], place: &str| {
            all.iter().find(|(p, _)| p == place).map_or_else(|| place.to_owned(), |(_, n)| n.clone())
        };
        let before = |place: &str| look(&old_names, place);
        let after = |place: &str| look(&new_names, place);
        let found = differences(&old.value.unwrap(), &new.value.unwrap());
        found.iter().map(|d| d.words(lang, &before, &after)).collect()
    }

    const SMALL: &str = include_str!("../../rules/policy/tests/small.yaml");

    #[test]
    fn a_longer_term_is_told_with_both_lengths() {
        let new =
            SMALL.replace("within: 4 weeks", "within: 6 weeks").replace("within: 5 calendar days", "within: 1 week");
        assert_eq!(
            told(SMALL, &new, Lang::Nl),
            [
                "De termijn “Bevestiging” gaat van 5 kalenderdagen naar 1 week.",
                "De termijn “Beslissing” gaat van 4 naar 6 weken."
            ]
        );
        assert_eq!(told(SMALL, &new, Lang::En)[1], "The term “Beslissing” goes from 4 to 6 weeks.");
    }

    #[test]
    fn the_same_has_no_differences() {
        assert_eq!(told(SMALL, SMALL, Lang::Nl), Vec::<String>::new());
    }

    /// Each row: a line of the small regulation, what it becomes, and the sentence that must tell it.
    #[test]
    fn what_matters_is_told() {
        let rows = [
            ("by: [functionaris], to: [complainant], once: true", "by: [directie], to: [complainant]"),
            ("after: [toegewezen], quote: De functionaris hoort", "quote: De functionaris hoort"),
            ("step: bericht, quote", "step: bericht, hard: false, quote"),
            (
                "from: received, until: [besloten], within: 4 weeks",
                "from: bevestigd, until: [gesloten], within: 4 weeks",
            ),
            ("terms: [beslissing]", "terms: [beslissing, bevestiging]"),
            ("who: [complainant]", "who: [complainant, respondent]"),
            ("file_within: 3 months", "file_within: 6 weeks"),
            ("max_persons: 8", "max_persons: 4"),
            ("roles: [functionaris], max", "roles: [functionaris, directie], max"),
            ("keep: 2 years", "keep: 1 year"),
            ("holds: [open-measure]", "holds: [open-measure, legal]"),
            ("by: [directie], per: year", "by: [functionaris], per: case"),
            ("not: [respondent]", "not: [respondent, involved]"),
            ("role: functionaris, quote", "role: directie, quote"),
            ("kind: external", "independent: true\n    kind: external"),
            ("to: [kamer], after", "to: [kamer], form: written, after"),
            ("valid_from: 2026-01-01", "valid_from: 2026-01-01\ncounting: termijnenwet"),
        ];
        let mut said = Vec::new();
        for (was, becomes) in rows {
            let new = SMALL.replacen(was, becomes, 1);
            assert_ne!(new, SMALL, "{was}");
            for lang in Lang::ALL {
                let sentences = told(SMALL, &new, lang);
                assert!(!sentences.is_empty(), "{was} -> {becomes} is not told");
                said.push(sentences.join(" "));
            }
        }
        insta::assert_snapshot!("told", said.join("\n"));
    }

    #[test]
    fn every_difference_has_a_group() {
        let new = SMALL.replace("within: 4 weeks", "within: 6 weeks").replace("max_persons: 8", "max_persons: 4");
        let (old, new) = (read_regulation(SMALL).value.unwrap(), read_regulation(&new).value.unwrap());
        let groups: Vec<Group> = differences(&old, &new).iter().map(Difference::group).collect();
        assert_eq!(groups, [Group::Terms, Group::Confidentiality]);
    }

    #[test]
    fn two_real_versions_are_told_apart() {
        let old = include_str!("../../../policy/square-mile/2014-11-06/regulation.yaml");
        let new = include_str!("../../../policy/square-mile/2025-01-01/regulation.yaml");
        insta::assert_snapshot!("differences-nl", told(old, new, Lang::Nl).join("\n"));
        insta::assert_snapshot!("differences-en", told(old, new, Lang::En).join("\n"));
        insta::assert_snapshot!("differences-back", told(new, old, Lang::Nl).join("\n"));
    }
}
