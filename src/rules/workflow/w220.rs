//! W220: a declaration that the regulation asks of a case is there in time.

use crate::diagnostics::text;
use crate::docket::Docket;
use crate::naming;
use crate::regulation::Selector;
use crate::rules::{Message, Rule};

/// The rule, as its page has it.
pub static RULE: Rule = Rule::on_page(include_str!("../../../docs/rules/W220.md"));

/// What it says of a violation.
#[must_use]
pub fn say(docket: &Docket<'_>, attestation: &str, party: Option<&str>) -> Message {
    let regulation = &docket.version.regulation;
    let rule = regulation.attestations.iter().find(|a| a.id == attestation);
    let what = rule.map_or_else(String::new, |a| format!(": “{}”", a.what));
    let words: Vec<&str> = rule.iter().flat_map(|a| a.by.iter().map(Selector::word)).collect();
    let by = party.map_or_else(|| naming::whos(regulation, &words), |key| naming::key(docket, key));
    let of = party.map_or_else(
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
        "have {by} declare it and write under `attestations`: {line}{flag}",
        by,
        flag
    );
    Message::new(message, remedy)
}
