//! `klacht.yaml`: the register's own settings. Absent, everything has a default.

use chrono::NaiveDate;

use crate::calendar::Duration;
use crate::context::site::SiteSettings;
use crate::diagnostics::{Severity, Text, text};
use crate::register::DEFAULT_LIMIT;
use crate::regulation::Read;
use crate::yaml::{group, words};

group! {
    /// `klacht.yaml`.
    #[derive(Default)]
    pub struct Settings = "settings" {
        must schema: String as OneOf(&["klacht.register/1"]), "soort bestand", "kind of file";
        may notice: Option<Notice>, "mededeling op elke pagina", "notice on every page";
        may site: SiteSettings, "de openbare site", "the public site";
        may identity: Identity, "wie iemand is", "who somebody is";
        /// Of what is the whole register's. Where nobody is named, whoever holds a role.
        may authority: Authority, "wie over het register gaat", "who decides on the register";
        /// Nobody keeps it any more, such as an example: without `--today` it is judged by that day.
        may stands_on: Option<NaiveDate>,
            "de dag waarop dit register stilstaat", "the day on which this register stands";
        /// Only the commits of these branches are judged; of all when absent.
        may protected: Vec<String>, "beschermde takken", "protected branches";
        /// Files, or folders with a slash behind them, that are none of the register's and may be in git all the same.
        may tracked: Vec<String>, "wat er verder in git mag", "what else may be in git";
        /// In bytes; more than the program reads by itself is not possible.
        may max_bytes: Option<u64>, "grootste bestand", "largest file";
        may vault: VaultSettings, "wat verzegeld is", "what is sealed";
        /// In files other than cases.
        may accepted: Vec<AcceptedHit>, "aanvaarde bevindingen", "accepted findings";
        may severities: Vec<Override>, "andere ernst", "other severities";
    }
}

group! {
    /// What is sealed, beside the history.
    pub struct VaultSettings = "vault" {
        /// A remote of the repository, or an address.
        may else "origin" remote: String, "waar het heen gaat", "where it goes";
        /// How long the server's backups are kept. Asked where a regulation destroys.
        may backups: Option<Duration>, "hoe lang reservekopieën blijven", "how long backups stay";
        /// In bytes, sealed.
        may else "most" max_piece: u64, "grootste stuk", "largest piece";
    }
}

fn origin() -> String {
    "origin".to_owned()
}

fn most() -> u64 {
    25_000_000
}

impl VaultSettings {
    /// Whether it goes to a repository of its own, and not where the register goes: then it is an address and no name.
    #[must_use]
    pub fn is_elsewhere(&self) -> bool {
        self.remote.contains(['/', '\\', ':'])
    }
}

impl Default for VaultSettings {
    fn default() -> Self {
        Self { remote: origin(), backups: None, max_piece: most() }
    }
}

group! {
    /// Who decides on what is the whole register's.
    #[derive(Default)]
    pub struct Authority = "authority" {
        /// Each as `<regulation>/<key>`: a person of the people.yaml of that regulation.
        may keepers: Vec<String>, "beheerders van het register", "keepers of the register";
        /// A change of these reaches a guarded branch only in a merge that somebody else made. Asks for signatures.
        may two: Vec<FourEyes>, "wat twee personen vraagt", "what takes two persons";
    }
}

words! {
    /// What takes two persons.
    #[derive(PartialOrd, Ord, Hash)]
    pub enum FourEyes {
        /// What is the whole register's, `klacht.yaml` first.
        Settings = "settings",
        /// Roles, keys and accounts; owners and keepers.
        People = "people",
        /// Versions of a regulation.
        Versions = "versions",
        /// Destroying a case, or lifting what stops that.
        Destruction = "destruction",
    }
}

words! {
    /// How it is known who did something; the later, the surer.
    #[derive(Default, PartialOrd, Ord)]
    pub enum Strength {
        /// By the author field of a commit: an honour system, so it warns and does not refuse.
        #[default]
        Author = "author",
        /// By the name under which the transport let somebody in.
        Transport = "transport",
        /// By the key that signed the commit.
        Signature = "signature",
    }
}

group! {
    /// Who may do what is known how.
    #[derive(Default)]
    pub struct Identity = "identity" {
        may strength: Strength, "hoe zeker", "how sure";
        /// In which the server names them, such as `GL_USER`.
        may variable: Option<String>, "de variabele met de gebruiker", "the variable with the user";
        /// Whether somebody with access may record what another member of staff did.
        may record_for_others: bool, "wie toegang heeft mag voor een ander vastleggen", "may record for others";
    }
}

group! {
    /// A text in both languages.
    #[derive(Default)]
    pub struct Notice = "notice" {
        must nl: String, "Nederlands", "Dutch";
        must en: String, "Engels", "English";
    }
}

group! {
    /// A finding of data protection that somebody accepted for a file other than a case.
    pub struct AcceptedHit = "accepted" {
        must path: String, "het bestand", "the file";
        must code: String, "de regel", "the rule";
        must why: String, "waarom", "why";
        must by: String as Id, "door wie", "by whom";
    }
}

group! {
    /// Another severity for a rule.
    pub struct Override = "severities" {
        must code: String, "de regel", "the rule";
        must severity: String as OneOf(&["error", "warning", "hint"]), "hoe ernstig", "how grave";
    }
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

impl Settings {
    /// The size above which no file is read, in bytes: their own, or what the program sets to protect its memory.
    #[must_use]
    pub fn limit(&self) -> u64 {
        self.max_bytes.map_or(DEFAULT_LIMIT, |own| own.min(DEFAULT_LIMIT))
    }

    /// Whether a path that is none of the register's may be in git.
    #[must_use]
    pub fn tracks(&self, path: &str) -> bool {
        self.tracked.iter().any(|place| if place.ends_with('/') { path.starts_with(place) } else { path == place })
    }

    /// Whether commits on this reference are judged.
    #[must_use]
    pub fn protects(&self, reference: &str) -> bool {
        let branch = reference.strip_prefix("refs/heads/");
        branch.is_some_and(|b| self.protected.is_empty() || self.protected.iter().any(|p| p == b))
    }
}

/// Reads `klacht.yaml`.
#[must_use]
pub fn read_settings(source: &str) -> Read<Settings> {
    crate::regulation::read_file(source)
}

/// What is said when a setting tries to.
#[must_use]
pub fn not_softened(code: &str) -> Text {
    text!("regel {code} kan niet milder worden ingesteld", "rule {code} cannot be made milder")
}
