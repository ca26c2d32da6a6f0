//! # G704: case-removed
//!
//! ## What it checks
//!
//! A case file that was there is still there. It may lose its content only by being destroyed: then `id` and
//! `destroyed:` remain.
//!
//! ## Why
//!
//! A complaint that can be deleted was never registered. Destruction at the end of the term of keeping is a step of
//! its own, with a day and a person.
//!
//! ## Example
//!
//! ```text
//! git rm cases/cmm/2026/04/K26-7F3QXM.md
//! ```
//!
//! ## How to put it right
//!
//! `git restore --source=HEAD~ PATH` brings it back. When its term of keeping is over, only its stub is left:
//! `id` and `destroyed: {on, by}`.
//!
//! ---
//!
//! # G704: case-removed
//!
//! ## Wat wordt nagekeken
//!
//! Een klachtbestand dat er was, is er nog. Het mag zijn inhoud alleen verliezen door vernietiging: dan blijven `id`
//! en `destroyed:` over.
//!
//! ## Waarom
//!
//! Een klacht die kan worden gewist, is nooit geregistreerd. Vernietigen na de bewaartermijn is een eigen stap, met
//! een dag en een persoon.
//!
//! ## Voorbeeld
//!
//! ```text
//! git rm cases/cmm/2026/04/K26-7F3QXM.md
//! ```
//!
//! ## Zo zet u het recht
//!
//! `git restore --source=HEAD~ PAD` haalt het terug. Is de bewaartermijn om, dan blijft alleen
//! `id` over, met `destroyed: {on, by}`.

use super::said;
use crate::diagnostics::Severity;
use crate::rules::{Message, Rule};

/// The rule.
pub static RULE: Rule = Rule {
    code: "G704",
    name: "case-removed",
    severity: Severity::Error,
    summary: (
        "Een klacht verdwijnt niet; zij wordt vernietigd en laat een spoor na.",
        "A case does not vanish; it is destroyed and leaves a trace.",
    ),
    source: include_str!("g704.rs"),
};

/// The words for a case whose file is gone or (`emptied`) holds nothing of it any more.
#[must_use]
pub fn say(case: &str, path: &str, emptied: bool) -> Message {
    let (nl, en) = if emptied { ("is leeggemaakt", "was emptied") } else { ("is verwijderd", "was removed") };
    said(
        (format!("klacht {case} {nl} zonder vernietiging"), format!("case {case} {en} without being destroyed")),
        (
            format!(
                "haal haar terug: `git restore --source=HEAD~ {path}`; na de bewaartermijn blijft `id` met `destroyed: {{on: …, by: …}}`"
            ),
            format!(
                "bring it back: `git restore --source=HEAD~ {path}`; after its term of keeping `id` stays with `destroyed: {{on: …, by: …}}`"
            ),
        ),
    )
}
