//! W218: a datum agrees with the step that it must agree with.

use crate::diagnostics::text;
use crate::docket::{Disagreement, Docket};
use crate::naming;
use crate::rules::{Message, Rule};

/// The rule, as its page has it.
pub static RULE: Rule = Rule::on_page(include_str!("../../../docs/rules/W218.md"));

/// What it says of a violation.
#[must_use]
pub fn say(docket: &Docket<'_>, step: &str, key: &str, with: &str, how: Disagreement) -> Message {
    let regulation = &docket.version.regulation;
    let (name, datum) = (naming::step(regulation, step), naming::datum(regulation, step, key));
    let other = match with {
        "entry" => text!("de dag van deze stap zelf", "the day of this step itself"),
        "received" => text!("de dag van ontvangst", "the day of receipt"),
        other => naming::step(regulation, other),
    };
    let flag = naming::by_step(key);
    match how {
        Disagreement::NotSame => Message::new(
            text!(
                "bij {name} is {datum} anders dan bij {other}",
                "at {name} {datum} is other than at {other}",
                name,
                datum,
                other
            ),
            text!(
                "schrijf bij `{key}:`{flag} dezelfde waarde, of leg {other} eerst opnieuw vast",
                "write the same value at `{key}:`{flag}, or first record {other} anew",
                flag,
                other
            ),
        ),
        Disagreement::Past => Message::new(
            text!(
                "bij {name} ligt {datum} vóór {other}: dat kan niet meer worden nagekomen",
                "at {name} {datum} lies before {other}: that cannot be kept any more",
                name,
                datum,
                other
            ),
            text!(
                "schrijf bij `{key}:`{flag} de dag van deze stap of een latere",
                "write the day of this step or a later one at `{key}:`{flag}",
                flag
            ),
        ),
        Disagreement::NotLater => Message::new(
            text!(
                "bij {name} moet {datum} later zijn dan {other}",
                "at {name} {datum} must be later than {other}",
                name,
                datum,
                other
            ),
            text!("schrijf bij `{key}:`{flag} een latere datum", "write a later date at `{key}:`{flag}", flag),
        ),
    }
}
