//! An identity that two of three cards open: sealed to each pair of cards, one within the other. No secret is shared in a way of
//! our own, and the stock `age` program opens it as well.

use age::secrecy::{ExposeSecret, SecretString};

use super::identity::{Identity, open, seal};

/// The cards and the files of a key for the safe.
pub(crate) struct Split {
    /// The letter of each card, and what stands on it.
    pub cards: Vec<(char, SecretString)>,
    /// The name of each file, and its bytes.
    pub files: Vec<(&'static str, Vec<u8>)>,
}

/// The pairs of cards, in the order of the files.
const PAIRS: [(usize, usize); 3] = [(0, 1), (0, 2), (1, 2)];

impl Split {
    /// The names of the files, by their cards.
    pub(crate) const NAMES: [&'static str; 3] = ["reserve-A-B.age", "reserve-A-C.age", "reserve-B-C.age"];

    /// Cards and files of an identity.
    pub(crate) fn of(identity: &Identity) -> Option<Self> {
        let cards: Vec<Identity> = (0..3).map(|_| Identity::generate()).collect();
        let mut files = Vec::new();
        for (name, (first, second)) in Self::NAMES.iter().zip(PAIRS) {
            let text = identity.text();
            let inner = seal(&[cards[first].recipient()], format!("{}\n", text.expose_secret()).as_bytes())?;
            files.push((*name, seal(&[cards[second].recipient()], &inner)?));
        }
        let cards = ['A', 'B', 'C'].into_iter().zip(cards.iter().map(Identity::text)).collect();
        Some(Self { cards, files })
    }

    /// The identity, by any two of the cards.
    pub(crate) fn joined(files: &[Vec<u8>], cards: &[SecretString]) -> Option<Identity> {
        let cards: Option<Vec<Identity>> = cards.iter().map(|card| Identity::read(card.expose_secret())).collect();
        let cards = cards?;
        files.iter().find_map(|file| {
            let inner = open(&cards, file).ok()?;
            let text = open(&cards, &inner).ok()?;
            Identity::read(std::str::from_utf8(&text).ok()?)
        })
    }
}

#[cfg(test)]
#[path = "../../tests/unit/sealing/split.rs"]
mod tests;
