//! The regulations of this repository, and cases in every stage of being handled.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use chrono::NaiveDate;
use klacht::case::{Case, read};
use klacht::diagnostics::Lang;
use klacht::docket::{Discussed, Docket};
use klacht::letters::{Author, Facts, Kind, Letter, LetterError, Templates};
use klacht::regulation::{RegulationHistory, Version};

use crate::common::{CONTEXT, base_cases};

pub static TEMPLATES: LazyLock<Templates> = LazyLock::new(|| Templates::new(&BTreeMap::new()).unwrap());

/// A case up to some entry of its log, with its name.
pub struct Stage {
    pub regulation: &'static str,
    pub name: String,
    pub case: Case,
}

/// Every base case of a regulation, after each entry of its log.
pub fn stages(regulation: &'static str) -> Vec<Stage> {
    let mut found = Vec::new();
    for file in base_cases(regulation) {
        let Some(case) = read(&std::fs::read_to_string(&file).unwrap()).0 else { continue };
        if case.received.is_none() {
            continue;
        }
        let stem = file.file_stem().unwrap().to_string_lossy().into_owned();
        for entries in 0..=case.log.len() {
            let mut case = case.clone();
            case.log.truncate(entries);
            found.push(Stage { regulation, name: format!("{stem} after {entries}"), case });
        }
    }
    found
}

impl Stage {
    pub fn judged_by(&self) -> (&'static Version, &'static RegulationHistory) {
        CONTEXT.policy.in_force(self.regulation, self.case.received.unwrap()).unwrap()
    }

    pub fn docket(&self) -> Docket<'_> {
        let (version, history) = self.judged_by();
        Docket::replay(&self.case, version, &history.people)
    }

    /// The last day on which anything was recorded: the day on which letters are written here.
    pub fn today(&self) -> NaiveDate {
        self.docket().last_recorded()
    }

    pub fn facts(&self, kind: Kind, lang: Lang) -> Result<Facts, LetterError> {
        self.facts_on(kind, lang, self.today())
    }

    pub fn facts_on(&self, kind: Kind, lang: Lang, day: NaiveDate) -> Result<Facts, LetterError> {
        let (docket, discussed) = (self.docket(), Discussed::default());
        Author::new(&docket, lang, day, &discussed).facts(kind)
    }

    pub fn letter(&self, kind: Kind, lang: Lang) -> Result<Letter, LetterError> {
        self.letter_on(kind, lang, self.today())
    }

    pub fn letter_on(&self, kind: Kind, lang: Lang, day: NaiveDate) -> Result<Letter, LetterError> {
        let (docket, discussed) = (self.docket(), Discussed::default());
        Author::new(&docket, lang, day, &discussed).write(kind, &TEMPLATES)
    }
}
