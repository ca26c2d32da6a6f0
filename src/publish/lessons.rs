//! Lessons for the public: they are written by people who know the complaints, so they are looked through before anybody else reads them.

use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::path::Path;

use crate::check::allowed;
use crate::context::Context;
use crate::patterns::patterns;
use crate::rules::data_protection::{Allowed, Source, scan};
use crate::site::{Secret, SiteFault};
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
    /// Words of names in the confidential part, as written.
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
            let written: Vec<&str> = words(text).collect();
            if key == "narrative" {
                self.runs.extend(runs(text));
            } else {
                let name = |word: &&str| word.chars().count() >= LEAST && word.starts_with(char::is_uppercase);
                self.names.extend(written.into_iter().filter(name).map(str::to_owned));
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
        if words(text).any(|word| self.names.contains(word)) || runs(text).any(|run| self.runs.contains(&run)) {
            found.insert(Secret::Sealed);
        }
        found
    }
}

/// The words of a text, as written.
fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty())
}

/// Every run of words of a text, in small letters.
fn runs(text: &str) -> impl Iterator<Item = Vec<String>> {
    let all: Vec<String> = words(text).map(str::to_lowercase).collect();
    let last = (all.len() + 1).saturating_sub(RUN);
    (0..last).map(move |at| all[at..at + RUN].to_vec())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test says by panicking what is wrong")]

    use super::*;

    fn known() -> Secrets {
        let mut known = Secrets { allowed: Allowed::new(), ..Secrets::default() };
        known.persons.extend(["m1".to_owned(), "jansen@school.example".to_owned()]);
        known
    }

    fn told(known: &Secrets, nl: &str) -> Vec<Secret> {
        let lessons = [Learned { nl: "Wij bellen nu vaker.".to_owned(), en: Some(nl.to_owned()) }];
        let faults = known.found_in("cases/cmm/2025/yearbook.yaml", &lessons);
        let secret = |fault| match fault {
            SiteFault::Private { key, what, .. } if key == "lessons[0].en" => what,
            other => panic!("{other:?}"),
        };
        faults.into_iter().map(secret).collect()
    }

    #[test]
    fn planted_data_are_found() {
        let data = |code: &str| vec![Secret::Data(code.to_owned())];
        let planted = [
            ("Mail naar klager@provider.nl.", data("D601")),
            ("Bel 06-12345678 voor meer.", data("D602")),
            ("Terugbetaald op NL91ABNA0417164300.", data("D603")),
            ("Haar BSN is 123456782.", data("D604")),
            ("Zij woont op Dorpsstraat 5, 1234 AB.", data("D605")),
            ("Zie K26-7F3QXM daarvoor.", vec![Secret::Case]),
            ("Zie k26-7f3qxm.", vec![Secret::Case]),
            ("Vraag het aan M1!", vec![Secret::Person]),
            ("Vraag het aan jansen@school.example.", vec![Secret::Person]),
        ];
        for (text, expected) in planted {
            assert_eq!(told(&known(), text), expected, "{text}");
        }
        assert_eq!(told(&known(), "Wij noemen de kosten voortaan bij de inschrijving, voor 2026."), []);
    }

    #[test]
    fn the_confidential_part_is_looked_at_by_words_that_are_never_printed() {
        let dir = tempfile::tempdir().unwrap();
        let part = dir.path().join("K26-7F3QXM");
        std::fs::create_dir(&part).unwrap();
        let data =
            r#"{"name": "Fleur van Oosterwijk", "narrative": "De les viel drie keer uit zonder bericht vooraf."}"#;
        std::fs::write(part.join("data.json"), data).unwrap();
        let known = known().with_confidential(dir.path()).unwrap();
        for text in ["Na de klacht van Oosterwijk.", "De les viel drie keer uit.", "Fleur's les"] {
            assert_eq!(told(&known, text), [Secret::Sealed], "{text}");
        }
        assert_eq!(told(&known, "Een les viel te vaak uit. Wij sturen nu van tevoren bericht."), []);
        std::fs::write(part.join("data.json"), "{").unwrap();
        assert!(Secrets::default().with_confidential(dir.path()).is_err());
    }
}
