//! What somebody says of a party, and in whose words the complaint is.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use zeroize::Zeroize;

use crate::casework::error::CaseworkError;
use crate::casework::new_case::question_texts::sealed_key;
use crate::diagnostics::text;
use crate::sealing::{Piece, PieceKind};
use crate::yaml::{Node, Value, parse};

/// The datum that is running text, in a piece of its own: whoever answers reads it, and a letter does not need it.
pub(crate) const NARRATIVE: &str = "narrative";

/// What a letter that went out is called among what pieces hold.
pub(crate) const LETTER: &str = "letter";

/// The data of one party. Secret: it has no form that could be printed by accident, and is wiped when it is let go.
#[derive(Default)]
pub(crate) struct Contents {
    /// Values by their keys.
    fields: BTreeMap<String, String>,
}

impl Drop for Contents {
    fn drop(&mut self) {
        self.fields.values_mut().for_each(Zeroize::zeroize);
    }
}

impl Contents {
    /// Reads lines `name: …`, each key as people say it; running text behind `narrative: |`.
    pub(crate) fn read(source: &str) -> Result<Self, CaseworkError> {
        let wrong = || {
            CaseworkError::Asked(
                text!("dit zijn geen regels `naam: waarde`", "these are no lines `name: value`"),
                text!(
                    "schrijf een regel voor elk gegeven, zoals `name: …` en `address: …`; het verhaal achter `narrative: |`, ingesprongen",
                    "write a line for each datum, such as `name: …` and `address: …`; the story behind `narrative: |`, indented"
                ),
            )
        };
        let (root, faults) = parse(source, 0);
        let root: Node = root.filter(|_| faults.is_empty()).ok_or_else(wrong)?;
        let Value::Map(entries) = &root.value else { return Err(wrong()) };
        let mut contents = Self::default();
        for entry in entries {
            contents.put(&entry.key, entry.node.text().ok_or_else(wrong)?);
        }
        Ok(contents)
    }

    /// The values of a file that was taken in.
    pub(crate) fn of(values: &BTreeMap<String, String>) -> Self {
        let mut contents = Self::default();
        values.iter().for_each(|(key, value)| contents.put(key, value));
        contents
    }

    /// Takes up one value; an empty one is none.
    pub(crate) fn put(&mut self, key: &str, value: &str) {
        let value = value.trim();
        if !value.is_empty() {
            self.fields.insert(sealed_key(key).to_owned(), value.to_owned());
        }
    }

    /// As pieces, each with the data it holds: who a party is, and the words.
    pub(crate) fn pieces(&self, of: Option<&str>, by: Option<&str>, day: NaiveDate) -> Vec<(Piece, Vec<String>)> {
        let new = |kind| {
            let mut piece = Piece::new(kind, day, by.map(str::to_owned));
            piece.of = of.map(str::to_owned);
            piece
        };
        let mut pieces = Vec::new();
        let person: BTreeMap<String, String> =
            self.fields.iter().filter(|(key, _)| *key != NARRATIVE).map(|(k, v)| (k.clone(), v.clone())).collect();
        if !person.is_empty() {
            let holds = person.keys().cloned().collect();
            let mut piece = new(PieceKind::Person);
            piece.fields = person;
            pieces.push((piece, holds));
        }
        if let Some(words) = self.fields.get(NARRATIVE) {
            let mut piece = new(PieceKind::Words);
            piece.text = Some(words.clone());
            pieces.push((piece, vec![NARRATIVE.to_owned()]));
        }
        pieces
    }
}
