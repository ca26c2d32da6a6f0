//! Within what time, and how a term may be extended.

use std::ops::Deref;

use serde::Deserialize;

use super::condition::Condition;
use super::workflow::For;
use crate::calendar::{Counting, Duration};

/// A date that was agreed in a step.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Agreed {
    /// The step.
    pub step: String,
    /// The key with the date.
    pub key: String,
}

/// The things that a step named.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Things {
    /// The step.
    pub step: String,
    /// The key with the name of the thing.
    pub key: String,
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

/// As a regulation writes it: a list, or a list under `all`.
#[derive(Deserialize)]
#[serde(untagged)]
enum UntilForm {
    First(Vec<String>),
    All { all: Vec<String> },
}

impl From<UntilForm> for Until {
    fn from(form: UntilForm) -> Self {
        match form {
            UntilForm::First(steps) => Self { steps, all: false },
            UntilForm::All { all: steps } => Self { steps, all: true },
        }
    }
}

/// A term.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Term {
    /// Id.
    pub id: String,
    /// As printed.
    pub name: String,
    /// `received`, or a step.
    #[serde(default = "received")]
    pub from: String,
    /// Whether it runs for a complaint, for a report that is not yet one, or for both.
    #[serde(default, rename = "for")]
    pub belongs_to: For,
    /// The steps that stop the clock.
    pub until: Until,
    /// How long.
    pub within: Option<Duration>,
    /// Or until a date that was agreed.
    pub agreed: Option<Agreed>,
    /// Or again and again: `step` at least once in each such span.
    pub every: Option<Duration>,
    /// The step of a recurring term.
    pub step: Option<String>,
    /// A hard term or a target.
    #[serde(default = "yes")]
    pub hard: bool,
    /// How the end is counted, when other than the regulation's.
    pub counting: Option<Counting>,
    /// Runs only when this holds.
    pub when: Option<Condition>,
    /// A clock of its own for each thing that a step named.
    pub each: Option<Things>,
    /// Starts again after a re-opening.
    #[serde(default)]
    pub each_round: bool,
    /// Said in so many words that it cannot be extended.
    #[serde(default = "yes")]
    pub extendable: bool,
    /// What it rests on in the text.
    #[serde(default)]
    pub quote: Vec<String>,
    /// For the reader of the file.
    pub note: Option<String>,
}

fn received() -> String {
    "received".to_owned()
}

fn yes() -> bool {
    true
}

/// By when the notice of an extension must be given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Notice {
    /// Before the term ends.
    #[default]
    WithinTerm,
    /// Before the end that held before any extension.
    WithinOriginalTerm,
    /// At any time.
    AnyTime,
}

/// What a consent, or another step that permits more, lifts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Permit {
    /// The limit on how long.
    Longer,
    /// The limit on how often.
    MoreOften,
}

/// How terms may be extended.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Extension {
    /// Id.
    pub id: String,
    /// The terms it extends.
    pub terms: Vec<String>,
    /// The step that gives notice.
    pub step: String,
    /// The key of that step with the new date.
    pub new_date: String,
    /// By when.
    #[serde(default)]
    pub notice: Notice,
    /// At most so long beyond the original end.
    pub at_most: Option<Duration>,
    /// At most so many times.
    pub times: Option<usize>,
    /// What permits more.
    pub beyond_with: Option<String>,
    /// What that permits: a longer extension, one more often, or both when nothing is said.
    #[serde(default)]
    pub permits: Vec<Permit>,
    /// What it rests on in the text.
    #[serde(default)]
    pub quote: Vec<String>,
    /// For the reader of the file.
    pub note: Option<String>,
}

impl Extension {
    /// Whether the step that permits more lifts this limit.
    #[must_use]
    pub fn may_lift(&self, limit: Permit) -> bool {
        self.beyond_with.is_some() && (self.permits.is_empty() || self.permits.contains(&limit))
    }
}
