//! R402: a step is taken by somebody who may take it.

use crate::diagnostics::text;
use crate::docket::Docket;
use crate::naming;
use crate::rules::{Message, Rule};

/// The rule, as its page has it.
pub static RULE: Rule = Rule::on_page(include_str!("../../../docs/rules/R402.md"));

/// What it says of somebody who may not take the step.
#[must_use]
pub fn say(docket: &Docket<'_>, step: &str, key: &str, wanted: &[String], may: &[String]) -> Message {
    let regulation = &docket.version.regulation;
    let (name, person) = (naming::step(regulation, step), naming::key(docket, key));
    let wanted = naming::whos(regulation, wanted);
    let message = text!(
        "{name} mag op die dag niet door {person}: wel door {wanted}",
        "{name} may not be taken by {person} on that day, but by {wanted}",
        name,
        person,
        wanted
    );
    let (flag, may) = (naming::by_step("by"), naming::on_that_day(may));
    let remedy = text!(
        "schrijf bij `by:`{flag} wie de stap zette{may}; klopt dat al, zet dan in people.yaml de rol met de eerste dag",
        "write at `by:`{flag} who took the step{may}; if that is right already, add the role with its first day to people.yaml",
        flag,
        may
    );
    Message::new(message, remedy)
}

/// What it says when nobody is named.
#[must_use]
pub fn of_nobody(docket: &Docket<'_>, step: &str, wanted: &[String], may: &[String]) -> Message {
    let regulation = &docket.version.regulation;
    let (name, wanted) = (naming::step(regulation, step), naming::whos(regulation, wanted));
    let message = text!("bij {name} staat niet wie de stap zette", "{name} does not say who took it", name);
    let (flag, may) = (naming::by_step("by"), naming::on_that_day(may));
    let remedy = text!(
        "schrijf `by:`{flag} met de sleutel van {wanted}{may}",
        "write `by:`{flag} with the key of {wanted}{may}",
        flag,
        wanted,
        may
    );
    Message::new(message, remedy)
}
