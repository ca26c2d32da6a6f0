//! # R412: holder-not-attested
//!
//! ## What it checks
//!
//! Each holder of a role for which the regulation asks a declaration (`per: holder`) has it under `attestations` in
//! people.yaml, given before the role ended.
//!
//! ## Why
//!
//! The regulation says something of everybody who holds the role, such as being a member of a professional body.
//!
//! ## Example
//!
//! ```yaml
//! persons:
//!   - key: m7
//!     roles: [{role: trainer, from: 2024-09-01}]
//!     attestations: []
//! ```
//!
//! Nobody declared that `m7` is a member.
//!
//! ## How to put it right
//!
//! Let the right person declare it and write that under `attestations` of the holder.
//!
//! ---
//!
//! # R412: holder-not-attested
//!
//! ## Wat wordt nagekeken
//!
//! Elke houder van een rol waarvoor de regeling een verklaring vraagt (`per: holder`), heeft die bij `attestations` in
//! people.yaml, gegeven voordat de rol eindigde.
//!
//! ## Waarom
//!
//! De regeling zegt iets over iedereen met die rol, zoals lid zijn van een beroepsgroep.
//!
//! ## Voorbeeld
//!
//! ```yaml
//! persons:
//!   - key: m7
//!     roles: [{role: trainer, from: 2024-09-01}]
//!     attestations: []
//! ```
//!
//! Niemand heeft verklaard dat `m7` lid is.
//!
//! ## Zo zet u het recht
//!
//! Laat de juiste persoon het verklaren en schrijf dat bij `attestations` van de houder.

use chrono::NaiveDate;

use super::super::{Message, Placed, Rule};
use super::days::Days;
use super::named::vouches;
use crate::diagnostics::{Severity, text};
use crate::naming;
use crate::regulation::{Attestation, Attested, HeldRole, People, Per, Person, RuleRef, Selector, Version};
use crate::yaml::Route;

/// The rule.
pub static RULE: Rule = Rule {
    code: "R412",
    name: "holder-not-attested",
    severity: Severity::Error,
    summary: (
        "Wie een rol heeft waarvoor een verklaring nodig is, heeft die verklaring.",
        "Whoever holds a role that needs a declaration has that declaration.",
    ),
    source: include_str!("r412.rs"),
};

/// The holders without a declaration that their role needs, as known on `today`: a role that begins later is not judged
/// yet. The routes lead into people.yaml.
#[must_use]
pub fn judge(people: &People, version: &Version, days: Days, today: NaiveDate) -> Vec<Placed> {
    let rules = version.regulation.attestations.iter().filter(|a| a.per == Per::Holder);
    let mut found = Vec::new();
    for rule in rules {
        for (number, person) in people.persons.iter().enumerate() {
            let held = person.roles.iter().enumerate();
            let due = held.filter(|(_, h)| Some(&h.role) == rule.holder.as_ref() && h.from <= today && days.touch(h));
            for (place, held) in due.filter(|(_, held)| !declared(people, version, person, rule, held, days)) {
                let at = Route::root().key("persons").index(number).key("roles").index(place);
                let said = missing(version, &person.key, rule, held);
                found.push(Placed { at, rule: Some(RuleRef::new("attestations", &rule.id)), said });
            }
        }
    }
    found
}

/// A declaration by the wrong person is R410's to report, not to be reported here again; from before this version
/// nobody else looks at it.
fn declared(
    people: &People,
    version: &Version,
    person: &Person,
    rule: &Attestation,
    held: &HeldRole,
    days: Days,
) -> bool {
    let in_time = |given: &&Attested| given.attestation == rule.id && held.until.is_none_or(|end| given.on <= end);
    let counts = |given: &Attested| days.has(given.on) || vouches(people, &version.regulation, rule, person, given);
    person.attestations.iter().filter(in_time).any(counts)
}

fn missing(version: &Version, key: &str, rule: &Attestation, held: &HeldRole) -> Message {
    let regulation = &version.regulation;
    let words: Vec<&str> = rule.by.iter().map(Selector::word).collect();
    let (holder, by) = (naming::who(regulation, &held.role), naming::whos(regulation, &words));
    let (id, what) = (&rule.id, &rule.what);
    let message = text!(
        "`{key}` is {holder} maar heeft de verklaring `{id}` niet: “{what}”",
        "`{key}` is {holder} but lacks the declaration `{id}`: “{what}”",
        holder
    );
    let line = format!("`attestations: [{{attestation: {id}, on: …, by: …, how: …}}]`");
    let remedy = text!(
        "laat {by} dit verklaren en schrijf bij deze persoon {line}",
        "let {by} declare it and write at this person {line}",
        by
    );
    Message::new(message, remedy)
}
