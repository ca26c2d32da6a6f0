//! What somebody says on the command line of everything that is imported in one go.

use std::collections::BTreeMap;

use chrono::NaiveDate;

/// Who sent a message from an address of the organisation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SentBy {
    /// Who complains.
    Complainant,
    /// Somebody who passed it on.
    Colleague,
}

/// What holds for every case of one run; it goes before what a file says.
#[derive(Debug, Clone, Default)]
pub struct Given {
    /// The regulation.
    pub regulation: Option<String>,
    /// The day of receipt.
    pub received: Option<NaiveDate>,
    /// The channel.
    pub channel: Option<String>,
    /// From inside or outside.
    pub source: Option<String>,
    /// The complainant's role.
    pub role: Option<String>,
    /// Others involved: their role and position, as `trainer:respondent`.
    pub parties: Vec<String>,
    /// What it is about.
    pub topics: Vec<String>,
    /// What it is mainly about.
    pub main_topic: Option<String>,
    /// How grave it is.
    pub severity: Option<String>,
    /// Facts of this organisation.
    pub fields: BTreeMap<String, String>,
    /// What the confidential part holds besides what is found in the file.
    pub sealed: Vec<String>,
    /// Who sent it, where the organisation did.
    pub sent_by: Option<SentBy>,
    /// Whether it is a complaint although it does not look like one.
    pub anyway: bool,
}
