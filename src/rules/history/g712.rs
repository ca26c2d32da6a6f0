//! # G712: unreadable
//!
//! ## What it checks
//!
//! Every commit, folder and file that a judgement needs is in the repository. A shallow or partial clone lacks some
//! of them.
//!
//! ## Why
//!
//! What cannot be read cannot be judged, and what is not judged must not pass.
//!
//! ## Example
//!
//! ```yaml
//! - uses: actions/checkout@v5
//!   with: {fetch-depth: 0}
//! ```
//!
//! ## How to put it right
//!
//! In CI fetch the whole history: `fetch-depth: 0`. On your own computer: `git fetch --unshallow`.
//!
//! ---
//!
//! # G712: unreadable
//!
//! ## Wat wordt nagekeken
//!
//! Elke commit, elke map en elk bestand dat voor een oordeel nodig is, zit in de repository. In een ondiepe of
//! gedeeltelijke kopie ontbreken er.
//!
//! ## Waarom
//!
//! Wat niet te lezen is, is niet te beoordelen, en wat niet is beoordeeld, mag niet voorbijgaan.
//!
//! ## Voorbeeld
//!
//! ```yaml
//! - uses: actions/checkout@v5
//!   with: {fetch-depth: 0}
//! ```
//!
//! ## Zo zet u het recht
//!
//! Haal in CI de hele geschiedenis op: `fetch-depth: 0`. Op uw eigen computer: `git fetch --unshallow`.

use super::said;
use crate::diagnostics::Severity;
use crate::rules::{Message, Rule};

/// The rule.
pub static RULE: Rule = Rule {
    code: "G712",
    name: "unreadable",
    severity: Severity::Error,
    summary: ("Alles wat moet worden beoordeeld, is te lezen.", "Everything that must be judged can be read."),
    source: include_str!("g712.rs"),
};

/// What keeps something from being read; ids are full object ids.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Unreadable<'a> {
    /// The history was cut off at this commit.
    Shallow(&'a str),
    /// The object is not there.
    Missing(&'a str),
    /// The object is not in this partial clone.
    NotFetched(&'a str),
    /// The object is there but is not what it should be.
    Malformed(&'a str),
}

/// The words for it.
#[must_use]
pub fn say(what: Unreadable<'_>) -> Message {
    let (message, (nl, en)) = match what {
        Unreadable::Shallow(id) => (
            (format!("de geschiedenis is afgekapt bij commit {id}"), format!("the history is cut off at commit {id}")),
            (
                "haal alles op: `git fetch --unshallow`, of in CI `fetch-depth: 0`",
                "fetch everything: `git fetch --unshallow`, or in CI `fetch-depth: 0`",
            ),
        ),
        Unreadable::Missing(id) => (
            (format!("object {id} ontbreekt in de repository"), format!("object {id} is missing from the repository")),
            ("haal het op: `git fetch`, en kijk met `git fsck`", "fetch it: `git fetch`, and look with `git fsck`"),
        ),
        Unreadable::NotFetched(id) => (
            (
                format!("object {id} zit niet in deze gedeeltelijke kopie"),
                format!("object {id} is not in this partial clone"),
            ),
            (
                "maak een volledige kopie: `git clone` zonder `--filter`",
                "make a full clone: `git clone` without `--filter`",
            ),
        ),
        Unreadable::Malformed(id) => (
            (format!("object {id} is beschadigd"), format!("object {id} is damaged")),
            ("kijk met `git fsck` en haal het opnieuw op", "look with `git fsck` and fetch it again"),
        ),
    };
    said(message, (nl.to_owned(), en.to_owned()))
}
