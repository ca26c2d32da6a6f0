//! # G718: stub-without-tally
//!
//! ## What it checks
//!
//! When a case is destroyed and the regulation says that it leaves a tally, the same commit adds a row to `tally:` of
//! the yearbook of its year of receipt. The row holds every code by which the case was counted.
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
//! `klacht destroy ID` writes the row and the stub together. By hand: add the row to the same commit, codes only, and no
//! date finer than a quarter.
//!
//! ---
//!
//! # G718: stub-without-tally
//!
//! ## Wat wordt nagekeken
//!
//! Wordt een klacht vernietigd en zegt de regeling dat zij een telregel nalaat, dan voegt dezelfde commit een regel
//! toe aan `tally:` van het jaarboek van het jaar van ontvangst. De regel bevat elke code waarmee de klacht telde.
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
//! `klacht destroy ZAAKNUMMER` schrijft de regel en het stompje samen. Met de hand: voeg de regel aan dezelfde commit
//! toe, alleen codes, en geen datum fijner dan een kwartaal.

use super::said;
use crate::diagnostics::Severity;
use crate::rules::{Message, Rule};

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
pub fn say(case: &str, yearbook: &str) -> Message {
    said(
        (
            format!("klacht {case} is vernietigd, maar {yearbook} kreeg er geen telregel bij"),
            format!("case {case} was destroyed, but {yearbook} did not get a tally row"),
        ),
        remedy(case),
    )
}

/// How many keys are named.
const NAMED: usize = 4;

/// The words for a row that does not say what the case was; `keys` are those of the row that are absent or different.
#[must_use]
pub fn wrong(case: &str, yearbook: &str, keys: &[&str]) -> Message {
    let named: Vec<&str> = keys.iter().take(NAMED).copied().collect();
    let (named, more) = (named.join(", "), keys.len().saturating_sub(NAMED));
    let (nl, en) =
        if more == 0 { Default::default() } else { (format!(" en {more} meer"), format!(" and {more} more")) };
    said(
        (
            format!("de telregel in {yearbook} zegt niet wat klacht {case} was: {named}{nl}"),
            format!("the tally row in {yearbook} does not say what case {case} was: {named}{en}"),
        ),
        remedy(case),
    )
}

fn remedy(case: &str) -> (String, String) {
    (
        format!("zet beide bestanden terug uit de commit ervoor, en laat het doen: `klacht destroy {case}`"),
        format!("put both files back from the commit before, and have it done: `klacht destroy {case}`"),
    )
}
