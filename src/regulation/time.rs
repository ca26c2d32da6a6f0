//! Within what time, and how a term may be extended.

use serde::Deserialize;

use super::condition::Condition;
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
    /// Steps; the first taken stops the clock.
    pub until: Vec<String>,
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
    /// What it rests on in the text.
    #[serde(default)]
    pub quote: Vec<String>,
    /// For the reader of the file.
    pub note: Option<String>,
}
