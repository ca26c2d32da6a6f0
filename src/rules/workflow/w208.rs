//! # W208: data-unknown
//!
//! ## What it checks
//!
//! Each key of an entry is one that every entry may have, or that the regulation asks for at this step. A `correctie` holds
//! no data of its own: a new day or channel of receipt stands at the top of the file.
//!
//! ## Why
//!
//! A mistyped key looks as if it were there and counts for nothing. And what nobody asked for should not be kept.
//!
//! ## Example
//!
//! ```yaml
//! log:
//!   - {step: verlengd, on: 2026-05-14, by: m3, to: [p1], nieuwe_datm: 2026-06-11}
//! ```
//!
//! `nieuwe_datm` should be `nieuwe_datum`.
//!
//! ## How to put it right
//!
//! Write the key as the regulation does, or remove it.
//!
//! ---
//!
//! # W208: data-unknown
//!
//! ## Wat wordt nagekeken
//!
//! Elk veld bij een stap mag bij elke stap staan, of de regeling vraagt het bij deze stap. Een `correctie` draagt zelf geen
//! gegevens: een andere dag of manier van ontvangst staat boven in het bestand.
//!
//! ## Waarom
//!
//! Een veld met een typefout lijkt er te staan maar telt niet. En wat niemand vraagt, hoort niet bewaard te worden.
//!
//! ## Voorbeeld
//!
//! ```yaml
//! log:
//!   - {step: verlengd, on: 2026-05-14, by: m3, to: [p1], nieuwe_datm: 2026-06-11}
//! ```
//!
//! `nieuwe_datm` moet `nieuwe_datum` zijn.
//!
//! ## Zo zet u het recht
//!
//! Schrijf het veld zoals de regeling het doet, of haal het weg.

use super::super::{Message, Rule};
use crate::diagnostics::{Severity, Text, text};
use crate::docket::{CORRECTION, Docket, RECEIPT, ViolationKind};
use crate::naming;

/// The rule.
pub static RULE: Rule = Rule {
    code: "W208",
    name: "data-unknown",
    severity: Severity::Error,
    summary: (
        "Bij een stap staan geen gegevens waar de regeling niet om vraagt.",
        "A step holds no data that the regulation does not ask for.",
    ),
    source: include_str!("w208.rs"),
};

/// What it says of a lack of its own.
#[must_use]
pub fn say(kind: &ViolationKind, docket: &Docket<'_>) -> Option<Message> {
    let ViolationKind::DataUnknown { step, key, near } = kind else { return None };
    let regulation = &docket.version.regulation;
    let (name, key) = (naming::step(regulation, step), naming::shown(key, "dit veld", "this key"));
    let message = text!("{name} vraagt niet om {key}", "{name} does not ask for {key}", name, key);
    let remedy = match near {
        _ if step == CORRECTION => of_a_correction(&key),
        Some(near) => {
            let flag = naming::by_step(near);
            text!("schrijf `{near}:`{flag} als u dat bedoelt", "write `{near}:`{flag} if that is meant", flag)
        }
        None => text!("haal {key} weg bij deze stap", "remove {key} from this step", key),
    };
    Some(Message::new(message, remedy))
}

/// A correction only points and says why; what it puts right of the receipt stands at the top of the file.
fn of_a_correction(key: &Text) -> Text {
    let flag = naming::by_step_as(&format!("--of {RECEIPT} --set received=…` / `--set channel=…"));
    text!(
        "haal {key} weg bij deze correctie; de dag of de manier van ontvangst verandert boven in het bestand{flag}",
        "remove {key} from this correction; the day or the channel of receipt changes at the top of the file{flag}",
        key,
        flag
    )
}
