//! W222: a step is left out only on a ground that the regulation names.

use crate::diagnostics::text;
use crate::docket::Docket;
use crate::naming;
use crate::rules::{Message, Rule};

/// The rule, as its page has it.
pub static RULE: Rule = Rule::on_page(include_str!("../../../docs/rules/W222.md"));

/// What it says of a violation.
#[must_use]
pub fn say(docket: &Docket<'_>, step: &str, ground: &str, allowed: &[String]) -> Message {
    let (name, ground) = (naming::step(&docket.version.regulation, step), naming::shown(ground, "dit", "this"));
    let flag = naming::by_step("waived");
    if allowed.is_empty() {
        let message = text!("{name} mag niet vervallen", "{name} cannot be left out", name);
        let remedy = text!("haal `waived:`{flag} weg en zet de stap", "remove `waived:`{flag} and take the step", flag);
        return Message::new(message, remedy);
    }
    let message = text!(
        "{ground} is geen grond om {name} te laten vervallen",
        "{ground} is no ground for leaving out {name}",
        ground,
        name
    );
    let allowed = naming::ids(allowed);
    let remedy =
        text!("schrijf `waived:`{flag} met een van: {allowed}", "write `waived:`{flag} with one of: {allowed}", flag);
    Message::new(message, remedy)
}

/// What it says of a ground that does not hold in this case.
#[must_use]
pub fn untrue(docket: &Docket<'_>, step: &str, ground: &str) -> Message {
    let regulation = &docket.version.regulation;
    let name = naming::step(regulation, step);
    let when = regulation.step(step).and_then(|s| s.ground(ground)).and_then(|g| g.when.as_ref());
    let only = when.map_or_else(|| text!("", ""), |when| naming::occasion(regulation, when));
    let message = text!(
        "`{ground}` geldt hier niet als grond om {name} te laten vervallen; wel als {only}",
        "`{ground}` is no ground here for leaving out {name}; it is one when {only}",
        name,
        only
    );
    let flag = naming::by_step("waived");
    let remedy = text!("haal `waived:`{flag} weg en zet de stap", "remove `waived:`{flag} and take the step", flag);
    Message::new(message, remedy)
}
