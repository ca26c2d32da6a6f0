//! What a check found, ready to print; what it comes to in one line and in one exit code.

use super::finding::{Finding, Severity};
use super::lang::Lang;
use super::sink::Counts;
use super::text::Text;

/// What a renderer must know of a rule to describe it; the rules themselves are another room's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RuleCard {
    /// Its code, such as `W202`.
    pub code: &'static str,
    /// Its name in kebab-case.
    pub name: &'static str,
    /// The severity it reports unless overridden.
    pub severity: Severity,
    /// What it checks, in one sentence.
    pub summary: Text,
}

/// The outcome of a check.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Report {
    /// What was found, as a [`Sink`](super::Sink) orders it.
    pub findings: Vec<Finding>,
    /// How many cases were checked.
    pub checked: usize,
    /// The files that were checked, sorted. May be left empty: only `JUnit` output names files without findings.
    pub checked_paths: Vec<String>,
    /// How many commits were judged, where commits were.
    pub commits: Option<usize>,
    /// The version of this program.
    pub tool_version: String,
    /// The rules there are; SARIF lists them.
    pub rules: Vec<RuleCard>,
}

/// From which severity on a check fails.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum FailOn {
    /// Errors only.
    #[default]
    Error,
    /// Warnings and errors.
    Warning,
    /// Anything found.
    Hint,
    /// Nothing found makes it fail.
    Never,
}

impl FailOn {
    /// Every one.
    pub const ALL: [Self; 4] = [Self::Error, Self::Warning, Self::Hint, Self::Never];

    /// The word by which it is chosen.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Hint => "hint",
            Self::Never => "never",
        }
    }
}

/// What takes the guard away, which nothing else may push out of sight.
const GUARDS: [&str; 2] = ["G725", "G732"];

impl Report {
    /// How many findings there are of each severity.
    #[must_use]
    pub fn counts(&self) -> Counts {
        Counts::of(&self.findings)
    }

    /// The findings with the gravest first, of these what takes the guard away, otherwise in order: for output that is cut off somewhere.
    #[must_use]
    pub fn gravest_first(&self) -> Vec<&Finding> {
        let mut findings: Vec<&Finding> = self.findings.iter().collect();
        findings.sort_by_key(|finding| (std::cmp::Reverse(finding.severity), !GUARDS.contains(&finding.code)));
        findings
    }
}

/// 1 when something was found at or above `fail_on`, otherwise 0; the same for every output format.
#[must_use]
pub fn exit_code(report: &Report, fail_on: FailOn) -> u8 {
    let limit = match fail_on {
        FailOn::Error => Severity::Error,
        FailOn::Warning => Severity::Warning,
        FailOn::Hint => Severity::Hint,
        FailOn::Never => return 0,
    };
    u8::from(report.counts().worst().is_some_and(|worst| worst >= limit))
}

/// The line that closes a check, for stderr: `128 klachten gecontroleerd, geen fouten`.
#[must_use]
pub fn summary(report: &Report, lang: Lang) -> String {
    let checked = match (report.checked, lang) {
        (0, Lang::Nl) => "geen klachten gecontroleerd".to_owned(),
        (0, Lang::En) => "no complaints checked".to_owned(),
        (1, Lang::Nl) => "1 klacht gecontroleerd".to_owned(),
        (1, Lang::En) => "1 complaint checked".to_owned(),
        (many, Lang::Nl) => format!("{many} klachten gecontroleerd"),
        (many, Lang::En) => format!("{many} complaints checked"),
    };
    let commits = match report.commits {
        Some(1) => "1 commit, ".to_owned(),
        Some(many) => format!("{many} commits, "),
        None => String::new(),
    };
    format!("{commits}{checked}, {}", tally(report.counts(), lang))
}

/// The counts in words: `2 fouten, 1 waarschuwing`; errors are always named, also when there are none.
#[must_use]
pub fn tally(counts: Counts, lang: Lang) -> String {
    let none = match lang {
        Lang::Nl => "geen fouten",
        Lang::En => "no errors",
    };
    let mut parts =
        vec![if counts.errors == 0 { none.to_owned() } else { counted(counts.errors, Severity::Error, lang) }];
    for (count, severity) in [(counts.warnings, Severity::Warning), (counts.hints, Severity::Hint)] {
        if count > 0 {
            parts.push(counted(count, severity, lang));
        }
    }
    parts.join(", ")
}

fn counted(count: usize, severity: Severity, lang: Lang) -> String {
    let ending = match (count, severity, lang) {
        (1, ..) => "",
        (_, Severity::Hint, _) | (_, _, Lang::En) => "s",
        (_, _, Lang::Nl) => "en",
    };
    format!("{count} {}{ending}", severity.name(lang))
}

#[cfg(test)]
#[path = "../../tests/unit/diagnostics/report.rs"]
mod tests;
