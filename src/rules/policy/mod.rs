//! Rules on the regulation itself: its data, its text, its workflow as a model.
//!
//! A rule looks at one version as a whole and remarks on places in `regulation.yaml`, in the text or in `people.yaml`.

use std::cell::OnceCell;
use std::sync::atomic::AtomicBool;

use chrono::NaiveDate;

use super::{Message, Rule};
use crate::diagnostics::Text;
use crate::regulation::{People, Version};
use crate::yaml::{Node, Route, Span};

mod dates;
mod figures;
pub mod model;
mod names;
mod numbers;
mod p501;
mod p502;
mod p503;
mod p504;
mod p505;
mod p506;
mod p507;
mod p508;
mod p509;
mod p510;
mod p511;
mod p512;
mod p513;
mod p514;
mod p515;
mod p516;
mod p517;
mod p518;
mod p519;
mod p520;
mod p521;
mod p522;
mod p523;
mod p524;
mod p525;
mod p526;
mod p527;
mod p528;
mod p529;
mod p531;
mod p532;
mod p533;
mod p534;
mod p535;
mod p536;
mod p537;
mod p538;
mod p541;
mod references;
mod statements;
mod twice;

#[cfg(test)]
mod tests;

/// The workflow of a version as a model.
#[derive(Debug, Clone)]
pub enum Explorable<'a> {
    /// Searched when a rule first asks for it.
    Asked(OnceCell<model::Explored>),
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
            Self::Asked(found) => Some(found.get_or_init(|| {
                // Nobody ends this one before its time.
                let stop = AtomicBool::new(false);
                let machine = model::Machine::of(&version.regulation, &version.precedence);
                model::explore(&machine, &stop).unwrap_or_default()
            })),
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

/// Every rule of the family with what it does, sorted by code.
pub const JUDGES: &[(&Rule, Judge)] = &[
    (&p501::RULE, p501::judge),
    (&p502::RULE, p502::judge),
    (&p503::RULE, p503::judge),
    (&p504::RULE, p504::judge),
    (&p505::RULE, p505::judge),
    (&p506::RULE, p506::judge),
    (&p507::RULE, p507::judge),
    (&p508::RULE, p508::judge),
    (&p509::RULE, p509::judge),
    (&p510::RULE, p510::judge),
    (&p511::RULE, p511::judge),
    (&p512::RULE, p512::judge),
    (&p513::RULE, p513::judge),
    (&p514::RULE, p514::judge),
    (&p515::RULE, p515::judge),
    (&p516::RULE, p516::judge),
    (&p517::RULE, p517::judge),
    (&p518::RULE, p518::judge),
    (&p519::RULE, p519::judge),
    (&p520::RULE, p520::judge),
    (&p521::RULE, p521::judge),
    (&p522::RULE, p522::judge),
    (&p523::RULE, p523::judge),
    (&p524::RULE, p524::judge),
    (&p525::RULE, p525::judge),
    (&p526::RULE, p526::judge),
    (&p527::RULE, p527::judge),
    (&p528::RULE, p528::judge),
    (&p529::RULE, p529::judge),
    (&p531::RULE, p531::judge),
    (&p532::RULE, p532::judge),
    (&p533::RULE, p533::judge),
    (&p534::RULE, p534::judge),
    (&p535::RULE, p535::judge),
    (&p536::RULE, p536::judge),
    (&p537::RULE, p537::judge),
    (&p538::RULE, p538::judge),
    (&p541::RULE, p541::judge),
];

/// The family, sorted by code.
pub static RULES: &[&Rule] = &[
    &p501::RULE,
    &p502::RULE,
    &p503::RULE,
    &p504::RULE,
    &p505::RULE,
    &p506::RULE,
    &p507::RULE,
    &p508::RULE,
    &p509::RULE,
    &p510::RULE,
    &p511::RULE,
    &p512::RULE,
    &p513::RULE,
    &p514::RULE,
    &p515::RULE,
    &p516::RULE,
    &p517::RULE,
    &p518::RULE,
    &p519::RULE,
    &p520::RULE,
    &p521::RULE,
    &p522::RULE,
    &p523::RULE,
    &p524::RULE,
    &p525::RULE,
    &p526::RULE,
    &p527::RULE,
    &p528::RULE,
    &p529::RULE,
    &p531::RULE,
    &p532::RULE,
    &p533::RULE,
    &p534::RULE,
    &p535::RULE,
    &p536::RULE,
    &p537::RULE,
    &p538::RULE,
    &p541::RULE,
];

/// Everything there is to say of a version, by rule and then in the order of the file.
#[must_use]
pub fn judge_all(subject: &Subject<'_>) -> Vec<(&'static Rule, Remark)> {
    JUDGES.iter().flat_map(|(rule, judge)| judge(subject).into_iter().map(|remark| (*rule, remark))).collect()
}

/// Message and remedy from their four wordings.
fn said(message: (impl Into<String>, impl Into<String>), remedy: (impl Into<String>, impl Into<String>)) -> Message {
    Message::new(Text::new(message.0, message.1), Text::new(remedy.0, remedy.1))
}

/// The way to an item of a list at the top of the file.
fn item(block: &str, index: usize) -> Route {
    Route::root().key(block).index(index)
}
