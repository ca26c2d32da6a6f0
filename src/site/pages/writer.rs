//! Writes a page about a version and remembers everything that keeps it from being written.

use super::super::address::Address;
use super::super::engine::Engine;
use super::super::fault::SiteFault;
use super::super::input::{Edition, Input, Published};
use super::super::page::Page;
use super::super::phrases::{Phrases, Value};
use super::super::voice::Voice;
use crate::diagnostics::Lang;
use crate::regulation::{Regulation, Selector, Version};

/// Makes the page about one version.
type Maker = fn(&Published, &Edition, &Phrases, Lang) -> Result<Page, Vec<SiteFault>>;

/// One page for each regulation that exists in the language, from the version in force; or everything that keeps one of
/// them from being made.
pub fn of_each(input: &Input, engine: &Engine, lang: Lang, page: Maker) -> Result<Vec<Page>, Vec<SiteFault>> {
    let mut pages = Vec::new();
    let mut faults = Vec::new();
    for published in &input.regulations {
        let Some(edition) = published.in_force(input.provenance.on) else { continue };
        if lang == Lang::En && edition.version.english.is_none() {
            continue;
        }
        let words = engine.words_of(lang, &edition.version.regulation.organisation);
        match page(published, edition, words, lang) {
            Ok(made) => pages.push(made),
            Err(found) => faults.extend(found),
        }
    }
    if faults.is_empty() { Ok(pages) } else { Err(faults) }
}

/// The writer of one page.
pub struct Writer<'a> {
    /// How the page speaks.
    pub voice: Voice<'a>,
    page: String,
    faults: Vec<SiteFault>,
}

impl<'a> Writer<'a> {
    /// A writer for the page at an address.
    pub fn new(version: &'a Version, lang: Lang, words: &'a Phrases, address: &Address) -> Self {
        Self { voice: Voice::new(version, lang, words), page: address.file(), faults: Vec::new() }
    }

    /// The rules.
    pub fn rules(&self) -> &'a Regulation {
        self.voice.rules()
    }

    /// A sentence without values.
    pub fn say(&mut self, key: &str) -> String {
        let said = self.voice.say(key);
        self.keep(said)
    }

    /// A sentence with values.
    pub fn with(&mut self, key: &str, values: &[(&str, Value)]) -> String {
        let said = self.voice.with(key, values);
        self.keep(said)
    }

    /// What was said; nothing when it could not be said, which is remembered.
    pub fn keep<T: Default>(&mut self, said: Result<T, SiteFault>) -> T {
        said.unwrap_or_else(|fault| {
            self.faults.push(fault);
            T::default()
        })
    }

    /// Persons in one breath.
    pub fn everyone(&mut self, selectors: &[Selector]) -> String {
        let named: Result<Vec<String>, SiteFault> = selectors.iter().map(|s| self.voice.who(s)).collect();
        let named = named.and_then(|n| self.voice.both(&n));
        self.keep(named)
    }

    /// Names of roles in one breath.
    pub fn roles<'r>(&mut self, ids: impl IntoIterator<Item = &'r String>) -> String {
        let names: Vec<String> = ids.into_iter().map(|id| self.voice.names.item("roles", id)).collect();
        let said = self.voice.both(&names);
        self.keep(said)
    }

    /// The page needs a value that the regulation does not have.
    pub fn empty(&mut self, key: impl Into<String>) {
        self.missing(key.into(), None);
    }

    fn missing(&mut self, key: String, gap: Option<String>) {
        let path = self.voice.version.path.clone();
        self.faults.push(SiteFault::EmptySlot { path, key, page: self.page.clone(), gap });
    }

    /// What the regulation leaves open, in plain words; an empty slot when it does not say that it leaves it open.
    pub fn open(&mut self, about: &str, key: impl Into<String>) -> Option<String> {
        if self.rules().declares_gap(about) {
            return Some(self.say(&format!("complaint-open-{about}")));
        }
        self.missing(key.into(), Some(about.to_owned()));
        None
    }

    /// Whether the page could be written.
    pub fn finish(self) -> Result<(), Vec<SiteFault>> {
        if self.faults.is_empty() { Ok(()) } else { Err(self.faults) }
    }
}
