//! # R404: conflict-of-interest
//!
//! ## What it checks
//!
//! Whom the regulation excludes (`assignment.exclude`) does not become handler and does not take the step: it compares
//! the person behind the key, whatever his role.
//! Whom it excludes from a role (`who: <role>`) does nothing of that role in the whole case, and a
//! member of staff who is a party is named (`person`) before anything is done that the exclusion guards.
//!
//! ## Why
//!
//! Nobody judges in his own case; for Dutch authorities compare article 9:7 of the Awb.
//!
//! ## Example
//!
//! ```yaml
//! parties:
//!   - {key: p2, role: trainer, as: respondent, person: m7}
//! log:
//!   - {step: toegewezen, on: 2026-04-18, by: m1, to: [m7], handler: m7}
//! ```
//!
//! `m7` is the respondent and should handle the complaint.
//!
//! ## How to put it right
//!
//! Let somebody else do it. Where the regulation has a substitute, appoint him first; where it allows an exception,
//! write `waiver:` with the reason.
//!
//! ---
//!
//! # R404: conflict-of-interest
//!
//! ## Wat wordt nagekeken
//!
//! Wie de regeling uitsluit (`assignment.exclude`), wordt geen behandelaar en zet de stap niet. Het gaat om de persoon
//! achter de sleutel, welke rol hij ook heeft.
//! Wie zij buiten een rol houdt (`who: <rol>`), doet in de hele zaak niets van die rol, en een
//! medewerker die partij is, is genoemd (`person`) voordat iets wordt gedaan waar de uitsluiting over gaat.
//!
//! ## Waarom
//!
//! Niemand oordeelt in zijn eigen zaak; vergelijk voor de overheid artikel 9:7 van de Awb.
//!
//! ## Voorbeeld
//!
//! ```yaml
//! parties:
//!   - {key: p2, role: trainer, as: respondent, person: m7}
//! log:
//!   - {step: toegewezen, on: 2026-04-18, by: m1, to: [m7], handler: m7}
//! ```
//!
//! `m7` is de beklaagde en zou de klacht behandelen.
//!
//! ## Zo zet u het recht
//!
//! Laat een ander het doen. Heeft de regeling een vervanger, benoem die dan eerst; laat zij een uitzondering toe,
//! schrijf dan `waiver:` met de reden.

use super::super::{Message, Rule};
use crate::diagnostics::{Severity, text};
use crate::docket::{Docket, ViolationKind};
use crate::naming;

/// The rule.
pub static RULE: Rule = Rule {
    code: "R404",
    name: "conflict-of-interest",
    severity: Severity::Error,
    summary: (
        "Niemand behandelt of beoordeelt iets waar hij zelf bij betrokken is.",
        "Nobody handles or judges what he has a part in himself.",
    ),
    source: include_str!("r404.rs"),
};

/// What it says of a lack of its own.
#[must_use]
pub fn say(kind: &ViolationKind, docket: &Docket<'_>) -> Option<Message> {
    if let ViolationKind::PersonUnknown { step, party, .. } = kind {
        return Some(unknown(docket, step, party));
    }
    let ViolationKind::Conflict { step, key, is, substitute, waivable, .. } = kind else { return None };
    let regulation = &docket.version.regulation;
    let (name, person) = (naming::step(regulation, step), naming::key(docket, key));
    let is = naming::who(regulation, is);
    let message = text!(
        "{person} is zelf {is} en mag daarom niet optreden bij {name}",
        "{person} is {is} and therefore may not act in {name}",
        person,
        is,
        name
    );
    let other = text!("laat een ander dit doen", "let somebody else do this");
    let remedy = match (substitute, waivable) {
        (Some(substitute), _) => {
            let take = naming::first(docket, substitute);
            text!("benoem eerst een vervanger: {take}", "appoint a substitute first: {take}", take)
        }
        (None, true) => {
            let flag = naming::by_step("waiver");
            text!(
                "{other}, of schrijf bij de stap `waiver:`{flag} met de reden waarom dat niet kan",
                "{other}, or write at the step `waiver:`{flag} with the reason why that cannot be",
                other,
                flag
            )
        }
        (None, false) => other,
    };
    Some(Message::new(message, remedy))
}

/// Nobody can tell whether this is a conflict of interest.
fn unknown(docket: &Docket<'_>, step: &str, party: &str) -> Message {
    let regulation = &docket.version.regulation;
    let (name, key) = (naming::step(regulation, step), naming::key(docket, party));
    let role = docket.case().parties.iter().find(|p| p.key == party).and_then(|p| p.role.as_deref());
    let role = naming::who(regulation, role.unwrap_or_default());
    let remedy = text!(
        "schrijf bij die partij `person:` met de sleutel uit people.yaml",
        "write `person:` at that party, with the key of people.yaml"
    );
    // Nothing was done yet that rests on it.
    if step.is_empty() {
        let message = text!(
            "van partij {key} ({role}) staat er nog niet wie het is; dat moet bekend zijn voordat iemand de klacht behandelt",
            "nothing says yet who party {key} ({role}) is; that must be known before anybody handles the complaint",
            key,
            role
        );
        return Message::new(message, remedy).as_grave_as(Severity::Hint);
    }
    let message = text!(
        "van partij {key} ({role}) staat er niet wie het is, dus niemand kan zien of {name} door iemand anders is gedaan",
        "nothing says who party {key} ({role}) is, so nobody can see whether {name} was taken by somebody else",
        key,
        role,
        name
    );
    Message::new(message, remedy)
}
