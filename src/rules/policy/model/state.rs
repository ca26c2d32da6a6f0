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

/// Where a case stands in the abstract. Numbers only: there are thousands, each is compared with all before it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct State {
    /// Which of the assumed facts hold: a number in the machine's list.
    pub facts: usize,
    /// A complaint, or a report still.
    pub complaint: bool,
    /// Closed or ended.
    pub ended: bool,
    /// The escalation (by number) in which a binding ruling was given.
    pub ruled: Option<usize>,
    /// The step that began this round, where it asks for something.
    pub reopened: Option<usize>,
    /// How often each step was taken, up to what any condition counts.
    pub total: Vec<u8>,
    /// The same, in this round only.
    pub here: Vec<u8>,
    /// The last value of each key that a condition asks after: its number among the key's values from 1 on, 0 for none.
    pub values: Vec<usize>,
}

impl State {
    /// Whether the step was ever taken.
    #[must_use]
    pub fn was_taken(&self, step: usize) -> bool {
        self.total.get(step).is_some_and(|count| *count > 0)
    }

    /// The same state with another value of a key.
    #[must_use]
    pub fn with(&self, key: usize, value: usize) -> Self {
        let mut state = self.clone();
        if let Some(slot) = state.values.get_mut(key) {
            *slot = value;
        }
        state
    }
}
