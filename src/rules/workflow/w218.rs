//! # W218: data-disagrees
//!
//! ## What it checks
//!
//! A datum that must be the same as in an earlier step is the same; a date that must be later than a step is later. A day
//! that is promised, agreed or named in an extension does not lie before the entry itself.
//!
//! ## Why
//!
//! What is confirmed must be what was agreed.
//!
//! ## Example
//!
//! ```yaml
//! log:
//!   - {step: overleg-klager, on: 2026-05-04, by: m3, to: [p1], bedrag: 150}
//!   - {step: oplossing-bevestigd, on: 2026-05-06, by: m3, to: [p1], bedrag: 125}
//! ```
//!
//! 150 was agreed, 125 is confirmed.
//!
//! ## How to put it right
//!
//! Write the same value or a later date. Was something else agreed since, record that step anew first.
//!
//! ---
//!
//! # W218: data-disagrees
//!
//! ## Wat wordt nagekeken
//!
//! Een gegeven dat gelijk moet zijn aan dat van een eerdere stap, is gelijk; een datum die later moet zijn, is later. Een
//! dag die wordt beloofd, afgesproken of bij uitstel genoemd, ligt niet vóór de stap zelf.
//!
//! ## Waarom
//!
//! Wat wordt bevestigd, moet zijn wat is afgesproken.
//!
//! ## Voorbeeld
//!
//! ```yaml
//! log:
//!   - {step: overleg-klager, on: 2026-05-04, by: m3, to: [p1], bedrag: 150}
//!   - {step: oplossing-bevestigd, on: 2026-05-06, by: m3, to: [p1], bedrag: 125}
//! ```
//!
//! Er is 150 afgesproken en 125 bevestigd.
//!
//! ## Zo zet u het recht
//!
//! Schrijf dezelfde waarde of een latere datum. Is er intussen iets anders afgesproken, leg die stap dan eerst opnieuw
//! vast.

use super::super::{Message, Rule};
use crate::diagnostics::{Severity, text};
use crate::docket::Disagreement;
use crate::docket::{Docket, ViolationKind};
use crate::naming;

/// The rule.
pub static RULE: Rule = Rule {
    code: "W218",
    name: "data-disagrees",
    severity: Severity::Error,
    summary: (
        "Een gegeven klopt met de stap waar het mee moet overeenkomen.",
        "A datum agrees with the step that it must agree with.",
    ),
    source: include_str!("w218.rs"),
};

/// What it says of a lack of its own.
#[must_use]
pub fn say(kind: &ViolationKind, docket: &Docket<'_>) -> Option<Message> {
    let ViolationKind::Disagrees { step, key, with, how } = kind else { return None };
    let regulation = &docket.version.regulation;
    let (name, datum) = (naming::step(regulation, step), naming::datum(regulation, step, key));
    let other = match with.as_str() {
        "entry" => text!("de dag van deze stap zelf", "the day of this step itself"),
        "received" => text!("de dag van ontvangst", "the day of receipt"),
        other => naming::step(regulation, other),
    };
    let flag = naming::by_step(key);
    Some(match how {
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
    })
}
