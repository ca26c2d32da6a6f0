//! The published figures of one year: the only type that pages, data files and charts take. Nothing secret fits in it.
//!
//! In a yearbook a table is short: one line per row, its counts and then its total, in the order of `columns`.
//!
//! ```yaml
//! - id: topic-outcome
//!   dimensions: [topic, outcome]
//!   basis: complaints
//!   columns: [upheld, not-upheld, withdrawn]
//!   rows:
//!   - waiting: 9 hidden hidden 16
//!   - other: hidden 7 hidden 14
//!   total: 15 11 hidden 30
//! ```

use std::collections::BTreeMap;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use sha2::{Digest, Sha256};

use super::count::{Count, Counts};
use super::flow::Flow;
use super::schema::Dimension;

/// The notation of the published figures; a reader refuses one that it does not know.
pub const NOTATION: &str = "klacht.figures/2";
/// The notation before, of figures frozen before there were tables of extensions, notices, reopening and redress. They stay as they are.
pub const FIRST_NOTATION: &str = "klacht.figures/1";
/// The id of the table of mentions.
pub const MENTIONS: &str = "mentions";
/// Its column of main values.
pub const MAIN: &str = "main";
/// Its column of further mentions.
pub const ALSO: &str = "also";

/// The published figures of one year, protected and audited. Frozen in the yearbook when the year is closed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Figures {
    /// [`NOTATION`], or `klacht.figures/1` in figures that were frozen in it.
    pub schema: String,
    /// The calendar year.
    pub year: i32,
    /// A count below this is hidden, zero included.
    pub k: u32,
    /// Every hidden count can differ at least so much, for all that the figures say.
    pub width: u32,
    /// How much a year of this size says.
    pub size: Size,
    /// Complaints received: exact from 5 on.
    pub received: Count,
    /// Where they came from and went.
    pub flow: Flow<Count>,
    /// The dimension by which others are crossed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hub: Option<Dimension>,
    /// The hub values that are counted together as `other`, in the order of the vocabulary.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub merged: Vec<String>,
    /// The tables, one-dimensional ones first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tables: Vec<Table>,
    /// Handling times.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub times: Option<Times>,
    /// What the audit found.
    pub certificate: Certificate,
}

impl Figures {
    /// A table by its id: `outcome`, `topic-outcome`, `mentions`.
    #[must_use]
    pub fn table(&self, id: &str) -> Option<&Table> {
        self.tables.iter().find(|t| t.id == id)
    }

    /// Whether the figures are those that were audited: the certificate has their SHA-256, and every line of a table is whole.
    #[must_use]
    pub fn is_intact(&self) -> bool {
        let whole = |t: &Table| {
            let lines = t.rows.iter().map(|r| &r.counts).chain([&t.total]);
            !t.dimensions.is_empty() && lines.into_iter().all(|line| line.0.len() == t.columns.len() + 1)
        };
        self.is_known() && self.tables.iter().all(whole) && self.certificate.sha256 == fingerprint(self)
    }
}

impl Figures {
    /// Whether the notation is known, and has all dimensions that the tables are of.
    fn is_known(&self) -> bool {
        let first = || self.tables.iter().flat_map(|t| &t.dimensions).all(|d| d.is_of_first());
        self.schema == NOTATION || (self.schema == FIRST_NOTATION && first())
    }
}

/// How much is said about a year, by its number of complaints received, before any count is looked at. The first year that does not
/// pass the audit at its size is published at the next lower one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Size {
    /// Fewer than 5: that is all that is said.
    Fewer,
    /// 5 to 19: the total (and what of the flow is safe).
    Total,
    /// 20 to 49: tables of one dimension.
    OneWay,
    /// 50 and more: tables by the hub too.
    Star,
}

/// What a table counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Basis {
    /// Complaints; each counts once.
    Complaints,
    /// Mentions: a complaint counts once for every hub value that it mentions.
    Mentions,
}

/// One published table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Table {
    /// `outcome`, `topic-outcome` or [`MENTIONS`].
    pub id: String,
    /// One dimension, or the hub and another. The table of mentions has the hub only, and two columns.
    pub dimensions: Vec<Dimension>,
    /// What it counts.
    pub basis: Basis,
    /// Values of the second dimension in the order of the vocabulary, or [`MAIN`] and [`ALSO`]; none in a table of one
    /// dimension.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub columns: Vec<String>,
    /// One per value of the first dimension, in the order of the vocabulary, the merged rest last.
    pub rows: Vec<Row>,
    /// The totals of the columns, then the total of the table.
    pub total: Counts,
}

/// One row of a table, written in one line: `waiting: 9 hidden 16`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The value, or `other` for the merged rest.
    pub id: String,
    /// One count per column, then the row's total. In a table of one dimension only the latter.
    pub counts: Counts,
}

impl Serialize for Row {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map([(&self.id, &self.counts)])
    }
}

impl<'de> Deserialize<'de> for Row {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let mut rows = BTreeMap::<String, Counts>::deserialize(deserializer)?.into_iter();
        match (rows.next(), rows.next()) {
            (Some((id, counts)), None) => Ok(Self { id, counts }),
            _ => Err(de::Error::custom("a row is one value with its counts")),
        }
    }
}

impl Table {
    /// The count at a row and a column; `None` for the total. Nothing when there is no such row or column.
    #[must_use]
    pub fn count(&self, row: Option<&str>, column: Option<&str>) -> Option<Count> {
        let counts = match row {
            Some(id) => &self.rows.iter().find(|r| r.id == id)?.counts,
            None => &self.total,
        };
        let at = match column {
            Some(id) => self.columns.iter().position(|c| c == id)?,
            None => self.columns.len(),
        };
        counts.0.get(at).copied()
    }

    /// Every count with its row and column, `None` for the totals, line by line.
    pub fn cells(&self) -> impl Iterator<Item = (Option<&str>, Option<&str>, Count)> {
        let lines = self.rows.iter().map(|r| (Some(r.id.as_str()), &r.counts)).chain([(None, &self.total)]);
        lines.flat_map(move |(row, counts)| {
            let columns = self.columns.iter().map(|c| Some(c.as_str())).chain([None]);
            columns.zip(&counts.0).map(move |(column, count)| (row, column, *count))
        })
    }
}

/// Handling times in whole calendar days, of at least 10 complaints. How many exactly is not said: the difference with those received
/// would be the number still open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Times {
    /// The middle one, or the mean of the two in the middle.
    pub median: u32,
    /// The mean.
    pub mean: u32,
}

/// What the audit of a release found. It names parameters and public numbers only.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Certificate {
    /// Different counts in the figures, hidden ones included.
    pub cells: u32,
    /// How many of them are hidden.
    pub hidden: u32,
    /// The least that a hidden count can differ, for somebody with all published years; none if nothing is hidden.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub minimum_width: Option<u64>,
    /// Groups of hidden counts of which every completion was tried against the method itself.
    #[serde(default)]
    pub enumerated: u32,
    /// Groups with too many completions to try each.
    #[serde(default)]
    pub beyond: u32,
    /// SHA-256 of the figures as compact JSON, this certificate left out.
    pub sha256: String,
}

/// SHA-256 of the figures without their certificate: of nothing that is not published.
#[must_use]
pub fn fingerprint(figures: &Figures) -> String {
    let bare = Figures { certificate: Certificate::default(), ..figures.clone() };
    let bytes = serde_json::to_vec(&bare).unwrap_or_default();
    Sha256::digest(&bytes).iter().fold(String::new(), |hex, byte| format!("{hex}{byte:02x}"))
}
