//! # W204: closed-unfinished
//!
//! ## What it checks
//!
//! A step that closes, or that comes only `once`, names all its own parts; and at closing every step that the regulation demands
//! of this case is in the log, for every party and with all parts.
//! After a re-opening what comes after that step is demanded anew before the case is closed again, by whatever step.
//!
//! ## Why
//!
//! After closing nobody looks any more. What was forgotten stays forgotten.
//!
//! ## Example
//!
//! ```yaml
//! log:
//!   - {step: ontvangst-bevestigd, on: 2026-04-18, by: m3, to: [p1]}
//!   - {step: afgesloten, on: 2026-05-20, by: m3}
//! ```
//!
//! The case was closed while nobody was heard. A case that stays closed must be complete after a `correctie` too: what that
//! annuls of it counts as missing.
//!
//! ## How to put it right
//!
//! Record the missing step before the closing step. Where the regulation allows leaving it out, write `waived:` with
//! the ground. To put right a step of a closed case, first annul the closing step by a `correctie`, or re-open; then correct,
//! take the step anew, and close again.
//!
//! ---
//!
//! # W204: closed-unfinished
//!
//! ## Wat wordt nagekeken
//!
//! Een stap die de klacht afsluit, of die er maar één keer is (`once`), noemt al zijn onderdelen; en bij het afsluiten staat elke
//! stap die de regeling voor deze klacht vraagt in het logboek: voor elke partij en met alle onderdelen.
//! Na een heropening is wat op die stap volgt opnieuw nodig voordat de klacht weer sluit, met welke stap ook.
//!
//! ## Waarom
//!
//! Na het sluiten kijkt niemand meer. Wat vergeten is, blijft vergeten.
//!
//! ## Voorbeeld
//!
//! ```yaml
//! log:
//!   - {step: ontvangst-bevestigd, on: 2026-04-18, by: m3, to: [p1]}
//!   - {step: afgesloten, on: 2026-05-20, by: m3}
//! ```
//!
//! De klacht is afgesloten terwijl niemand is gehoord. Een klacht die afgesloten blijft, moet ook na een `correctie`
//! volledig zijn: wat daardoor vervalt, geldt als niet gezet.
//!
//! ## Zo zet u het recht
//!
//! Leg de stap die ontbreekt vast vóór het afsluiten. Mag de stap volgens de regeling vervallen, schrijf dan `waived:`
//! met de grond. Herstelt u een stap van een afgesloten klacht, laat dan eerst de afsluiting vervallen met een `correctie`, of
//! heropen; corrigeer daarna, zet de stap opnieuw en sluit weer af.

use super::super::{Message, Rule};
use crate::diagnostics::{Severity, Text, text};
use crate::docket::{Docket, ViolationKind};
use crate::naming;
use crate::regulation::Regulation;

/// The rule.
pub static RULE: Rule = Rule {
    code: "W204",
    name: "closed-unfinished",
    severity: Severity::Error,
    summary: (
        "Een klacht sluit pas als alle verplichte stappen zijn gezet.",
        "A case closes only when every required step was taken.",
    ),
    source: include_str!("w204.rs"),
};

/// What it says of a lack of its own.
#[must_use]
pub fn say(kind: &ViolationKind, docket: &Docket<'_>) -> Option<Message> {
    let regulation = &docket.version.regulation;
    let (closing, step, detail) = match kind {
        ViolationKind::Unfinished { closing, step, detail } => (closing, step, detail),
        ViolationKind::PartMissing { step, part } => return Some(without_part(regulation, step, part)),
        _ => return None,
    };
    let (closed, open) = (naming::step(regulation, closing), naming::step(regulation, step));
    let rest = detail.as_ref().map(|d| naming::detail(docket, step, d));
    let (nl, en) = rest.map_or((String::new(), String::new()), |r| (format!(": {}", r.nl), format!(": {}", r.en)));
    let message = Text::new(
        format!("{} kan niet: nog niet klaar is {}{nl}", closed.nl, open.nl),
        format!("{} is not possible: not done yet is {}{en}", closed.en, open.en),
    );
    let grounds = regulation.step(step).map(|s| naming::ids(&s.grounds())).filter(|g| !g.is_empty());
    let (nl, en) = grounds.map_or((String::new(), String::new()), |g| {
        let flag = naming::by_step("waived");
        (
            format!(", of schrijf bij die stap `waived:`{} met een van: {g}", flag.nl),
            format!(", or write `waived:`{} at that step with one of: {g}", flag.en),
        )
    });
    if let Some(first) = naming::end_undone(docket, closing, step) {
        return Some(Message::new(message, first));
    }
    let take = naming::first(docket, step);
    Some(Message::new(
        message,
        Text::new(format!("zet die stap eerst: {}{nl}", take.nl), format!("first take it: {}{en}", take.en)),
    ))
}

/// All parts are named at once where no second entry may bring the others.
fn without_part(regulation: &Regulation, step: &str, part: &str) -> Message {
    let name = naming::step(regulation, step);
    let message = text!("bij {name} ontbreekt het onderdeel `{part}`", "{name} lacks the part `{part}`", name);
    let parts = regulation.step(step).map(|s| naming::ids(&s.parts)).unwrap_or_default();
    let flag = naming::by_step("parts");
    let remedy = text!(
        "schrijf bij deze stap `parts: [{parts}]`{flag} als alles erin staat",
        "write `parts: [{parts}]`{flag} at this step if it holds all of them",
        flag
    );
    Message::new(message, remedy)
}
