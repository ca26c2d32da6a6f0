//! R413: the positions that must be filled are filled, and each role has a position that the regulation allows.

use crate::diagnostics::{Severity, Text, text};
use crate::docket::Docket;
use crate::naming;
use crate::regulation::Role;
use crate::rules::{Message, Rule};

/// The rule, as its page has it.
pub static RULE: Rule = Rule::on_page(include_str!("../../../docs/rules/R413.md"));

/// What it says of a position that the role cannot have.
#[must_use]
pub fn say(docket: &Docket<'_>, role: &str, position: &str) -> Message {
    let regulation = &docket.version.regulation;
    let (name, place) = (naming::who(regulation, role), naming::who(regulation, position));
    let message = text!(
        "{name} kan volgens de regeling niet {place} zijn",
        "under the regulation {name} cannot be {place}",
        name,
        place
    );
    let allowed: Vec<&str> = regulation.role(role).iter().flat_map(|r| r.positions.iter().map(|p| p.word())).collect();
    let fits = |r: &&Role| r.positions.iter().any(|p| p.word() == position);
    let fitting: Vec<&str> = regulation.roles.iter().filter(fits).map(|r| r.id.as_str()).collect();
    let flag = naming::by_new("--party role:position");
    let remedy = text!(
        "schrijf `as:` met een van: {positions}; of `role:` met een van: {roles}{flag}",
        "write `as:` with one of: {positions}; or `role:` with one of: {roles}{flag}",
        positions = or_none(&naming::ids(&allowed)),
        roles = or_none(&naming::ids(&fitting)),
        flag
    );
    Message::new(message, remedy)
}

/// What it says of a position that nobody has and that must be filled.
#[must_use]
pub fn empty(docket: &Docket<'_>, position: &str) -> Message {
    let regulation = &docket.version.regulation;
    let who = naming::who(regulation, position);
    let message = text!("bij `parties` ontbreekt {who}", "under `parties` {who} is missing", who);
    let role = regulation.roles.iter().find(|r| r.positions.iter().any(|p| p.word() == position));
    Message::new(message, naming::add_party(role.map_or("…", |r| r.id.as_str()), position))
}

/// What it says of a party whom such a case ordinarily does not have.
#[must_use]
pub fn unusual(docket: &Docket<'_>, role: &str) -> Message {
    let name = naming::who(&docket.version.regulation, role);
    let message = text!(
        "een partij als {name} is hier ongewoon, of er is al zo'n partij",
        "a party such as {name} is unusual here, or there is one already",
        name
    );
    let remedy = text!(
        "kijk of de rol klopt; klopt zij, dan hoeft er niets te gebeuren",
        "see whether the role is right; if it is, nothing need be done"
    );
    Message::new(message, remedy).weighing(Severity::Warning)
}

fn or_none(list: &str) -> Text {
    if list.is_empty() { text!("(geen)", "(none)") } else { text!("{list}", "{list}") }
}
