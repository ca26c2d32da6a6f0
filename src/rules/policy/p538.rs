//! # P538: step-comes-loose
//!
//! ## What it checks
//!
//! An optional step with `after` is never possible while none of those steps was taken. It can be when each of them has a `when`
//! that does not hold yet: a step that does not belong is skipped.
//!
//! ## Why
//!
//! An appeal that may be lodged on the first day, because the referral does not apply yet, is not what the text says.
//!
//! ## Example
//!
//! ```yaml
//! steps:
//!   - {id: verwezen, when: {field: tevreden, equals: nee}}
//!   - {id: ingediend, after_any: [verwezen]}
//! ```
//!
//! ## How to put it right
//!
//! Give the step the same `when` as the step before it, or name in `after_any` what must have happened.
//!
//! ---
//!
//! # P538: step-comes-loose
//!
//! ## Wat wordt nagekeken
//!
//! Een stap met `optional: true` en `after` is nooit mogelijk als nog geen van die stappen is gezet. Dat kan wel als elk daarvan een
//! `when` heeft die nog niet waar is: een stap die er niet bij hoort, wordt overgeslagen.
//!
//! ## Waarom
//!
//! Beroep instellen op de eerste dag, omdat de verwijzing nog niet aan de orde is: dat staat niet in de tekst.
//!
//! ## Voorbeeld
//!
//! ```yaml
//! steps:
//!   - {id: verwezen, when: {field: tevreden, equals: nee}}
//!   - {id: ingediend, after_any: [verwezen]}
//! ```
//!
//! ## Zo zet u het recht
//!
//! Geef de stap dezelfde `when` als de stap ervoor, of noem in `after_any` wat gebeurd moet zijn.

use super::super::Rule;
use super::{Remark, Subject, item, model, names, said};
use crate::diagnostics::Severity;

/// The rule.
pub static RULE: Rule = Rule {
    code: "P538",
    name: "step-comes-loose",
    severity: Severity::Warning,
    summary: (
        "Een vrije stap die na andere komt, kan niet vóór al die andere.",
        "An optional step that comes after others cannot come before all of them.",
    ),
    source: include_str!("p538.rs"),
};

/// Steps that can come before everything they come after.
#[must_use]
pub fn judge(subject: &Subject<'_>) -> Vec<Remark> {
    let version = subject.version;
    let regulation = &version.regulation;
    let Some(explored) = subject.workflow.explored(version) else { return Vec::new() };
    let loose = explored.loose.iter().filter_map(|(index, path)| Some((*index, regulation.steps.get(*index)?, path)));
    // A step that is always demanded may well follow one that is only sometimes there.
    loose
        .filter(|(_, step, _)| step.optional)
        .map(|(index, step, path)| {
            let (nl, en) = names::step(regulation, &step.id);
            let before = names::list(step.after.iter().map(String::as_str));
            let way = model::told(regulation, path);
            let (since_nl, since_en) = if path.is_empty() {
                ("meteen na ontvangst".to_owned(), "as soon as the complaint is received".to_owned())
            } else {
                (format!("na {way}"), format!("after {way}"))
            };
            Remark::on(
                item("steps", index).key("after"),
                said(
                    (format!("{nl} kan {since_nl} al, zonder dat {before} is gezet"), {
                        format!("{en} is possible {since_en}, without {before}")
                    }),
                    (
                        format!("noem wat gebeurd moet zijn in `after_any`, of geef de stap de `when` van {before}"),
                        format!("name what must have happened in `after_any`, or give the step the `when` of {before}"),
                    ),
                ),
            )
        })
        .collect()
}
