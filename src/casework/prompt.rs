//! What is still wanted of whoever opens a case or takes a step: each thing with the values that the regulation knows.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use crate::calendar::{DateError, SpokenDay, Toward};
use crate::diagnostics::{Text, text};
use crate::docket::has_form;
use crate::naming;
use crate::regulation::AskType;
use crate::yaml::most_like;

use super::error::CaseworkError;

/// What was said so far, by key. A key with several values is said several times.
pub type Values = BTreeMap<String, Vec<String>>;

/// A value to choose, with its name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// As it stands in the file.
    pub value: String,
    /// As people say it.
    pub name: Text,
}

impl Choice {
    /// A value with its name.
    #[must_use]
    pub fn new(value: impl Into<String>, name: Text) -> Self {
        Self { value: value.into(), name }
    }
}

/// Something that is wanted.
#[derive(Debug, Clone)]
pub struct Prompt {
    /// What it is known by while questions are asked.
    pub id: String,
    /// The key under which the answer goes.
    pub key: String,
    /// The question.
    pub label: Text,
    /// What may be answered; empty: free text.
    pub choices: Vec<Choice>,
    /// Whether several values may be given.
    pub several: bool,
    /// Whether it may be passed over.
    pub required: bool,
    /// What is proposed.
    pub default: Vec<String>,
    /// Whether nothing else than the proposal is possible, so that nobody needs to be asked.
    pub certain: bool,
    /// Whether the answer comes beside what was said under this key, rather than in its place.
    pub adds: bool,
    /// Of which type a free answer is.
    pub kind: AskType,
    /// Whether a day that is not said in full lies ahead.
    pub ahead: bool,
}

impl Prompt {
    /// A required free text.
    #[must_use]
    pub fn words(key: &str, label: Text) -> Self {
        Self {
            id: key.to_owned(),
            key: key.to_owned(),
            label,
            choices: Vec::new(),
            several: false,
            required: true,
            default: Vec::new(),
            certain: false,
            adds: false,
            kind: AskType::Text,
            ahead: false,
        }
    }

    /// A required choice; certain when there is only one.
    #[must_use]
    pub fn choice(key: &str, label: Text, choices: Vec<Choice>) -> Self {
        let only: Vec<String> = if choices.len() == 1 { vec![choices[0].value.clone()] } else { Vec::new() };
        Self { certain: !only.is_empty(), default: only, choices, ..Self::words(key, label) }
    }

    /// The same, with a free answer of this type.
    #[must_use]
    pub fn of_kind(mut self, kind: AskType) -> Self {
        self.kind = kind;
        self
    }

    /// Whether a free answer reads as its type; one of several answers each do. What stands here otherwise is told by the
    /// same words as in `check`.
    pub fn accepts(&self, answer: &str) -> Result<(), Text> {
        let item = if self.kind == AskType::List { AskType::Text } else { self.kind };
        if item == AskType::Date {
            return SpokenDay::read(answer).map(|_| ()).map_err(DateError::words);
        }
        if has_form(item, answer.trim()) {
            return Ok(());
        }
        let form = naming::form_of(item);
        Err(text!("dit moet zijn: {form}", "this must be: {form}", form))
    }

    /// The day that an answer says, as of today.
    pub fn day(&self, answer: &str, today: NaiveDate) -> Result<NaiveDate, Text> {
        let toward = if self.ahead { Toward::Future } else { Toward::Past };
        SpokenDay::read(answer).and_then(|said| said.day(today, toward)).map_err(DateError::words)
    }

    /// The same, but known by another id.
    #[must_use]
    pub fn known_as(mut self, id: impl Into<String>) -> Self {
        self.id = id.into();
        self
    }

    /// The same, but it may be passed over; then nothing is filled in by itself.
    #[must_use]
    pub fn optional(mut self) -> Self {
        (self.required, self.certain) = (false, false);
        self.default.clear();
        self
    }

    /// The same, but several values may be given.
    #[must_use]
    pub fn several(mut self) -> Self {
        self.several = true;
        self
    }

    /// The same, with nothing else possible than these values.
    #[must_use]
    pub fn only(mut self, values: Vec<String>) -> Self {
        (self.certain, self.default) = (!values.is_empty(), values);
        self
    }

    /// The same, with these values proposed.
    #[must_use]
    pub fn proposing(mut self, values: Vec<String>) -> Self {
        (self.certain, self.default) = (false, values);
        self
    }
}

/// Completes what was said: what is certain is filled in, the rest is put to `answer`, each thing once. An empty answer
/// leaves it open.
pub fn complete<E>(
    values: &mut Values,
    prompts: impl Fn(&Values) -> Vec<Prompt>,
    answer: &mut dyn FnMut(&Prompt) -> Result<Vec<String>, E>,
) -> Result<(), E> {
    let mut asked = BTreeSet::new();
    while let Some(prompt) = prompts(values).into_iter().find(|w| !asked.contains(&w.id)) {
        let given = if prompt.certain { prompt.default.clone() } else { answer(&prompt)? };
        if !given.is_empty() {
            let said = values.entry(prompt.key.clone()).or_default();
            if !prompt.adds {
                said.clear();
            }
            said.extend(given);
        }
        asked.insert(prompt.id);
    }
    Ok(())
}

/// The value that a word names: as it stands in the file, or by its name, whatever its capitals. A wrong one gets a suggestion and the list.
pub fn named(what: &Text, word: &str, choices: &[Choice]) -> Result<String, CaseworkError> {
    let exact = choices.iter().find(|c| c.value == word);
    let lower = word.trim().to_lowercase();
    let by_value = || choices.iter().find(|c| c.value.to_lowercase() == lower);
    let by_name = || choices.iter().find(|c| c.name.nl.to_lowercase() == lower || c.name.en.to_lowercase() == lower);
    if let Some(choice) = exact.or_else(by_value).or_else(by_name) {
        return Ok(choice.value.clone());
    }
    let message = text!("{what}: `{word}` is er niet", "{what}: there is no `{word}`", what);
    Err(CaseworkError::Asked(message, suggestion(word, choices)))
}

/// What somebody may have meant, and what there is to choose from.
#[must_use]
pub fn suggestion(word: &str, choices: &[Choice]) -> Text {
    let all = |side: fn(&Text) -> &String| {
        let shown = choices.iter().map(|c| match side(&c.name) {
            name if *name == c.value => c.value.clone(),
            name => format!("{} ({name})", c.value),
        });
        shown.collect::<Vec<_>>().join(", ")
    };
    let all = Text::new(all(|t| &t.nl), all(|t| &t.en));
    match most_like(word, choices.iter().map(|c| c.value.as_str())) {
        _ if choices.is_empty() => {
            text!("laat dit weg: de regeling kent hier niets", "leave this out: the regulation defines nothing here")
        }
        Some(near) => {
            text!("bedoelt u `{near}`? kies uit: {all}", "did you mean `{near}`? choose from: {all}", all)
        }
        None => text!("kies uit: {all}", "choose from: {all}", all),
    }
}

#[cfg(test)]
#[path = "../../tests/unit/casework/prompt.rs"]
mod tests;
