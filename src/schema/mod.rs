//! JSON Schemas (draft 2020-12) of the files of a register, made from the tables by which they are checked, so that an
//! editor and `klacht check` know the same keys. What a schema cannot say (an order of steps, a deadline) `check` says.

mod build;
#[cfg(test)]
#[path = "../../tests/unit/schema/tests.rs"]
mod tests;

use serde_json::{Value, json};

use crate::case::{Case, STUB};
use crate::context::Settings;
use crate::diagnostics::{Lang, Text};
use crate::intake::Map;
use crate::regulation::{People, Regulation, Words};
use crate::yaml::{Group, Table};
use crate::yearbook::Yearbook;
use build::Builder;

/// A file with a schema.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Document {
    /// The front matter of a case.
    Case,
    /// `regulation.yaml`.
    Regulation,
    /// `people.yaml`.
    People,
    /// `yearbook.yaml`.
    Yearbook,
    /// `klacht.yaml`.
    Settings,
    /// `words.en.yaml`.
    Words,
    /// The map of a table that is imported.
    Map,
}

impl Document {
    /// Every one.
    pub const ALL: [Self; 7] =
        [Self::Case, Self::Regulation, Self::People, Self::Yearbook, Self::Settings, Self::Words, Self::Map];

    /// The word by which it is asked for.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Case => "case",
            Self::Regulation => "regulation",
            Self::People => "people",
            Self::Yearbook => "yearbook",
            Self::Settings => "settings",
            Self::Words => "words",
            Self::Map => "map",
        }
    }

    /// The one with this name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|d| d.name() == name)
    }

    /// The table of its keys.
    #[must_use]
    pub fn table(self) -> &'static Table {
        match self {
            Self::Case => Case::TABLE,
            Self::Regulation => Regulation::TABLE,
            Self::People => People::TABLE,
            Self::Yearbook => Yearbook::TABLE,
            Self::Settings => Settings::TABLE,
            Self::Words => Words::TABLE,
            Self::Map => Map::TABLE,
        }
    }

    fn title(self) -> Text {
        let (nl, en) = match self {
            Self::Case => ("De kop van een klachtbestand", "The front matter of a case file"),
            Self::Regulation => ("Een klachtenregeling als gegevens", "A complaint regulation as data"),
            Self::People => ("Wie welke rol heeft", "Who holds which role"),
            Self::Yearbook => ("Het jaarboek van een regeling", "The yearbook of a regulation"),
            Self::Settings => ("De instellingen van het register", "The settings of the register"),
            Self::Words => ("Een regeling in het Engels", "A regulation in English"),
            Self::Map => ("De kaart van een tabel om in te lezen", "The map of a table to import"),
        };
        Text::new(nl, en)
    }

    /// Its schema, with descriptions in a language.
    #[must_use]
    pub fn schema(self, lang: Lang) -> Value {
        let mut builder = Builder::new(lang);
        let body = if self == Self::Case {
            // A destroyed case keeps only its stub; asking for it first leaves an editor one table to complete from.
            json!({
                "if": {"type": "object", "required": ["destroyed"]},
                "then": builder.reference(&STUB),
                "else": builder.reference(Case::TABLE),
            })
        } else {
            builder.reference(self.table())
        };
        let mut schema = json!({
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "title": self.title().in_(lang),
        });
        if let (Some(schema), Value::Object(body)) = (schema.as_object_mut(), body) {
            schema.extend(body);
            schema.insert("$defs".to_owned(), Value::Object(builder.into_definitions()));
        }
        schema
    }

    /// The same as text, as `klacht schema` prints it and `docs/schema/` keeps it.
    #[must_use]
    pub fn text(self, lang: Lang) -> String {
        format!("{:#}\n", self.schema(lang))
    }
}
