//! G756: what is called sealed is sealed.

use crate::diagnostics::text;
use crate::rules::{Message, Rule};

/// The rule, as its page has it.
pub static RULE: Rule = Rule::on_page(include_str!("../../../docs/rules/G756.md"));

/// Why a file is not sealed as it should be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Unsealed {
    /// It is no file of age.
    NoAge,
    /// A passphrase opens it.
    Passphrase,
    /// It is for a kind of key that is not used here.
    OtherKey,
    /// What should be ciphertext is none.
    Plain,
    /// It is for so many keys, and should be for the one of its case.
    Several(usize),
    /// Its size tells how long the words in it are.
    Size,
    /// It is larger than this, in bytes.
    TooLarge(u64),
}

/// The words for a file, by its name.
#[must_use]
pub fn say(file: &str, why: Unsealed) -> Message {
    let message = match why {
        Unsealed::NoAge => text!("{file} is geen bestand van age", "{file} is no file of age"),
        Unsealed::Passphrase => text!("{file} gaat open met een wachtzin", "{file} is opened by a passphrase"),
        Unsealed::OtherKey => text!(
            "{file} is verzegeld voor een soort sleutel die hier niet wordt gebruikt",
            "{file} is sealed for a kind of key that is not used here"
        ),
        Unsealed::Plain => text!("wat in {file} staat, is niet versleuteld", "what stands in {file} is not encrypted"),
        Unsealed::Several(keys) => text!(
            "{file} is verzegeld voor {keys} sleutels in plaats van voor die ene van de klacht",
            "{file} is sealed for {keys} keys instead of for the one of its case"
        ),
        Unsealed::Size => text!(
            "aan de grootte van {file} is te zien hoe lang de tekst is",
            "the size of {file} tells how long its text is"
        ),
        Unsealed::TooLarge(most) => {
            let size =
                if most < 1_000_000 { format!("{} kB", most / 1000) } else { format!("{} MB", most / 1_000_000) };
            text!("{file} is groter dan {size}", "{file} is larger than {size}")
        }
    };
    let remedy = match why {
        Unsealed::TooLarge(_) => text!(
            "maak het kleiner, of zet `vault.max_piece` hoger in klacht.yaml",
            "make it smaller, or raise `vault.max_piece` in klacht.yaml"
        ),
        _ => text!("verzegel het opnieuw, met `klacht seal`", "seal it again, with `klacht seal`"),
    };
    Message::new(message, remedy)
}
