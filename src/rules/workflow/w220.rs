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
pub fn say(docket: &Docket<'_>, attestation: &str) -> Message {
    let regulation = &docket.version.regulation;
    let rule = regulation.attestations.iter().find(|a| a.id == attestation);
    let what = rule.map_or_else(String::new, |a| format!(": “{}”", a.what));
    let words: Vec<&str> = rule.iter().flat_map(|a| a.by.iter().map(Selector::word)).collect();
    let by = naming::whos(regulation, &words);
    let message =
        text!("de verklaring `{attestation}` ontbreekt{what}", "the declaration `{attestation}` is missing{what}");
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
