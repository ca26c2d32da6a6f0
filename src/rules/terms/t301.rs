//! # T301: late-silently
//!
//! ## What it checks
//!
//! Each step that stops a term is compared with the last day of that term, extensions included. A step that came later
//! carries a line `late:` with the reason.
//!
//! ## Why
//!
//! A missed date can always be recorded: that is what happened. It may not pass in silence, for the complainant was
//! promised an answer by that day.
//!
//! ## Example
//!
//! ```yaml
//! log:
//!   - step: ontvangst-bevestigd
//!     on: 2026-05-11
//!     by: m3
//!     to: [p1]
//! ```
//!
//! The regulation gives two weeks from receipt on 20 April 2026. This confirmation came a week late and no reason is
//! given.
//!
//! ## How to put it right
//!
//! Add a line such as `late: "the file came in incomplete"` to the step. If an extension was announced before the term
//! ended, record that step on the day it was announced.
//!
//! ---
//!
//! ## Wat wordt nagekeken
//!
//! Elke stap die een termijn afsluit, wordt vergeleken met de laatste dag van die termijn, verlengingen meegeteld. Kwam
//! de stap later, dan staat er een regel `late:` bij met de reden.
//!
//! ## Waarom
//!
//! Een gemiste datum mag altijd worden vastgelegd: zo is het gegaan. Maar niet stilzwijgend, want aan de klager is
//! beloofd dat het op die dag klaar was.
//!
//! ## Voorbeeld
//!
//! ```yaml
//! log:
//!   - step: ontvangst-bevestigd
//!     on: 2026-05-11
//!     by: m3
//!     to: [p1]
//! ```
//!
//! De regeling geeft twee weken vanaf de ontvangst op 20 april 2026. Deze bevestiging kwam een week te laat en de reden
//! ontbreekt.
//!
//! ## Zo zet u het recht
//!
//! Zet bij de stap een regel zoals `late: "het dossier was niet volledig"`. Is er vóór het einde van de termijn een
//! verlenging gemeld, leg dan die stap vast op de dag van de melding.

use super::super::Rule;
use super::words;
use crate::calendar::{Counting, due};
use crate::diagnostics::Text;
use crate::diagnostics::{Severity, text};
use crate::docket::{Docket, Due, ViolationKind};
use crate::regulation::{Extension, Notice};
use crate::rules::message::Message;

/// The rule.
pub static RULE: Rule = Rule {
    code: "T301",
    name: "late-silently",
    severity: Severity::Error,
    summary: ("Een stap die na zijn termijn is gezet, zegt waarom.", "A step taken after its term says why."),
    source: include_str!("t301.rs"),
};

/// What it says of a late step without a reason.
#[must_use]
pub fn say(kind: &ViolationKind, docket: &Docket<'_>) -> Option<Message> {
    let ViolationKind::Late { term, step, due, on, hard: true, accounted: false } = kind else { return None };
    let line = words::account();
    let extension = extension(docket, term, due);
    let remedy = extension.map_or(line.clone(), |other| words::join(&[line, other], "; "));
    Some(Message::new(words::late(docket, term, step, due, *on), remedy))
}

/// The extension that could have been given, when there was one left to give.
fn extension(docket: &Docket<'_>, term: &str, late: &Due) -> Option<Text> {
    let regulation = &docket.version.regulation;
    regulation.term(term).filter(|t| t.extendable)?;
    let mut rules = regulation.extensions.iter().filter(|x| x.terms.iter().any(|t| t == term));
    let most = |rule: &Extension| rule.at_most.map(|most| due(late.original, most, Counting::AsStated).end);
    let rule = rules.find(|x| {
        let left = x.times.is_none_or(|times| late.extensions < times);
        left && most(x).is_none_or(|limit| limit > late.on)
    })?;
    let step = words::step(docket, &rule.step);
    let notice = notice(rule, late);
    let limit = most(rule).map(words::day);
    let limit = limit.map_or_else(|| text!("", ""), |day| text!(", tot en met {day}", ", to {day} at most", day));
    Some(text!(
        "verlengen kon met {step}{notice}{limit}",
        "an extension was possible with {step}{notice}{limit}",
        step,
        notice,
        limit
    ))
}

/// The last day on which notice of the extension could be given.
fn notice(rule: &Extension, late: &Due) -> Text {
    if rule.notice == Notice::AnyTime {
        return text!("", "");
    }
    let last = if rule.notice == Notice::WithinOriginalTerm { late.original } else { late.on };
    let day = words::day(last);
    text!(", gemeld uiterlijk op {day}", ", announced on {day} at the latest", day)
}
