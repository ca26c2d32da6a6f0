//! # P506: role-unknown
//!
//! ## What it checks
//!
//! Wherever a rule names somebody (`by`, `to`, `assign_to`, `who` …), it is the id of a role or a reserved word. Roles
//! in `people.yaml` that this version does not know get a warning.
//!
//! ## Why
//!
//! A step for a role that does not exist is a step that nobody may take.
//!
//! ## Example
//!
//! ```yaml
//! steps:
//!   - id: gehoord
//!     by: [klachtenfunctonaris]
//! ```
//!
//! ## How to put it right
//!
//! Correct the name, or add the role. A similar name is suggested.
//!
//! ---
//!
//! # P506: role-unknown
//!
//! ## Wat wordt nagekeken
//!
//! Waar een regel iemand noemt (`by`, `to`, `assign_to`, `who` …), is dat het id van een rol of een vast woord. Een
//! rol in `people.yaml` die deze versie niet kent, krijgt een waarschuwing.
//!
//! ## Waarom
//!
//! Een stap voor een rol die niet bestaat, mag niemand zetten.
//!
//! ## Voorbeeld
//!
//! ```yaml
//! steps:
//!   - id: gehoord
//!     by: [klachtenfunctonaris]
//! ```
//!
//! ## Zo zet u het recht
//!
//! Verbeter de naam, of voeg de rol toe. Een naam die erop lijkt, wordt genoemd.

use super::super::Rule;
use super::references::{Target, dangling, known, meant};
use super::{Place, Remark, Subject, said};
use crate::diagnostics::Severity;
use crate::yaml::Route;

/// The rule.
pub static RULE: Rule = Rule {
    code: "P506",
    name: "role-unknown",
    severity: Severity::Error,
    summary: ("Elke rol waarnaar wordt verwezen, bestaat.", "Every role that is named exists."),
    source: include_str!("p506.rs"),
};

/// Names that are no role.
#[must_use]
pub fn judge(subject: &Subject<'_>) -> Vec<Remark> {
    let (regulation, tree) = (&subject.version.regulation, &subject.version.tree);
    let lost = dangling(regulation, tree, &[Target::Role, Target::Selector]);
    let mut found: Vec<Remark> = lost
        .into_iter()
        .map(|r| {
            let id = r.id;
            let message = (format!("de rol `{id}` bestaat niet"), format!("there is no role `{id}`"));
            Remark::on(r.at, said(message, meant(id, &known(regulation, r.target))))
        })
        .collect();
    found.extend(in_people(subject));
    found
}

fn in_people(subject: &Subject<'_>) -> Vec<Remark> {
    let regulation = &subject.version.regulation;
    let mut found = Vec::new();
    for (index, person) in subject.people.iter().flat_map(|p| p.persons.iter().enumerate()) {
        for (nth, held) in person.roles.iter().enumerate().filter(|(_, h)| regulation.role(&h.role).is_none()) {
            let at = Route::root().key("persons").index(index).key("roles").index(nth).key("role");
            let id = &held.role;
            let message = (format!("deze versie kent de rol `{id}` niet"), format!("this version has no role `{id}`"));
            let words = said(message, meant(id, &known(regulation, Target::Role))).as_grave_as(Severity::Warning);
            found.push(Remark { place: Place::People(at), said: words });
        }
    }
    found
}
