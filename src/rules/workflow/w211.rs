//! # W211: wrong-way
//!
//! ## What it checks
//!
//! Where the regulation says by which channel or in which form (written, oral) a step goes, `channel` says so.
//!
//! ## Why
//!
//! What is told in writing can be read again and proved.
//!
//! ## Example
//!
//! ```yaml
//! log:
//!   - {step: ontvangst-bevestigd, on: 2026-04-18, by: m3, to: [p1], channel: telefoon}
//! ```
//!
//! The confirmation must be in writing; a telephone call is not.
//!
//! ## How to put it right
//!
//! Send it by a channel that is allowed and write that channel.
//!
//! ---
//!
//! # W211: wrong-way
//!
//! ## Wat wordt nagekeken
//!
//! Zegt de regeling langs welk kanaal of in welke vorm (schriftelijk, mondeling) een stap gaat, dan staat dat bij
//! `channel`.
//!
//! ## Waarom
//!
//! Wat op schrift staat, is terug te lezen en te bewijzen.
//!
//! ## Voorbeeld
//!
//! ```yaml
//! log:
//!   - {step: ontvangst-bevestigd, on: 2026-04-18, by: m3, to: [p1], channel: telefoon}
//! ```
//!
//! De bevestiging moet schriftelijk; bellen is dat niet.
//!
//! ## Zo zet u het recht
//!
//! Stuur het langs een kanaal dat mag en schrijf dat kanaal op.

use super::super::{Message, Rule};
use crate::diagnostics::{Severity, Text, text};
use crate::docket::{Docket, ViolationKind};
use crate::naming;
use crate::regulation::Regulation;

/// The rule.
pub static RULE: Rule = Rule {
    code: "W211",
    name: "wrong-way",
    severity: Severity::Error,
    summary: (
        "Een stap gaat langs een kanaal en in een vorm die de regeling toelaat.",
        "A step goes by a channel and in a form that the regulation allows.",
    ),
    source: include_str!("w211.rs"),
};

/// What it says of a lack of its own.
#[must_use]
pub fn say(kind: &ViolationKind, docket: &Docket<'_>) -> Option<Message> {
    let regulation = &docket.version.regulation;
    let (step, message) = match kind {
        ViolationKind::WrongForm { step, channel, wanted } => (step, wrong_form(regulation, step, channel, wanted)),
        ViolationKind::WrongChannel { step, channel, .. } => {
            (step, wrong_channel(regulation, step, channel.as_deref()))
        }
        _ => return None,
    };
    let allowed = regulation.step(step).map(|s| docket.progress.channels_for(s)).unwrap_or_default();
    let allowed = naming::ids(&allowed);
    let flag = naming::by_step("channel");
    let remedy =
        text!("schrijf `channel:`{flag} met een van: {allowed}", "write `channel:`{flag} with one of: {allowed}", flag);
    Some(Message::new(message, remedy))
}

fn wrong_form(regulation: &Regulation, step: &str, channel: &str, wanted: &str) -> Text {
    let (name, channel) = (naming::step(regulation, step), naming::channel(regulation, channel));
    let nl = if wanted == "written" { "schriftelijk" } else { "mondeling" };
    Text::new(
        format!("{} moet {nl}, en dat is {} niet", name.nl, channel.nl),
        format!("{} must be {wanted}, and {} is not", name.en, channel.en),
    )
}

fn wrong_channel(regulation: &Regulation, step: &str, channel: Option<&str>) -> Text {
    let name = naming::step(regulation, step);
    match channel.map(|c| naming::channel(regulation, c)) {
        None => text!("bij {name} staat niet langs welk kanaal", "{name} does not say by which channel", name),
        Some(channel) => text!("{name} kan niet langs {channel}", "{name} cannot go by {channel}", name, channel),
    }
}
