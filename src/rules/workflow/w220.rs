//! # W220: not-attested
//!
//! ## What it checks
//!
//! Declarations that the regulation asks of each case are there when the case closes, or at the step it names.
//!
//! ## Why
//!
//! Some conduct leaves no trace in a file. Somebody must put his key to it.
//!
//! ## Example
//!
//! ```yaml
//! attestations: []
//! log:
//!   - {step: afgesloten, on: 2026-05-20, by: m3}
//! ```
//!
//! The regulation asks the handler to declare that he kept the case confidential.
//!
//! ## How to put it right
//!
//! Let the right person declare it and write that under `attestations`.
//!
//! ---
//!
//! # W220: not-attested
//!
//! ## Wat wordt nagekeken
//!
//! Verklaringen die de regeling per klacht vraagt, zijn er bij het afsluiten of bij de stap die zij noemt.
//!
//! ## Waarom
//!
//! Sommig gedrag laat geen spoor na in een bestand. Iemand moet ervoor tekenen.
//!
//! ## Voorbeeld
//!
//! ```yaml
//! attestations: []
//! log:
//!   - {step: afgesloten, on: 2026-05-20, by: m3}
//! ```
//!
//! De regeling vraagt de behandelaar te verklaren dat hij vertrouwelijk werkte.
//!
//! ## Zo zet u het recht
//!
//! Laat de juiste persoon het verklaren en schrijf dat bij `attestations`.

use super::super::{Message, Rule};
use crate::diagnostics::{Severity, text};
use crate::docket::{Docket, ViolationKind};
use crate::naming;
use crate::regulation::Selector;

/// The rule.
pub static RULE: Rule = Rule {
    code: "W220",
    name: "not-attested",
    severity: Severity::Error,
    summary: (
        "Een verklaring die de regeling voor een klacht vraagt, is er op tijd.",
        "A declaration that the regulation asks of a case is there in time.",
    ),
    source: include_str!("w220.rs"),
};

/// What it says of a lack of its own.
#[must_use]
pub fn say(kind: &ViolationKind, docket: &Docket<'_>) -> Option<Message> {
    let ViolationKind::NotAttested { attestation, party } = kind else { return None };
    let regulation = &docket.version.regulation;
    let rule = regulation.attestations.iter().find(|a| a.id == *attestation);
    let what = rule.map_or_else(String::new, |a| format!(": “{}”", a.what));
    let words: Vec<&str> = rule.iter().flat_map(|a| a.by.iter().map(Selector::word)).collect();
    let by = party.as_ref().map_or_else(|| naming::whos(regulation, &words), |key| naming::key(docket, key));
    let of = party.as_ref().map_or_else(
        || text!("", ""),
        |key| {
            let key = naming::key(docket, key);
            text!(" van {key}", " of {key}", key)
        },
    );
    let message = text!(
        "de verklaring `{attestation}`{of} ontbreekt{what}",
        "the declaration `{attestation}`{of} is missing{what}",
        of
    );
    let line = format!("`- {{attestation: {attestation}, on: …, by: …, how: …}}`");
    let flag = naming::by_step_as(&format!("--attest {attestation}=…"));
    let remedy = text!(
        "laat {by} dit verklaren en schrijf bij `attestations`: {line}{flag}",
        "let {by} declare it and write under `attestations`: {line}{flag}",
        by,
        flag
    );
    Some(Message::new(message, remedy))
}
