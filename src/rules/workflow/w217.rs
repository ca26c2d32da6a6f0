//! W217: each datum of a step has the form and a value that the regulation allows.

use crate::diagnostics::text;
use crate::docket::Docket;
use crate::naming;
use crate::regulation::{AskType, Limits};
use crate::rules::{Message, Rule};

/// The rule, as its page has it.
pub static RULE: Rule = Rule::on_page(include_str!("../../../docs/rules/W217.md"));

/// What it says of a violation.
#[must_use]
pub fn say(docket: &Docket<'_>, step: &str, key: &str, kind: AskType, values: &[String]) -> Message {
    let regulation = &docket.version.regulation;
    let (name, datum) = (naming::step(regulation, step), naming::datum(regulation, step, key));
    let message = text!("bij {name} klopt dit niet: {datum}", "{name} has a wrong value: {datum}", name, datum);
    let (line, expected, flag) = (naming::line(key, kind), naming::expected(kind, values), naming::by_step(key));
    let remedy = text!("schrijf {line}, {expected}{flag}", "write {line}, {expected}{flag}", line, expected, flag);
    Message::new(message, remedy)
}

/// What it says of several values where one belongs.
#[must_use]
pub fn several(docket: &Docket<'_>, step: &str, key: &str, kind: AskType) -> Message {
    let regulation = &docket.version.regulation;
    let (name, datum) = (naming::step(regulation, step), naming::datum(regulation, step, key));
    if kind == AskType::Item {
        let message = text!(
            "bij {name} hoort één naam, geen lijst: {datum}",
            "{name} takes one name, no list: {datum}",
            name,
            datum
        );
        let remedy = text!(
            "zet de stap voor elk ding apart: `klacht step ID {step} --set {key}=…`, en daarna nog eens voor het volgende",
            "take the step once for each thing: `klacht step ID {step} --set {key}=…`, then again for the next"
        );
        return Message::new(message, remedy);
    }
    let message = text!(
        "bij {name} hoort één waarde, geen lijst: {datum}",
        "{name} takes one value, no list: {datum}",
        name,
        datum
    );
    let (line, expected, flag) = (naming::line(key, kind), naming::form_of(kind), naming::by_step(key));
    let remedy = text!("schrijf {line}, {expected}{flag}", "write {line}, {expected}{flag}", line, expected, flag);
    Message::new(message, remedy)
}

/// What it says of a number or an amount that is less or more than the regulation allows.
#[must_use]
pub fn beyond(docket: &Docket<'_>, step: &str, key: &str, limits: Limits) -> Message {
    let regulation = &docket.version.regulation;
    let (name, datum) = (naming::step(regulation, step), naming::datum(regulation, step, key));
    let (bounds, flag) = (naming::bounds(limits), naming::by_step(key));
    Message::new(
        text!("bij {name} is {datum} niet {bounds}", "at {name}, {datum} is not {bounds}", name, datum, bounds),
        text!(
            "schrijf `{key}:` met een getal van {bounds}{flag}",
            "write `{key}:` with a number of {bounds}{flag}",
            bounds,
            flag
        ),
    )
}
