//! # T303: target-missed
//!
//! ## What it checks
//!
//! Some terms of a regulation are targets (`hard: false`). A step that came after such a day is mentioned.
//!
//! ## Why
//!
//! A target is no hard border: being late is counted and not refused. Who reads the case should still see it.
//!
//! ## Example
//!
//! ```yaml
//! log:
//!   - step: opgelost-gemeld
//!     on: 2026-05-20
//!     by: m3
//!     to: [m1]
//! ```
//!
//! It was to be solved by 15 May 2026, the date agreed with the complainant.
//!
//! ## How to put it right
//!
//! Nothing is needed. A line `late:` with the reason helps whoever reads the case later.
//!
//! ---
//!
//! ## Wat wordt nagekeken
//!
//! Sommige termijnen zijn een streven (`hard: false`). Kwam de stap na die dag, dan wordt dat genoemd.
//!
//! ## Waarom
//!
//! Een streefdatum is geen harde grens: te laat zijn telt mee in de cijfers en houdt niets tegen. Wie het bestand
//! leest, moet het wel zien.
//!
//! ## Voorbeeld
//!
//! ```yaml
//! log:
//!   - step: opgelost-gemeld
//!     on: 2026-05-20
//!     by: m3
//!     to: [m1]
//! ```
//!
//! Met de klager was afgesproken dat het op 15 mei 2026 opgelost zou zijn.
//!
//! ## Zo zet u het recht
//!
//! Er hoeft niets. Een regel `late:` met de reden helpt wie de klacht later leest.

use super::super::Rule;
use super::words;
use crate::diagnostics::{Severity, text};
use crate::docket::{Docket, ViolationKind};
use crate::naming;
use crate::rules::message::Message;

/// The rule.
pub static RULE: Rule = Rule {
    code: "T303",
    name: "target-missed",
    severity: Severity::Hint,
    summary: ("Een streefdatum is niet gehaald.", "A target date was missed."),
    source: include_str!("t303.rs"),
};

/// What it says of a target that was missed.
#[must_use]
pub fn say(kind: &ViolationKind, docket: &Docket<'_>) -> Option<Message> {
    let ViolationKind::Late { term, step, due, on, hard: false, accounted } = kind else { return None };
    let remedy = if *accounted {
        text!("niets meer te doen: de reden staat bij `late:`", "nothing more to do: the reason stands at `late:`")
    } else {
        let flag = naming::by_step("late");
        text!(
            "u hoeft niets te doen; met een regel `late: \"<reden>\"`{flag} bij de stap staat ook vast waarom",
            "nothing is needed; a line `late: \"<reason>\"`{flag} at the step also records why",
            flag
        )
    };
    Some(Message::new(words::late(docket, term, step, due, *on), remedy))
}
