//! The year's record of one regulation: reports, discussions, declarations, and the rows that outlive their cases.

use chrono::NaiveDate;
use serde::Deserialize;

use crate::regulation::Attested;
use crate::regulation::tables::YEARBOOK;
use crate::regulation::{Read, read_file};
use crate::yaml::{NewItem, NewValue, Scalar};
use crate::yearbook::Frozen;

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
    /// What was learned, written for the public: no words of a complaint.
    #[serde(default)]
    pub lessons: Vec<Learned>,
    /// The published figures of the year, each revision as it was frozen.
    #[serde(default)]
    pub figures: Vec<Frozen>,
}

/// Reads `yearbook.yaml`.
#[must_use]
pub fn read_yearbook(source: &str) -> Read<Yearbook> {
    read_file(source, &YEARBOOK)
}

/// A lesson for the public.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Learned {
    /// Dutch.
    pub nl: String,
    /// English, where it was translated.
    pub en: Option<String>,
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
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TallyRow {
    /// Quarter of receipt, as `2025-Q2`; of a report that became a complaint, the quarter in which it did.
    pub received: String,
    /// What it was; a complaint when absent.
    pub kind: Option<TallyKind>,
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
    /// How the handling term was kept: `in-time`, `extended`, `late` or `not-applicable`.
    pub timeliness: Option<String>,
    /// The same, with the term in halves: `half`, `whole`, `extended`, `late` or `not-applicable`.
    pub band: Option<String>,
    /// `in-time`, `late` or `not-applicable`.
    pub acknowledgement: Option<String>,
    /// The external body to which it went, or `none`.
    pub escalation: Option<String>,
    /// `held`, `waived` or `none`.
    pub hearing: Option<String>,
    /// `none`, `agreed` or `verified`.
    pub measures: Option<String>,
    /// How often the handling term was extended: `none`, `once` or `several`.
    pub extension: Option<String>,
    /// Whether notices of progress came in time: `in-time`, `late` or `not-applicable`.
    pub progress: Option<String>,
    /// `none` or `reopened`.
    pub reopening: Option<String>,
    /// `none` or `amount`.
    pub redress: Option<String>,
    /// Quarter in which it first ended.
    pub closed: Option<String>,
    /// Quarter of destruction.
    pub destroyed: Option<String>,
}

fn one() -> u32 {
    1
}

/// What a destroyed case was.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum TallyKind {
    /// A complaint.
    Complaint,
    /// A report that never became one: it is not counted among the complaints.
    Report,
}

impl TallyRow {
    /// The row as it is written: its keys in order, those that say nothing left out.
    #[must_use]
    pub fn item(&self) -> NewItem {
        let text = |value: &String| NewValue::One(Scalar::Text(value.clone()));
        let kind = self.kind.filter(|k| *k == TallyKind::Report).map(|_| "report".to_owned());
        let mut keys = vec![("received".to_owned(), text(&self.received))];
        keys.extend(kind.map(|k| ("kind".to_owned(), text(&k))));
        if self.count != 1 {
            keys.push(("count".to_owned(), NewValue::One(Scalar::Whole(self.count.into()))));
        }
        keys.extend(self.topic.as_ref().map(|t| ("topic".to_owned(), text(t))));
        if !self.topics.is_empty() {
            let topics = self.topics.iter().map(|t| Scalar::Text(t.clone())).collect();
            keys.push(("topics".to_owned(), NewValue::Many(topics)));
        }
        let rest = [
            ("channel", &self.channel),
            ("source", &self.source),
            ("severity", &self.severity),
            ("complainant", &self.complainant),
            ("cause", &self.cause),
            ("judgement", &self.judgement),
            ("ended", &self.ended),
            ("satisfied", &self.satisfied),
            ("timeliness", &self.timeliness),
            ("band", &self.band),
            ("acknowledgement", &self.acknowledgement),
            ("escalation", &self.escalation),
            ("hearing", &self.hearing),
            ("measures", &self.measures),
            ("extension", &self.extension),
            ("progress", &self.progress),
            ("reopening", &self.reopening),
            ("redress", &self.redress),
            ("closed", &self.closed),
            ("destroyed", &self.destroyed),
        ];
        keys.extend(rest.into_iter().filter_map(|(key, value)| Some((key.to_owned(), text(value.as_ref()?)))));
        NewItem(keys)
    }
}
