//! # W202: step-too-early
//!
//! ## What it checks
//!
//! The steps that the regulation puts before a step are in the log above it: for every party and with all parts, where
//! it says so.
//!
//! ## Why
//!
//! The order protects people: first hear both sides, then judge.
//!
//! ## Example
//!
//! ```yaml
//! log:
//!   - {step: uitkomst-verstuurd, on: 2026-05-04, by: m3, to: [p1]}
//! ```
//!
//! The outcome was sent while nobody was heard. A step that was there when the next was logged, and was annulled by a
//! `correctie` later, is not missed by that next step; by what comes after the correction it is.
//!
//! ## How to put it right
//!
//! Record the missing step first, on the day it was taken. A step that was not taken cannot be made up.
//!
//! ---
//!
//! # W202: step-too-early
//!
//! ## Wat wordt nagekeken
//!
//! De stappen die volgens de regeling vóór een stap komen, staan erboven in het logboek: voor elke partij en met alle
//! onderdelen, als de regeling dat zegt.
//!
//! ## Waarom
//!
//! De volgorde beschermt mensen: eerst beide kanten horen, dan oordelen.
//!
//! ## Voorbeeld
//!
//! ```yaml
//! log:
//!   - {step: uitkomst-verstuurd, on: 2026-05-04, by: m3, to: [p1]}
//! ```
//!
//! De uitkomst is verstuurd terwijl nog niemand is gehoord. Een stap die er stond toen de volgende werd vastgelegd, en later
//! door een `correctie` verviel, wordt bij die volgende niet gemist; bij wat na de correctie komt wel.
//!
//! ## Zo zet u het recht
//!
//! Leg eerst de stap vast die ontbreekt, met de dag waarop die is gezet. Verzin geen stap die er niet was.

use super::super::{Message, Rule};
use crate::diagnostics::{Severity, Text, text};
use crate::docket::{Docket, ViolationKind};
use crate::naming;

/// The rule.
pub static RULE: Rule = Rule {
    code: "W202",
    name: "step-too-early",
    severity: Severity::Error,
    summary: (
        "Een stap komt pas als de stappen ervoor klaar zijn.",
        "A step comes only when the steps before it are done.",
    ),
    source: include_str!("w202.rs"),
};

/// What it says of a lack of its own.
#[must_use]
pub fn say(kind: &ViolationKind, docket: &Docket<'_>) -> Option<Message> {
    let ViolationKind::Before { step, needs, detail } = kind else { return None };
    let regulation = &docket.version.regulation;
    let (name, needed) = (naming::step(regulation, step), naming::steps(regulation, needs));
    let first = needs.first().map_or("", String::as_str);
    let (nl, en) = match detail {
        None => (String::new(), String::new()),
        Some(detail) => {
            let open = naming::detail(docket, first, detail);
            (format!("; nog niet {}", open.nl), format!("; still open {}", open.en))
        }
    };
    let message = Text::new(
        format!("{} kan nog niet: eerst komt {}{nl}", name.nl, needed.nl),
        format!("{} is not possible yet: first comes {}{en}", name.en, needed.en),
    );
    if let Some(first) = naming::end_undone(docket, step, first) {
        return Some(Message::new(message, first));
    }
    let take = naming::first(docket, first);
    Some(Message::new(message, text!("leg die stap eerst vast: {take}", "record that step first: {take}", take)))
}
