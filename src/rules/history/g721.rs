//! # G721: too-large
//!
//! ## What it checks
//!
//! The size of every file, before it is read. The limit is meant for texts; a case seldom takes more than a few
//! kilobytes. It is 262144 bytes, or less where `max_bytes` in `klacht.yaml` says so. A push is judged by the settings
//! before it.
//!
//! ## Why
//!
//! A small pushed object can unfold into hundreds of megabytes and bring the server down. And what is large is mostly
//! an attachment, which does not belong in git.
//!
//! ## Example
//!
//! ```text
//! cases/cmm/2026/04/K26-7F3QXM.md: 600 MB
//! ```
//!
//! ## How to put it right
//!
//! Take the file out of the commit: `git rm --cached PATH`, then `git commit --amend`. Attachments belong in the
//! sealed part.
//!
//! ---
//!
//! # G721: too-large
//!
//! ## Wat wordt nagekeken
//!
//! De grootte van elk bestand, voordat het wordt gelezen. De grens is bedoeld voor teksten; een klacht is zelden
//! groter dan een paar kilobyte. Zij is 262144 bytes, of minder als `max_bytes` in `klacht.yaml` dat zegt. Een push
//! wordt beoordeeld naar de instellingen van daarvoor.
//!
//! ## Waarom
//!
//! Een klein ingestuurd object kan zich ontvouwen tot honderden megabytes en de server platleggen. En wat groot is,
//! is meestal een bijlage; die hoort niet in git.
//!
//! ## Voorbeeld
//!
//! ```text
//! cases/cmm/2026/04/K26-7F3QXM.md: 600 MB
//! ```
//!
//! ## Zo zet u het recht
//!
//! Haal het bestand uit de commit: `git rm --cached PAD`, dan `git commit --amend`. Bijlagen horen in het verzegelde
//! deel.

use crate::diagnostics::{Severity, text};
use crate::rules::{Message, Rule};

/// The rule.
pub static RULE: Rule = Rule {
    code: "G721",
    name: "too-large",
    severity: Severity::Error,
    summary: ("Geen bestand is groter dan de grens van het register.", "No file is larger than the register allows."),
    source: include_str!("g721.rs"),
};

/// The words for a file of so many bytes where `limit` bytes are allowed.
#[must_use]
pub fn say(bytes: u64, limit: u64) -> Message {
    Message::new(
        text!(
            "dit bestand is {bytes} bytes groot; de grens is {limit}",
            "this file is {bytes} bytes large; the limit is {limit}"
        ),
        text!(
            "haal het uit de commit: `git rm --cached PAD`; bijlagen horen in het verzegelde deel",
            "take it out of the commit: `git rm --cached PATH`; attachments belong in the sealed part"
        ),
    )
}
