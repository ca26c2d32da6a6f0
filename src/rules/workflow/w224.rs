//! # W224: intake-incomplete
//!
//! ## What it checks
//!
//! The sealed part holds the data that a complaint must have by the regulation; where they are missing, the step that
//! the regulation prescribes for it was taken. As long as the complaint is only received (confirmed, registered,
//! assigned) or was taken back, this is a warning only.
//!
//! ## Why
//!
//! Without an address no answer can be sent. And the complainant must hear that something is missing.
//!
//! ## Example
//!
//! ```yaml
//! sealed:
//!   fields: [name, narrative]
//! ```
//!
//! The regulation also asks for `address`.
//!
//! ## How to put it right
//!
//! Put the data in the sealed part and name them in `sealed.fields`, or record the step by which they were asked for.
//!
//! ---
//!
//! # W224: intake-incomplete
//!
//! ## Wat wordt nagekeken
//!
//! Het gesloten deel bevat de gegevens die een klacht volgens de regeling moet hebben; ontbreken ze, dan is de stap
//! gezet die de regeling daarvoor noemt. Zolang de klacht alleen is ontvangen (bevestigd, geregistreerd, toegewezen) of
//! is ingetrokken, is dit alleen een waarschuwing.
//!
//! ## Waarom
//!
//! Zonder adres is er geen antwoord te sturen. En de klager moet horen dat er iets ontbreekt.
//!
//! ## Voorbeeld
//!
//! ```yaml
//! sealed:
//!   fields: [name, narrative]
//! ```
//!
//! De regeling vraagt ook `address`.
//!
//! ## Zo zet u het recht
//!
//! Zet de gegevens in het gesloten deel en noem ze bij `sealed.fields`, of leg de stap vast waarmee ernaar is gevraagd.

use super::super::{Message, Rule};
use crate::diagnostics::{Severity, Text, text};
use crate::docket::{Docket, ViolationKind};
use crate::naming;

/// The rule.
pub static RULE: Rule = Rule {
    code: "W224",
    name: "intake-incomplete",
    severity: Severity::Error,
    summary: (
        "Ontbreken er gegevens van de klager, dan is ernaar gevraagd.",
        "When data of the complainant are missing, they were asked for.",
    ),
    source: include_str!("w224.rs"),
};

/// What it says of a lack of its own.
#[must_use]
pub fn say(kind: &ViolationKind, docket: &Docket<'_>) -> Option<Message> {
    let ViolationKind::IntakeIncomplete { missing, step } = kind else { return None };
    let words = naming::ids(missing);
    let message = text!(
        "van de klager ontbreekt in het gesloten deel: {words}",
        "of the complainant the sealed part lacks: {words}"
    );
    let (nl, en) = match step {
        None => (String::new(), String::new()),
        Some(step) => {
            let take = naming::command(docket, step);
            (format!(", of vraag ernaar: {take}"), format!(", or ask for it: {take}"))
        }
    };
    let flag = naming::by_new_or_add("--sealed");
    // What stands there already was typed by staff, so it is not repeated.
    let line = format!("`sealed: {{fields: [{words}]}}`");
    let remedy = if docket.case().sealed_fields().is_empty() {
        Text::new(
            format!("vul het aan en schrijf boven `log:` de regel {line}{}{nl}", flag.nl),
            format!("complete it and write above `log:` the line {line}{}{en}", flag.en),
        )
    } else {
        Text::new(
            format!("vul het aan en zet het bij `sealed.fields`{}{nl}", flag.nl),
            format!("complete it and add it to `sealed.fields`{}{en}", flag.en),
        )
    };
    let said = Message::new(message, remedy);
    // A complaint may be received while it is incomplete: it goes wrong when the case goes on without asking.
    let only_received = docket.progress.taken.iter().all(|taken| docket.progress.receives(taken.step));
    Some(if only_received { said.as_grave_as(Severity::Warning) } else { said })
}
