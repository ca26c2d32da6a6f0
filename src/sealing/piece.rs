//! A piece: what is sealed at once and never changed. A correction is a new piece that names the one it replaces.

use std::collections::BTreeMap;
use std::fmt;
use std::str::FromStr;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use zeroize::{Zeroize, Zeroizing};

use super::case_key::CaseKey;
use super::identity::{NotOpened, Recipient, open, seal};
use super::padding;

/// The form of what is inside.
const SCHEMA: &str = "klacht.piece/1";
/// The characters of the name of a piece: 26 of these are 130 bits.
const ALPHABET: &[u8; 32] = b"abcdefghijklmnopqrstuvwxyz234567";
/// How many characters a name has.
const NAME: usize = 26;

/// The name of a piece: random, so that it says nothing.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub(crate) struct PieceId(String);

impl PieceId {
    /// A name from chance: three draws of 64 bits, of which 130 are taken.
    pub(crate) fn from_random(random: [u64; 3]) -> Self {
        let bits = random.iter().flat_map(|draw| (0..12).map(move |n| (draw >> (5 * n)) & 31));
        let name = bits.take(NAME).filter_map(|five| ALPHABET.get(usize::try_from(five).ok()?)).map(|c| char::from(*c));
        Self(name.collect())
    }

    /// The name.
    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }

    /// The name of its file in the vault.
    pub(crate) fn file(&self) -> String {
        format!("{}.age", self.0)
    }

    /// The piece whose file has this name.
    pub(crate) fn of_file(name: &str) -> Option<Self> {
        name.strip_suffix(".age")?.parse().ok()
    }
}

impl fmt::Display for PieceId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl FromStr for PieceId {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let right = text.len() == NAME && text.bytes().all(|b| ALPHABET.contains(&b));
        right.then(|| Self(text.to_owned())).ok_or(())
    }
}

/// What a piece is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum PieceKind {
    /// Who a party is and how they are reached.
    Person,
    /// The complaint in the complainant's words.
    Words,
    /// A message as it came in.
    Message,
    /// A file that somebody handed over.
    Attachment,
    /// A letter that went out, or is to.
    Letter,
    /// What staff noted.
    Note,
}

impl PieceKind {
    /// Every one, with its word.
    pub(crate) const ALL: [(Self, &'static str); 6] = [
        (Self::Person, "person"),
        (Self::Words, "words"),
        (Self::Message, "message"),
        (Self::Attachment, "attachment"),
        (Self::Letter, "letter"),
        (Self::Note, "note"),
    ];

    /// Its word in files and on the command line.
    pub(crate) fn word(self) -> &'static str {
        Self::ALL.iter().find(|(kind, _)| *kind == self).map_or("note", |(_, word)| word)
    }
}

/// What is sealed. Secret: it has no form that could be printed by accident, and is wiped when it is let go.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Piece {
    /// What it is.
    pub kind: PieceKind,
    /// Whose data it is, by the key of the party: for whom it is opened on request (GDPR art. 15).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub of: Option<String>,
    /// Values by their keys, of [`PieceKind::Person`].
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub fields: BTreeMap<String, String>,
    /// Running text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// A file, which follows the rest.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub file: Option<File>,
    /// What it is besides, of a [`PieceKind::Letter`] that went out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sent: Option<Sent>,
    /// The day on which it was sealed.
    pub added: NaiveDate,
    /// Who sealed it, by key; nobody where a machine did.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<String>,
    /// The pieces that it takes the place of.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub replaces: Vec<PieceId>,
}

/// A letter that went out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Sent {
    /// Which, by the word for its kind.
    pub letter: String,
    /// To whom, by the key of the party.
    pub to: String,
    /// On which day.
    pub on: NaiveDate,
}

/// A file in a piece.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct File {
    /// Its name, without folders.
    pub name: String,
    /// Its type, as mail has it: `application/pdf`.
    #[serde(rename = "type")]
    pub media_type: String,
    /// Its bytes.
    #[serde(skip)]
    pub bytes: Vec<u8>,
}

impl Drop for Piece {
    fn drop(&mut self) {
        self.fields.values_mut().for_each(Zeroize::zeroize);
        self.text.zeroize();
        if let Some(file) = &mut self.file {
            file.name.zeroize();
            file.bytes.zeroize();
        }
    }
}

#[derive(Serialize)]
struct Written<'a> {
    schema: &'static str,
    #[serde(flatten)]
    piece: &'a Piece,
}

#[derive(Deserialize)]
struct Read {
    schema: String,
    #[serde(flatten)]
    piece: Piece,
}

impl Piece {
    /// A piece without content, to be filled.
    pub(crate) fn new(kind: PieceKind, added: NaiveDate, by: Option<String>) -> Self {
        Self {
            kind,
            of: None,
            fields: BTreeMap::new(),
            text: None,
            file: None,
            sent: None,
            added,
            by,
            replaces: Vec::new(),
        }
    }

    /// Sealed to the newest identity of a case, at a size of a class.
    pub(crate) fn sealed(&self, to: &Recipient) -> Option<Vec<u8>> {
        seal(std::slice::from_ref(to), &padding::padded(&self.written()?))
    }

    /// What is sealed of it: JSON of one line; where a file follows, it follows the first end of a line.
    pub(super) fn written(&self) -> Option<Zeroizing<Vec<u8>>> {
        let json = serde_json::to_vec(&Written { schema: SCHEMA, piece: self }).ok()?;
        let mut content = Zeroizing::new(json);
        if let Some(file) = &self.file {
            content.push(b'\n');
            content.extend_from_slice(&file.bytes);
        }
        Some(content)
    }

    /// Opened by the key of its case.
    pub(crate) fn opened(sealed: &[u8], key: &CaseKey) -> Result<Self, NotOpened> {
        let padded = open(key.identities(), sealed)?;
        padding::content(&padded).and_then(Self::read).ok_or(NotOpened::Damaged)
    }

    /// Reads what was [`written`](Self::written).
    pub(super) fn read(content: &[u8]) -> Option<Self> {
        let end = content.iter().position(|byte| *byte == b'\n').unwrap_or(content.len());
        let read: Read = serde_json::from_slice(&content[..end]).ok()?;
        let mut piece = (read.schema == SCHEMA).then_some(read.piece)?;
        if let Some(file) = &mut piece.file {
            file.bytes = content.get(end + 1..)?.to_vec();
        }
        Some(piece)
    }
}

#[cfg(test)]
#[path = "../../tests/unit/sealing/piece.rs"]
mod tests;
