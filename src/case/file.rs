//! One case as the program knows it. Nothing here is derived: what it means follows from replaying the log.

use std::ops::Range;

use chrono::NaiveDate;
use serde::Deserialize;

use super::id::CaseId;

/// A case file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Case {
    /// Its id.
    pub id: CaseId,
    /// The day the complaint came in; absent only in the stub of a destroyed case.
    pub received: Option<NaiveDate>,
    /// How it came in.
    pub intake: Intake,
    /// Who is named in it.
    pub parties: Vec<Party>,
    /// What it is about.
    pub topics: Vec<String>,
    /// What it is mainly about.
    pub main_topic: Option<String>,
    /// How grave it is.
    pub severity: Option<String>,
    /// Facts that only this organisation records, in the order of the file.
    pub fields: Vec<(String, DataValue)>,
    /// What is kept outside git.
    pub sealed: Option<Sealed>,
    /// An earlier report of the same matter.
    pub earlier: Option<CaseId>,
    /// What the complainant was charged, in cents.
    pub charged: Option<u64>,
    /// What stops its destruction.
    pub legal_hold: Option<LegalHold>,
    /// Declared conduct.
    pub attestations: Vec<Attestation>,
    /// Findings that somebody accepted.
    pub accepted: Vec<Accepted>,
    /// The steps, in the order of the file.
    pub log: Vec<LogEntry>,
    /// When and by whom it was destroyed: then nothing else is left but the id.
    pub destroyed: Option<Destroyed>,
    /// Where the Markdown body stands in the file.
    pub body: Range<usize>,
}

/// How a complaint came in.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Intake {
    /// By which channel.
    pub channel: String,
    /// From where, when that is recorded.
    pub source: Option<String>,
}

/// Somebody in a case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Party {
    /// The key by which the log names them.
    pub key: String,
    /// Their role in the regulation.
    pub role: Option<String>,
    /// Their position in this case.
    pub position: Position,
    /// Their key in people.yaml, when they are of the organisation.
    pub person: Option<String>,
    /// The day on which they came into a case that was under way: steps up to that day were taken without them.
    pub since: Option<NaiveDate>,
    /// One of several complainants, through whom all are reached.
    pub contact: bool,
}

/// The position of a party.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Position {
    /// Who complains.
    Complainant,
    /// Who is complained about.
    Respondent,
    /// Who has to do with it otherwise.
    Involved,
    /// Who speaks for the complainant.
    Representative,
}

impl Position {
    /// All words.
    pub const WORDS: &'static [&'static str] = &["complainant", "respondent", "involved", "representative"];

    /// The position with this word.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Some(match word {
            "complainant" => Self::Complainant,
            "respondent" => Self::Respondent,
            "involved" => Self::Involved,
            "representative" => Self::Representative,
            _ => return None,
        })
    }

    /// Its word, which is also its selector.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Complainant => "complainant",
            Self::Respondent => "respondent",
            Self::Involved => "involved",
            Self::Representative => "representative",
        }
    }
}

/// A value of a key that the regulation brings in: what it means is for the regulation to say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DataValue {
    /// One text.
    Text(String),
    /// Several texts.
    List(Vec<String>),
}

impl DataValue {
    /// The text, when it is one.
    #[must_use]
    pub fn text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            Self::List(_) => None,
        }
    }

    /// The texts, one or several.
    #[must_use]
    pub fn texts(&self) -> &[String] {
        match self {
            Self::Text(text) => std::slice::from_ref(text),
            Self::List(texts) => texts,
        }
    }
}

/// What is kept outside git.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sealed {
    /// Which personal data it holds.
    pub fields: Vec<String>,
    /// The digest of the sealed file, in hexadecimals.
    pub sha256: Option<String>,
    /// Its size.
    pub bytes: Option<u64>,
}

/// What stops the destruction of a case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LegalHold {
    /// Since when.
    pub since: NaiveDate,
    /// Why.
    pub reason: String,
}

/// A declaration about conduct that no file can prove.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attestation {
    /// Which declaration of the regulation.
    pub attestation: String,
    /// The day.
    pub on: NaiveDate,
    /// By whom.
    pub by: String,
    /// How.
    pub how: Option<String>,
}

/// A finding that somebody accepted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Accepted {
    /// Its code.
    pub code: String,
    /// Why.
    pub why: String,
    /// By whom.
    pub by: String,
}

/// The end of a case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Destroyed {
    /// The day.
    pub on: NaiveDate,
    /// By whom.
    pub by: String,
}

/// One dated step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LogEntry {
    /// Which step of the regulation.
    pub step: String,
    /// The day.
    pub on: NaiveDate,
    /// By whom.
    pub by: Vec<String>,
    /// To whom.
    pub to: Vec<String>,
    /// With a copy to whom.
    pub cc: Vec<String>,
    /// In consultation with whom.
    pub with: Vec<String>,
    /// To whom it was reported.
    pub reported_to: Vec<String>,
    /// By which channel.
    pub channel: Option<String>,
    /// Which parties it concerns.
    pub party: Vec<String>,
    /// Which parts of the step are covered.
    pub parts: Vec<String>,
    /// Why it was late.
    pub late: Option<String>,
    /// On which ground the step was left out.
    pub waived: Option<String>,
    /// Why it was taken by somebody who otherwise may not.
    pub waiver: Option<String>,
    /// It was offered, and that suffices.
    pub offered: bool,
    /// Who wrote it down, when that is not who did it.
    pub recorded_by: Option<String>,
    /// The reason.
    pub reason: Option<String>,
    /// A reference.
    pub ref_: Option<String>,
    /// A note.
    pub note: Option<String>,
    /// Who handles the case from here on.
    pub handler: Option<String>,
    /// What a correction annuls: the number of an entry, from 1, or `received`.
    pub of: Option<String>,
    /// What the step itself asks: every other key, in the order of the file.
    pub data: Vec<(String, DataValue)>,
}

impl LogEntry {
    /// The datum under `key`; a step may also ask for some of the keys that every entry knows.
    #[must_use]
    pub fn datum(&self, key: &str) -> Option<Datum<'_>> {
        let own = match key {
            "reason" => &self.reason,
            "ref" => &self.ref_,
            "handler" => &self.handler,
            "note" => &self.note,
            _ => return self.data.iter().find(|(k, _)| k == key).map(|(_, v)| Datum::of(v)),
        };
        own.as_deref().map(Datum::Text)
    }

    /// The datum under `key`, when it is one text.
    #[must_use]
    pub fn value(&self, key: &str) -> Option<&str> {
        self.datum(key)?.text()
    }
}

impl Case {
    /// The first day of the case that is known: of receipt, or of destruction where only that is left.
    #[must_use]
    pub fn first_day(&self) -> NaiveDate {
        self.received.or(self.destroyed.as_ref().map(|d| d.on)).unwrap_or_default()
    }

    /// A fact that only this organisation records, when it is one text.
    #[must_use]
    pub fn field(&self, key: &str) -> Option<&str> {
        self.fields.iter().find(|(k, _)| k == key).and_then(|(_, v)| v.text())
    }

    /// The personal data that the sealed part holds.
    #[must_use]
    pub fn sealed_fields(&self) -> &[String] {
        self.sealed.as_ref().map(|s| s.fields.as_slice()).unwrap_or_default()
    }
}

/// A datum, borrowed: one text or several.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Datum<'a> {
    /// One text.
    Text(&'a str),
    /// Several texts.
    List(&'a [String]),
}

impl<'a> Datum<'a> {
    /// Borrows a value.
    #[must_use]
    pub fn of(value: &'a DataValue) -> Self {
        match value {
            DataValue::Text(text) => Self::Text(text),
            DataValue::List(texts) => Self::List(texts),
        }
    }

    /// The text, when it is one.
    #[must_use]
    pub fn text(self) -> Option<&'a str> {
        match self {
            Self::Text(text) => Some(text),
            Self::List(_) => None,
        }
    }
}
