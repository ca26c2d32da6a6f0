//! How a page speaks: sentences with the names, persons and time limits of a version in them.

use std::collections::BTreeMap;

use super::fault::SiteFault;
use super::phrases::{Phrases, Value};
use crate::diagnostics::Lang;
use crate::regulation::{Names, Position, Regulation, Selector, Step, Term, Version};

/// The voice of a page about one version in one language.
#[derive(Clone, Copy)]
pub struct Voice<'a> {
    /// The version.
    pub version: &'a Version,
    /// The language.
    pub lang: Lang,
    /// The names of its rules.
    pub names: Names<'a>,
    words: &'a Phrases,
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<u32> for Value {
    fn from(number: u32) -> Self {
        Self::Number(f64::from(number))
    }
}

impl<'a> Voice<'a> {
    /// The voice for a version.
    #[must_use]
    pub fn new(version: &'a Version, lang: Lang, words: &'a Phrases) -> Self {
        Self { version, lang, names: Names::new(version, lang), words }
    }

    /// The rules.
    #[must_use]
    pub fn rules(&self) -> &'a Regulation {
        &self.version.regulation
    }

    /// A sentence without values.
    pub fn say(&self, key: &str) -> Result<String, SiteFault> {
        self.words.say(key)
    }

    /// A sentence with its values.
    pub fn with(&self, key: &str, values: &[(&str, Value)]) -> Result<String, SiteFault> {
        let values: BTreeMap<String, Value> = values.iter().map(|(k, v)| ((*k).to_owned(), v.clone())).collect();
        self.words.with(key, &values)
    }

    /// Several things in one breath: `a, b en c`.
    pub fn both(&self, items: &[String]) -> Result<String, SiteFault> {
        self.joined("workflow-and", items)
    }

    /// One of several things: `a, b of c`.
    pub fn either(&self, items: &[String]) -> Result<String, SiteFault> {
        self.joined("workflow-or", items)
    }

    fn joined(&self, key: &str, items: &[String]) -> Result<String, SiteFault> {
        match items {
            [] => Ok(String::new()),
            [one] => Ok(one.clone()),
            [first @ .., last] => self.with(key, &[("first", first.join(", ").into()), ("last", last.as_str().into())]),
        }
    }

    /// Whom a selector means; the reader is addressed as such where they are the complainant.
    pub fn who(&self, selector: &Selector) -> Result<String, SiteFault> {
        match selector {
            Selector::Position(Position::Complainant) => self.say("workflow-you"),
            Selector::Position(Position::Representative) => self.say("workflow-your-representative"),
            Selector::Position(Position::Respondent) => self.say("workflow-respondent"),
            Selector::Anyone => self.say("workflow-anyone"),
            other => Ok(self.names.who(other)),
        }
    }

    /// Who takes a step: one of some, or all of some.
    pub fn actors(&self, step: &Step) -> Result<String, SiteFault> {
        let named = |selectors: &[Selector]| selectors.iter().map(|s| self.who(s)).collect::<Result<Vec<_>, _>>();
        let one = self.either(&named(&step.by)?)?;
        let each = self.both(&named(&step.by_each)?)?;
        Ok([one, each].into_iter().filter(|w| !w.is_empty()).collect::<Vec<_>>().join("; "))
    }

    /// By when a step is taken: one phrase for each term that it ends.
    pub fn limits(&self, step: &Step) -> Result<Vec<String>, SiteFault> {
        let ends = |t: &&Term| t.step.as_ref() == Some(&step.id) || (t.step.is_none() && t.until.contains(&step.id));
        let mut said: Vec<String> = Vec::new();
        for term in self.rules().terms.iter().filter(ends) {
            let limit = self.limit(term)?;
            if !said.contains(&limit) {
                said.push(limit);
            }
        }
        Ok(said)
    }

    /// A term in a few words; with its own name where it does not hold for every complaint.
    pub fn limit(&self, term: &Term) -> Result<String, SiteFault> {
        let span = self.span(term)?;
        if term.when.is_none() {
            return Ok(span);
        }
        let name = lower(&self.names.item("terms", &term.id));
        self.with("workflow-limit-of", &[("name", name.into()), ("limit", span.into())])
    }

    /// A term in a few words, without its name.
    pub fn span(&self, term: &Term) -> Result<String, SiteFault> {
        match (term.within, term.every, &term.agreed) {
            (Some(within), ..) => self.since(&term.from, &self.names.lasting(term, within)),
            (None, Some(every), _) => {
                self.with("workflow-every", &[("duration", self.names.lasting(term, every).into())])
            }
            (None, None, Some(_)) if term.hard => self.say("workflow-agreed"),
            (None, None, _) => self.say("workflow-target"),
        }
    }

    fn since(&self, from: &str, duration: &str) -> Result<String, SiteFault> {
        if from == "received" {
            return self.with("workflow-within", &[("duration", duration.into())]);
        }
        let step = self.names.item("steps", from);
        self.with("workflow-within-after", &[("duration", duration.into()), ("step", step.into())])
    }
}

/// A name in the middle of a sentence; an abbreviation keeps its capitals.
#[must_use]
pub fn lower(name: &str) -> String {
    let mut letters = name.chars();
    let first = letters.next();
    match (first, letters.clone().next()) {
        (Some(first), second) if !second.is_some_and(char::is_uppercase) => {
            first.to_lowercase().collect::<String>() + letters.as_str()
        }
        _ => name.to_owned(),
    }
}

/// A name at the beginning of a line.
#[must_use]
pub fn upper(name: &str) -> String {
    let mut letters = name.chars();
    letters.next().map(|first| first.to_uppercase().collect::<String>() + letters.as_str()).unwrap_or_default()
}
