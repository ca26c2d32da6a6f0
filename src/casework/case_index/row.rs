//! One case in the overview: what the verbs that look over all cases need of it, independent of the day on which they look.
//!
//! `T` is text: a `String` where a row is made, a `&str` where it is looked at, which then points into what was kept.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::days;
use crate::counting::codes::LATE;
use crate::diagnostics::Lang;
use crate::docket::State;
use crate::statistics::Dimension;

/// A case, looked over.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Row<T> {
    /// Path in the register; kept with the file's stamp.
    #[serde(skip)]
    pub path: T,
    /// Its id.
    pub id: T,
    /// The regulation it stands under.
    pub regulation: T,
    /// The day of receipt; nothing of a destroyed case.
    #[serde(with = "days::maybe")]
    pub received: Option<NaiveDate>,
    /// Where it stands.
    pub state: State,
    /// Who handles it.
    pub handler: Option<T>,
    /// What it is about, the main topic first.
    pub topics: Vec<T>,
    /// The role of the complainant.
    pub complainant: Option<T>,
    /// The last day on which anything is recorded.
    #[serde(with = "days")]
    pub last: NaiveDate,
    /// When it ended.
    #[serde(with = "days::maybe")]
    pub ended: Option<NaiveDate>,
    /// What is still to be done, what has a day first.
    pub due: Vec<DueRow<T>>,
    /// The last day for an acknowledgement that was not given yet.
    #[serde(with = "days::maybe")]
    pub acknowledge_by: Option<NaiveDate>,
    /// The codes by which it is counted, in the order of the dimensions; none of a report or of a destroyed case.
    pub codes: Vec<(Dimension, T)>,
}

/// Words in both languages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Words<T> {
    /// Dutch.
    pub nl: T,
    /// English.
    pub en: T,
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
pub struct DueRow<T> {
    /// What it is.
    pub kind: DueKind,
    /// The last day, when a term sets one.
    #[serde(with = "days::maybe")]
    pub on: Option<NaiveDate>,
    /// The step's id, or that of the term or block where there is no step.
    pub step: T,
    /// The steps that would do as well, where the regulation leaves the choice.
    pub or: Vec<T>,
    /// The same in words, with the choice.
    pub words: Words<T>,
    /// For whom or of what, when the step is repeated or has parts: a key of the case.
    pub detail: Option<T>,
    /// The term behind the day.
    pub term: Option<T>,
    /// The round to which the term belongs, from 0.
    pub round: usize,
    /// How often the day was moved: extensions, and days for which the term stood still.
    pub moved: u64,
    /// A hard term or a target.
    pub hard: bool,
    /// Who must.
    pub by: Vec<Actor<T>>,
}

/// Somebody who must do something.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Actor<T> {
    /// The word of the regulation: a role's id, `handler`, `complainant`…
    pub selector: T,
    /// The role whose holders can, whoever they are on the day.
    pub role: Option<T>,
    /// Persons that the case itself names.
    pub persons: Vec<T>,
    /// Persons whom the case itself keeps from it, whatever role they hold.
    pub kept: Vec<T>,
}

impl<'a> Words<&'a str> {
    /// In one language.
    #[must_use]
    pub fn in_(self, lang: Lang) -> &'a str {
        match lang {
            Lang::Nl => self.nl,
            Lang::En => self.en,
        }
    }
}

impl<'a> Row<&'a str> {
    /// The code of a dimension on `today`; nothing of a report or of a destroyed case.
    #[must_use]
    pub fn code(&self, dimension: Dimension, today: NaiveDate) -> Option<&'a str> {
        let unacknowledged = || self.acknowledge_by.is_some_and(|last| today > last);
        if dimension == Dimension::Acknowledgement && !self.codes.is_empty() && unacknowledged() {
            return Some(LATE);
        }
        let at = self.codes.binary_search_by_key(&dimension, |(known, _)| *known).ok()?;
        self.codes.get(at).map(|(_, code)| *code)
    }
}

impl<T> Row<T> {
    /// What is to be done first: of what has a day, or else of what no term sets a day for.
    #[must_use]
    pub fn next(&self) -> Option<&DueRow<T>> {
        self.due.first()
    }

    /// The last day of what is to be done first, when that has one.
    #[must_use]
    pub fn next_day(&self) -> Option<NaiveDate> {
        self.next().and_then(|due| due.on)
    }
}
