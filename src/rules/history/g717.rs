//! # G717: future-commit
//!
//! ## What it checks
//!
//! The committer date is not after the day on which the server receives the commit.
//!
//! ## Why
//!
//! What a commit records is judged by its date. A clock that is ahead would make late steps seem in time, or steps
//! seem taken that were not.
//!
//! ## Example
//!
//! ```text
//! committed 2027-04-17, received 2026-04-17
//! ```
//!
//! ## How to put it right
//!
//! Set your computer's clock and make the commit again: `git commit --amend --reset-author`.
//!
//! ---
//!
//! # G717: future-commit
//!
//! ## Wat wordt nagekeken
//!
//! De datum van de commit (committer date) ligt niet na de dag waarop de server hem ontvangt.
//!
//! ## Waarom
//!
//! Wat een commit vastlegt, wordt beoordeeld naar zijn datum. Met een klok die voorloopt lijken late stappen op tijd,
//! of lijkt gedaan wat nog niet is gedaan.
//!
//! ## Voorbeeld
//!
//! ```text
//! commit van 2027-04-17, ontvangen op 2026-04-17
//! ```
//!
//! ## Zo zet u het recht
//!
//! Zet de klok van uw computer goed en maak de commit opnieuw: `git commit --amend --reset-author`.

use chrono::NaiveDate;

use crate::diagnostics::{Severity, text};
use crate::rules::{Message, Rule};

/// The rule.
pub static RULE: Rule = Rule {
    code: "G717",
    name: "future-commit",
    severity: Severity::Error,
    summary: (
        "Een commit is niet van een latere dag dan die waarop hij wordt ontvangen.",
        "A commit is not of a later day than that on which it is received.",
    ),
    source: include_str!("g717.rs"),
};

/// The words for a commit of a day after `today`.
#[must_use]
pub fn say(committed: NaiveDate, today: NaiveDate) -> Message {
    Message::new(
        text!(
            "deze commit is van {committed}, maar het is {today}",
            "this commit is of {committed}, but it is {today}"
        ),
        text!(
            "zet de klok van uw computer goed, dan `git commit --amend --reset-author`",
            "set your computer's clock, then `git commit --amend --reset-author`"
        ),
    )
}
