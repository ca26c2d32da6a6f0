//! R406: only those whom the regulation names put a case before the external body.

use crate::diagnostics::text;
use crate::docket::Docket;
use crate::naming;
use crate::rules::{Message, Rule};

/// The rule, as its page has it.
pub static RULE: Rule = Rule::on_page(include_str!("../../../docs/rules/R406.md"));

/// What it says of a violation.
#[must_use]
pub fn say(docket: &Docket<'_>, step: &str, key: &str, who: &[String]) -> Message {
    let regulation = &docket.version.regulation;
    let (name, person) = (naming::step(regulation, step), naming::key(docket, key));
    let allowed = naming::whos(regulation, who);
    let message = text!(
        "{person} mag {name} niet zetten: alleen {allowed}",
        "{person} may not take {name}: only {allowed}",
        person,
        name,
        allowed
    );
    let flag = naming::by_step("by");
    let remedy = text!(
        "schrijf bij `by:`{flag} de sleutel van {allowed}",
        "write at `by:`{flag} the key of {allowed}",
        flag,
        allowed
    );
    Message::new(message, remedy)
}
