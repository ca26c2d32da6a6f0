//! D608: whoever accepts a finding says why and who, and only where that is possible.

use super::{AcceptanceFault, acceptable};
use crate::diagnostics::text;
use crate::rules::{Message, Rule};

/// The rule, as its page has it.
pub static RULE: Rule = Rule::on_page(include_str!("../../../docs/rules/D608.md"));

/// The words for a fault in an acceptance.
#[must_use]
pub fn say(fault: AcceptanceFault) -> Message {
    let line = text!("schrijf: `{{code: D601, why: …, by: m3}}`", "write: `{{code: D601, why: …, by: m3}}`");
    let (message, remedy) = match fault {
        AcceptanceFault::NoReason => {
            (text!("deze acceptatie zegt niet waarom (`why`)", "this acceptance does not say why (`why`)"), line)
        }
        AcceptanceFault::NoPerson => (
            text!(
                "deze acceptatie noemt niemand uit people.yaml (`by`)",
                "this acceptance names nobody of people.yaml (`by`)"
            ),
            line,
        ),
        AcceptanceFault::NoPath => (
            text!("deze acceptatie noemt geen bestand (`path`)", "this acceptance names no file (`path`)"),
            text!("schrijf het pad van het bestand erbij: `path: …`", "add the path of the file: `path: …`"),
        ),
        AcceptanceFault::NotAcceptable => (
            text!("dit kan niet worden geaccepteerd", "this cannot be accepted"),
            text!(
                "haal de regel weg; wel kan: {codes}",
                "take the line out; possible are: {codes}",
                codes = acceptable().collect::<Vec<_>>().join(", ")
            ),
        ),
    };
    Message::new(message, remedy)
}
