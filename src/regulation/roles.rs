//! Who there is: roles, the positions of parties in a case, and the selectors by which rules name people.

use chrono::NaiveDate;
use serde::Deserialize;
use serde_json::{Map, Value};

use super::shared::shared;
pub use crate::case::Position;
use crate::yaml::{Field, Kind, Table, Written, group, words};

words! {
    /// Written or spoken.
    pub enum Form {
        /// On paper or by mail.
        Written = "written",
        /// By telephone or face to face.
        Oral = "oral",
    }
}

words! {
    /// Where the holders of a role come from.
    pub enum RoleKind {
        /// Persons of people.yaml.
        Staff = "staff",
        /// Somebody in a case.
        Party = "party",
        /// Outside the organisation.
        External = "external",
    }
}

group! {
    /// A role, as the regulation names it.
    pub struct Role = "role" {
        ..id;
        ..name;
        /// C16: one role, several words.
        may words: Vec<String>, "andere woorden voor dezelfde rol", "other words for the same role";
        must kind: RoleKind, "medewerker, partij of extern", "staff, party or external";
        /// In a case.
        may positions("as"): Vec<Position>, "wat deze rol in een zaak kan zijn", "positions it may take";
        /// At one time.
        may max_holders: Option<usize>, "hoogstens zoveel personen", "at most so many persons";
        may independent: bool, "is geen medewerker", "holds no staff role";
        /// Of an external body.
        may contact: Option<Map<String, Value>> as Sub(&CONTACT), "hoe bereikbaar", "contact data";
        /// Of the contact data.
        may publish: Vec<String> as OneOrMany(&OneOf(&["name", "email", "phone", "post", "url"])),
            "wat openbaar mag", "what may be public";
        /// The facts of an external body.
        may verified_on: Option<NaiveDate>, "wanneer nagekeken", "when it was last looked up";
        ..quoted;
        ..note;
    }
}

static CONTACT: Table = Table {
    name: "contact",
    open: false,
    fields: &[
        Field::optional("name", Kind::Text, "naam", "name"),
        Field::optional("email", Kind::Text, "e-mail", "e-mail"),
        Field::optional("phone", Kind::Text, "telefoon", "telephone"),
        Field::optional("post", Kind::Text, "postadres", "postal address"),
        Field::optional("url", Kind::Text, "website", "site"),
    ],
};

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

impl Written for Selector {
    const KIND: Kind = Kind::Id;
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
