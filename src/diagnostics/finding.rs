//! One thing that is wrong, where it is, which article says so, and what to do about it.

use serde::Serialize;

/// How grave a finding is. Ordered: a hint is less than a warning is less than an error.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Worth knowing.
    Hint,
    /// Reported; does not refuse.
    Warning,
    /// Refuses.
    Error,
}

/// The same words in both languages. Never holds personal data: messages reach logs.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct Text {
    /// Dutch.
    pub nl: String,
    /// English.
    pub en: String,
}

impl Text {
    /// A text from its two wordings.
    pub fn new(nl: impl Into<String>, en: impl Into<String>) -> Self {
        Self { nl: nl.into(), en: en.into() }
    }
}

/// A place in a file. Lines and columns count from 1, columns in characters; the end is exclusive.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct Position {
    /// First line.
    pub line: u32,
    /// First column.
    pub column: u32,
    /// Last line.
    pub end_line: u32,
    /// One past the last column.
    pub end_column: u32,
}

impl Position {
    /// The whole file: its first character.
    pub const START: Self = Self { line: 1, column: 1, end_line: 1, end_column: 1 };
}

/// The rule of the regulation on which a finding rests.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct Article {
    /// Path of the regulation file in the register.
    pub path: String,
    /// Line of the rule in it, from 1.
    pub line: u32,
    /// The rule, as block and id: `terms/beslissing`, `steps/gehoord`.
    pub rule: String,
    /// The words of the published text that the rule quotes.
    pub quote: Option<String>,
}

/// One finding, complete: nothing else is needed to print it.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct Finding {
    /// The rule's code, such as `W202`.
    pub code: &'static str,
    /// How grave it is.
    pub severity: Severity,
    /// Path in the register, with `/`.
    pub path: String,
    /// Where in the file.
    pub position: Position,
    /// The case it concerns.
    pub case: Option<String>,
    /// The commit it was found in (full id), when a range or history was checked.
    pub commit: Option<String>,
    /// What demands it.
    pub article: Option<Article>,
    /// What is wrong.
    pub message: Text,
    /// One command or line that puts it right.
    pub remedy: Text,
}
