//! Which codes a year is counted by: the dimensions, their vocabularies, the hub, what cannot happen. All of it is public.

use std::fmt;

use serde::{Deserialize, Serialize};

/// The id under which merged values of the hub are published.
pub const OTHER: &str = "other";
/// The id that takes the records without a code, in a vocabulary that contains it.
pub const UNKNOWN: &str = "unknown";

/// What complaints can be counted by. A handler, a respondent or a free text is none of these, on purpose.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Dimension {
    /// What it is about (the main topic).
    Topic,
    /// By which way it came in.
    Channel,
    /// From inside or outside the organisation.
    Source,
    /// The role of the complainant.
    Complainant,
    /// How grave it is.
    Severity,
    /// The root cause.
    Cause,
    /// How it ended, judgements included.
    Outcome,
    /// How it was handled: informally, formally, by mediation.
    Handling,
    /// In the term, in the extended term, late.
    Timeliness,
    /// Whether receipt was acknowledged in time.
    Acknowledgement,
    /// What the complainant thought of the handling.
    Satisfaction,
    /// The quarter of receipt.
    Quarter,
    /// The band of the handling time.
    HandlingBand,
    /// The external body that it went to.
    Escalation,
    /// Whether somebody was heard.
    Hearing,
    /// Whether measures were named and verified.
    Measures,
    /// How often the handling term was extended.
    Extension,
    /// Whether the complainant heard in time, each time, how it stood.
    Progress,
    /// Whether it was opened again after it had ended.
    Reopening,
    /// Whether an amount of money belonged to the solution.
    Redress,
}

impl Dimension {
    /// The word in files, tables' ids and addresses.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Topic => "topic",
            Self::Channel => "channel",
            Self::Source => "source",
            Self::Complainant => "complainant",
            Self::Severity => "severity",
            Self::Cause => "cause",
            Self::Outcome => "outcome",
            Self::Handling => "handling",
            Self::Timeliness => "timeliness",
            Self::Acknowledgement => "acknowledgement",
            Self::Satisfaction => "satisfaction",
            Self::Quarter => "quarter",
            Self::HandlingBand => "handling-band",
            Self::Escalation => "escalation",
            Self::Hearing => "hearing",
            Self::Measures => "measures",
            Self::Extension => "extension",
            Self::Progress => "progress",
            Self::Reopening => "reopening",
            Self::Redress => "redress",
        }
    }
}

impl Dimension {
    /// Whether figures in the first notation had it already.
    #[must_use]
    pub const fn is_of_first(self) -> bool {
        !matches!(self, Self::Extension | Self::Progress | Self::Reopening | Self::Redress)
    }
}

impl fmt::Display for Dimension {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.id())
    }
}

/// What a year is counted by. It is public, so an attacker has it too.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Schema {
    /// The dimensions, each with its values in the order in which they are shown.
    pub dimensions: Vec<(Dimension, Vec<String>)>,
    /// The one dimension by which the others are crossed; it must be one of them.
    #[serde(default)]
    pub hub: Option<Dimension>,
    /// Whether further hub values that a record mentions are counted too, in the table `mentions`.
    #[serde(default)]
    pub mentions: bool,
    /// Pairs of values that no record can have together. They are shown as 0, and every reader is taken to know them.
    #[serde(default)]
    pub impossible: Vec<(Dimension, String, Dimension, String)>,
    /// The value of the complaints that are not closed by the end of the year, where a vocabulary has one. It ties the tables to
    /// the flow: a reader knows that they are part of what is carried out.
    #[serde(default)]
    pub open: Option<(Dimension, String)>,
}

impl Schema {
    /// The values of a dimension, in order.
    #[must_use]
    pub fn values(&self, dimension: Dimension) -> Option<&[String]> {
        self.dimensions.iter().find(|(d, _)| *d == dimension).map(|(_, values)| values.as_slice())
    }

    /// Whether no record can have both values, whichever is named first.
    #[must_use]
    pub fn is_impossible(&self, a: (Dimension, &str), b: (Dimension, &str)) -> bool {
        let is = |d: Dimension, v: &str, x: (Dimension, &str)| d == x.0 && v == x.1;
        self.impossible
            .iter()
            .any(|(d1, v1, d2, v2)| (is(*d1, v1, a) && is(*d2, v2, b)) || (is(*d1, v1, b) && is(*d2, v2, a)))
    }
}
