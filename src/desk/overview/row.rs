//! One case in the overview: what the verbs that look over all cases need of it, independent of the day on which they look.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::days;
use crate::diagnostics::Text;
use crate::docket::State;
use crate::statistics::Dimension;

/// A case, looked over.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Row {
    /// Path in the register; kept with the file's stamp.
    #[serde(skip)]
    pub path: String,
    /// Its id.
    pub id: String,
    /// The regulation it stands under.
    pub regulation: String,
    /// The day of receipt; nothing of a destroyed case.
    #[serde(with = "days::maybe")]
    pub received: Option<NaiveDate>,
    /// Where it stands.
    pub state: State,
    /// Who handles it.
    pub handler: Option<String>,
    /// What it is about, the main topic first.
    pub topics: Vec<String>,
    /// The role of the complainant.
    pub complainant: Option<String>,
    /// The last day on which anything is recorded.
    #[serde(with = "days")]
    pub last: NaiveDate,
    /// When it ended.
    #[serde(with = "days::maybe")]
    pub ended: Option<NaiveDate>,
    /// What is still to be done, what has a day first.
    pub due: Vec<DueRow>,
    /// The last day for an acknowledgement that was not given yet.
    #[serde(with = "days::maybe")]
    pub acknowledge_by: Option<NaiveDate>,
    /// The codes by which it is counted, packed: only `export` unpacks them.
    pub codes: Vec<u8>,
}

/// What a line of the agenda is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DueKind {
    /// A step that can be taken now.
    Step,
    /// A term that runs while none of its steps can be taken yet, or beside a nearer one.
    Term,
    /// The next of a recurring notice.
    Notice,
    /// The destruction of the case.
    Destruction,
}

/// Something still to be done on a case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DueRow {
    /// What it is.
    pub kind: DueKind,
    /// The last day, when a term sets one.
    #[serde(with = "days::maybe")]
    pub on: Option<NaiveDate>,
    /// The step's id, or that of the term or block where there is no step.
    pub step: String,
    /// The same in words.
    pub words: Text,
    /// For whom or of what, when the step is repeated or has parts: a key of the case.
    pub detail: Option<String>,
    /// The term behind the day.
    pub term: Option<String>,
    /// The round to which the term belongs, from 0.
    pub round: usize,
    /// How often the day was moved: extensions, and days for which the term stood still.
    pub moved: u64,
    /// A hard term or a target.
    pub hard: bool,
    /// Who must.
    pub by: Vec<Actor>,
}

/// Somebody who must do something.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Actor {
    /// The word of the regulation: a role's id, `handler`, `complainant`…
    pub selector: String,
    /// The role whose holders can, whoever they are on the day.
    pub role: Option<String>,
    /// Persons that the case itself names.
    pub persons: Vec<String>,
}

impl Row {
    /// The codes by which the case is counted on `today`; nothing of a report or of a destroyed case.
    #[must_use]
    pub fn codes(&self, today: NaiveDate) -> Option<BTreeMap<Dimension, String>> {
        let codes: Option<BTreeMap<Dimension, String>> = postcard::from_bytes(&self.codes).ok()?;
        let mut codes = codes?;
        if self.acknowledge_by.is_some_and(|last| today > last) {
            codes.insert(Dimension::Acknowledgement, crate::statistics::counting::words::LATE.to_owned());
        }
        Some(codes)
    }

    /// What is to be done first, of what has a day.
    #[must_use]
    pub fn next(&self) -> Option<(NaiveDate, &DueRow)> {
        self.due.first().and_then(|due| Some((due.on?, due)))
    }
}
