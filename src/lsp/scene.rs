//! A document with all that is known of where it stands: what completion, hover and code actions look at.

use std::ops::Range;

use chrono::NaiveDate;

use super::kind::FileKind;
use super::outline::Outline;
use super::overlay::Texts;
use super::place::Ruler;
use super::protocol::Client;
use super::room::Room;
use crate::calendar::parse_date;
use crate::diagnostics::{Lang, Text};
use crate::register::Register;
use crate::regulation::{RegulationHistory, Version};
use crate::yaml::{Route, Table};

/// A document in its register.
pub struct Scene<'a> {
    /// Its URI.
    pub uri: &'a str,
    /// The version that the editor gave its text.
    pub version: Option<i64>,
    /// Its path in the register.
    pub path: &'a str,
    /// Its text.
    pub text: &'a str,
    /// Which file it is.
    pub kind: FileKind,
    /// The part that is YAML.
    pub data: Range<usize>,
    /// The keys of that part.
    pub outline: Outline,
    /// The lines.
    pub ruler: Ruler<'a>,
    /// The register.
    pub room: &'a Room,
    /// Every open text of the register.
    pub texts: &'a Texts,
    /// The day by which things are done and judged.
    pub day: NaiveDate,
    /// The language of the words.
    pub lang: Lang,
    /// What the editor can do.
    pub client: Client,
    /// The address under which whoever works here commits.
    pub author: &'a dyn Fn(&Register) -> Option<String>,
}

impl<'a> Scene<'a> {
    /// The words in the language of the scene.
    #[must_use]
    pub fn say(&self, text: &Text) -> String {
        text.in_(self.lang).to_owned()
    }

    /// The table of the keys of this file.
    #[must_use]
    pub fn table(&self) -> Option<&'static Table> {
        self.kind.table(self.outline.pairs.iter().any(|p| p.group.0.is_empty() && p.key == "destroyed"))
    }

    /// The id of the regulation that the path names.
    #[must_use]
    pub fn regulation(&self) -> &'a str {
        crate::paths::regulation_of(self.path).unwrap_or_default()
    }

    /// The version that a case stands under, as far as its day of receipt can be read; else the newest. Of a file of a
    /// regulation: its own version, else the newest.
    #[must_use]
    pub fn version(&self) -> Option<(&'a Version, &'a RegulationHistory)> {
        let policy = &self.room.workspace.context.policy;
        let history = policy.histories.get(self.regulation())?;
        let received = self.outline.value(&Route::root(), "received").and_then(|day| parse_date(&day).ok());
        let in_force = received.filter(|_| self.kind == FileKind::CASE).and_then(|day| {
            let found = policy.in_force(self.regulation(), day);
            found.ok().map(|(version, _)| version)
        });
        let folder = self.path.rsplit_once('/').map_or("", |(folder, _)| folder);
        let own = || history.versions.values().find(|v| v.path.rsplit_once('/').is_some_and(|(f, _)| f == folder));
        let newest = || history.versions.values().next_back();
        in_force.or_else(own).or_else(newest).map(|version| (version, history))
    }

    /// The key of whoever works here, when people.yaml knows the address.
    #[must_use]
    pub fn me(&self, history: &'a RegulationHistory) -> Option<&'a str> {
        let email = (self.author)(&self.room.workspace.register)?;
        history.people.by_git(&email).map(|p| p.key.as_str())
    }
}
