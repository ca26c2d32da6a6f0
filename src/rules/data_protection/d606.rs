//! # D606: attachment-tracked
//!
//! ## What it checks
//!
//! An e-mail, a document, a picture, a recording or an archive among the case files.
//!
//! ## Why
//!
//! Attachments are full of personal data, and no program can tell which. Git keeps every version for ever and every
//! clone holds all of them. What has once been pushed cannot be destroyed when the case's term of keeping ends.
//!
//! ## Example
//!
//! ```text
//! cases/cmm/2026/04/brief.pdf
//! ```
//!
//! ## How to put it right
//!
//! `git rm --cached` the file and keep it in the sealed part of the case. Name what is there in the case under
//! `sealed:`. This finding cannot be accepted.
//!
//! ---
//!
//! # D606: attachment-tracked
//!
//! ## Wat wordt nagekeken
//!
//! Een e-mail, een document, een afbeelding, een opname of een zipbestand tussen de klachtbestanden.
//!
//! ## Waarom
//!
//! Bijlagen staan vol persoonsgegevens en geen programma kan zien welke. Git bewaart elke versie voor altijd en elke
//! kopie bevat ze allemaal. Wat eenmaal is ingestuurd, kan niet meer worden vernietigd als de bewaartermijn van de
//! klacht om is.
//!
//! ## Voorbeeld
//!
//! ```text
//! cases/cmm/2026/04/brief.pdf
//! ```
//!
//! ## Zo zet u het recht
//!
//! Doe `git rm --cached` op het bestand en bewaar het in het verzegelde deel van de klacht. Noem in de klacht onder
//! `sealed:` wat daar ligt. Deze bevinding kan niet worden geaccepteerd.

use crate::diagnostics::{Severity, text};
use crate::rules::{Message, Rule};

/// The rule.
pub static RULE: Rule = Rule {
    code: "D606",
    name: "attachment-tracked",
    severity: Severity::Error,
    summary: (
        "Onder cases/ staat geen bijlage: die hoort in het verzegelde deel.",
        "No attachment is tracked under cases/: it belongs in the sealed part.",
    ),
    source: include_str!("d606.rs"),
};

/// How the names of letters, documents, pictures, recordings and archives end.
const ENDINGS: [&str; 40] = [
    "7z", "avi", "bmp", "csv", "doc", "docm", "docx", "eml", "gif", "heic", "htm", "html", "ics", "jpeg", "jpg", "m4a",
    "mbox", "mov", "mp3", "mp4", "msg", "odp", "ods", "odt", "ogg", "pdf", "png", "ppt", "pptx", "rar", "rtf", "tif",
    "tiff", "txt", "vcf", "wav", "webp", "xls", "xlsx", "zip",
];

/// Whether a path in the register is that of an attachment among the cases.
#[must_use]
pub fn is_attachment(path: &str) -> bool {
    let Some((_, ending)) = path.rsplit_once('.') else { return false };
    path.starts_with("cases/") && ENDINGS.contains(&ending.to_ascii_lowercase().as_str())
}

/// The words for a finding.
pub(super) fn say() -> Message {
    Message::new(
        text!("dit is een bijlage; die hoort niet in git", "this is an attachment; it does not belong in git"),
        text!(
            "`git rm --cached` dit bestand en bewaar het in het verzegelde deel (`sealed`)",
            "`git rm --cached` this file and keep it in the sealed part (`sealed`)"
        ),
    )
}
