//! # G703: log-order-changed
//!
//! ## What it checks
//!
//! New entries stand below everything that was recorded before, and nothing that was recorded has moved. After a
//! merge the entries of both sides may alternate, each side's in their own order.
//!
//! ## Why
//!
//! The order of the log is the order in which things became known. An entry slipped in between would look as if it
//! had been there all along.
//!
//! ## Example
//!
//! ```yaml
//! log:
//!   - {step: gehoord, on: 2026-04-20, by: m3}             # new
//!   - {step: ontvangst-bevestigd, on: 2026-04-18, by: m3}
//! ```
//!
//! ## How to put it right
//!
//! Move the new entry to the end. When it is recorded afterwards, keep the day on which it happened in `on:` and give
//! `late:` a reason.
//!
//! ---
//!
//! # G703: log-order-changed
//!
//! ## Wat wordt nagekeken
//!
//! Nieuwe vastleggingen staan onder alles wat al was vastgelegd en niets wat was vastgelegd is verplaatst. Na een
//! samenvoeging mogen de vastleggingen van beide kanten elkaar afwisselen, elk in de eigen volgorde.
//!
//! ## Waarom
//!
//! De volgorde van het log is de volgorde waarin iets bekend werd. Een vastlegging die ertussen wordt geschoven,
//! lijkt er altijd te hebben gestaan.
//!
//! ## Voorbeeld
//!
//! ```yaml
//! log:
//!   - {step: gehoord, on: 2026-04-20, by: m3}             # nieuw
//!   - {step: ontvangst-bevestigd, on: 2026-04-18, by: m3}
//! ```
//!
//! ## Zo zet u het recht
//!
//! Zet de nieuwe vastlegging onderaan. Wordt iets achteraf vastgelegd, laat dan in `on:` de dag staan waarop het
//! gebeurde en geef bij `late:` een reden.

use crate::diagnostics::{Severity, text};
use crate::rules::{Message, Rule};

/// The rule.
pub static RULE: Rule = Rule {
    code: "G703",
    name: "log-order-changed",
    severity: Severity::Error,
    summary: (
        "Nieuwe vastleggingen komen onderaan het log; de oude houden hun volgorde.",
        "New entries come at the end of the log; old ones keep their order.",
    ),
    source: include_str!("g703.rs"),
};

/// The words for an entry, counted from 1: an old one that `moved`, or a new one that stands among the old.
#[must_use]
pub fn say(entry: usize, moved: bool) -> Message {
    if moved {
        return Message::new(
            text!(
                "vastlegging {entry} van het log staat niet meer op haar plaats",
                "entry {entry} of the log no longer stands in its place"
            ),
            text!("zet het log terug in de oude volgorde", "put the log back in its old order"),
        );
    }
    Message::new(
        text!(
            "vastlegging {entry} is nieuw, maar staat tussen oudere",
            "entry {entry} is new but stands among older ones"
        ),
        text!("zet haar onderaan het log", "move it to the end of the log"),
    )
}
