//! # T304: notice-too-late
//!
//! ## What it checks
//!
//! The day of the notice is compared with the last day of each term that it extends and that still runs. A notice after
//! that day does not extend that term; its step says with `late:` why it came so late, and what comes after the term is
//! late as well. Other terms of the same rule are extended.
//!
//! ## Why
//!
//! Who waits for an answer must hear about a delay before the promised day, not after it.
//!
//! ## Example
//!
//! ```yaml
//! log:
//!   - step: verlengd
//!     on: 2026-05-06
//!     by: m3
//!     to: [p1]
//!     nieuwe_datum: 2026-05-18
//! ```
//!
//! The term ended on 4 May 2026, so this notice came two days too late.
//!
//! ## How to put it right
//!
//! If the date is a typing error, annul the step with `correctie` and record it again. Otherwise add a line `late:`
//! with the reason: then it is on record, and the term stays as it was.
//!
//! ---
//!
//! ## Wat wordt nagekeken
//!
//! De dag van de melding wordt vergeleken met de laatste dag van elke termijn die zij verlengt en die nog loopt. Een
//! melding na die dag verlengt die termijn niet; met `late:` staat erbij waarom zij zo laat kwam, en wat na de termijn
//! komt is ook te laat. Andere termijnen van dezelfde regel worden wel verlengd.
//!
//! ## Waarom
//!
//! Wie op antwoord wacht, hoort vóór de beloofde dag dat het later wordt, niet erna.
//!
//! ## Voorbeeld
//!
//! ```yaml
//! log:
//!   - step: verlengd
//!     on: 2026-05-06
//!     by: m3
//!     to: [p1]
//!     nieuwe_datum: 2026-05-18
//! ```
//!
//! De termijn eindigde op 4 mei 2026. Deze melding kwam twee dagen te laat.
//!
//! ## Zo zet u het recht
//!
//! Is de datum een tikfout, maak de stap dan ongedaan met `correctie` en leg hem opnieuw vast. Zet anders een regel
//! `late:` met de reden bij de stap: dan staat zij vast, en de termijn blijft wat die was.

use super::super::Rule;
use super::words;
use crate::diagnostics::{Severity, text};
use crate::docket::{Docket, ViolationKind};
use crate::rules::message::Message;

/// The rule.
pub static RULE: Rule = Rule {
    code: "T304",
    name: "notice-too-late",
    severity: Severity::Error,
    summary: (
        "Een verlenging is gemeld voordat de termijn om was.",
        "An extension was announced before the term was over.",
    ),
    source: include_str!("t304.rs"),
};

/// What it says of a notice that came too late.
#[must_use]
pub fn say(kind: &ViolationKind, docket: &Docket<'_>) -> Option<Message> {
    let ViolationKind::NoticeTooLate { term, due, on } = kind else { return None };
    let (term, due, on) = (words::term(docket, term), words::day(*due), words::day(*on));
    let message = text!(
        "verlenging gemeld op {on}, maar {term} liep tot en met {due}: de verlenging telt niet",
        "extension announced on {on}, but {term} ended {due}: the extension does not count",
        on,
        term,
        due
    );
    let line = words::account();
    let remedy = text!("{line}; de termijn blijft wat die was", "{line}; the term stays as it was", line);
    Some(Message::new(message, remedy))
}
