//! Lessons for the public: they are written by people who know the complaints, so they are looked through before anybody else reads them.

use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::path::Path;

use crate::check::allowed;
use crate::context::Context;
use crate::patterns::patterns;
use crate::rules::data_protection::{Allowed, Source, scan};
use crate::site::{Secret, SiteFault};
use crate::spelling::{Word, words};
use crate::yearbook::Learned;

/// So many words in a row are not the same by chance.
const RUN: usize = 5;
/// A shorter word of a name is a word of the language too often.
const LEAST: usize = 3;

patterns! {
    CASE = r"(?i)\bK[0-9]{2}-[0-9A-Z]{6}\b";
}

/// What lessons must not hold.
#[derive(Debug, Default)]
pub struct Secrets {
    allowed: Allowed,
    /// Keys, git addresses and user names of people.yaml, in small letters.
    persons: BTreeSet<String>,
    /// Words of names in the confidential part, however they are spelled.
    names: BTreeSet<String>,
    /// What complainants wrote, by runs of words.
    runs: BTreeSet<Vec<String>>,
}

impl Secrets {
    /// What the register itself knows.
    #[must_use]
    pub fn of(context: &Context) -> Self {
        let people = context.policy.histories.values().flat_map(|d| &d.people.persons);
        let named = people.flat_map(|p| p.git.iter().chain(&p.transport).chain([&p.key]));
        let persons = named.map(|name| name.to_lowercase()).collect();
        Self { allowed: allowed(context), persons, ..Self::default() }
    }

    /// The same with a confidential folder, one folder a case with its `data.json`.
    ///
    /// # Errors
    /// When the folder or a part in it cannot be read.
    pub fn with_confidential(mut self, dir: &Path) -> io::Result<Self> {
        for entry in std::fs::read_dir(dir)? {
            let data = entry?.path().join("data.json");
            if !data.is_file() {
                continue;
            }
            let part: BTreeMap<String, String> =
                serde_json::from_str(&std::fs::read_to_string(data)?).map_err(io::Error::other)?;
            self.add(&part);
        }
        Ok(self)
    }

    fn add(&mut self, part: &BTreeMap<String, String>) {
        for (key, text) in part {
            if key == "narrative" {
                self.runs.extend(runs(text));
            } else {
                let name = |word: &Word| word.capital && word.plain.chars().count() >= LEAST;
                self.names.extend(words(text).into_iter().filter(name).map(|word| word.plain));
            }
        }
    }

    /// The lessons that hold what they must not, each with its key in the yearbook at `path`. What was found is not repeated.
    #[must_use]
    pub fn found_in(&self, path: &str, lessons: &[Learned]) -> Vec<SiteFault> {
        let mut found = Vec::new();
        for (at, lesson) in lessons.iter().enumerate() {
            for (lang, text) in [("nl", Some(&lesson.nl)), ("en", lesson.en.as_ref())] {
                let secrets = text.map(|text| self.secrets(text)).unwrap_or_default();
                found.extend(secrets.into_iter().map(|what| SiteFault::Private {
                    path: path.to_owned(),
                    key: format!("lessons[{at}].{lang}"),
                    what,
                }));
            }
        }
        found
    }

    fn secrets(&self, text: &str) -> BTreeSet<Secret> {
        let mut found: BTreeSet<Secret> =
            scan(text, Source::File, &self.allowed).into_iter().map(|hit| Secret::Data(hit.code.to_owned())).collect();
        if CASE.is_match(text) {
            found.insert(Secret::Case);
        }
        let person = |word: &str| self.persons.contains(word.trim_matches(|c: char| !c.is_alphanumeric()));
        if text.to_lowercase().split_whitespace().any(person) {
            found.insert(Secret::Person);
        }
        let named = |word: &Word| word.capital && self.names.contains(&word.plain);
        if words(text).iter().any(named) || runs(text).any(|run| self.runs.contains(&run)) {
            found.insert(Secret::Sealed);
        }
        found
    }
}

/// Every run of words of a text.
fn runs(text: &str) -> impl Iterator<Item = Vec<String>> {
    let all: Vec<String> = words(text).into_iter().map(|word| word.plain).collect();
    let last = (all.len() + 1).saturating_sub(RUN);
    (0..last).map(move |at| all[at..at + RUN].to_vec())
}

#[cfg(test)]
#[path = "../../tests/unit/publish/lessons.rs"]
mod tests;
