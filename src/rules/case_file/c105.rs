//! # C105: unknown-key
//!
//! ## What it checks
//!
//! Each key of the file is compared with the keys that can stand in that place.
//!
//! ## Why
//!
//! A key with a typing error would be skipped in silence, and what you recorded would not count.
//!
//! ## Example
//!
//! ```yaml
//! received: 2026-04-17
//! ```
//!
//! `recieved:` would be refused, with the question whether `received` is meant.
//!
//! ## How to put it right
//!
//! Use the key that the message suggests, or remove the line. Facts of your own organisation stand under `fields:`.
//!
//! ---
//!
//! ## Wat wordt nagekeken
//!
//! Elk veld in het bestand wordt vergeleken met de velden die op die plaats kunnen staan.
//!
//! ## Waarom
//!
//! Een veld met een tikfout zou stil worden overgeslagen, en wat u vastlegde zou niet tellen.
//!
//! ## Voorbeeld
//!
//! ```yaml
//! received: 2026-04-17
//! ```
//!
//! `recieved:` wordt geweigerd, met de vraag of u `received` bedoelt.
//!
//! ## Zo zet u het recht
//!
//! Gebruik het veld dat de melding noemt, of verwijder de regel. Gegevens die alleen uw organisatie bijhoudt, staan
//! onder `fields:`.

use super::super::Rule;
use crate::diagnostics::Severity;

/// The rule.
pub static RULE: Rule = Rule {
    code: "C105",
    name: "unknown-key",
    severity: Severity::Error,
    summary: ("Elk veld is een veld dat daar bekend is.", "Every key is one that is known there."),
    source: include_str!("c105.rs"),
};
