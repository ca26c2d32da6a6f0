//! # T305: too-far
//!
//! ## What it checks
//!
//! The new date is compared with the longest extension of the regulation, counted from the end before any extension.
//! The number of extensions is counted too, for each term in each round. Where a consent permits more, it does so for
//! the next extension, or up to the day that it names.
//!
//! ## Why
//!
//! The complainant was told in advance how long it can take at most.
//!
//! ## Example
//!
//! ```yaml
//! log:
//!   - step: verlengd
//!     on: 2026-05-01
//!     by: m3
//!     to: [p1]
//!     nieuwe_datum: 2026-07-01
//! ```
//!
//! The regulation allows four weeks beyond the end of the term on 4 May 2026: 1 June 2026 at the latest.
//!
//! ## How to put it right
//!
//! Choose a date within the limit. If the regulation allows more with a further step, such as written consent, take
//! that step first.
//!
//! ---
//!
//! ## Wat wordt nagekeken
//!
//! De nieuwe datum wordt vergeleken met de langste verlenging van de regeling, geteld vanaf het einde vóór elke
//! verlenging. Ook het aantal verlengingen wordt geteld, per termijn en per ronde. Wie instemt met meer, doet dat voor de
//! eerstvolgende verlenging, of tot de dag die daarbij staat.
//!
//! ## Waarom
//!
//! De klager weet van tevoren hoe lang het ten hoogste kan duren.
//!
//! ## Voorbeeld
//!
//! ```yaml
//! log:
//!   - step: verlengd
//!     on: 2026-05-01
//!     by: m3
//!     to: [p1]
//!     nieuwe_datum: 2026-07-01
//! ```
//!
//! De regeling staat vier weken toe na het einde van de termijn op 4 mei 2026: uiterlijk 1 juni 2026.
//!
//! ## Zo zet u het recht
//!
//! Kies een datum binnen de grens. Mag het langer met een extra stap, zoals schriftelijke instemming, zet die stap dan
//! eerst.

use super::super::Rule;
use super::words;
use crate::diagnostics::Text;
use crate::diagnostics::{Severity, text};
use crate::docket::{Docket, ViolationKind};
use crate::naming;
use crate::rules::message::Message;

/// The rule.
pub static RULE: Rule = Rule {
    code: "T305",
    name: "too-far",
    severity: Severity::Error,
    summary: (
        "Een termijn wordt niet verder of vaker verlengd dan de regeling toestaat.",
        "A term is not extended further or more often than the regulation allows.",
    ),
    source: include_str!("t305.rs"),
};

/// What it says of an extension that goes too far, or comes once too often.
#[must_use]
pub fn say(kind: &ViolationKind, docket: &Docket<'_>) -> Option<Message> {
    match kind {
        ViolationKind::TooLong { term, limit, with } => {
            let (term, day) = (words::term(docket, term), words::day(*limit));
            let message = text!(
                "{term} mag worden verlengd tot en met {day}; deze datum ligt later",
                "{term} may be extended to {day} at most; this date is later",
                term,
                day
            );
            let other = text!("kies een datum tot en met {limit}", "choose {limit} or an earlier date");
            Some(Message::new(message, remedy(docket, with.as_deref(), other)))
        }
        ViolationKind::TooOften { term, times, with } => {
            let term = words::term(docket, term);
            let message = Text::new(
                format!("{} mag {times} keer worden verlengd; dit is een keer te veel", term.nl),
                format!("{} may be extended {} in all; this is once too often", term.en, times_en(*times)),
            );
            Some(Message::new(message, remedy(docket, with.as_deref(), naming::withdraw())))
        }
        _ => None,
    }
}

fn times_en(times: usize) -> String {
    match times {
        1 => "once".to_owned(),
        _ => format!("{times} times"),
    }
}

/// The step that permits more, when there is one: before this extension, or, where it can only follow one, before the next.
fn remedy(docket: &Docket<'_>, with: Option<&str>, other: Text) -> Text {
    let Some(step) = with else { return other };
    let named = words::step(docket, step);
    if comes_after_this(docket, step) {
        return text!(
            "{other}; verder kan daarna, met eerst {named} en dan een nieuwe verlenging",
            "{other}; further is possible after that, with first {named} and then a new extension",
            other,
            named
        );
    }
    let take = naming::first(docket, step);
    text!(
        "{other}, of zet vóór de verlenging {named}: {take}",
        "{other}, or take {named} before the extension: {take}",
        other,
        named,
        take
    )
}

/// Whether a step only comes after an extension and the one that is judged is the first, so that it cannot come before it.
fn comes_after_this(docket: &Docket<'_>, step: &str) -> bool {
    let mut extending = docket.version.regulation.extensions.iter().map(|rule| &rule.step);
    extending
        .any(|first| docket.version.precedence.precedes(first, step) && docket.progress.entries(first).count() <= 1)
}
