//! What the site is made from.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};

use super::fault::SiteFault;
use crate::calendar::Duration;
use crate::diagnostics::Text;
use crate::regulation::Version;
use crate::statistics::Figures;

/// Everything the site may know.
#[derive(Debug, Clone)]
pub struct Input {
    /// Where the site will stand, ending in `/`: for canonical addresses, the feed and the site map.
    pub base_url: String,
    /// A line for every page.
    pub notice: Option<Text>,
    /// What the site says of itself.
    pub about: About,
    /// The regulations, sorted by id.
    pub regulations: Vec<Published>,
    /// Files of the register's own `site-templates/`, by name; they take the place of the bundled ones.
    pub overrides: BTreeMap<String, Vec<u8>>,
    /// Names in `site-templates/` that something besides the site reads, as the letters do.
    pub elsewhere: Vec<&'static str>,
    /// What was found in the words for the public that is not for the public; with any there is no site.
    pub private: Vec<SiteFault>,
    /// From what it was built.
    pub provenance: Provenance,
}

/// What the site says of itself: `site:` in `klacht.yaml`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct About {
    /// Who answers for the site.
    pub responsible: Option<String>,
    /// Where somebody says that it does not work for them: a mail address or a page.
    pub contact: Option<String>,
    /// Within what time they get an answer.
    pub answer_within: Option<Duration>,
    /// The day of the last test of its accessibility, and how it was done.
    pub tested: Option<(NaiveDate, Text)>,
    /// What does not work for everybody yet.
    pub limits: Vec<Text>,
}

/// From what a site was built: the same provenance gives the same bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Provenance {
    /// The commit; nothing when the files on disk differ from it.
    pub commit: Option<String>,
    /// The day by which a version is in force and a text is dated: never the clock's own.
    pub on: NaiveDate,
}

/// One regulation as the public may see it.
#[derive(Debug, Clone)]
pub struct Published {
    /// The folder under `policy/`.
    pub id: String,
    /// Its versions, oldest first; never empty.
    pub editions: Vec<Edition>,
    /// The closed years with their figures, oldest first.
    pub years: Vec<ClosedYear>,
    /// Whether names and words are sealed: whether its people have keys.
    pub sealed: bool,
    /// How long backups of the server are kept, as far as `klacht.yaml` says.
    pub backups: Option<Duration>,
}

/// The frozen figures of a closed year.
#[derive(Debug, Clone)]
pub struct ClosedYear {
    /// The day on which the year was closed and its figures were frozen.
    pub closed_on: NaiveDate,
    /// 1, or more when the figures were corrected after they were first published.
    pub revision: u32,
    /// The figures.
    pub figures: Figures,
    /// What was learned, written for the public: no words of a complaint.
    pub lessons: Vec<Lesson>,
}

/// A lesson that the organisation drew, in its own words for the public.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lesson {
    /// Dutch.
    pub nl: String,
    /// English, where it was translated.
    pub en: Option<String>,
}

/// One version.
#[derive(Debug, Clone)]
pub struct Edition {
    /// The version.
    pub version: Version,
    /// When its files were last changed in git.
    pub changed: Option<Revision>,
}

/// A commit, as far as the public needs it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Revision {
    /// The first twelve digits of its hash.
    pub commit: String,
    /// Its day.
    pub on: NaiveDate,
}

impl Published {
    /// The version in force on a day; the first one when none is yet.
    #[must_use]
    pub fn in_force(&self, on: NaiveDate) -> Option<&Edition> {
        let valid = |e: &&Edition| e.version.regulation.valid_from <= on;
        self.editions.iter().rfind(valid).or(self.editions.first())
    }

    /// The figures of a year, when it is closed.
    #[must_use]
    pub fn year(&self, year: i32) -> Option<&Figures> {
        self.years.iter().map(|y| &y.figures).find(|f| f.year == year)
    }

    /// The versions that were in force on a day of a year, oldest first; the first one when none was yet.
    #[must_use]
    pub fn in_year(&self, year: i32) -> Vec<&Edition> {
        let first = |e: &Edition| e.version.regulation.valid_from;
        let begun: Vec<&Edition> = self.editions.iter().filter(|e| first(e).year() <= year).collect();
        let from = begun.iter().rposition(|e| NaiveDate::from_ymd_opt(year, 1, 1).is_some_and(|new| first(e) <= new));
        let inside = begun.get(from.unwrap_or(0)..).unwrap_or_default().to_vec();
        if inside.is_empty() { self.editions.first().into_iter().collect() } else { inside }
    }

    /// The version that took effect on a day, as addresses write it.
    #[must_use]
    pub fn of_day(&self, day: &str) -> Option<&Edition> {
        self.editions.iter().find(|e| e.version.regulation.valid_from.to_string() == day)
    }
}

impl Edition {
    /// The day on which its text or its rules last changed: by git, or else by what the regulation says of itself.
    #[must_use]
    pub fn changed_on(&self) -> NaiveDate {
        self.changed.as_ref().map_or(self.version.regulation.updated, |c| c.on)
    }
}
