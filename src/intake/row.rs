//! One complaint as a file brings it in: what was said of it by key, and what belongs to the confidential part.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};

use crate::diagnostics::{Text, text};
use crate::digest::sha256_hex;

/// What a confidential part may hold, by the words of `sealed.fields`.
pub const SEALED: &[&str] = &["name", "address", "city", "email", "phone", "narrative", "signature"];

/// An attachment of an e-mail.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attachment {
    /// A name that is safe in any folder.
    pub name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// A file as it came in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Original {
    /// The name under which it is kept.
    pub name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// Why something may be no complaint; somebody who looked can have it taken all the same.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Doubt {
    /// What is told.
    pub message: Text,
}

impl Doubt {
    /// No person wrote it.
    pub fn machine(what: &Text) -> Self {
        let message = text!(
            "dit lijkt geen klacht maar {what}; er is niets van gemaakt; is het toch een klacht, geef dan `--anyway`",
            "this looks like {what}, not like a complaint; nothing was made of it; if it is one all the same, give `--anyway`",
            what
        );
        Self { message }
    }
}

/// One complaint of a file.
#[derive(Debug, Clone, Default)]
pub struct Row {
    /// The line of the file on which it begins, from 1; nothing for an e-mail.
    pub line: Option<usize>,
    /// What the file says of it: `channel`, `topics`, `field.<id>` and so on.
    pub said: BTreeMap<String, Vec<String>>,
    /// What goes to the confidential part, by the words of `sealed.fields`.
    pub confidential: BTreeMap<String, String>,
    /// Attachments.
    pub attachments: Vec<Attachment>,
    /// The digest by which it is known again.
    pub mark: String,
    /// The addresses to which it was sent.
    pub addresses: Vec<String>,
    /// The column in which each row has its own day of receipt.
    pub day_column: Option<String>,
    /// Whether what stands there is no day, which was told already.
    pub day_unread: bool,
    /// The moment at which it came in, where the file tells that.
    pub moment: Option<DateTime<Utc>>,
    /// What is told where the file has a day that cannot be read.
    pub day_told: Option<Text>,
    /// The digest of what it says, when the mark is of a name that may be given twice.
    pub content: String,
    /// The file itself, as it is kept.
    pub original: Option<Original>,
    /// What is worth knowing once it is a case.
    pub notes: Vec<Remark>,
    /// Why it may be no complaint.
    pub doubts: Vec<Doubt>,
    /// Whether somebody of the organisation sent it, and nothing tells for whom.
    pub own_sender: bool,
    /// The subject of a message, in which a case may be named.
    pub subject: String,
    /// The marks of messages that it answers.
    pub threads: Vec<String>,
    /// Whether topics come in the order of a list to tick, so that the first is not what it is mainly about.
    pub ticked: bool,
}

impl Row {
    /// Adds what is said under a key; nothing for an empty text.
    pub fn say(&mut self, key: &str, value: &str) {
        if !value.trim().is_empty() {
            self.said.entry(key.to_owned()).or_default().push(value.trim().to_owned());
        }
    }

    /// Adds to the confidential part; nothing for an empty text.
    pub fn keep(&mut self, key: &str, value: &str) {
        if !value.trim().is_empty() {
            self.confidential.insert(key.to_owned(), value.trim().to_owned());
        }
    }

    /// Adds to what another column said of the same: a first name and a last name, two texts.
    pub fn keep_more(&mut self, key: &str, value: &str) {
        let between = if key == "narrative" { "\n\n" } else { " " };
        let before = self.confidential.get(key).map(|before| format!("{before}{between}"));
        if !value.trim().is_empty() {
            self.keep(key, &format!("{}{value}", before.unwrap_or_default()));
        }
    }
}

/// Something that was not understood, or is worth knowing. It repeats nothing of what the file says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remark {
    /// The line of the file, from 1.
    pub line: Option<usize>,
    /// What.
    pub message: Text,
    /// Whether nothing of the file is imported because of it.
    pub blocks: bool,
    /// What somebody could say, and it would do.
    pub asks: Option<Ask>,
}

/// What is asked of somebody who sits at a terminal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Ask {
    /// Under which regulation.
    Regulation,
    /// On which day.
    Received,
    /// By which channel.
    Channel,
    /// In which role who complains.
    Role,
    /// What it is about.
    Topics,
    /// Who of the organisation sent it.
    SentBy,
    /// Whether it is a complaint although it does not look like one.
    Anyway,
    /// Whether it belongs to this case.
    Case(String),
}

impl Remark {
    /// What is told.
    #[must_use]
    pub fn told(line: Option<usize>, message: Text, blocks: bool) -> Self {
        Self { line, message, blocks, asks: None }
    }

    /// The same, with what could be asked.
    #[must_use]
    pub fn asking(self, ask: Ask) -> Self {
        Self { asks: Some(ask), ..self }
    }

    /// Something that keeps the file from being imported.
    #[must_use]
    pub fn refusal(line: Option<usize>, nl: impl Into<String>, en: impl Into<String>) -> Self {
        Self::told(line, Text::new(nl, en), true)
    }

    /// Something worth knowing.
    #[must_use]
    pub fn note(line: Option<usize>, nl: impl Into<String>, en: impl Into<String>) -> Self {
        Self::told(line, Text::new(nl, en), false)
    }
}

/// The digest of some parts, in hexadecimals: by it a complaint is known again without its words being kept.
#[must_use]
pub fn mark<'a>(kind: &str, parts: impl IntoIterator<Item = &'a [u8]>) -> String {
    let mut bytes = kind.as_bytes().to_vec();
    for part in parts {
        bytes.push(0);
        bytes.extend_from_slice(&(part.len() as u64).to_be_bytes());
        bytes.extend_from_slice(part);
    }
    sha256_hex(&bytes)
}

/// How long a file name may be, in characters.
const NAME: usize = 60;

/// A name that is safe in any folder: the last component, of letters, digits, dots, hyphens and underscores, after a number.
#[must_use]
pub fn safe_name(number: usize, given: &str) -> String {
    let last = given.rsplit(['/', '\\']).next().unwrap_or_default();
    let plain = last.chars().map(|c| if c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_') { c } else { '_' });
    let plain: Vec<char> = plain.collect();
    // The end tells what kind of file it is, so the front is cut.
    let cut: String = plain.iter().skip(plain.len().saturating_sub(NAME)).collect();
    let cut = cut.trim_matches(['.', '_']);
    if cut.is_empty() { format!("{number:03}") } else { format!("{number:03}-{cut}") }
}

#[cfg(test)]
#[path = "../../tests/unit/intake/row.rs"]
mod tests;
