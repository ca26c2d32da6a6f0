//! # G718: stub-without-tally
//!
//! ## What it checks
//!
//! When a case is destroyed and the regulation says that it leaves a tally, the same commit adds a row to `tally:` of
//! the yearbook of its year of receipt.
//!
//! ## Why
//!
//! The annual figures must not change because a file was destroyed. The row holds codes only.
//!
//! ## Example
//!
//! ```yaml
//! tally:
//!   - {received: 2025-Q2, judgement: gegrond}
//! ```
//!
//! ## How to put it right
//!
//! Add the row to the same commit: codes only, and no date finer than a quarter.
//!
//! ---
//!
//! # G718: stub-without-tally
//!
//! ## Wat wordt nagekeken
//!
//! Wordt een klacht vernietigd en zegt de regeling dat zij een telregel nalaat, dan voegt dezelfde commit een regel
//! toe aan `tally:` van het jaarboek van het jaar van ontvangst.
//!
//! ## Waarom
//!
//! De jaarcijfers mogen niet veranderen doordat een bestand is vernietigd. De regel bevat alleen codes.
//!
//! ## Voorbeeld
//!
//! ```yaml
//! tally:
//!   - {received: 2025-Q2, judgement: gegrond}
//! ```
//!
//! ## Zo zet u het recht
//!
//! Voeg de regel aan dezelfde commit toe: alleen codes, en geen datum fijner dan een kwartaal.

use super::said;
use crate::diagnostics::Severity;
use crate::rules::{Rule, Said};

/// The rule.
pub static RULE: Rule = Rule {
    code: "G718",
    name: "stub-without-tally",
    severity: Severity::Error,
    summary: (
        "Een vernietigde klacht blijft meetellen in het jaarboek.",
        "A destroyed case still counts in the yearbook.",
    ),
    source: include_str!("g718.rs"),
};

/// The words for a case that was destroyed; `yearbook` is the path of the yearbook that lacks its row.
#[must_use]
pub fn say(case: &str, yearbook: &str) -> Said {
    said(
        (
            format!("klacht {case} is vernietigd, maar {yearbook} kreeg er geen telregel bij"),
            format!("case {case} was destroyed, but {yearbook} did not get a tally row"),
        ),
        (
            format!("zet in dezelfde commit onder `tally:` in {yearbook}: `- {{received: 2025-Q2, …}}`"),
            format!("write in the same commit under `tally:` in {yearbook}: `- {{received: 2025-Q2, …}}`"),
        ),
    )
}
