//! Why a year cannot be counted or released.

use std::fmt;

use super::schema::Dimension;
use crate::diagnostics::{Text, text};

/// Why a year cannot be counted or released. It names codes of the vocabularies and nothing of a complaint.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refused {
    /// `k` is below the floor.
    BelowFloor,
    /// The hub is no dimension of the schema.
    NoSuchHub(Dimension),
    /// A dimension twice, without values, or with a value twice.
    Vocabulary(Dimension),
    /// Dimensions whose values exclude each other form a circle, which the attacker's model does not cover.
    Circle(Dimension, Dimension),
    /// A record has no code in a dimension, and the vocabulary has no `unknown`.
    Missing(Dimension),
    /// A record has a code outside the vocabulary.
    UnknownCode(Dimension, String),
    /// A record has two values that the schema says exclude each other.
    Excluded(Dimension, Dimension),
    /// The records are not as many as the flow says were received.
    Received,
    /// Carried in + received is not closed + carried out, or more is open than is carried out.
    Flow,
    /// What is carried in is not what the year before published as carried out.
    CarriedIn,
    /// The difference with a figure published earlier would show a single complaint.
    Difference,
}

impl Refused {
    /// The reason in both languages.
    #[must_use]
    pub fn text(&self) -> Text {
        match self {
            Self::BelowFloor => text!(
                "k is te klein: onder 5 zijn kleine aantallen af te leiden",
                "k is too small: below 5, small counts can be worked out"
            ),
            Self::NoSuchHub(d) => {
                text!("de spil {d} is geen dimensie", "the hub {d} is not a dimension")
            }
            Self::Vocabulary(d) => text!(
                "{d} komt dubbel voor, heeft geen waarden of heeft er een dubbel",
                "{d} is there twice, has no values or has one twice"
            ),
            Self::Circle(a, b) => text!(
                "de waarden die elkaar uitsluiten vormen een kring, die {a} en {b} sluiten",
                "the values that exclude each other form a circle, closed by {a} and {b}"
            ),
            Self::Missing(d) => text!(
                "een klacht heeft geen waarde voor {d}, en `unknown` is geen waarde",
                "a complaint has no value for {d}, and `unknown` is not a value"
            ),
            Self::UnknownCode(d, code) => {
                text!("{code} is geen waarde van {d}", "{code} is not a value of {d}")
            }
            Self::Excluded(a, b) => text!(
                "een klacht heeft waarden voor {a} en {b} die elkaar uitsluiten",
                "a complaint has values for {a} and {b} that exclude each other"
            ),
            Self::Received => text!(
                "er zijn niet evenveel klachten geteld als er zijn ontvangen",
                "not as many complaints were counted as were received"
            ),
            Self::Flow => text!(
                "openstaand van vorig jaar + ontvangen is niet gelijk aan afgesloten + nog openstaand",
                "carried in + received is not closed + carried out"
            ),
            Self::CarriedIn => text!(
                "het aantal dat van vorig jaar openstaat past niet bij wat over dat jaar is gepubliceerd",
                "what is carried in does not fit what was published of the year before"
            ),
            Self::Difference => text!(
                "het verschil met de eerder gepubliceerde cijfers zou een klein aantal verraden",
                "the difference with the figures published before would give a small number away"
            ),
        }
    }
}

impl fmt::Display for Refused {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.text().en)
    }
}

impl std::error::Error for Refused {}
