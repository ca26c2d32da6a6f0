//! The year's record of one regulation: reports, discussions, declarations, and the rows that outlive their cases.

use chrono::NaiveDate;
use serde::Deserialize;

use super::people::Attested;

/// `yearbook.yaml` of one year.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Yearbook {
    /// `klacht.yearbook/1`.
    pub schema: String,
    /// Reports written.
    #[serde(default)]
    pub reports: Vec<Report>,
    /// Discussions held.
    #[serde(default)]
    pub discussions: Vec<DiscussionHeld>,
    /// Declarations given.
    #[serde(default)]
    pub attestations: Vec<Attested>,
    /// How many people the organisation served in the year, for rates.
    pub participants: Option<u32>,
    /// What destroyed cases left.
    #[serde(default)]
    pub tally: Vec<TallyRow>,
}

/// A report.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Report {
    /// When it was written.
    pub on: NaiveDate,
    /// By whom.
    pub by: String,
    /// First day it covers.
    pub from: NaiveDate,
    /// Last day it covers.
    pub until: NaiveDate,
    /// What it contains.
    #[serde(default)]
    pub parts: Vec<String>,
}

/// A discussion of a report.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DiscussionHeld {
    /// When.
    pub on: NaiveDate,
    /// Who called it.
    pub by: String,
    /// Who was there.
    #[serde(default)]
    pub attendees: Vec<String>,
    /// `ja`, `nee` or `niet-nodig`: whether it was put to management for decision.
    pub decision: Option<String>,
    /// Who decided.
    pub decided_by: Option<String>,
    /// When it was decided.
    pub decided_on: Option<NaiveDate>,
}

/// What a destroyed case leaves: codes, no id, no date finer than a quarter.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TallyRow {
    /// Quarter of receipt, as `2025-Q2`.
    pub received: String,
    /// How many such cases; 1 when absent.
    #[serde(default = "one")]
    pub count: u32,
    /// Main topic, or the only one.
    pub topic: Option<String>,
    /// All topics.
    #[serde(default)]
    pub topics: Vec<String>,
    /// Channel.
    pub channel: Option<String>,
    /// Source.
    pub source: Option<String>,
    /// Severity.
    pub severity: Option<String>,
    /// Role of the complainant.
    pub complainant: Option<String>,
    /// Cause.
    pub cause: Option<String>,
    /// Judgement.
    pub judgement: Option<String>,
    /// How it ended.
    pub ended: Option<String>,
    /// Satisfaction of the complainant.
    pub satisfied: Option<String>,
    /// `in-time`, `extended` or `late`.
    pub timeliness: Option<String>,
    /// Quarter of destruction.
    pub destroyed: Option<String>,
}

fn one() -> u32 {
    1
}
