//! Within what time, and how a term may be extended.

use std::ops::Deref;

use serde::Deserialize;

use super::shared::shared;
use super::workflow::For;
use crate::calendar::{Counting, Duration};
use crate::yaml::{Group, Kind, Written, group, kinds, words};

group! {
    /// A date that was agreed in a step.
    pub struct Agreed = "agreed" {
        must step: String as Id, "de stap waarin de datum is afgesproken", "the step in which the date was agreed";
        must key: String as Name, "de sleutel met de datum", "the key with the date";
    }
}

group! {
    /// The things that a step named.
    #[derive(PartialEq, Eq)]
    pub struct Things = "each" {
        must step: String as Id, "de stap die dingen noemt", "the step that names things";
        must key: String as Name, "de sleutel waaronder", "the key under which";
    }
}

/// The steps that stop a clock: the first of them that is taken, or all of them.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(from = "UntilForm")]
pub struct Until {
    steps: Vec<String>,
    all: bool,
}

impl Until {
    /// Whether the clock runs on until each of the steps was taken.
    #[must_use]
    pub fn all(&self) -> bool {
        self.all
    }
}

impl Deref for Until {
    type Target = Vec<String>;

    fn deref(&self) -> &Vec<String> {
        &self.steps
    }
}

impl Written for Until {
    const KIND: Kind = Kind::Either(&[Kind::Sub(AllOf::TABLE), kinds::IDS]);
}

group! {
    /// Steps that stop a clock together.
    struct AllOf = "until" {
        must all: Vec<String> as IDS, "elk van deze stappen", "each of these steps";
    }
}

/// As a regulation writes it: a list, or a list under `all`.
#[derive(Deserialize)]
#[serde(untagged)]
enum UntilForm {
    First(Vec<String>),
    All(AllOf),
}

impl From<UntilForm> for Until {
    fn from(form: UntilForm) -> Self {
        match form {
            UntilForm::First(steps) => Self { steps, all: false },
            UntilForm::All(AllOf { all: steps }) => Self { steps, all: true },
        }
    }
}

group! {
    /// A term.
    pub struct Term = "term" {
        ..id;
        ..name;
        may else "received" from: String as Id, "`received` of een stap", "`received` or a step";
        /// Whether it runs for a complaint, for a report that is not yet one, or for both.
        may belongs_to("for"): For, "klacht, melding of beide", "complaint, report or both";
        must until: Until, "de stap die de klok stilzet, of alle stappen samen (`all`)",
            "the step that stops the clock, or all of the steps (`all`)";
        may within: Option<Duration>, "hoe lang", "how long";
        may agreed: Option<Agreed>, "tot een afgesproken datum", "until an agreed date";
        /// `step` at least once in each such span.
        may every: Option<Duration>, "steeds binnen", "again within";
        may step: Option<String> as Id, "de stap die zich herhaalt", "the step that recurs";
        may else "yes" hard: bool, "harde termijn of streefdatum", "a hard term or a target";
        /// When other than the regulation's.
        may counting: Option<Counting>, "hoe het einde geteld wordt", "how the end is counted";
        /// A named calendar: its days are the working days of this term.
        may calendar: Option<String> as Id, "de dagen waarop hij telt", "the days on which it counts";
        /// A named calendar: on its closed days the term does not run.
        may pauses: Option<String> as Id, "waarin hij stilstaat", "in which it stands still";
        ..when;
        may each: Option<Things>, "een klok voor elk ding", "a clock for each thing";
        may each_round: bool, "opnieuw na heropening", "again after a re-opening";
        may else "yes" extendable: bool, "kan verlengd worden", "can be extended";
        ..quoted;
        ..note;
    }
}

fn received() -> String {
    "received".to_owned()
}

fn yes() -> bool {
    true
}

words! {
    /// By when the notice of an extension must be given.
    #[derive(Default)]
    pub enum Notice {
        /// Before the term ends.
        #[default]
        WithinTerm = "within-term",
        /// Before the end that held before any extension.
        WithinOriginalTerm = "within-original-term",
        /// At any time.
        AnyTime = "any-time",
    }
}

words! {
    /// What a consent, or another step that permits more, lifts.
    pub enum Permit {
        /// The limit on how long.
        Longer = "longer",
        /// The limit on how often.
        MoreOften = "more-often",
    }
}

group! {
    /// How terms may be extended.
    pub struct Extension = "extension" {
        ..id;
        must terms: Vec<String> as IDS, "welke termijnen", "which terms";
        must step: String as Id, "de stap waarin het gemeld wordt", "the step that gives notice";
        must new_date: String as Name, "de sleutel met de nieuwe datum", "the key with the new date";
        may notice: Notice, "wanneer gemeld", "when notice is given";
        /// Than the original end.
        may at_most: Option<Duration>, "hoogstens zo lang erbij", "at most so much longer";
        may times: Option<usize>, "hoogstens zo vaak", "at most so many times";
        may beyond_with: Option<String> as Id, "de stap die meer toestaat", "the step that permits more";
        /// A longer extension, one more often, or both when nothing is said.
        may permits: Vec<Permit>, "wat die stap toestaat", "what that step permits";
        ..quoted;
        ..note;
    }
}

impl Extension {
    /// Whether the step that permits more lifts this limit.
    #[must_use]
    pub fn may_lift(&self, limit: Permit) -> bool {
        self.beyond_with.is_some() && (self.permits.is_empty() || self.permits.contains(&limit))
    }
}
