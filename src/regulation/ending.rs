//! What comes at the end and around: judgement, satisfaction, measures, the external body, confidentiality, retention,
//! reports and attestations.

use chrono::NaiveDate;
use serde::Deserialize;

use super::condition::Condition;
use super::who::Selector;
use crate::calendar::Duration;

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
    /// What it rests on in the text.
    #[serde(default)]
    pub quote: Vec<String>,
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

/// Who keeps silent.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Secrecy {
    /// Who.
    pub who: Vec<Selector>,
    /// The attestation that shows it.
    pub attestation: Option<String>,
    /// What it rests on in the text.
    #[serde(default)]
    pub quote: Vec<String>,
}

/// Who may write to, and read, a case.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Access {
    /// Roles.
    #[serde(default)]
    pub roles: Vec<String>,
    /// Parties.
    #[serde(default)]
    pub parties: Vec<Selector>,
    /// At most so many persons.
    pub max_persons: Option<usize>,
    /// What it rests on in the text.
    #[serde(default)]
    pub quote: Vec<String>,
}

/// Confidentiality.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Confidentiality {
    /// Who keeps silent.
    #[serde(default)]
    pub secrecy: Vec<Secrecy>,
    /// Who has access.
    pub access: Option<Access>,
    /// What it rests on in the text.
    #[serde(default)]
    pub quote: Vec<String>,
    /// For the reader of the file.
    pub note: Option<String>,
}

/// How long a case is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Regime {
    /// For ever.
    Indefinite,
    /// Until a step is taken.
    OnEvent,
    /// Until the report was discussed.
    AfterReport,
    /// So long after a step.
    AfterTerm,
    /// The text does not say.
    Unregulated,
}

/// What stops destruction.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Hold {
    /// The external body is still busy.
    OpenEscalation,
    /// A measure is not verified.
    OpenMeasure,
    /// Satisfaction is still to be asked.
    OpenSatisfaction,
    /// A legal claim.
    Legal,
}

/// What a destroyed case leaves.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Leaves {
    /// A tally row.
    #[default]
    Tally,
    /// Nothing.
    Nothing,
}

/// Retention and destruction.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Retention {
    /// How.
    pub regime: Regime,
    /// The step, for `on-event`.
    pub event: Option<String>,
    /// The event counts only when this holds.
    pub when: Option<Condition>,
    /// The steps from which is counted, for `after-term`; the last one taken counts.
    #[serde(default)]
    pub from: Vec<String>,
    /// How long, for `after-term`.
    pub keep: Option<Duration>,
    /// How soon destruction must follow.
    pub within: Option<Duration>,
    /// By whom.
    pub by: Option<Selector>,
    /// What remains.
    #[serde(default)]
    pub leaves: Leaves,
    /// What stops destruction.
    #[serde(default)]
    pub holds: Vec<Hold>,
    /// Why it is kept for ever (AVG art. 5, first paragraph, under e).
    pub basis: Option<String>,
    /// When that is looked at again.
    pub review_on: Option<NaiveDate>,
    /// `kept`: the documents are kept as long.
    pub documents: Option<String>,
    /// What it rests on in the text.
    #[serde(default)]
    pub quote: Vec<String>,
    /// For the reader of the file.
    pub note: Option<String>,
}

/// The discussion of the report.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Discussion {
    /// How often at least.
    pub every: Duration,
    /// Who calls it.
    pub by: Selector,
    /// `required`: who was there is recorded.
    pub attendees: Option<String>,
    /// Who may decide on the recommendations.
    pub decision: Option<Decision>,
    /// What it rests on in the text.
    #[serde(default)]
    pub quote: Vec<String>,
}

/// A decision by management.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Decision {
    /// By whom.
    pub by: Selector,
    /// Whether it may be left out.
    #[serde(default)]
    pub optional: bool,
}

/// The periodic report (ISO 10002, 8.2 and 8.6).
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reporting {
    /// Who writes it.
    pub by: Selector,
    /// How often at least.
    pub every: Duration,
    /// What it contains.
    #[serde(default)]
    pub parts: Vec<String>,
    /// Its discussion.
    pub discussion: Option<Discussion>,
    /// What it rests on in the text.
    #[serde(default)]
    pub quote: Vec<String>,
    /// For the reader of the file.
    pub note: Option<String>,
}

/// For what an attestation is given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Per {
    /// Each case.
    Case,
    /// Each year.
    Year,
    /// Each holder of a role.
    Holder,
}

/// Conduct that no file can prove, and who declares it.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Attestation {
    /// Id.
    pub id: String,
    /// What is declared.
    pub what: String,
    /// Roles that may declare it.
    pub by: Vec<Selector>,
    /// How often.
    pub per: Per,
    /// Of which role, per holder.
    pub holder: Option<String>,
    /// By when in a case: `closing` or a step.
    pub at: Option<String>,
    /// Only when this holds.
    pub when: Option<Condition>,
    /// What it rests on in the text.
    #[serde(default)]
    pub quote: Vec<String>,
    /// For the reader of the file.
    pub note: Option<String>,
}
