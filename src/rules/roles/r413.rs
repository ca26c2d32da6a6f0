//! # R413: wrong-position
//!
//! ## What it checks
//!
//! Each case has a party `as: complainant`. A role takes only positions that the regulation gives it, and a
//! representative is there only where the regulation allows one.
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
//! Elke klacht heeft een partij met `as: complainant`. Een rol staat alleen op een plaats die de regeling eraan geeft,
//! en een vertegenwoordiger is er alleen als de regeling dat toelaat.
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

use super::super::{Rule, Said, naming};
use crate::diagnostics::{Severity, Text};
use crate::docket::{Docket, LackKind};
use crate::regulation::Position;

/// The rule.
pub static RULE: Rule = Rule {
    code: "R413",
    name: "wrong-position",
    severity: Severity::Error,
    summary: (
        "Er is een klager, en elke rol staat op een plaats die de regeling toelaat.",
        "There is a complainant, and each role has a position that the regulation allows.",
    ),
    source: include_str!("r413.rs"),
};

/// What it says of a lack of its own.
#[must_use]
pub fn say(kind: &LackKind, docket: &Docket<'_>) -> Option<Said> {
    let regulation = &docket.version.regulation;
    match kind {
        LackKind::WrongPosition { role, position } => {
            let (name, place) = (naming::who(regulation, role), naming::who(regulation, position));
            let message = Text::new(
                format!("{} kan volgens de regeling niet {} zijn", name.nl, place.nl),
                format!("{} cannot be {} by the regulation", name.en, place.en),
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
            let remedy = Text::new(
                format!(
                    "schrijf `as:` met een van: {}; of `role:` met een van: {}",
                    or_none(&allowed).nl,
                    or_none(&fitting).nl
                ),
                format!(
                    "write `as:` with one of: {}; or `role:` with one of: {}",
                    or_none(&allowed).en,
                    or_none(&fitting).en
                ),
            );
            Some(Said::new(message, remedy))
        }
        LackKind::NoComplainant => {
            let message = Text::new("er staat geen klager bij `parties`", "no complainant is named under `parties`");
            let role = regulation.roles.iter().find(|r| r.positions.contains(&Position::Complainant));
            let role = role.map_or("…", |r| r.id.as_str());
            let line = format!("`- {{key: p1, role: {role}, as: complainant}}`");
            let remedy = Text::new(format!("schrijf bij `parties`: {line}"), format!("write under `parties`: {line}"));
            Some(Said::new(message, remedy))
        }
        _ => None,
    }
}

fn or_none(list: &str) -> Text {
    if list.is_empty() { Text::new("(geen)", "(none)") } else { Text::new(list, list) }
}
