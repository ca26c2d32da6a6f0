//! Who there is: roles, the positions of parties in a case, and the selectors by which rules name people.

use chrono::NaiveDate;
use serde::Deserialize;

pub use crate::case::Position;

/// Written or spoken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Form {
    /// On paper or by mail.
    Written,
    /// By telephone or face to face.
    Oral,
}

/// Where the holders of a role come from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum RoleKind {
    /// Persons of people.yaml.
    Staff,
    /// Somebody in a case.
    Party,
    /// Outside the organisation.
    External,
}

/// A role, as the regulation names it.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Role {
    /// Id by which rules and cases name it.
    pub id: String,
    /// As printed.
    pub name: String,
    /// Other words in the text for the same role (C16: one role, several words).
    #[serde(default)]
    pub words: Vec<String>,
    /// Staff, party or external.
    pub kind: RoleKind,
    /// Positions it may take in a case.
    #[serde(default, rename = "as")]
    pub positions: Vec<Position>,
    /// At most this many persons hold it at one time.
    pub max_holders: Option<usize>,
    /// Its holders hold no staff role.
    #[serde(default)]
    pub independent: bool,
    /// Contact data of an external body.
    pub contact: Option<serde_json::Map<String, serde_json::Value>>,
    /// Which contact data may be public.
    #[serde(default)]
    pub publish: Vec<String>,
    /// When the facts of an external body were last looked up.
    pub verified_on: Option<NaiveDate>,
    /// What it rests on in the text.
    #[serde(default)]
    pub quote: Vec<String>,
    /// For the reader of the file.
    pub note: Option<String>,
}

/// How a rule names somebody.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Deserialize)]
#[serde(from = "String")]
pub enum Selector {
    /// Whoever has this position in the case.
    Position(Position),
    /// Everybody named in the case.
    Parties,
    /// Who handles the case now.
    Handler,
    /// Who owns the case.
    Owner,
    /// Any member of staff.
    Anyone,
    /// Whoever holds this role.
    Role(String),
}

impl Selector {
    /// The words that are not role ids.
    pub const RESERVED: &'static [&'static str] =
        &["complainant", "respondent", "involved", "representative", "parties", "handler", "owner", "anyone"];

    /// The word in the file.
    #[must_use]
    pub fn word(&self) -> &str {
        match self {
            Self::Position(p) => p.word(),
            Self::Parties => "parties",
            Self::Handler => "handler",
            Self::Owner => "owner",
            Self::Anyone => "anyone",
            Self::Role(id) => id,
        }
    }
}

impl From<String> for Selector {
    fn from(word: String) -> Self {
        match word.as_str() {
            "parties" => Self::Parties,
            "handler" => Self::Handler,
            "owner" => Self::Owner,
            "anyone" => Self::Anyone,
            other => Position::from_word(other).map_or(Self::Role(word), Self::Position),
        }
    }
}
