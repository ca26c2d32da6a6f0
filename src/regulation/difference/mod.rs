//! What changes from one version of a regulation to the next, in plain words and from the data alone.
//!
//! - `compare`: rule by rule, what is new, gone or different; a file for each theme.
//! - `facet`: the parts of a rule that name steps, roles or terms, with their words. - `switch`: the switches of a rule.
//! - `words`: one plain sentence for each difference. - `amounts`: those about a time or a number. - `changed`: those
//!   about what is different in a way that has no sentence of its own.
//!
//! Every key is told but these: `schema` has one value; `valid_from` names the versions; `updated` and `verified_on` say
//! when somebody looked; `quote` holds words of the text, which stands beside; `note` and `words` are for who reads the
//! file and the text. Contact data that is not public is never told.

mod amounts;
mod changed;
mod compare;
mod facet;
#[cfg(test)]
mod keys;
mod switch;
#[cfg(test)]
#[path = "../../../tests/unit/regulation/difference/tests.rs"]
mod tests;
mod words;

use super::block::Regulation;
use super::ending::Binding;
use super::rule_ref::RuleRef;
use crate::calendar::Duration;
use crate::diagnostics::Text;

pub use facet::Facet;
pub use switch::Switch;

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
    /// A step asks for something in another way: the key.
    AsksOtherwise(String),
    /// A step stands elsewhere among the steps: now below this one; `None` when it is the first.
    Moved(Option<String>),
    /// How often there is a report.
    Every(Duration, Duration),
    /// Costs for the complainant: `none`, `unknown` or an amount.
    Costs(String, String),
    /// Whether an external ruling binds.
    Binding(Binding),
    /// Cases are kept another way, or for another time.
    Kept,
    /// How long cases are kept.
    KeptFor(Option<Duration>, Option<Duration>),
    /// The reason why cases are kept for ever is now given, or no longer.
    Context(bool),
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
    /// It has another name.
    Renamed,
    /// The regulation has another title: what it was, and what it becomes.
    Title(String, String),
    /// It is different in a way that has no sentence of its own.
    Changed,
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
            "steps" | "milestones" => Group::Steps,
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
