//! # D609: confidential-folder-tracked
//!
//! ## What it checks
//!
//! No file stands below `vertrouwelijk/`, the folder in the register where names, addresses and words of complainants
//! are kept and that git passes over.
//!
//! ## Why
//!
//! Git keeps every version for ever and every clone holds all of them. What has once been pushed cannot be destroyed
//! when the case's term of keeping ends.
//!
//! ## Example
//!
//! ```text
//! vertrouwelijk/K26-7F3QXM/data.json
//! ```
//!
//! ## How to put it right
//!
//! `git rm -r --cached vertrouwelijk` takes the folder out of the commit and leaves it on disk. Put `/vertrouwelijk/` in
//! `.gitignore`; `klacht doctor` says whether git still sees the folder. This finding cannot be accepted.
//!
//! ---
//!
//! # D609: confidential-folder-tracked
//!
//! ## Wat wordt nagekeken
//!
//! Er staat geen bestand onder `vertrouwelijk/`, de map in het register waarin namen, adressen en woorden van klagers
//! worden bewaard en die git overslaat.
//!
//! ## Waarom
//!
//! Git bewaart elke versie voor altijd en elke kopie bevat ze allemaal. Wat eenmaal is ingestuurd, kan niet meer worden
//! vernietigd als de bewaartermijn van de klacht om is.
//!
//! ## Voorbeeld
//!
//! ```text
//! vertrouwelijk/K26-7F3QXM/data.json
//! ```
//!
//! ## Zo zet u het recht
//!
//! `git rm -r --cached vertrouwelijk` haalt de map uit de commit en laat haar op schijf staan. Zet `/vertrouwelijk/` in
//! `.gitignore`; `klacht doctor` zegt of git de map nog ziet. Deze bevinding kan niet worden geaccepteerd.

use crate::diagnostics::{Severity, text};
use crate::rules::{Message, Rule};

/// The rule.
pub static RULE: Rule = Rule {
    code: "D609",
    name: "confidential-folder-tracked",
    severity: Severity::Error,
    summary: ("De map vertrouwelijk/ blijft buiten git.", "The folder vertrouwelijk/ stays out of git."),
    source: include_str!("d609.rs"),
};

/// The folder in a register that git passes over, unless another is named.
pub const CONFIDENTIAL: &str = "vertrouwelijk";

/// Whether a path lies in the confidential folder; on some systems capitals make no difference.
#[must_use]
pub fn is_confidential(path: &str) -> bool {
    path.split_once('/').is_some_and(|(folder, _)| folder.eq_ignore_ascii_case(CONFIDENTIAL))
}

/// The words for a finding; the path is not repeated, since it may hold a name.
#[must_use]
pub fn say() -> Message {
    Message::new(
        text!(
            "bestanden uit de vertrouwelijke map horen nooit in git",
            "files of the confidential folder never belong in git"
        ),
        text!(
            "`git rm -r --cached vertrouwelijk`, en zet `/vertrouwelijk/` in .gitignore",
            "`git rm -r --cached vertrouwelijk`, and put `/vertrouwelijk/` in .gitignore"
        ),
    )
}
