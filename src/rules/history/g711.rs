//! # G711: refused-reference
//!
//! ## What it checks
//!
//! The names that a push sets: branches and tags, each naming a commit. Replacements (`refs/replace/`), tags of a
//! file or folder and other kinds of name are refused.
//!
//! ## Why
//!
//! A replacement makes git show another commit than the one that was judged. A tag of a file brings in content that
//! no rule has seen.
//!
//! ## Example
//!
//! ```text
//! git push origin refs/replace/1a2b3c4
//! ```
//!
//! ## How to put it right
//!
//! Push the branch alone: `git push origin main`.
//!
//! ---
//!
//! # G711: refused-reference
//!
//! ## Wat wordt nagekeken
//!
//! De namen die een push zet: takken en labels (tags) die elk een commit aanwijzen. Vervangingen (`refs/replace/`),
//! labels van een bestand of map en andere soorten namen worden geweigerd.
//!
//! ## Waarom
//!
//! Een vervanging laat git een andere commit tonen dan die is beoordeeld. Een label van een bestand brengt inhoud
//! binnen die geen regel heeft gezien.
//!
//! ## Voorbeeld
//!
//! ```text
//! git push origin refs/replace/1a2b3c4
//! ```
//!
//! ## Zo zet u het recht
//!
//! Push alleen de tak: `git push origin main`.

use super::said;
use crate::diagnostics::Severity;
use crate::rules::{Message, Rule};

/// The rule.
pub static RULE: Rule = Rule {
    code: "G711",
    name: "refused-reference",
    severity: Severity::Error,
    summary: (
        "Alleen takken en labels van commits worden aangenomen.",
        "Only branches and tags of commits are accepted.",
    ),
    source: include_str!("g711.rs"),
};

/// Why a reference is not accepted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Refused {
    /// It makes git show one object in place of another.
    Replacement,
    /// It names a file, a folder or nothing that can be read, where a commit is wanted.
    NoCommit,
    /// Neither branch nor tag.
    OtherKind,
    /// A tag that was there and is to name something else.
    TagMoved,
}

/// The words for a reference, by its full name.
#[must_use]
pub fn say(reference: &str, why: Refused) -> Message {
    let (nl, en) = match why {
        Refused::Replacement => ("vervangt een commit door een andere", "replaces one commit by another"),
        Refused::NoCommit => ("wijst geen commit aan", "does not name a commit"),
        Refused::OtherKind => ("is geen tak en geen label", "is neither a branch nor a tag"),
        Refused::TagMoved => ("bestaat al en kan niet worden verzet", "exists already and cannot be moved"),
    };
    said(
        (format!("{reference} {nl}"), format!("{reference} {en}")),
        (
            "push alleen uw tak: `git push origin HEAD`".to_owned(),
            "push your branch alone: `git push origin HEAD`".to_owned(),
        ),
    )
}
