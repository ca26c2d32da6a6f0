//! # G702: log-rewritten
//!
//! ## What it checks
//!
//! Every entry that the log held in an earlier commit is still there and says the same. In a merge this goes for the
//! log of every parent. Blanks, comments and the order of keys may change.
//!
//! ## Why
//!
//! The log is the case. Whoever can change what was recorded can hide a late answer or a step that was forgotten.
//!
//! ## Example
//!
//! ```yaml
//! - step: gehoord
//!   on: 2026-04-20      # was 2026-04-27
//!   by: m3
//! ```
//!
//! ## How to put it right
//!
//! Put the entry back as it was. When it was wrong, add at the end: `{step: correctie, of: <number of the entry>,
//! reason: …, on: …, by: …}`.
//!
//! ---
//!
//! # G702: log-rewritten
//!
//! ## Wat wordt nagekeken
//!
//! Elke vastlegging die in een eerdere commit in het log stond, staat er nog en zegt hetzelfde. Bij een samenvoeging
//! geldt dat voor het log van beide kanten. Spaties, opmerkingen en de volgorde van de sleutels mogen veranderen.
//!
//! ## Waarom
//!
//! Het log is de klacht. Wie kan wijzigen wat is vastgelegd, kan een te laat antwoord of een vergeten stap verbergen.
//!
//! ## Voorbeeld
//!
//! ```yaml
//! - step: gehoord
//!   on: 2026-04-20      # was 2026-04-27
//!   by: m3
//! ```
//!
//! ## Zo zet u het recht
//!
//! Zet de vastlegging terug zoals ze was. Klopte ze niet, voeg dan aan het eind toe: `{step: correctie, of: <nummer
//! van de vastlegging>, reason: …, on: …, by: …}`.

use super::said;
use crate::diagnostics::Severity;
use crate::rules::{Message, Rule};

/// The rule.
pub static RULE: Rule = Rule {
    code: "G702",
    name: "log-rewritten",
    severity: Severity::Error,
    summary: (
        "Wat in het log van een klacht stond, blijft er woord voor woord staan.",
        "What stood in the log of a case stays, word for word.",
    ),
    source: include_str!("g702.rs"),
};

/// The words for an entry, counted from 1, that was changed or (`gone`) taken out; `step` is what it recorded.
#[must_use]
pub fn say(entry: usize, step: &str, gone: bool) -> Message {
    let (nl, en) = if gone { ("verdwenen", "gone") } else { ("gewijzigd", "changed") };
    said(
        (
            format!("vastlegging {entry} van het log (stap {step}) is {nl}"),
            format!("entry {entry} of the log (step {step}) is {en}"),
        ),
        (
            format!(
                "zet haar terug; klopte ze niet, voeg dan toe: `{{step: correctie, of: {entry}, reason: …, on: …, by: …}}`"
            ),
            format!("put it back; if it was wrong, add: `{{step: correctie, of: {entry}, reason: …, on: …, by: …}}`"),
        ),
    )
}
