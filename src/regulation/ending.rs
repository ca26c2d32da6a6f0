//! What comes at the end: judgement, satisfaction, measures, the external body.

use serde::Deserialize;

use super::condition::Condition;
use crate::calendar::Duration;
use crate::regulation::roles::Selector;

/// Which step is which, in the words of ISO 10002, for pages and figures.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Milestones {
    /// The complaint is registered.
    pub registration: Option<String>,
    /// Its receipt is confirmed (ISO 10002, 7.4).
    pub acknowledgement: Option<String>,
    /// Somebody is heard.
    pub hearing: Option<String>,
    /// A judgement is given.
    pub judgement: Option<String>,
    /// The outcome is told (ISO 10002, 7.8).
    pub outcome: Option<String>,
    /// It counts as resolved.
    pub resolved: Option<String>,
    /// It is closed (ISO 10002, 7.9).
    pub closing: Option<String>,
}

/// What a value of the scale means.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Means {
    /// Gegrond.
    Upheld,
    /// Deels gegrond.
    PartlyUpheld,
    /// Ongegrond.
    NotUpheld,
    /// Geen oordeel.
    NoJudgement,
    /// Opgelost.
    Resolved,
    /// Niet opgelost.
    NotResolved,
}

/// One value of the scale.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct JudgementItem {
    /// Value in the case.
    pub id: String,
    /// As printed.
    pub name: String,
    /// What it means.
    pub means: Means,
}

/// The scale of judgement.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Judgement {
    /// The step that carries it.
    pub step: String,
    /// The key of that step.
    pub key: String,
    /// Whether every decided case has one.
    #[serde(default)]
    pub required: bool,
    /// The values.
    pub scale: Vec<JudgementItem>,
    /// What it rests on in the text.
    #[serde(default)]
    pub quote: Vec<String>,
}

/// Whose satisfaction is asked, and what follows from a no.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Satisfaction {
    /// The step that asks.
    pub step: String,
    /// The key of that step.
    pub key: String,
    /// Of whom.
    pub of: Vec<Selector>,
    /// The step that re-opens the case.
    pub reopen: Option<String>,
    /// What it rests on in the text.
    #[serde(default)]
    pub quote: Vec<String>,
}

/// Improvements and whether they were really made (ISO 10002, 8.7).
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Measures {
    /// The step that names a measure.
    pub step: String,
    /// The key with its name.
    pub key: String,
    /// The key, or a step, that says why there is none.
    pub none: Option<String>,
    /// The step that verifies it.
    pub verified: Option<String>,
    /// What that step must say for the measure to count as taken; nothing: to be looked at is enough.
    pub taken: Option<MeasureTaken>,
    /// What it rests on in the text.
    #[serde(default)]
    pub quote: Vec<String>,
}

/// What shows that a measure was taken.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MeasureTaken {
    /// The key of the step that verifies.
    pub key: String,
    /// The value that says so.
    pub equals: String,
}

/// What the organisation owes a dissatisfied complainant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Duty {
    /// To refer.
    Refer,
    /// To inform.
    Inform,
    /// To help when asked.
    OnRequest,
    /// Nothing.
    #[default]
    None,
}

/// The steps of an escalation; those there are.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EscalationSteps {
    /// The organisation refers or informs.
    pub offer: Option<String>,
    /// It is put before the body.
    pub filed: Option<String>,
    /// The body rules.
    pub ruled: Option<String>,
    /// The ruling is carried out.
    pub executed: Option<String>,
}

impl EscalationSteps {
    /// The steps there are, in order.
    pub fn all(&self) -> impl Iterator<Item = &str> {
        [&self.offer, &self.filed, &self.ruled, &self.executed].into_iter().filter_map(|s| s.as_deref())
    }
}

/// The way to an external body.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Escalation {
    /// Id.
    pub id: String,
    /// The external role.
    pub body: String,
    /// Who may.
    pub who: Vec<Selector>,
    /// What the organisation owes.
    #[serde(default)]
    pub duty: Duty,
    /// When the way is open.
    pub when: Option<Condition>,
    /// Its steps.
    #[serde(default)]
    pub steps: EscalationSteps,
    /// The term of the body.
    pub term: Option<String>,
    /// Whether the ruling binds.
    #[serde(default)]
    pub binding: bool,
    /// `none`, `unknown` or an amount.
    pub costs: Option<String>,
    /// Within what time it must be filed.
    pub file_within: Option<Duration>,
    /// What it rests on in the text.
    #[serde(default)]
    pub quote: Vec<String>,
    /// For the reader of the file.
    pub note: Option<String>,
}
