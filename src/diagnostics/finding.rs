//! One thing that is wrong, where it is, which article says so, and what to do about it.

use serde::Serialize;

use super::lang::Lang;
use super::text::Text;

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

impl Severity {
    /// The word that machines read, the same in every language.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Hint => "hint",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }

    /// The word that people read.
    #[must_use]
    pub const fn name(self, lang: Lang) -> &'static str {
        match (self, lang) {
            (_, Lang::En) => self.word(),
            (Self::Hint, Lang::Nl) => "tip",
            (Self::Warning, Lang::Nl) => "waarschuwing",
            (Self::Error, Lang::Nl) => "fout",
        }
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
    /// The way to the value in the file, such as `log[2].on`. It outlives a moved line, so fingerprints rest on it.
    pub route: Option<String>,
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

impl Finding {
    /// A finding about a file as a whole; the other methods say more precisely what it concerns.
    pub fn new(code: &'static str, severity: Severity, path: impl Into<String>, message: Text, remedy: Text) -> Self {
        Self {
            code,
            severity,
            path: path.into(),
            position: Position::START,
            route: None,
            case: None,
            commit: None,
            article: None,
            message,
            remedy,
        }
    }

    /// The same finding at a place in its file.
    #[must_use]
    pub fn at(mut self, position: Position) -> Self {
        self.position = position;
        self
    }

    /// The same finding with the way to the value it is about.
    #[must_use]
    pub fn on_route(mut self, route: impl Into<String>) -> Self {
        self.route = Some(route.into());
        self
    }

    /// The same finding about a case.
    #[must_use]
    pub fn in_case(mut self, case: impl Into<String>) -> Self {
        self.case = Some(case.into());
        self
    }

    /// The same finding in a commit.
    #[must_use]
    pub fn in_commit(mut self, commit: impl Into<String>) -> Self {
        self.commit = Some(commit.into());
        self
    }

    /// The same finding with the rule of the regulation that demands it.
    #[must_use]
    pub fn demanded_by(mut self, article: Article) -> Self {
        self.article = Some(article);
        self
    }
}
