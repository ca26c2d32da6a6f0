//! How the end of a term is found.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::diagnostics::{Text, text};

/// How the end of a term is found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Counting {
    /// The term ends on the day it ends, open or closed: the rule for all but legal terms.
    #[default]
    AsStated,
    /// By the Algemene termijnenwet, because the term stands in a law or the regulation adopts that law.
    Termijnenwet,
}

impl Counting {
    /// All ways of counting, in the order of the documentation.
    pub const ALL: [Self; 2] = [Self::AsStated, Self::Termijnenwet];

    /// As a regulation writes it.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::AsStated => "as-stated",
            Self::Termijnenwet => "termijnenwet",
        }
    }
}

impl fmt::Display for Counting {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// A word that names no way of counting.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CountingError;

impl CountingError {
    /// What is wrong and what to write.
    #[must_use]
    pub fn words() -> Text {
        text!(
            "onbekende telwijze: schrijf `as-stated` (de termijn eindigt op de dag waarop zij eindigt) of `termijnenwet`",
            "unknown way of counting: write `as-stated` (a term ends on the day it ends) or `termijnenwet`"
        )
    }
}

impl fmt::Display for CountingError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&Self::words().en)
    }
}

impl std::error::Error for CountingError {}

impl FromStr for Counting {
    type Err = CountingError;

    fn from_str(text: &str) -> Result<Self, CountingError> {
        Self::ALL.into_iter().find(|counting| counting.as_str() == text).ok_or(CountingError)
    }
}
