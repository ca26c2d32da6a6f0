//! # C113: party-keys
//!
//! ## What it checks
//!
//! No two parties of a case have the same `key`.
//!
//! ## Why
//!
//! Steps name parties by their key. With two alike, it cannot be seen who received a letter or who was heard.
//!
//! ## Example
//!
//! ```yaml
//! parties:
//!   - {key: p1, role: cursist, as: complainant}
//!   - {key: p2, role: trainer, as: respondent}
//! ```
//!
//! With `p1` twice it would not be clear who was heard.
//!
//! ## How to put it right
//!
//! Give the second party a key that is free, such as `p3`, and look through the steps that name it.
//!
//! ---
//!
//! ## Wat wordt nagekeken
//!
//! Geen twee partijen in een klacht hebben dezelfde `key`.
//!
//! ## Waarom
//!
//! Stappen noemen partijen bij hun sleutel. Zijn er twee gelijk, dan is niet te zien wie een brief kreeg of wie gehoord
//! is.
//!
//! ## Voorbeeld
//!
//! ```yaml
//! parties:
//!   - {key: p1, role: cursist, as: complainant}
//!   - {key: p2, role: trainer, as: respondent}
//! ```
//!
//! Met twee keer `p1` is niet duidelijk wie er gehoord is.
//!
//! ## Zo zet u het recht
//!
//! Geef de tweede partij een sleutel die vrij is, zoals `p3`, en loop de stappen na die haar noemen.

use super::super::Rule;
use crate::diagnostics::{Severity, text};
use crate::rules::message::{Message, Placed};
use crate::yaml::{Route, is_id};

/// The rule.
pub static RULE: Rule = Rule {
    code: "C113",
    name: "party-keys",
    severity: Severity::Error,
    summary: ("Elke partij heeft een eigen sleutel.", "Every party has a key of its own."),
    source: include_str!("c113.rs"),
};

/// Every party whose key was given to one before it. `keys` are those of the parties, in the order of the file.
#[must_use]
pub fn judge(keys: &[&str]) -> Vec<Placed> {
    let again = keys.iter().enumerate().filter(|(index, key)| keys[..*index].contains(key));
    again.map(|(index, key)| Placed { at: place(index), rule: None, said: say(key, keys) }).collect()
}

fn place(index: usize) -> Route {
    Route::root().key("parties").index(index).key("key")
}

fn say(key: &str, keys: &[&str]) -> Message {
    let shown = if is_id(key) { format!(" `{key}`") } else { String::new() };
    let free = (1..=keys.len() + 1).map(|number| format!("p{number}")).find(|free| !keys.contains(&free.as_str()));
    // One more than there are keys: one of them is free.
    let free = free.unwrap_or_default();
    let message = text!("sleutel{shown} is al van een andere partij", "key{shown} belongs to another party already");
    let remedy = text!(
        "schrijf `key: {free}` en loop de stappen na die deze partij noemen",
        "write `key: {free}` and look through the steps that name this party"
    );
    Message::new(message, remedy)
}
