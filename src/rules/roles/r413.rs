//! # R413: wrong-position
//!
//! ## What it checks
//!
//! Each case has a party `as: complainant`, and the others that `intake.parties` asks for. A party that such a case
//! does not usually have gets a warning. A role takes only positions that the regulation gives it, and a representative
//! is there only where the regulation allows one.
//!
//! ## Why
//!
//! The regulation is open to some people and not to others. Who has which position decides who is heard and who is
//! told.
//!
//! ## Example
//!
//! ```yaml
//! parties:
//!   - {key: p1, role: trainer, as: complainant}
//! ```
//!
//! A trainer cannot complain here; a course member can.
//!
//! ## How to put it right
//!
//! Correct `role` or `as`, or add the complainant.
//!
//! ---
//!
//! # R413: wrong-position
//!
//! ## Wat wordt nagekeken
//!
//! Elke klacht heeft een partij met `as: complainant`, en de andere die `intake.parties` vraagt. Een partij die zo'n
//! klacht gewoonlijk niet heeft, geeft een waarschuwing. Een rol staat alleen op een plaats die de regeling eraan
//! geeft, en een vertegenwoordiger is er alleen als de regeling dat toelaat.
//!
//! ## Waarom
//!
//! De regeling staat voor sommige mensen open en voor andere niet. De plaats bepaalt wie wordt gehoord en wie bericht
//! krijgt.
//!
//! ## Voorbeeld
//!
//! ```yaml
//! parties:
//!   - {key: p1, role: trainer, as: complainant}
//! ```
//!
//! Een trainer kan hier niet klagen; een cursist wel.
//!
//! ## Zo zet u het recht
//!
//! Verbeter `role` of `as`, of voeg de klager toe.

use super::super::{Message, Rule};
use crate::diagnostics::{Severity, Text, text};
use crate::docket::{Docket, ViolationKind};
use crate::naming;
use crate::regulation::{Position, Regulation};

/// The rule.
pub static RULE: Rule = Rule {
    code: "R413",
    name: "wrong-position",
    severity: Severity::Error,
    summary: (
        "De plaatsen die vervuld moeten zijn, zijn vervuld, en elke rol staat op een plaats die de regeling toelaat.",
        "The positions that must be filled are filled, and each role has a position that the regulation allows.",
    ),
    source: include_str!("r413.rs"),
};

/// What it says of a lack of its own.
#[must_use]
pub fn say(kind: &ViolationKind, docket: &Docket<'_>) -> Option<Message> {
    let regulation = &docket.version.regulation;
    match kind {
        ViolationKind::WrongPosition { role, position } => {
            let (name, place) = (naming::who(regulation, role), naming::who(regulation, position));
            let message = text!(
                "{name} kan volgens de regeling niet {place} zijn",
                "{name} cannot be {place} by the regulation",
                name,
                place
            );
            let allowed: Vec<&str> =
                regulation.role(role).iter().flat_map(|r| r.positions.iter().map(|p| p.word())).collect();
            let fitting: Vec<&str> = regulation
                .roles
                .iter()
                .filter(|r| r.positions.iter().any(|p| p.word() == *position))
                .map(|r| r.id.as_str())
                .collect();
            let (allowed, fitting) = (naming::ids(&allowed), naming::ids(&fitting));
            let flag = naming::by_new("--party role:position");
            let remedy = text!(
                "schrijf `as:` met een van: {positions}; of `role:` met een van: {roles}{flag}",
                "write `as:` with one of: {positions}; or `role:` with one of: {roles}{flag}",
                positions = or_none(&allowed),
                roles = or_none(&fitting),
                flag
            );
            Some(Message::new(message, remedy))
        }
        ViolationKind::NoComplainant => Some(empty(regulation, Position::Complainant)),
        ViolationKind::PositionEmpty { position } => Position::from_word(position).map(|p| empty(regulation, p)),
        ViolationKind::UnusualParty { role } => {
            let name = naming::who(regulation, role);
            let message = text!(
                "een partij als {name} is hier ongewoon, of er is al zo'n partij",
                "a party such as {name} is unusual here, or there is one already",
                name
            );
            let remedy = text!(
                "kijk of de rol klopt; klopt zij, dan hoeft er niets te gebeuren",
                "see whether the role is right; if it is, nothing need be done"
            );
            Some(Message::new(message, remedy).as_grave_as(Severity::Warning))
        }
        _ => None,
    }
}

/// Nobody has a position that must be filled.
fn empty(regulation: &Regulation, position: Position) -> Message {
    let word = position.word();
    let who = naming::who(regulation, word);
    let message = text!("bij `parties` ontbreekt {who}", "under `parties` {who} is missing", who);
    let role = regulation.roles.iter().find(|r| r.positions.contains(&position));
    let role = role.map_or("…", |r| r.id.as_str());
    Message::new(message, naming::add_party(role, word))
}

fn or_none(list: &str) -> Text {
    if list.is_empty() { text!("(geen)", "(none)") } else { Text::new(list, list) }
}
