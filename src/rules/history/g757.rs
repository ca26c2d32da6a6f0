//! G757: the key of a case is for those who may read it, and for the safe.

use crate::diagnostics::text;
use crate::rules::{Message, Rule};

/// The rule, as its page has it.
pub static RULE: Rule = Rule::on_page(include_str!("../../../docs/rules/G757.md"));

/// What is wrong with the key of a case.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum WrongKey {
    /// It drags earlier versions of itself along.
    NotAlone,
    /// Its three files are not as they should be.
    Files,
    /// It is sealed for another number of keys than its list has.
    Count {
        /// For how many it is sealed.
        sealed: usize,
        /// How many its list has.
        listed: usize,
    },
    /// A key of its list is not in force.
    NotInForce(String),
    /// The owner of a key may not read the case.
    NotAllowed(String),
    /// No key of the safe is on its list.
    NoRecovery,
    /// Whoever could open it is not remembered.
    Forgotten(String),
    /// An identity is missing by which earlier pieces open.
    Older,
}

/// The words for the key of a case.
#[must_use]
pub fn say(case: &str, why: &WrongKey) -> Message {
    let message = match why {
        WrongKey::NotAlone => text!("de sleutel van {case} heeft een voorgeschiedenis", "the key of {case} has a past"),
        WrongKey::Files => text!(
            "de sleutel van {case} bestaat niet uit `access`, `key.age` en `key.pub` zoals ze horen",
            "the key of {case} is not made of `access`, `key.age` and `key.pub` as they should be"
        ),
        WrongKey::Count { sealed, listed } => text!(
            "de sleutel van {case} is voor {sealed} lezers, en er staan er {listed} op de lijst",
            "the key of {case} is for {sealed} readers, and its list has {listed}"
        ),
        WrongKey::NotInForce(id) => text!(
            "{id} op de lezerslijst van {case} is volgens people.yaml niet in gebruik",
            "{id} on the list of readers of {case} is not in force by people.yaml"
        ),
        WrongKey::NotAllowed(id) => text!(
            "{id} staat op de lezerslijst van {case}, en mag die klacht volgens de regeling niet lezen",
            "{id} is on the list of readers of {case}, and may not read it by the regulation"
        ),
        WrongKey::NoRecovery => text!(
            "op de lezerslijst van {case} staat geen reservesleutel",
            "the list of readers of {case} has no recovery key"
        ),
        WrongKey::Older => text!(
            "in de sleutel van {case} ontbreekt een oudere, waarmee eerdere stukken open gaan",
            "the key of {case} lacks an older one, by which earlier pieces open"
        ),
        WrongKey::Forgotten(id) => text!(
            "{id} kon {case} lezen, en de lijst weet dat niet meer",
            "{id} could read {case}, and the list no longer knows"
        ),
    };
    let remedy = match why {
        WrongKey::NotInForce(_) => text!(
            "haal op wat anderen veranderden (`git pull`) en doe dan `klacht keys renew`",
            "fetch what others changed (`git pull`), then `klacht keys renew`"
        ),
        WrongKey::NotAllowed(id) => {
            let person = id.split('/').next().unwrap_or_default().to_owned();
            text!(
                "haal die lezer eraf: `klacht keys remove {person}`",
                "take that reader off: `klacht keys remove {person}`",
                person
            )
        }
        WrongKey::NoRecovery => text!(
            "maak een reservesleutel, als die er nog niet is: `klacht keys recovery make`",
            "make a recovery key, if there is none yet: `klacht keys recovery make`"
        ),
        _ => text!(
            "haal op wat er is en probeer het opnieuw: `klacht sync`",
            "fetch what there is and try again: `klacht sync`"
        ),
    };
    Message::new(message, remedy)
}
