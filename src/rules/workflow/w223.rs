//! W223: the facts that the regulation asks of a case are given.

use crate::diagnostics::text;
use crate::docket::Docket;
use crate::naming;
use crate::regulation::AskType;
use crate::rules::{Message, Rule};

/// The rule, as its page has it.
pub static RULE: Rule = Rule::on_page(include_str!("../../../docs/rules/W223.md"));

/// What it says of a violation.
#[must_use]
pub fn say(docket: &Docket<'_>, field: &str, kind: AskType) -> Message {
    let regulation = &docket.version.regulation;
    let name = naming::data_of(regulation, field);
    let message = text!("dit feit ontbreekt: {name}", "this fact is missing: {name}", name);
    let source = field == "intake.source";
    let own = if source {
        regulation.intake.as_ref().map(|i| i.sources.clone()).unwrap_or_default()
    } else {
        regulation.fields.iter().find(|f| f.id == field).map(|f| f.values.clone()).unwrap_or_default()
    };
    let (block, key) = if source { ("intake", "source") } else { ("fields", field) };
    let flag = naming::by_new_fact(field);
    let (line, expected) = (naming::line(key, kind), naming::expected(kind, &naming::values(regulation, kind, &own)));
    let remedy = text!(
        "schrijf bij `{block}`: {line}, {expected}{flag}",
        "write under `{block}`: {line}, {expected}{flag}",
        line,
        expected,
        flag
    );
    Message::new(message, remedy)
}
