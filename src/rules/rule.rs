//! A rule, and the page that it is.

use crate::diagnostics::{Lang, Severity};

/// What everything that names, explains or lists a rule needs to know of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rule {
    /// Family letter and number, such as `W202`; never reused.
    pub code: &'static str,
    /// Name in kebab-case.
    pub name: &'static str,
    /// How grave its findings are unless overridden.
    pub severity: Severity,
    /// What it checks in one sentence: Dutch, English.
    pub summary: (&'static str, &'static str),
    /// Whether a setting may make its findings milder.
    pub softened: bool,
    /// Whether somebody may record that a finding of it is accepted.
    pub accepted: bool,
    /// The version of the program that brought it.
    pub since: &'static str,
    /// The source file that finds what it reports.
    pub check: &'static str,
    /// Its page in both languages, in Markdown: English, a line `---`, Dutch.
    pub text: &'static str,
}

impl Rule {
    /// The rule's page in Markdown, with its title.
    #[must_use]
    pub fn page(&self, lang: Lang) -> String {
        let text = self.text.replace("\r\n", "\n");
        let (en, nl) = text.split_once("\n---\n").unwrap_or((&text, ""));
        match lang {
            Lang::Nl => nl.trim().to_owned(),
            Lang::En => en.trim().to_owned(),
        }
    }

    /// What it checks in one sentence.
    #[must_use]
    pub const fn summary(&self, lang: Lang) -> &'static str {
        match lang {
            Lang::Nl => self.summary.0,
            Lang::En => self.summary.1,
        }
    }

    /// Where its page stands among the published pages: `W202.md`.
    #[must_use]
    pub fn file_name(&self) -> String {
        format!("{}.md", self.code)
    }
}
