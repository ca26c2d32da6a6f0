//! # W210: not-for-them
//!
//! ## What it checks
//!
//! Nobody receives a step whom the regulation does not name there with `to`, `cc`, `with`, `report_to` or `also`.
//!
//! ## Why
//!
//! A complaint is confidential: who has no part in it does not hear of it.
//!
//! ## Example
//!
//! ```yaml
//! log:
//!   - {step: gehoord, on: 2026-05-06, by: m3, party: p1, cc: [m7]}
//! ```
//!
//! `m7` has no part in the hearing.
//!
//! ## How to put it right
//!
//! Remove a key that was written by mistake. Was it really sent, then treat it as a data breach.
//!
//! ---
//!
//! # W210: not-for-them
//!
//! ## Wat wordt nagekeken
//!
//! Niemand krijgt een stap die de regeling daar niet noemt bij `to`, `cc`, `with`, `report_to` of `also`.
//!
//! ## Waarom
//!
//! Een klacht is vertrouwelijk: wie er niet over gaat, hoort er niet van.
//!
//! ## Voorbeeld
//!
//! ```yaml
//! log:
//!   - {step: gehoord, on: 2026-05-06, by: m3, party: p1, cc: [m7]}
//! ```
//!
//! `m7` gaat niet over het horen.
//!
//! ## Zo zet u het recht
//!
//! Haal een sleutel die er per vergissing staat weg. Is het echt verstuurd, behandel het dan als datalek.

use super::super::{Message, Rule};
use crate::diagnostics::{Severity, Text, text};
use crate::docket::{Docket, ViolationKind};
use crate::naming;
use crate::regulation::{Regulation, Selector};

/// The rule.
pub static RULE: Rule = Rule {
    code: "W210",
    name: "not-for-them",
    severity: Severity::Error,
    summary: (
        "Een stap gaat alleen naar wie hem volgens de regeling mag krijgen.",
        "A step goes only to those who may receive it.",
    ),
    source: include_str!("w210.rs"),
};

/// What it says of a lack of its own.
#[must_use]
pub fn say(kind: &ViolationKind, docket: &Docket<'_>) -> Option<Message> {
    let ViolationKind::NotForThem { step, key, how } = kind else { return None };
    let regulation = &docket.version.regulation;
    let (name, person) = (naming::step(regulation, step), naming::key(docket, key));
    let (nl, en) = allowed(regulation, step);
    let message = Text::new(
        format!("{} mag niet bij {}: {nl}", person.nl, name.nl),
        format!("{} may not receive {}: {en}", person.en, name.en),
    );
    let (place, flag) = (how.key(), naming::by_step(how.key()));
    let remedy = text!(
        "haal de sleutel weg bij `{place}`{flag}; is het echt verstuurd, behandel het dan als datalek",
        "remove the key from `{place}`{flag}; if it was really sent, treat it as a data breach",
        flag
    );
    Some(Message::new(message, remedy))
}

/// Whom the regulation lets have the step.
fn allowed(regulation: &Regulation, step: &str) -> (String, String) {
    let lists = regulation.step(step).map(|s| [&s.to, &s.cc, &s.with, &s.report_to, &s.also]);
    let mut words: Vec<&str> = lists.into_iter().flatten().flatten().map(Selector::word).collect();
    words.sort_unstable();
    words.dedup();
    if words.is_empty() {
        return ("volgens de regeling krijgt niemand deze stap".to_owned(), "nobody does by the regulation".to_owned());
    }
    let who = naming::whos(regulation, &words);
    (format!("volgens de regeling alleen {}", who.nl), format!("the regulation names only {}", who.en))
}
