//! Rules on the regulation itself: its data, its text, its workflow as a model.
//!
//! A rule looks at one version as a whole and remarks on places in `regulation.yaml`, in the text or in `people.yaml`.

rules! { each judge: Judge;
    p501, p502, p503, p504, p505, p506, p507, p508, p509, p510, p511, p512, p513, p514, p515, p516, p517,
    p518, p519, p520, p521, p522, p523, p524, p525, p526, p527, p528, p529, p531, p532, p533, p534, p535,
    p536, p537, p538, p541, p545, p546, p547, p548, p549,
}

use std::cell::OnceCell;
use std::sync::Arc;

use chrono::NaiveDate;

use crate::regulation::{People, Version};
use crate::rules::{Message, Rule};
use crate::yaml::{Node, Route, Span};

pub(crate) mod dates;
mod figures;
pub(crate) mod model;
mod names;
pub(crate) mod numbers;
mod references;
mod statements;
mod twice;

#[cfg(test)]
#[path = "../../../tests/unit/rules/policy/tests/mod.rs"]
mod tests;

/// The workflow of a version as a model.
#[derive(Debug, Clone)]
pub enum Explorable<'a> {
    /// Searched when a rule first asks for it.
    Asked(OnceCell<Arc<model::Explored>>),
    /// Searched elsewhere; where it was not yet, no rule says what only the search can tell.
    Given(Option<&'a model::Explored>),
}

impl Default for Explorable<'_> {
    fn default() -> Self {
        Self::Asked(OnceCell::new())
    }
}

impl Explorable<'_> {
    /// All states that a case under this version can reach; searched once. Nothing where the search is still to come.
    #[must_use]
    pub fn explored(&self, version: &Version) -> Option<&model::Explored> {
        match self {
            Self::Asked(found) => Some(
                found.get_or_init(|| model::explored(model::Machine::of(&version.regulation, &version.precedence))),
            ),
            Self::Given(known) => *known,
        }
    }
}

/// The two files of a translation, as far as they are there.
#[derive(Debug, Clone, Copy, Default)]
pub struct English<'a> {
    /// `text.en.md`.
    pub text: Option<&'a str>,
    /// `words.en.yaml`, when it can be read.
    pub words: Option<&'a Node>,
}

/// What the rules on a regulation look at.
#[derive(Debug, Clone)]
pub struct Subject<'a> {
    /// The version.
    pub version: &'a Version,
    /// Who holds which role, when people.yaml could be read.
    pub people: Option<&'a People>,
    /// The date that the folder is named after.
    pub folder_date: Option<NaiveDate>,
    /// The bytes of `text.nl.md`, as text.
    pub text_source: &'a str,
    /// The same in English, as far as it is there.
    pub english: English<'a>,
    /// The day on which somebody asks; without it nothing is called stale.
    pub today: Option<NaiveDate>,
    /// Its workflow as a model.
    pub workflow: Explorable<'a>,
}

/// Where a remark belongs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// In `regulation.yaml`.
    Rule(Route),
    /// In `text.nl.md`.
    Text(Span),
    /// In `people.yaml`.
    People(Route),
    /// In `text.en.md`.
    English(Span),
    /// In `words.en.yaml`.
    Words(Route),
}

impl Place {
    /// Whether this is a place within another of `regulation.yaml`, or the same.
    fn is_within(&self, outer: &Self) -> bool {
        matches!((self, outer), (Self::Rule(own), Self::Rule(outer)) if own.0.starts_with(&outer.0))
    }
}

/// What a rule says of a place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remark {
    /// Where.
    pub place: Place,
    /// What.
    pub said: Message,
}

impl Remark {
    /// A remark on a place in `regulation.yaml`.
    #[must_use]
    pub fn on(route: Route, said: Message) -> Self {
        Self { place: Place::Rule(route), said }
    }

    /// A remark on a place in the text.
    #[must_use]
    pub fn in_text(span: Span, said: Message) -> Self {
        Self { place: Place::Text(span), said }
    }
}

/// A rule's own look at a version.
pub type Judge = fn(&Subject<'_>) -> Vec<Remark>;

/// Everything there is to say of a version, by rule and then in the order of the file.
#[must_use]
pub fn judge_all(subject: &Subject<'_>) -> Vec<(&'static Rule, Remark)> {
    EACH.iter().flat_map(|(rule, judge)| judge(subject).into_iter().map(|remark| (*rule, remark))).collect()
}

/// The way to an item of a list at the top of the file.
fn item(block: &str, index: usize) -> Route {
    Route::root().key(block).index(index)
}
