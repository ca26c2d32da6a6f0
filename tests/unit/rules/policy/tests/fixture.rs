//! One small, complete regulation with its text and people, and edits on it.

use chrono::NaiveDate;

use super::super::{English, Explorable, Place, Subject, judge_all};
use crate::regulation::{Precedence, UnreadText, Version, read_people, read_regulation, read_words};

/// The three files, to be changed by a test.
#[derive(Debug, Clone)]
pub struct Small {
    pub rules: String,
    pub text: String,
    pub people: String,
    pub english: Option<String>,
    pub words: Option<String>,
    pub folder: Option<NaiveDate>,
    pub today: Option<NaiveDate>,
}

impl Small {
    pub fn new() -> Self {
        Self {
            rules: include_str!("small.yaml").to_owned(),
            text: include_str!("small.md").to_owned(),
            people: include_str!("people.yaml").to_owned(),
            english: None,
            words: None,
            folder: NaiveDate::from_ymd_opt(2026, 1, 1),
            today: NaiveDate::from_ymd_opt(2026, 6, 1),
        }
    }

    /// The same with `from` written as `to` in the regulation.
    pub fn rules(mut self, from: &str, to: &str) -> Self {
        assert!(self.rules.contains(from), "{from:?} is not in the regulation");
        self.rules = self.rules.replacen(from, to, 1);
        self
    }

    /// The same with `from` written as `to` in the text.
    pub fn text(mut self, from: &str, to: &str) -> Self {
        assert!(self.text.contains(from), "{from:?} is not in the text");
        self.text = self.text.replacen(from, to, 1);
        self
    }

    /// The same with its English, in which `from` is written as `to`.
    pub fn english(mut self, from: &str, to: &str) -> Self {
        let text = include_str!("small.en.md");
        assert!(text.contains(from), "{from:?} is not in the English text");
        self.english = Some(text.replacen(from, to, 1));
        self.words = self.words.or_else(|| Some(include_str!("small.words.yaml").to_owned()));
        self
    }

    /// The same with its English, in which the names have `from` written as `to`.
    pub fn named(mut self, from: &str, to: &str) -> Self {
        let words = include_str!("small.words.yaml");
        assert!(words.contains(from), "{from:?} is not in the names");
        self.words = Some(words.replacen(from, to, 1));
        self.english = self.english.or_else(|| Some(include_str!("small.en.md").to_owned()));
        self
    }

    /// The same with `from` written as `to` in people.yaml.
    pub fn people(mut self, from: &str, to: &str) -> Self {
        assert!(self.people.contains(from), "{from:?} is not in people.yaml");
        self.people = self.people.replacen(from, to, 1);
        self
    }
}

/// One remark, told.
pub struct Told {
    pub code: &'static str,
    pub text: String,
}

/// The version that the files make.
pub fn version(small: &Small) -> Version {
    let read = read_regulation(&small.rules);
    assert!(read.value.is_some(), "{:?}", read.faults);
    let regulation = read.value.unwrap();
    Version {
        english: None,
        id: "klein".to_owned(),
        path: "policy/klein/2026-01-01/regulation.yaml".to_owned(),
        source: small.rules.clone(),
        precedence: Precedence::of(&regulation),
        text: UnreadText::new(&small.text),
        regulation,
        tree: read.tree.unwrap(),
    }
}

/// Everything that is said.
pub fn judged(small: &Small) -> Vec<Told> {
    let version = version(small);
    let people = read_people(&small.people).value;
    let names = small.words.as_ref().map(|w| read_words(w).tree.unwrap());
    let subject = Subject {
        version: &version,
        people: people.as_ref(),
        folder_date: small.folder,
        text_source: &small.text,
        english: English { text: small.english.as_deref(), words: names.as_ref() },
        today: small.today,
        workflow: Explorable::default(),
    };
    let told = |(rule, remark): (&'static super::super::Rule, super::super::Remark)| {
        let place = match &remark.place {
            Place::Rule(route) => route.to_string(),
            Place::Text(span) => format!("text: {:?}", small.text.get(span.start..span.end).unwrap_or_default().trim()),
            Place::People(route) => format!("people: {route}"),
            Place::English(span) => {
                let text = small.english.as_deref().unwrap_or_default();
                format!("english: {:?}", text.get(span.start..span.end).unwrap_or_default().trim())
            }
            Place::Words(route) => format!("words: {route}"),
        };
        let severity = remark.said.severity.unwrap_or(rule.severity).word();
        let (message, remedy) = (&remark.said.message, &remark.said.remedy);
        let text = format!(
            "{severity} {place}\n  nl: {}\n      -> {}\n  en: {}\n      -> {}",
            message.nl, remedy.nl, message.en, remedy.en
        );
        Told { code: rule.code, text }
    };
    judge_all(&subject).into_iter().map(told).collect()
}

/// Codes and words, for a comparison.
pub fn lines(told: &[Told]) -> Vec<String> {
    told.iter().map(|t| format!("{} {}", t.code, t.text)).collect()
}
