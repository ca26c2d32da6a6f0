//! # G714: not-the-actor
//!
//! ## What it checks
//!
//! The person who made the commit is one of `by:` in every new entry. Somebody else records for them only with
//! `recorded_by:` and a role that allows it.
//!
//! ## Why
//!
//! The register must show who did what. A step in another's name proves nothing.
//!
//! ## Example
//!
//! ```yaml
//! - {step: gehoord, on: 2026-04-20, by: m3, recorded_by: m5}
//! ```
//!
//! ## How to put it right
//!
//! Let the person who took the step commit it, or add `recorded_by: <your key>`.
//!
//! ---
//!
//! # G714: not-the-actor
//!
//! ## Wat wordt nagekeken
//!
//! Wie de commit maakte, is een van `by:` in elke nieuwe vastlegging. Een ander legt alleen voor hen vast met
//! `recorded_by:` en een rol die dat toelaat.
//!
//! ## Waarom
//!
//! Het register moet tonen wie wat deed. Een stap op andermans naam bewijst niets.
//!
//! ## Voorbeeld
//!
//! ```yaml
//! - {step: gehoord, on: 2026-04-20, by: m3, recorded_by: m5}
//! ```
//!
//! ## Zo zet u het recht
//!
//! Laat wie de stap deed de commit maken, of voeg toe: `recorded_by: <uw sleutel>`.

use crate::diagnostics::{Severity, text};
use crate::rules::{Message, Rule};

/// The rule.
pub static RULE: Rule = Rule {
    code: "G714",
    name: "not-the-actor",
    severity: Severity::Error,
    summary: (
        "Wie een stap vastlegt, heeft hem zelf gedaan of mag voor anderen vastleggen.",
        "Whoever records a step has taken it, or may record for others.",
    ),
    source: include_str!("g714.rs"),
};

/// The words for an entry, counted from 1, recorded by one person (`recorder`) and taken by others.
#[must_use]
pub fn say(entry: usize, recorder: &str, by: &[&str]) -> Message {
    let by = by.join(", ");
    Message::new(
        text!(
            "vastlegging {entry} is van {by}, maar de commit is van {recorder}",
            "entry {entry} is by {by}, but the commit is by {recorder}"
        ),
        text!(
            "laat {by} dit vastleggen, of voeg toe: `recorded_by: {recorder}`",
            "let {by} record this, or add: `recorded_by: {recorder}`"
        ),
    )
}
