//! W207: a step comes with all data that the regulation asks for.

use crate::diagnostics::text;
use crate::docket::Docket;
use crate::naming;
use crate::regulation::AskType;
use crate::rules::{Message, Rule};

/// The rule, as its page has it.
pub static RULE: Rule = Rule::on_page(include_str!("../../../docs/rules/W207.md"));

/// What it says of a violation.
#[must_use]
pub fn say(docket: &Docket<'_>, step: &str, key: &str, kind: AskType) -> Message {
    let regulation = &docket.version.regulation;
    let (name, datum) = (naming::step(regulation, step), naming::datum(regulation, step, key));
    let message = text!("bij {name} ontbreekt: {datum}", "{name} lacks: {datum}", name, datum);
    let ask = regulation.step(step).and_then(|s| s.asks.iter().find(|a| a.key == key));
    let own = ask.map(|a| a.values.as_slice()).unwrap_or_default();
    let expected = naming::expected(kind, &naming::values(regulation, kind, own));
    let (line, flag) = (naming::line(key, kind), naming::by_step(key));
    let remedy = text!(
        "schrijf bij deze stap {line}, {expected}{flag}",
        "write at this step {line}, {expected}{flag}",
        line,
        expected,
        flag
    );
    Message::new(message, remedy)
}
