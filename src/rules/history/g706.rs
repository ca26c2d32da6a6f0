//! # G706: receipt-changed
//!
//! ## What it checks
//!
//! `id`, `received` and `intake.channel` of a case do not change, and no party of it is said to have joined later (`since`) than
//! was said before. A mistake in the day or channel is put right together with an entry `correctie` that says why.
//!
//! ## Why
//!
//! All terms run from the day of receipt. Whoever moves that day moves every deadline. And what is to be done for a party counts
//! from the day on which that party joined.
//!
//! ## Example
//!
//! ```yaml
//! received: 2026-04-24      # was 2026-04-17
//! ```
//!
//! ## How to put it right
//!
//! Put the old value back. When it was wrong, change it and add to the log: `{step: correctie, of: received, reason:
//! …, on: …, by: …}`. `klacht step ID correctie --of received --set received=2026-04-24 --reason "…"` does both; for the
//! channel it is `--set channel=…`. The file keeps its folder. An id never changes, and a party does not join later.
//!
//! ---
//!
//! # G706: receipt-changed
//!
//! ## Wat wordt nagekeken
//!
//! `id`, `received` en `intake.channel` van een klacht veranderen niet, en geen partij is er later bij gekomen (`since`) dan eerst
//! was vastgelegd. Een fout in de dag of de manier van binnenkomen wordt hersteld samen met een vastlegging `correctie` die zegt
//! waarom.
//!
//! ## Waarom
//!
//! Alle termijnen lopen vanaf de dag van ontvangst. Wie die dag verschuift, verschuift elke uiterste datum. En wat er voor een
//! partij moet gebeuren, telt vanaf de dag waarop die erbij kwam.
//!
//! ## Voorbeeld
//!
//! ```yaml
//! received: 2026-04-24      # was 2026-04-17
//! ```
//!
//! ## Zo zet u het recht
//!
//! Zet de oude waarde terug. Klopte ze niet, wijzig haar dan en voeg aan het log toe: `{step: correctie, of:
//! received, reason: …, on: …, by: …}`. `klacht step ID correctie --of received --set received=2026-04-24 --reason "…"` doet
//! beide; voor de manier van binnenkomen is het `--set channel=…`. Het bestand blijft in zijn map. Een kenmerk verandert
//! nooit, en een partij komt er niet later bij.

use chrono::NaiveDate;

use super::said;
use crate::diagnostics::Severity;
use crate::rules::{Message, Rule};

/// The rule.
pub static RULE: Rule = Rule {
    code: "G706",
    name: "receipt-changed",
    severity: Severity::Error,
    summary: (
        "De dag van ontvangst, het kenmerk en de manier van binnenkomen blijven zoals ze waren.",
        "The day of receipt, the id and the channel stay as they were.",
    ),
    source: include_str!("g706.rs"),
};

/// The words for a party that would have joined later than `before`; nothing there: it was there from the start.
#[must_use]
pub fn joined(party: &str, before: Option<NaiveDate>) -> Message {
    let party = if is_key(party) { format!("`{party}`") } else { "…".to_owned() };
    let remedy = match before {
        Some(day) => (format!("zet terug: `since: {day}`"), format!("put back: `since: {day}`")),
        None => ("haal `since:` bij deze partij weg".to_owned(), "remove `since:` at this party".to_owned()),
    };
    said(
        (
            format!("partij {party} zou er later bij zijn gekomen dan eerst was vastgelegd"),
            format!("party {party} would have joined later than was recorded before"),
        ),
        remedy,
    )
}

/// A key such as `p2`: another word may be a name.
fn is_key(party: &str) -> bool {
    let digits = party.trim_start_matches(|c: char| c.is_ascii_lowercase());
    party.len() - digits.len() == 1 && !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit())
}

/// The words for a key (`id`, `received`, `channel`) that said `before`.
#[must_use]
pub fn say(key: &str, before: &str) -> Message {
    let back = (format!("zet terug: `{key}: {before}`"), format!("put back: `{key}: {before}`"));
    let remedy = if key == "id" {
        back
    } else {
        // A correction of the receipt as a whole: the log knows no other fact by name.
        let line = "`{step: correctie, of: received, reason: …, on: …, by: …}`";
        (
            format!("{}; klopte dat niet, voeg dan aan het log toe: {line}", back.0),
            format!("{}; if that was wrong, add to the log: {line}", back.1),
        )
    };
    said(
        (format!("`{key}` is gewijzigd zonder correctie"), format!("`{key}` was changed without a correction")),
        remedy,
    )
}
