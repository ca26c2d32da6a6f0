//! Who may read a case, and who ever could: lines `may m3/2` and `was m3/1`. Keys of persons, never names.

use std::collections::BTreeSet;
use std::fmt;
use std::str::FromStr;

/// Which key of whom: `m3/2` is the second of `m3`, `recovery/1` the first that lies in the safe.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct SealId {
    /// The key of the person in `people.yaml`.
    pub person: String,
    /// Which of theirs, from 1.
    pub number: u32,
}

impl SealId {
    /// The name before the slash of keys that no machine holds.
    pub(crate) const RECOVERY: &'static str = "recovery";

    /// Whether it is one of those that lie in the safe.
    pub(crate) fn is_recovery(&self) -> bool {
        self.person == Self::RECOVERY
    }
}

impl fmt::Display for SealId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.person, self.number)
    }
}

impl FromStr for SealId {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let (person, number) = text.split_once('/').ok_or(())?;
        let word = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-' || c == '_';
        let whole = !person.is_empty() && person.chars().all(word);
        let plain = !number.is_empty() && !number.starts_with('0') && number.bytes().all(|b| b.is_ascii_digit());
        if !whole || !plain {
            return Err(());
        }
        number.parse().map(|number| Self { person: person.to_owned(), number }).map_err(|_| ())
    }
}

/// The list of one case.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Access {
    /// Who can open it.
    pub may: BTreeSet<SealId>,
    /// Who once could and no longer can. Only grows: whoever kept an old copy can open that.
    pub was: BTreeSet<SealId>,
}

impl Access {
    /// Reads the lines. Strict: the same list has one form.
    pub(crate) fn read(text: &str) -> Option<Self> {
        let mut access = Self::default();
        for line in text.lines() {
            let (word, id) = line.split_once(' ')?;
            let list = match word {
                "may" => &mut access.may,
                "was" => &mut access.was,
                _ => return None,
            };
            list.insert(id.parse().ok()?);
        }
        (access.written() == text && access.may.is_disjoint(&access.was)).then_some(access)
    }

    /// The lines.
    pub(crate) fn written(&self) -> String {
        let lines = |word: &'static str, list: &BTreeSet<SealId>| -> String {
            list.iter().fold(String::new(), |lines, id| lines + word + " " + &id.to_string() + "\n")
        };
        lines("may", &self.may) + &lines("was", &self.was)
    }

    /// The list that lets these in and nobody else; who could before is remembered.
    pub(crate) fn with(&self, may: BTreeSet<SealId>) -> Self {
        let was = self.ever().filter(|id| !may.contains(id)).cloned().collect();
        Self { may, was }
    }

    /// Everybody who can or ever could.
    pub(crate) fn ever(&self) -> impl Iterator<Item = &SealId> {
        self.may.iter().chain(&self.was)
    }
}
