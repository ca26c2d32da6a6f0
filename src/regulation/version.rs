//! All regulations of a register: their versions in order of validity, and who is who.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::block::Regulation;
use super::people::People;
use super::precedence::Precedence;
use super::rule_ref::RuleRef;
use super::text::UnreadText;
use super::translation::Translation;
use crate::diagnostics::{Lang, Text, text};
use crate::yaml::Node;

/// One version, ready for judging cases by.
#[derive(Debug, Clone)]
pub struct Version {
    /// The id of the regulation: the folder under `policy/`.
    pub id: String,
    /// Path of `regulation.yaml` in the register.
    pub path: String,
    /// The file's text.
    pub source: String,
    /// The rules.
    pub regulation: Regulation,
    /// The file as a tree, for places and quotes.
    pub tree: Node,
    /// The published text.
    pub text: UnreadText,
    /// The same in English, where it was translated.
    pub english: Option<Translation>,
    /// The order of its steps.
    pub precedence: Precedence,
}

impl Version {
    /// The words that a rule quotes.
    #[must_use]
    pub fn quote(&self, rule: &RuleRef) -> Option<String> {
        rule.quote(&self.tree)
    }

    /// What a quote says in a language: in English the sentences of the translation that stand for those it touches; the
    /// quote itself in Dutch, and where there is no translation that goes sentence by sentence.
    #[must_use]
    pub fn quoted_in(&self, quote: &str, lang: Lang) -> String {
        let parallel = |english: &&Translation| english.text.sentences.len() == self.text.sentences.len();
        let english = self.english.as_ref().filter(|_| lang == Lang::En).filter(parallel);
        let touched = english.map(|english| {
            let numbers = self.text.touched(quote);
            numbers.iter().filter_map(|n| english.text.sentences.get(*n)).map(|s| s.text.as_str()).collect::<Vec<_>>()
        });
        touched.filter(|sentences| !sentences.is_empty()).map_or_else(|| quote.to_owned(), |said| said.join(" "))
    }
}

/// One regulation: its versions, oldest first, and its people.
#[derive(Debug, Clone, Default)]
pub struct RegulationHistory {
    /// Versions that could be read, by date.
    pub versions: BTreeMap<NaiveDate, Version>,
    /// Folders whose regulation could not be read, by date: their cases cannot be judged.
    pub unreadable: Vec<NaiveDate>,
    /// Who holds which role.
    pub people: People,
    /// Path of `people.yaml`.
    pub people_path: String,
    /// Whether people.yaml could be read.
    pub people_known: bool,
}

/// Why no version can be named for a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoVersion {
    /// There is no such regulation.
    Regulation,
    /// It was not yet in force.
    TooEarly(NaiveDate),
    /// The version of that day cannot be read.
    Unreadable(NaiveDate),
}

impl NoVersion {
    /// The same in words, about a regulation and a day.
    #[must_use]
    pub fn told(self, id: &str, day: NaiveDate) -> Text {
        match self {
            Self::Regulation => {
                text!("er is geen regeling `{id}`", "there is no regulation `{id}`")
            }
            Self::TooEarly(from) => text!(
                "op {day} gold regeling `{id}` nog niet: haar eerste versie geldt vanaf {from}",
                "on {day} regulation `{id}` was not in force yet: its first version holds from {from}"
            ),
            Self::Unreadable(from) => text!(
                "de versie van {from} van regeling `{id}` kan niet worden gelezen; voer `klacht policy check` uit",
                "the version of {from} of regulation `{id}` cannot be read; run `klacht policy check`"
            ),
        }
    }
}

impl NoVersion {
    /// How a regulation gets the version that was in force before its first one here: beside it, so that no case moves.
    #[must_use]
    pub fn way(self, id: &str, day: NaiveDate) -> Option<Text> {
        let Self::TooEarly(from) = self else { return None };
        let copy = format!("`cp -r policy/{id}/{from} policy/{id}/{day}`");
        Some(text!(
            "gold zij al? zet die versie ernaast: {copy}, zet {day} daarin (regulation.yaml, de tekst) en in people.yaml (`from:`), en kijk met `klacht policy check`",
            "did it hold already? put that version beside it: {copy}, put {day} in it (regulation.yaml, the text) and in people.yaml (`from:`), and look with `klacht policy check`"
        ))
    }
}

/// Everything under `policy/`.
#[derive(Debug, Clone, Default)]
pub struct Policy {
    /// By id.
    pub histories: BTreeMap<String, RegulationHistory>,
}

impl Policy {
    /// The version by which a case received on `day` is judged.
    pub fn in_force(&self, id: &str, day: NaiveDate) -> Result<(&Version, &RegulationHistory), NoVersion> {
        let history = self.histories.get(id).ok_or(NoVersion::Regulation)?;
        let readable = history.versions.range(..=day).next_back();
        let unreadable = history.unreadable.iter().filter(|d| **d <= day).max();
        match (readable, unreadable) {
            (Some((from, _)), Some(other)) if other > from => Err(NoVersion::Unreadable(*other)),
            (Some((_, version)), _) => Ok((version, history)),
            (None, Some(other)) => Err(NoVersion::Unreadable(*other)),
            (None, None) => {
                let first = history.versions.keys().chain(&history.unreadable).min();
                Err(first.map_or(NoVersion::Regulation, |d| NoVersion::TooEarly(*d)))
            }
        }
    }
}
