//! # C108: bad-case-id
//!
//! ## What it checks
//!
//! An id is `K`, the two digits of the year, a hyphen and six characters, of which the last is a check on the others.
//! The letters I, L, O and U are not used.
//!
//! ## Why
//!
//! Ids are read aloud over the phone and copied by hand. The last character shows when one of the others is wrong.
//!
//! ## Example
//!
//! ```yaml
//! id: K26-7F3QXM
//! ```
//!
//! With one character changed the last no longer fits, and the id is refused.
//!
//! ## How to put it right
//!
//! Compare the id with the name of the file or with a letter to the complainant. The last character is
//! a check: it does not fit the others when one of them was mistyped.
//!
//! ---
//!
//! ## Wat wordt nagekeken
//!
//! Een nummer is `K`, de twee cijfers van het jaar, een streepje en zes tekens. Het laatste teken controleert de
//! andere. De letters I, L, O en U komen niet voor.
//!
//! ## Waarom
//!
//! Nummers worden voorgelezen aan de telefoon en overgetypt. Aan het laatste teken is te zien of er een ander teken
//! fout is.
//!
//! ## Voorbeeld
//!
//! ```yaml
//! id: K26-7F3QXM
//! ```
//!
//! Verandert u één teken, dan klopt het laatste niet meer en wordt het nummer geweigerd.
//!
//! ## Zo zet u het recht
//!
//! Vergelijk het nummer met de naam van het bestand of met een brief aan de klager. Het laatste teken
//! is een controle: het klopt niet als een van de andere verkeerd is getypt.

use super::super::Rule;
use crate::diagnostics::{Severity, text};
use crate::rules::message::Message;

/// The rule.
pub static RULE: Rule = Rule {
    code: "C108",
    name: "bad-case-id",
    severity: Severity::Error,
    summary: ("Het nummer van de klacht is een goed nummer.", "The id of the case is a proper id."),
    source: include_str!("c108.rs"),
};

/// What is wrong with an id.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BadId {
    /// Not `K`, two digits, a hyphen and six characters.
    Form,
    /// The last character does not fit the others.
    Check,
}

/// What it says of an id that is none. The id is not repeated: anything may stand there.
#[must_use]
pub fn say(why: BadId) -> Message {
    match why {
        BadId::Form => Message::new(
            text!(
                "dit is geen nummer van een klacht: dat is `K`, twee cijfers, een streepje en zes tekens",
                "this is no case id: that is `K`, two digits, a hyphen and six characters"
            ),
            text!("schrijf het nummer zoals `id: K26-7F3QXM`", "write the id as in `id: K26-7F3QXM`"),
        ),
        BadId::Check => Message::new(
            text!(
                "er zit een tikfout in dit nummer: het laatste teken klopt niet bij de andere",
                "there is a typing error in this id: its last character does not fit the others"
            ),
            text!(
                "neem het nummer over van de naam van het bestand of uit een brief aan de klager",
                "take the id from the name of the file or from a letter to the complainant"
            ),
        ),
    }
}
