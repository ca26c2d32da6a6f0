//! # C101: unreadable-file
//!
//! ## What it checks
//!
//! A case file is plain text in UTF-8, not too large, and begins with its data between two lines `---`. No unfinished
//! merge by git stands in it.
//!
//! ## Why
//!
//! Everything the regulation demands is read from that block. A case that cannot be read cannot be judged, and what
//! cannot be judged must not pass in silence.
//!
//! ## Example
//!
//! ```yaml
//! id: K26-7F3QXM
//! received: 2026-04-17
//! ```
//!
//! The lines `---` before and after the data are missing.
//!
//! ## How to put it right
//!
//! Put a line `---` before the first key and another after the last. Save the file as UTF-8. For a new complaint,
//! begin with a copy of a file that is right.
//!
//! ---
//!
//! ## Wat wordt nagekeken
//!
//! Een klachtbestand is platte tekst in UTF-8, is niet te groot en begint met de gegevens tussen twee regels `---`. Er
//! staat geen samenvoeging van git in die niet is afgemaakt.
//!
//! ## Waarom
//!
//! Alles wat de regeling vraagt, wordt uit dat blok gelezen. Een klacht die niet te lezen is, kan niet worden
//! beoordeeld, en dat mag niet stilzwijgend voorbijgaan.
//!
//! ## Voorbeeld
//!
//! ```yaml
//! id: K26-7F3QXM
//! received: 2026-04-17
//! ```
//!
//! De regels `---` voor en na de gegevens ontbreken.
//!
//! ## Zo zet u het recht
//!
//! Zet een regel `---` voor het eerste gegeven en nog een na het laatste. Sla het bestand op als UTF-8. Begin een nieuwe
//! klacht met een kopie van een goed bestand.

use super::super::Rule;
use crate::diagnostics::Severity;

/// The rule.
pub static RULE: Rule = Rule {
    code: "C101",
    name: "unreadable-file",
    severity: Severity::Error,
    summary: (
        "Een klachtbestand is te lezen: tekst in UTF-8, met de gegevens tussen twee regels `---`.",
        "A case file can be read: text in UTF-8, with its data between two lines `---`.",
    ),
    source: include_str!("c101.rs"),
};
