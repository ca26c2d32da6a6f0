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

use super::super::{Rule, Said, naming};
use crate::diagnostics::{Severity, Text};
use crate::docket::{Docket, LackKind};
use crate::regulation::Selector;

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
pub fn say(kind: &LackKind, docket: &Docket<'_>) -> Option<Said> {
    let LackKind::NotForThem { step, key, how } = kind else { return None };
    let regulation = &docket.version.regulation;
    let (name, person) = (naming::step(regulation, step), naming::key(docket, key));
    let allowed = regulation.step(step).map(|s| {
        let all = [&s.to, &s.cc, &s.with, &s.report_to, &s.also].into_iter().flatten().map(Selector::word);
        all.fold(Vec::new(), |mut words, word| {
            if !words.contains(&word) {
                words.push(word);
            }
            words
        })
    });
    let allowed = allowed.filter(|words| !words.is_empty());
    let allowed = allowed.map_or_else(|| Text::new("niemand", "nobody"), |words| naming::whos(regulation, &words));
    let message = Text::new(
        format!("{} mag niet bij {}: volgens de regeling alleen {}", person.nl, name.nl, allowed.nl),
        format!("{} may not receive {}: the regulation names only {}", person.en, name.en, allowed.en),
    );
    let place = how.key();
    let remedy = Text::new(
        format!("haal de sleutel weg bij `{place}`; is het echt verstuurd, behandel het dan als datalek"),
        format!("remove the key from `{place}`; if it was really sent, treat it as a data breach"),
    );
    Some(Said::new(message, remedy))
}
