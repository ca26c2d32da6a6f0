//! One file a format. Every renderer takes the same report and writes to any output; none decides what is an error.
//!
//! What renderers print comes from files that anybody may have written. So all text passes through [`text::clean`]: no
//! control character, no second line, no command to a build server gets out. Source excerpts appear in one format only and
//! only when asked for, because they hold a complainant's words.

mod fingerprint;
mod github;
mod gitlab;
mod hook;
mod human;
mod json;
mod junit;
mod sarif;
mod short;
pub(crate) mod text;

#[cfg(test)]
#[path = "../../../tests/unit/diagnostics/render/tests.rs"]
mod tests;

use std::io::{self, Write};

use super::lang::Lang;
use super::report::Report;

/// How a report is printed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Options {
    /// The language of messages. Output that carries both languages, and words that machines read, do not follow it.
    pub lang: Lang,
    /// Whether human output may use colour.
    pub color: bool,
    /// Whether human output shows source excerpts. They may hold personal data: off for anything but a terminal.
    pub snippets: bool,
    /// The width of the terminal in columns; longer excerpt lines are cut around the fault.
    pub width: usize,
    /// Where the rules' pages are published, ending in `/`: absolute, for SARIF's `helpUri`. Absent: left out.
    pub help_base: Option<String>,
}

impl Default for Options {
    fn default() -> Self {
        Self { lang: Lang::Nl, color: false, snippets: false, width: 120, help_base: None }
    }
}

/// Gives the text of a file by its path in the register and, when the finding names one, the commit's id. Asked only
/// when excerpts are on.
pub type Source<'a> = &'a dyn Fn(&str, Option<&str>) -> Option<String>;

/// A form of output.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Format {
    /// For people, with the article and the remedy.
    Human,
    /// One line a finding, for editors and `grep`.
    Short,
    /// One document, for programs.
    Json,
    /// SARIF 2.1.0, for code scanning.
    Sarif,
    /// GitHub annotations.
    Github,
    /// GitLab code quality.
    Gitlab,
    /// `JUnit` XML.
    Junit,
    /// Under 1 kB of plain text, for a git hook.
    Hook,
}

impl Format {
    /// All formats.
    pub const ALL: [Self; 8] =
        [Self::Human, Self::Short, Self::Json, Self::Sarif, Self::Github, Self::Gitlab, Self::Junit, Self::Hook];

    /// The word by which a format is chosen.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Human => "human",
            Self::Short => "short",
            Self::Json => "json",
            Self::Sarif => "sarif",
            Self::Github => "github",
            Self::Gitlab => "gitlab",
            Self::Junit => "junit",
            Self::Hook => "hook",
        }
    }
}

/// Writes a report in a format.
pub fn render(
    format: Format,
    out: &mut dyn Write,
    report: &Report,
    options: &Options,
    source: Source<'_>,
) -> io::Result<()> {
    match format {
        Format::Human => human::write(out, report, options, source),
        Format::Short => short::write(out, report, options),
        Format::Json => json::write(out, report),
        Format::Sarif => sarif::write(out, report, options),
        Format::Github => github::write(out, report, options),
        Format::Gitlab => gitlab::write(out, report, options),
        Format::Junit => junit::write(out, report, options),
        Format::Hook => hook::write(out, report, options),
    }
}
