//! # W223: fact-missing
//!
//! ## What it checks
//!
//! The facts under `fields` that the regulation makes compulsory, always or at closing, are there; so is
//! `intake.source` where it asks for the source.
//!
//! ## Why
//!
//! Such a fact decides who handles the complaint, what applies or what is counted.
//!
//! ## Example
//!
//! ```yaml
//! fields: {}
//! ```
//!
//! The regulation asks for the number of the agreement: `overeenkomst`.
//!
//! ## How to put it right
//!
//! Write the fact under `fields`.
//!
//! ---
//!
//! # W223: fact-missing
//!
//! ## Wat wordt nagekeken
//!
//! De feiten bij `fields` die volgens de regeling verplicht zijn, altijd of bij het afsluiten, staan er; ook
//! `intake.source` als de regeling vraagt waar een klacht vandaan komt.
//!
//! ## Waarom
//!
//! Zo'n feit bepaalt wie de klacht behandelt, wat er geldt of wat er wordt geteld.
//!
//! ## Voorbeeld
//!
//! ```yaml
//! fields: {}
//! ```
//!
//! De regeling vraagt het nummer van de overeenkomst: `overeenkomst`.
//!
//! ## Zo zet u het recht
//!
//! Schrijf het feit bij `fields`.

use super::super::{Message, Rule};
use crate::diagnostics::{Severity, text};
use crate::docket::{Docket, ViolationKind};
use crate::naming;

/// The rule.
pub static RULE: Rule = Rule {
    code: "W223",
    name: "fact-missing",
    severity: Severity::Error,
    summary: (
        "De feiten die de regeling bij een klacht vraagt, zijn ingevuld.",
        "The facts that the regulation asks of a case are given.",
    ),
    source: include_str!("w223.rs"),
};

/// What it says of a lack of its own.
#[must_use]
pub fn say(kind: &ViolationKind, docket: &Docket<'_>) -> Option<Message> {
    let ViolationKind::FactMissing { field, kind } = kind else { return None };
    let regulation = &docket.version.regulation;
    let name = naming::data_of(regulation, field);
    let message = text!("dit feit ontbreekt: {name}", "this fact is missing: {name}", name);
    let source = field == "intake.source";
    let own = if source {
        regulation.intake.as_ref().map(|i| i.sources.clone()).unwrap_or_default()
    } else {
        regulation.fields.iter().find(|f| f.id == *field).map(|f| f.values.clone()).unwrap_or_default()
    };
    let (block, key) = if source { ("intake", "source") } else { ("fields", field.as_str()) };
    let flag = naming::by_new_fact(field);
    let (line, expected) =
        (naming::line(key, *kind), naming::expected(*kind, &naming::values(regulation, *kind, &own)));
    let remedy = text!(
        "schrijf bij `{block}`: {line}, {expected}{flag}",
        "write under `{block}`: {line}, {expected}{flag}",
        line,
        expected,
        flag
    );
    Some(Message::new(message, remedy))
}
