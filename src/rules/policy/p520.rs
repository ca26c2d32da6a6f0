//! # P520: facts-stale
//!
//! ## What it checks
//!
//! Every external role with contact data and every named document with an address has `verified_on`, and it is at most
//! two years old on the day of asking.
//!
//! ## Why
//!
//! External bodies move, merge and stop. A complainant who is sent to a closed door has no way out.
//!
//! ## Example
//!
//! ```yaml
//! roles:
//!   - id: geschillenkamer
//!     kind: external
//!     verified_on: 2026-01-12
//! ```
//!
//! ## How to put it right
//!
//! Look whether the facts still hold, and set `verified_on` in a new version.
//!
//! ---
//!
//! # P520: facts-stale
//!
//! ## Wat wordt nagekeken
//!
//! Elke externe rol met contactgegevens en elk genoemd document met een adres heeft `verified_on`, op de dag van
//! vragen hoogstens twee jaar oud.
//!
//! ## Waarom
//!
//! Externe instanties verhuizen, gaan samen of stoppen. Een klager die voor een dichte deur komt, kan nergens heen.
//!
//! ## Voorbeeld
//!
//! ```yaml
//! roles:
//!   - id: geschillenkamer
//!     kind: external
//!     verified_on: 2026-01-12
//! ```
//!
//! ## Zo zet u het recht
//!
//! Kijk of de gegevens nog kloppen, en zet `verified_on` in een nieuwe versie.

use chrono::{Months, NaiveDate};

use super::super::Rule;
use super::{Remark, Subject, item, said};
use crate::diagnostics::Severity;
use crate::regulation::RoleKind;
use crate::yaml::Route;

/// The rule.
pub static RULE: Rule = Rule {
    code: "P520",
    name: "facts-stale",
    severity: Severity::Warning,
    summary: (
        "Gegevens van anderen zijn de laatste twee jaar nagekeken.",
        "Facts about others were looked up in the last two years.",
    ),
    source: include_str!("p520.rs"),
};

/// How long facts count as looked up.
const FRESH: Months = Months::new(24);

/// Facts that nobody looked up, or long ago.
#[must_use]
pub fn judge(subject: &Subject<'_>) -> Vec<Remark> {
    let regulation = &subject.version.regulation;
    let outside = |r: &&(usize, &crate::regulation::Role)| r.1.kind == RoleKind::External && r.1.contact.is_some();
    let roles: Vec<_> = regulation.roles.iter().enumerate().collect();
    let roles = roles.iter().filter(outside).map(|(i, r)| (item("roles", *i), r.name.as_str(), r.verified_on));
    let documents = regulation.documents.iter().enumerate().filter(|(_, d)| d.url.is_some());
    let documents = documents.map(|(i, d)| (item("documents", i), d.title.as_str(), d.verified_on));
    roles.chain(documents).filter_map(|(at, name, on)| stale(subject.today, at, name, on)).collect()
}

fn stale(today: Option<NaiveDate>, at: Route, name: &str, verified: Option<NaiveDate>) -> Option<Remark> {
    let Some(on) = verified else {
        return Some(Remark::on(
            at,
            said(
                (format!("niet bekend is wanneer de gegevens van “{name}” zijn nagekeken"), {
                    format!("nobody knows when the facts about “{name}” were looked up")
                }),
                (
                    "kijk of ze kloppen en voeg `verified_on: <datum>` toe",
                    "look whether they hold and add `verified_on: <date>`",
                ),
            ),
        ));
    };
    let today = today?;
    let old = on.checked_add_months(FRESH).is_some_and(|end| today > end);
    old.then(|| {
        Remark::on(
            at.key("verified_on"),
            said(
                (format!("de gegevens van “{name}” zijn sinds {on} niet nagekeken"), {
                    format!("the facts about “{name}” were not looked up since {on}")
                }),
                (
                    "kijk of ze kloppen en zet de nieuwe datum in een nieuwe versie",
                    "look whether they hold and set the new date in a new version",
                ),
            ),
        )
    })
}
