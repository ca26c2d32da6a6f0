//! # W209: not-received
//!
//! ## What it checks
//!
//! Whom the regulation names as addressee (`to`), for a copy (`cc`), for consultation (`with`) or for a report
//! (`report_to`) is named in the entry. Of several each is: every complainant, every respondent, every party with that role.
//! A representative, or the complainant whom the case names as `contact: true`, stands for all complainants; of whom the
//! step names under `any_one` one is enough. In a step that is repeated for each (`each`), it is the party of the entry.
//!
//! ## Why
//!
//! A promise to tell somebody is kept only when he was told.
//!
//! ## Example
//!
//! ```yaml
//! log:
//!   - {step: uitkomst-verstuurd, on: 2026-05-20, by: m3, to: [p1]}
//! ```
//!
//! The respondent should have had a copy: `cc: [p2]` is missing.
//!
//! ## How to put it right
//!
//! Tell those who were left out, and write their keys in the entry. A role may be written by its id.
//!
//! ---
//!
//! # W209: not-received
//!
//! ## Wat wordt nagekeken
//!
//! Wie volgens de regeling de stap krijgt (`to`), een kopie krijgt (`cc`), meedenkt (`with`) of bericht krijgt
//! (`report_to`), staat bij de stap.
//! Zijn er meer, dan staat elk erbij: elke klager, elke beklaagde, elke partij met die rol. Een vertegenwoordiger, of de klager die
//! in de zaak `contact: true` heeft, staat voor alle klagers; van wie de stap onder `any_one` noemt, is één genoeg. In een stap
//! die voor ieder opnieuw komt (`each`), gaat het om de partij van de vastlegging.
//!
//! ## Waarom
//!
//! Wie beloofd is dat hij bericht krijgt, moet het ook krijgen.
//!
//! ## Voorbeeld
//!
//! ```yaml
//! log:
//!   - {step: uitkomst-verstuurd, on: 2026-05-20, by: m3, to: [p1]}
//! ```
//!
//! De beklaagde had een kopie moeten krijgen: `cc: [p2]` ontbreekt.
//!
//! ## Zo zet u het recht
//!
//! Licht in wie is overgeslagen en schrijf de sleutel bij de stap. Een rol mag met de naam van de rol.

use super::super::{Message, Rule};
use crate::diagnostics::{Severity, Text, text};
use crate::docket::Receipt;
use crate::docket::{Docket, ViolationKind};
use crate::naming;
use crate::regulation::Selector;

/// The rule.
pub static RULE: Rule = Rule {
    code: "W209",
    name: "not-received",
    severity: Severity::Error,
    summary: (
        "Een stap bereikt iedereen die hem volgens de regeling krijgt.",
        "A step reaches everybody who must receive it.",
    ),
    source: include_str!("w209.rs"),
};

/// What it says of a lack of its own.
#[must_use]
pub fn say(kind: &ViolationKind, docket: &Docket<'_>) -> Option<Message> {
    let ViolationKind::NotReceived { step, who, missing, how } = kind else { return None };
    let regulation = &docket.version.regulation;
    let (name, person) = (naming::step(regulation, step), naming::who(regulation, who));
    let (nl, en) = match how {
        Receipt::To => ("is niet gericht aan", "was not sent to"),
        Receipt::Cc => ("ging niet als kopie naar", "was not copied to"),
        Receipt::With => ("is niet besproken met", "was not discussed with"),
        Receipt::ReportedTo => ("is niet gemeld aan", "was not reported to"),
    };
    // Which of several it was is said where others of them are.
    let several = docket.progress.participants.parties(&Selector::from(who.clone())).len() > 1;
    let which = if several { format!(" ({})", naming::ids(missing)) } else { String::new() };
    let message =
        Text::new(format!("{} {nl} {}{which}", name.nl, person.nl), format!("{} {en} {}{which}", name.en, person.en));
    let keys = if several { missing.join(", ") } else { naming::keys_of(docket, who) };
    let line = format!("`{}: [{keys}]`", how.key());
    let flag = naming::by_step(how.key());
    let remedy = text!(
        "doe dat alsnog en schrijf bij de stap {line}{flag}, naast wie er al staat",
        "do so and write {line}{flag} at the step, beside whoever is there",
        flag
    );
    Some(Message::new(message, remedy))
}
