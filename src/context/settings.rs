//! `klacht.yaml`: the register's own settings. Absent, everything has a default.

use chrono::NaiveDate;
use serde::Deserialize;

use crate::context::site::{SITE, SiteSettings};
use crate::diagnostics::{Severity, Text, text};
use crate::regulation::Read;
use crate::regulation::tables::{may, must, table};
use crate::yaml::{Kind, Table};

/// How it is known who did something.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Strength {
    /// By the author field of a commit: an honour system, so it warns and does not refuse.
    #[default]
    Author,
    /// By the name under which the transport let somebody in.
    Transport,
    /// By the key that signed the commit.
    Signature,
}

/// Who may do what is known how.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Identity {
    /// How.
    #[serde(default)]
    pub strength: Strength,
    /// The variable in which the server names the user, such as `GL_USER`.
    pub variable: Option<String>,
    /// Whether somebody with access may record what another member of staff did.
    #[serde(default)]
    pub record_for_others: bool,
}

/// The notice on every page, in both languages.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Notice {
    /// Dutch.
    pub nl: String,
    /// English.
    pub en: String,
}

/// A finding of data protection that somebody accepted for a file other than a case.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AcceptedHit {
    /// The file.
    pub path: String,
    /// The rule.
    pub code: String,
    /// Why.
    pub why: String,
    /// Who accepted it.
    pub by: String,
}

/// Another severity for a rule.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Override {
    /// The rule.
    pub code: String,
    /// How grave here.
    pub severity: String,
}

impl Override {
    /// The severity that the word names.
    #[must_use]
    pub fn severity(&self) -> Severity {
        match self.severity.as_str() {
            "error" => Severity::Error,
            "warning" => Severity::Warning,
            _ => Severity::Hint,
        }
    }
}

/// The settings.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Settings {
    /// `klacht.register/1`.
    #[serde(default)]
    pub schema: String,
    /// What every page says of the register.
    pub notice: Option<Notice>,
    /// What the public site says of itself.
    #[serde(default)]
    pub site: SiteSettings,
    /// How it is known who did something.
    #[serde(default)]
    pub identity: Identity,
    /// The day on which a register stands that nobody keeps any more, such as an example: without `--today` it is judged
    /// by that day.
    pub stands_on: Option<NaiveDate>,
    /// Branches whose commits are judged; all when absent.
    #[serde(default)]
    pub protected: Vec<String>,
    /// The largest file that is read, in bytes.
    pub max_bytes: Option<u64>,
    /// Accepted findings in files other than cases.
    #[serde(default)]
    pub accepted: Vec<AcceptedHit>,
    /// Other severities.
    #[serde(default)]
    pub severities: Vec<Override>,
}

impl Settings {
    /// Whether commits on this reference are judged.
    #[must_use]
    pub fn protects(&self, reference: &str) -> bool {
        let branch = reference.strip_prefix("refs/heads/");
        branch.is_some_and(|b| self.protected.is_empty() || self.protected.iter().any(|p| p == b))
    }
}

/// A text in both languages.
pub static NOTICE: Table =
    table("notice", &[must("nl", Kind::Text, "Nederlands", "Dutch"), must("en", Kind::Text, "Engels", "English")]);

static IDENTITY: Table = table(
    "identity",
    &[
        may("strength", Kind::OneOf(&["author", "transport", "signature"]), "hoe zeker", "how sure"),
        may("variable", Kind::Text, "de variabele met de gebruiker", "the variable with the user"),
        may(
            "record_for_others",
            Kind::Flag,
            "wie toegang heeft mag voor een ander vastleggen",
            "may record for others",
        ),
    ],
);

static ACCEPTED: Table = table(
    "accepted",
    &[
        must("path", Kind::Text, "het bestand", "the file"),
        must("code", Kind::Text, "de regel", "the rule"),
        must("why", Kind::Text, "waarom", "why"),
        must("by", Kind::Id, "door wie", "by whom"),
    ],
);

static OVERRIDE: Table = table(
    "severities",
    &[
        must("code", Kind::Text, "de regel", "the rule"),
        must("severity", Kind::OneOf(&["error", "warning", "hint"]), "hoe ernstig", "how grave"),
    ],
);

/// `klacht.yaml`.
pub static SETTINGS: Table = table(
    "settings",
    &[
        must("schema", Kind::OneOf(&["klacht.register/1"]), "soort bestand", "kind of file"),
        may("notice", Kind::Sub(&NOTICE), "mededeling op elke pagina", "notice on every page"),
        may("site", Kind::Sub(&SITE), "de openbare site", "the public site"),
        may("identity", Kind::Sub(&IDENTITY), "wie iemand is", "who somebody is"),
        may("stands_on", Kind::Date, "de dag waarop dit register stilstaat", "the day on which this register stands"),
        may("protected", Kind::OneOrMany(&Kind::Text), "beschermde takken", "protected branches"),
        may("max_bytes", Kind::Whole, "grootste bestand", "largest file"),
        may("accepted", Kind::List(&Kind::Sub(&ACCEPTED)), "aanvaarde bevindingen", "accepted findings"),
        may("severities", Kind::List(&Kind::Sub(&OVERRIDE)), "andere ernst", "other severities"),
    ],
);

/// Reads `klacht.yaml`.
#[must_use]
pub fn read_settings(source: &str) -> Read<Settings> {
    crate::regulation::read_file(source, &SETTINGS)
}

/// What is said when a setting tries to.
#[must_use]
pub fn not_softened(code: &str) -> Text {
    text!("regel {code} kan niet milder worden ingesteld", "rule {code} cannot be made milder")
}
