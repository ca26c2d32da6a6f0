//! A published count, and how it is written.

use std::fmt;

use serde::de::{self, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A published count: a number, or the fact that there is none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Count {
    /// The exact number.
    Shown(u64),
    /// Not said: the number is small, or would give a small one away.
    Hidden,
    /// Fewer than the least number that is said; only for the total of a year.
    Fewer,
}

const HIDDEN: &str = "hidden";
const FEWER: &str = "fewer";

impl Count {
    /// The number, when it is shown.
    #[must_use]
    pub const fn shown(self) -> Option<u64> {
        match self {
            Self::Shown(number) => Some(number),
            Self::Hidden | Self::Fewer => None,
        }
    }

    fn from_word(word: &str) -> Option<Self> {
        match word {
            HIDDEN => Some(Self::Hidden),
            FEWER => Some(Self::Fewer),
            _ => word.parse().ok().filter(|n: &u64| n.to_string() == word).map(Self::Shown),
        }
    }
}

impl fmt::Display for Count {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Shown(number) => write!(out, "{number}"),
            Self::Hidden => out.write_str(HIDDEN),
            Self::Fewer => out.write_str(FEWER),
        }
    }
}

impl Serialize for Count {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Shown(number) => serializer.serialize_u64(*number),
            Self::Hidden => serializer.serialize_str(HIDDEN),
            Self::Fewer => serializer.serialize_str(FEWER),
        }
    }
}

impl<'de> Deserialize<'de> for Count {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let counts = Counts::deserialize(deserializer)?;
        match counts.0.as_slice() {
            [count] => Ok(*count),
            _ => Err(de::Error::custom("one count expected")),
        }
    }
}

/// A line of counts, written with blanks between them: `9 hidden 16`.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Counts(pub Vec<Count>);

impl Serialize for Counts {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0.as_slice() {
            [one] => one.serialize(serializer),
            many => serializer.serialize_str(&many.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ")),
        }
    }
}

impl<'de> Deserialize<'de> for Counts {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Line)
    }
}

/// Reads a number or a line of words.
struct Line;

impl Visitor<'_> for Line {
    type Value = Counts;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("whole numbers, `hidden` or `fewer`, with one blank between them")
    }

    fn visit_u64<E: de::Error>(self, number: u64) -> Result<Counts, E> {
        Ok(Counts(vec![Count::Shown(number)]))
    }

    fn visit_i64<E: de::Error>(self, number: i64) -> Result<Counts, E> {
        u64::try_from(number).map_err(|_| E::custom("a count is not negative")).and_then(|n| self.visit_u64(n))
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Counts, E> {
        let counts: Option<Vec<Count>> = text.split(' ').map(Count::from_word).collect();
        counts.map(Counts).ok_or_else(|| E::invalid_value(de::Unexpected::Str(text), &self))
    }
}
