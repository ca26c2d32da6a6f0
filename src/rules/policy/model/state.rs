//! One state of a case in the abstract.

use crate::regulation::{Test, hundredths};

/// A value in the abstract.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// A word of a list, or any text.
    Word(String),
    /// An amount or number, in hundredths.
    Number(i64),
    /// A date within every span that a condition names.
    Near,
    /// A date beyond it.
    Far,
}

impl Value {
    /// Whether it equals the word in a condition.
    #[must_use]
    pub fn equals(&self, word: &str) -> bool {
        match self {
            Self::Word(own) => own == word,
            Self::Number(own) => hundredths(word) == Some(*own),
            Self::Near | Self::Far => false,
        }
    }

    /// Whether it is a number that passes the test.
    #[must_use]
    pub fn passes(&self, test: &Test) -> bool {
        let number = match self {
            Self::Word(own) => hundredths(own),
            Self::Number(own) => Some(*own),
            Self::Near | Self::Far => None,
        };
        number.and_then(|number| test.of_number(number)) == Some(true)
    }

    /// The value for a message.
    #[must_use]
    pub fn told(&self) -> String {
        match self {
            Self::Word(own) => own.clone(),
            Self::Number(own) if own % 100 == 0 => (own / 100).to_string(),
            Self::Number(own) => format!("{},{:02}", own / 100, own % 100),
            Self::Near => "dichtbij / near".to_owned(),
            Self::Far => "ver weg / far".to_owned(),
        }
    }
}

/// Where a case stands in the abstract. There are many thousands, each is compared with all before it: so they are numbers in
/// one row, made, told apart and copied at once.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct State(Vec<u32>);

/// Where in the row stands what. After these come, for each step, how often it was taken, up to what any condition counts, and
/// how often in this round; and then the last value of each key that a condition asks after.
const FACTS: usize = 0;
const COMPLAINT: usize = 1;
const ENDED: usize = 2;
const RULED: usize = 3;
const REOPENED: usize = 4;
const STEPS: usize = 5;
const TAKEN: usize = 6;

impl State {
    /// A case that begins, with these facts, under a workflow of so many steps and keys.
    pub(super) fn new(facts: usize, complaint: bool, steps: usize, keys: usize) -> Self {
        let mut state = Self(vec![0; TAKEN + 2 * steps + keys]);
        state.set(FACTS, small(facts));
        state.set(STEPS, small(steps));
        state.set(COMPLAINT, complaint.into());
        state
    }

    fn at(&self, place: usize) -> u32 {
        self.0.get(place).copied().unwrap_or_default()
    }

    fn set(&mut self, place: usize, number: u32) {
        if let Some(slot) = self.0.get_mut(place) {
            *slot = number;
        }
    }

    fn steps(&self) -> usize {
        self.at(STEPS) as usize
    }

    /// A number that may be missing: 0 says that it is.
    fn maybe(&self, place: usize) -> Option<usize> {
        self.at(place).checked_sub(1).map(|number| number as usize)
    }

    /// Which of the assumed facts hold: a number in the machine's list.
    pub fn facts(&self) -> usize {
        self.at(FACTS) as usize
    }

    /// A complaint, or a report still.
    pub fn complaint(&self) -> bool {
        self.at(COMPLAINT) > 0
    }

    /// Closed or ended.
    pub fn ended(&self) -> bool {
        self.at(ENDED) > 0
    }

    /// The escalation (by number) in which a binding ruling was given.
    pub fn ruled(&self) -> Option<usize> {
        self.maybe(RULED)
    }

    /// The step that began this round, where it asks for something.
    pub fn reopened(&self) -> Option<usize> {
        self.maybe(REOPENED)
    }

    /// How often the step was taken.
    pub fn total(&self, step: usize) -> u32 {
        if step < self.steps() { self.at(TAKEN + 2 * step) } else { 0 }
    }

    /// How often it was taken in this round.
    pub fn here(&self, step: usize) -> u32 {
        if step < self.steps() { self.at(TAKEN + 2 * step + 1) } else { 0 }
    }

    /// Whether the step was ever taken.
    pub fn was_taken(&self, step: usize) -> bool {
        self.total(step) > 0
    }

    /// The last value of a key: its number among the key's values from 1 on, 0 for none.
    pub fn value(&self, key: usize) -> usize {
        self.at(TAKEN + 2 * self.steps() + key) as usize
    }

    /// The last value of each key.
    pub fn values(&self) -> impl Iterator<Item = usize> {
        self.0.iter().skip(TAKEN + 2 * self.steps()).map(|value| *value as usize)
    }

    pub(super) fn set_value(&mut self, key: usize, value: usize) {
        self.set(TAKEN + 2 * self.steps() + key, small(value));
    }

    /// The same state with another value of a key.
    #[must_use]
    pub fn with(&self, key: usize, value: usize) -> Self {
        let mut state = self.clone();
        state.set_value(key, value);
        state
    }

    /// Counts a step, up to its cap.
    pub(super) fn count(&mut self, step: usize, cap: u8) {
        if step < self.steps() {
            for place in [TAKEN + 2 * step, TAKEN + 2 * step + 1] {
                self.set(place, self.at(place).saturating_add(1).min(cap.into()));
            }
        }
    }

    /// Begins a round: by the step that asks for something again, where it does.
    pub(super) fn reopen(&mut self, by: Option<usize>) {
        self.set(ENDED, 0);
        let steps = self.steps();
        for step in 0..steps {
            self.set(TAKEN + 2 * step + 1, 0);
        }
        self.set(REOPENED, by.map_or(0, |by| small(by + 1)));
    }

    pub(super) fn formalise(&mut self) {
        self.set(COMPLAINT, 1);
    }

    pub(super) fn end(&mut self) {
        self.set(ENDED, 1);
    }

    pub(super) fn rule(&mut self, way: usize) {
        self.set(RULED, small(way + 1));
    }
}

/// A number of something that stands in a file: there are never so many that it does not fit.
fn small(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
