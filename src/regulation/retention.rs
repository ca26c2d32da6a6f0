//! What is kept and declared: confidentiality, retention and destruction, reports, attestations.

use chrono::NaiveDate;
use serde::Deserialize;

use crate::calendar::Duration;
use crate::regulation::condition::Condition;
use crate::regulation::roles::Selector;

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

impl Hold {
    /// The word in the file.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::OpenEscalation => "open-escalation",
            Self::OpenMeasure => "open-measure",
            Self::OpenSatisfaction => "open-satisfaction",
            Self::Legal => "legal",
        }
    }
}

/// What a destroyed case leaves.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Disposition {
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
    pub leaves: Disposition,
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

impl Per {
    /// The word in the file.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Case => "case",
            Self::Year => "year",
            Self::Holder => "holder",
        }
    }
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
