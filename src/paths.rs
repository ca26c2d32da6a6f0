//! Which path of a register is what, and where a thing of a register stands. The only reader and maker of such paths
//! (`contract.md` §2): whoever asks what a path is asks here.

/// The settings of a register.
pub(crate) const SETTINGS: &str = "klacht.yaml";
/// What was taken out of the history of a register, and on whose word.
pub(crate) const EXCEPTIONS: &str = "exceptions.yaml";
/// The folder of the regulations.
pub(crate) const POLICY: &str = "policy";
/// The folder of the cases and yearbooks.
pub(crate) const CASES: &str = "cases";
/// The folder of the site's own templates.
pub(crate) const TEMPLATES: &str = "site-templates";
/// Who holds which role in a regulation; below the folder of the regulation.
pub(crate) const PEOPLE: &str = "people.yaml";
/// A regulation as data; below the folder of a version.
pub(crate) const REGULATION: &str = "regulation.yaml";
/// The text of a version that counts; below its folder.
pub(crate) const TEXT: &str = "text.nl.md";
/// The English names of a version; below its folder.
pub(crate) const ENGLISH_WORDS: &str = "words.en.yaml";
/// The record of one year of a regulation; below the folder of that year.
pub(crate) const YEARBOOK: &str = "yearbook.yaml";
/// A path of each kind of file in a register, for asking git how it treats such files.
pub(crate) const EXAMPLES: [&str; 4] =
    [SETTINGS, "policy/x/people.yaml", "policy/x/2026-01-01/text.nl.md", "cases/x/2026/01/K.md"];
/// The century in which the years of case ids lie: `K26-…` is of 2026.
pub(crate) const CENTURY: i32 = 2000;

/// What a path of a register is. Paths are relative to its root and have `/` between their names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum RegisterPath<'a> {
    /// `klacht.yaml`.
    Settings,
    /// `policy/<regulation>/people.yaml`.
    People {
        /// The regulation.
        regulation: &'a str,
    },
    /// `policy/<regulation>/<valid-from>/regulation.yaml`.
    Regulation {
        /// The regulation.
        regulation: &'a str,
        /// The name of the version's folder: its first day, when it is named rightly.
        version: &'a str,
    },
    /// Another file of a version's folder: its text, its translation.
    Text {
        /// The regulation.
        regulation: &'a str,
        /// The name of the version's folder.
        version: &'a str,
        /// The name of the file.
        name: &'a str,
    },
    /// A Markdown file below `cases/`: a case, whether it stands in its own folder or not.
    Case {
        /// The regulation by whose folder it is judged; empty right below `cases/`.
        regulation: &'a str,
    },
    /// `cases/<regulation>/<year>/yearbook.yaml`.
    Yearbook {
        /// The regulation.
        regulation: &'a str,
        /// The year.
        year: i32,
    },
    /// A file below `site-templates/`.
    Template {
        /// Its path below that folder.
        name: &'a str,
    },
    /// Anything else.
    Other,
}

impl<'a> RegisterPath<'a> {
    /// What the path is.
    #[must_use]
    pub fn of(path: &'a str) -> Self {
        if path == SETTINGS {
            return Self::Settings;
        }
        let Some((top, rest)) = path.split_once('/') else { return Self::Other };
        match top {
            POLICY => Self::below_policy(rest),
            CASES => Self::below_cases(rest),
            TEMPLATES => Self::Template { name: rest },
            _ => Self::Other,
        }
    }

    fn below_policy(rest: &'a str) -> Self {
        let mut names = rest.split('/');
        match (names.next(), names.next(), names.next(), names.next()) {
            (Some(regulation), Some(PEOPLE), None, _) => Self::People { regulation },
            (Some(regulation), Some(version), Some(REGULATION), None) => Self::Regulation { regulation, version },
            (Some(regulation), Some(version), Some(name), None) => Self::Text { regulation, version, name },
            _ => Self::Other,
        }
    }

    fn below_cases(rest: &'a str) -> Self {
        let (regulation, below) = rest.split_once('/').unwrap_or(("", rest));
        if rest.strip_suffix(".md").is_some() {
            return Self::Case { regulation };
        }
        let year = below.strip_suffix(YEARBOOK).and_then(|b| b.strip_suffix('/')).and_then(|year| year.parse().ok());
        year.map_or(Self::Other, |year| Self::Yearbook { regulation, year })
    }
}

/// The year in whose folder below `cases/` a path lies.
#[must_use]
pub(crate) fn year_of(path: &str) -> Option<i32> {
    path.strip_prefix(CASES)?.split('/').nth(2)?.parse().ok()
}

/// Folders and files by which a forge's pipelines run.
pub(crate) const PIPELINES: [&str; 8] =
    [".github", ".gitlab", ".gitlab-ci.yml", ".forgejo", ".gitea", ".woodpecker", ".woodpecker.yml", ".ci"];
/// What may stand in the root besides, whatever stands behind a dot.
const ROOT: [&str; 12] = [
    "README",
    "LEES",
    "LEESMIJ",
    "LICENSE",
    "LICENCE",
    "LICENTIE",
    "COPYING",
    "NOTICE",
    "CONTRIBUTING",
    "CHANGELOG",
    "SECURITY",
    "CODEOWNERS",
];
/// Settings of git and of editors, answers to `init`, and what was taken out of history.
const SETTINGS_OF_TOOLS: [&str; 8] = [
    ".gitattributes",
    ".gitignore",
    ".gitmodules",
    ".mailmap",
    ".editorconfig",
    ".klacht-init.yaml",
    EXCEPTIONS,
    SETTINGS,
];
/// How names end of what templates and pipelines are made of.
const MADE_OF: [&str; 27] = [
    "css",
    "ftl",
    "gif",
    "html",
    "ico",
    "jpeg",
    "jpg",
    "js",
    "json",
    "md",
    "mjs",
    "png",
    "py",
    "sh",
    "svg",
    "tera",
    "toml",
    "txt",
    "webmanifest",
    "webp",
    "woff",
    "woff2",
    "xml",
    "xsl",
    "yaml",
    "yml",
    "ps1",
];

/// Whether a path is one of those of a register. Of what stands below `cases/` another rule says more.
#[must_use]
pub(crate) fn has_place(path: &str) -> bool {
    let Some((top, _)) = path.split_once('/') else {
        let stem = path.split('.').next().unwrap_or(path);
        let document = ends_in(path, &["md", "txt", "rst"]) || !path.contains('.');
        return SETTINGS_OF_TOOLS.contains(&path)
            || (ROOT.contains(&stem) && document)
            || PIPELINES.contains(&path)
            || (path.starts_with(".gitlab-ci") && ends_in(path, &["yml", "yaml"]));
    };
    let name = file_name(path);
    match RegisterPath::of(path) {
        RegisterPath::People { .. } | RegisterPath::Regulation { .. } => true,
        RegisterPath::Text { name, .. } => {
            let mut parts = name.split('.');
            matches!(
                (parts.next(), parts.next(), parts.next(), parts.next()),
                (Some("text"), Some(_), Some("md"), None) | (Some("words"), Some(_), Some("yaml"), None)
            )
        }
        RegisterPath::Template { .. } => ends_in(name, &MADE_OF),
        _ if top == CASES => true,
        _ if top == POLICY => name == "README.md",
        _ if top == ".vscode" => ends_in(name, &["json"]),
        _ => PIPELINES.contains(&top) && (!name.contains('.') || ends_in(name, &MADE_OF)),
    }
}

fn ends_in(name: &str, endings: &[&str]) -> bool {
    name.rsplit_once('.').is_some_and(|(_, ending)| endings.contains(&ending.to_ascii_lowercase().as_str()))
}

/// Where a case file stands: `cases/<regulation>/<year>/<month>/<id>.md`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct CasePlace<'a> {
    /// The regulation.
    pub regulation: &'a str,
    /// The year of receipt, as it is written.
    pub year: &'a str,
    /// The month of receipt, as it is written.
    pub month: &'a str,
    /// The name of the file.
    pub name: &'a str,
}

impl<'a> CasePlace<'a> {
    /// The place of a path that has the form of a case file's.
    #[must_use]
    pub fn of(path: &'a str) -> Option<Self> {
        let mut names = path.strip_prefix(CASES)?.strip_prefix('/')?.split('/');
        let [regulation, year, month, name] = [names.next()?, names.next()?, names.next()?, names.next()?];
        (names.next().is_none() && name.strip_suffix(".md").is_some()).then_some(Self { regulation, year, month, name })
    }

    /// The path.
    #[must_use]
    pub fn path(&self) -> String {
        format!("{CASES}/{}/{}/{}/{}", self.regulation, self.year, self.month, self.name)
    }
}

/// Whether a path is part of what cases are judged by, yearbooks left out: the policy and the settings.
#[must_use]
pub(crate) fn is_policy(path: &str) -> bool {
    path == SETTINGS || path.strip_prefix(POLICY).is_some_and(|rest| rest.starts_with('/'))
}

/// The yearbook of the year in whose folder a path lies, below `cases/`.
#[must_use]
pub(crate) fn yearbook_beside(path: &str) -> Option<String> {
    let mut names = path.strip_prefix(CASES)?.strip_prefix('/')?.split('/');
    let (regulation, year) = (names.next()?, names.next()?);
    Some(format!("{CASES}/{regulation}/{year}/{YEARBOOK}"))
}

/// Whether a path is that of a case file: Markdown below `cases/`.
#[must_use]
pub(crate) fn is_case(path: &str) -> bool {
    matches!(RegisterPath::of(path), RegisterPath::Case { .. })
}

/// The regulation and the year in whose folder a case stands.
#[must_use]
pub(crate) fn year_of_case(path: &str) -> Option<(&str, i32)> {
    let place = CasePlace::of(path)?;
    Some((place.regulation, place.year.parse().ok()?))
}

/// The regulation and the year of a yearbook's path.
#[must_use]
pub(crate) fn yearbook_of(path: &str) -> Option<(&str, i32)> {
    match RegisterPath::of(path) {
        RegisterPath::Yearbook { regulation, year } => Some((regulation, year)),
        _ => None,
    }
}

/// The regulation in whose folder a path lies, below `policy/` or `cases/`.
#[must_use]
pub(crate) fn regulation_of(path: &str) -> Option<&str> {
    let mut names = path.split('/');
    matches!(names.next(), Some(POLICY | CASES)).then(|| names.next()).flatten()
}

/// The first name of a path.
#[must_use]
pub(crate) fn top(path: &str) -> &str {
    path.split('/').next().unwrap_or(path)
}

/// The name of a file without its folders.
#[must_use]
pub(crate) fn file_name(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}

/// The id in the name of a case file, whatever it is.
#[must_use]
pub(crate) fn case_name(path: &str) -> Option<&str> {
    file_name(path).strip_suffix(".md")
}

/// The path of a regulation's people.
#[must_use]
pub(crate) fn people(regulation: &str) -> String {
    format!("{POLICY}/{regulation}/{PEOPLE}")
}

/// The path of a file in the folder of a version.
#[must_use]
pub(crate) fn version_file(regulation: &str, version: &str, name: &str) -> String {
    format!("{POLICY}/{regulation}/{version}/{name}")
}

/// The path of the case with an id, received in that month.
#[must_use]
pub(crate) fn case(regulation: &str, year: i32, month: u32, id: &str) -> String {
    format!("{CASES}/{regulation}/{year}/{month:02}/{id}.md")
}

/// The path of a yearbook.
#[must_use]
pub(crate) fn yearbook(regulation: &str, year: i32) -> String {
    format!("{CASES}/{regulation}/{year}/{YEARBOOK}")
}

#[cfg(test)]
#[path = "../tests/unit/paths.rs"]
mod tests;
