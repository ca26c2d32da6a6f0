//! # C101: front-matter-missing
//!
//! ## What it checks
//!
//! A case file begins with its facts as YAML between two lines of three hyphens. The first line of the file is `---`, and
//! a second such line closes the block.
//!
//! ## Why
//!
//! Everything the regulation demands is read from that block. A case without it cannot be judged, and a case that cannot
//! be judged must not pass in silence.
//!
//! ## Example
//!
//! ```yaml
//! id: K26-7F3QXM
//! received: 2026-04-17
//! ```
//!
//! The lines of hyphens before and after it are missing.
//!
//! ## How to put it right
//!
//! Write a line `---` before the first key and another after the last. Notes come after the second line. For a new
//! complaint, `klacht new` writes a valid file.
//!
//! ---
//!
//! # C101: front-matter-missing
//!
//! ## Wat wordt nagekeken
//!
//! Een klachtbestand begint met de feiten in YAML tussen twee regels van drie streepjes. De eerste regel van het bestand is
//! `---` en een tweede zo'n regel sluit het blok af.
//!
//! ## Waarom
//!
//! Alles wat de regeling vraagt, wordt uit dat blok gelezen. Een klacht zonder dat blok kan niet worden beoordeeld, en wat
//! niet te beoordelen is, mag niet stil voorbijgaan.
//!
//! ## Voorbeeld
//!
//! ```yaml
//! id: K26-7F3QXM
//! received: 2026-04-17
//! ```
//!
//! De regels met streepjes ervoor en erna ontbreken.
//!
//! ## Zo zet u het recht
//!
//! Zet een regel `---` voor het eerste gegeven en nog een na het laatste. Aantekeningen komen na de tweede regel. Voor een
//! nieuwe klacht schrijft `klacht new` een geldig bestand.

use super::super::Rule;
use crate::diagnostics::Severity;

/// The rule.
pub static RULE: Rule = Rule {
    code: "C101",
    name: "front-matter-missing",
    severity: Severity::Error,
    summary: (
        "Een klachtbestand begint met een blok gegevens tussen twee regels `---`.",
        "A case file begins with a block of data between two lines `---`.",
    ),
    source: include_str!("c101.rs"),
};
