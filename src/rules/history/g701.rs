//! # G701: bad-tree-entry
//!
//! ## What it checks
//!
//! The kind and name of everything in the register: no symbolic links, submodules or programs, no name twice, no
//! names that another system cannot hold or reads as another name.
//!
//! ## Why
//!
//! Two programs, or two computers, would see different files. What is judged must be what everybody reads.
//!
//! ## Example
//!
//! ```text
//! cases/cmm/2026/04/K26-7F3QXM.md -> ../elsewhere.md
//! ```
//!
//! ## How to put it right
//!
//! Put an ordinary file in its place and rename it where needed; the finding says which.
//!
//! ---
//!
//! # G701: bad-tree-entry
//!
//! ## Wat wordt nagekeken
//!
//! De soort en de naam van alles in het register: geen symbolische koppelingen, submodules of programma's, geen naam
//! twee keer, geen namen die op een ander systeem niet kunnen of daar anders worden gelezen.
//!
//! ## Waarom
//!
//! Twee programma's of twee computers zouden andere bestanden zien. Wat wordt beoordeeld, moet zijn wat iedereen
//! leest.
//!
//! ## Voorbeeld
//!
//! ```text
//! cases/cmm/2026/04/K26-7F3QXM.md -> ../elders.md
//! ```
//!
//! ## Zo zet u het recht
//!
//! Zet er een gewoon bestand neer en hernoem het zo nodig; de melding zegt welk.

use crate::diagnostics::{Severity, Text};
use crate::rules::{Message, Rule};

/// The rule.
pub static RULE: Rule = Rule {
    code: "G701",
    name: "bad-tree-entry",
    severity: Severity::Error,
    summary: (
        "Elke map en elk bestand in het register is gewoon: geen koppeling, geen programma, geen dubbele of gevaarlijke naam.",
        "Every folder and file of the register is ordinary: no link, no program, no doubled or dangerous name.",
    ),
    source: include_str!("g701.rs"),
};

/// The words for what is wrong with an entry, as the register tells it.
#[must_use]
pub fn say(fault: &Text, remedy: &Text) -> Message {
    Message::new(fault.clone(), remedy.clone())
}
