//! # C115: destroyed-stub-holds-more
//!
//! ## What it checks
//!
//! A case with `destroyed` holds nothing else but its `id`: no other keys and no notes below the data.
//!
//! ## Why
//!
//! What is left after destruction is kept without a ground, and it may still tell who complained.
//!
//! ## Example
//!
//! ```yaml
//! id: K26-7F3QXM
//! destroyed: {on: 2028-06-01, by: m1}
//! ```
//!
//! This is the whole file. A line `received:` or a note below it would be refused.
//!
//! ## How to put it right
//!
//! Remove everything else.
//!
//! ---
//!
//! ## Wat wordt nagekeken
//!
//! Een klacht met `destroyed` bevat verder alleen het `id`: geen andere velden en geen aantekeningen onder de gegevens.
//!
//! ## Waarom
//!
//! Wat na de vernietiging overblijft, wordt zonder grond bewaard en kan nog verraden wie er klaagde.
//!
//! ## Voorbeeld
//!
//! ```yaml
//! id: K26-7F3QXM
//! destroyed: {on: 2028-06-01, by: m1}
//! ```
//!
//! Dit is het hele bestand. Een regel `received:` of een aantekening eronder wordt geweigerd.
//!
//! ## Zo zet u het recht
//!
//! Verwijder al het andere.

use super::super::Rule;
use super::words;
use crate::diagnostics::Text;
use crate::diagnostics::{Severity, text};
use crate::rules::message::Message;

/// The rule.
pub static RULE: Rule = Rule {
    code: "C115",
    name: "destroyed-stub-holds-more",
    severity: Severity::Error,
    summary: (
        "Van een vernietigde klacht blijven alleen het nummer, de dag en de uitvoerder over.",
        "Of a destroyed case only the id, the day and who did it are left.",
    ),
    source: include_str!("c115.rs"),
};

/// The keys that a stub has.
const KEPT: [&str; 2] = ["id", "destroyed"];

/// Whether a stub with these keys at the top, and this text below the data, holds more than it may.
#[must_use]
pub fn judge(keys: &[&str], body: &str) -> Option<Message> {
    let more: Vec<&str> = keys.iter().copied().filter(|key| !KEPT.contains(key)).collect();
    let notes = !body.trim().is_empty();
    if more.is_empty() && !notes {
        return None;
    }
    let mut left: Vec<Text> = Vec::new();
    if !more.is_empty() {
        left.push(words::keys(&more));
    }
    if notes {
        left.push(text!("tekst onder de gegevens", "text below the data"));
    }
    let nl = left.iter().map(|text| text.nl.as_str()).collect::<Vec<_>>().join(", ");
    let en = left.iter().map(|text| text.en.as_str()).collect::<Vec<_>>().join(", ");
    let message = Text::new(
        format!("deze klacht is vernietigd, maar er is meer over dan mag: {nl}"),
        format!("this case was destroyed, but more is left of it than may be: {en}"),
    );
    let remedy = text!(
        "houd alleen de regels `id:` en `destroyed: {{on: …, by: …}}` over",
        "keep only the lines `id:` and `destroyed: {{on: …, by: …}}`"
    );
    Some(Message::new(message, remedy))
}
