//! # P537: step-for-nobody
//!
//! ## What it checks
//!
//! At least one of `by` (and each of `by_each`) can be somebody: a party role that has a position in a case, a
//! position that some role can take, staff when there are staff roles, the owner when there is one. An exclusion that
//! cannot be waived or got round does not cut off all of them.
//!
//! ## Why
//!
//! A step that nobody may take is a step that never comes.
//!
//! ## Example
//!
//! ```yaml
//! roles:
//!   - {id: klant, name: Klant, kind: party, as: [complainant]}
//! steps:
//!   - {id: ingetrokken, by: [complainant]}
//! ```
//!
//! ## How to put it right
//!
//! Name another role in `by`, give the role `as`, or let the exclusion have a substitute.
//!
//! ---
//!
//! # P537: step-for-nobody
//!
//! ## Wat wordt nagekeken
//!
//! Minstens een van `by` (en elk van `by_each`) kan iemand zijn: een partijrol met een plaats in een klacht, een
//! plaats die een rol kan innemen, medewerkers als er rollen voor zijn, de eigenaar als die er is. Een uitsluiting
//! zonder uitweg treft hen niet allemaal.
//!
//! ## Waarom
//!
//! Een stap die niemand mag zetten, komt nooit.
//!
//! ## Voorbeeld
//!
//! ```yaml
//! roles:
//!   - {id: klant, name: Klant, kind: party, as: [complainant]}
//! steps:
//!   - {id: ingetrokken, by: [complainant]}
//! ```
//!
//! ## Zo zet u het recht
//!
//! Noem een andere rol in `by`, geef de rol `as`, of geef de uitsluiting een vervanger.

use super::super::Rule;
use super::{Remark, Subject, item, names, said};
use crate::diagnostics::Severity;
use crate::regulation::{Regulation, RoleKind, Selector, Step};

/// The rule.
pub static RULE: Rule = Rule {
    code: "P537",
    name: "step-for-nobody",
    severity: Severity::Error,
    summary: ("Elke stap kan door iemand worden gezet.", "Every step can be taken by somebody."),
    source: include_str!("p537.rs"),
};

/// Steps that have no taker.
#[must_use]
pub fn judge(subject: &Subject<'_>) -> Vec<Remark> {
    let regulation = &subject.version.regulation;
    let steps = regulation.steps.iter().enumerate();
    steps.filter_map(|(index, step)| violation(regulation, index, step)).collect()
}

fn violation(regulation: &Regulation, index: usize, step: &Step) -> Option<Remark> {
    let at = item("steps", index);
    let (nl, en) = names::step(regulation, &step.id);
    if step.by.is_empty() && step.by_each.is_empty() {
        let words = said(
            (format!("bij {nl} staat niet wie hem zet"), format!("{en} does not say who takes it")),
            ("voeg `by` toe", "add `by`"),
        );
        return Some(Remark::on(at, words.as_grave_as(Severity::Warning)));
    }
    let able = |s: &&Selector| somebody(regulation, s) && !excluded(regulation, step, s);
    let some = step.by.is_empty() || step.by.iter().any(|s| able(&s));
    let each = step.by_each.iter().all(|s| able(&s));
    if some && each {
        return None;
    }
    let (key, all) = if some { ("by_each", &step.by_each) } else { ("by", &step.by) };
    let who = names::list(all.iter().map(Selector::word));
    Some(Remark::on(
        at.key(key),
        said(
            (format!("niemand kan {nl} zetten: {who} kan hier niemand zijn"), {
                format!("nobody can take {en}: {who} can be nobody here")
            }),
            ("noem een andere rol, of geef de rol `as`", "name another role, or give the role `as`"),
        ),
    ))
}

fn somebody(regulation: &Regulation, selector: &Selector) -> bool {
    let roles = &regulation.roles;
    match selector {
        Selector::Position(position) => roles.iter().any(|r| r.positions.contains(position)),
        Selector::Parties => roles.iter().any(|r| !r.positions.is_empty()),
        Selector::Anyone | Selector::Handler => roles.iter().any(|r| r.kind == RoleKind::Staff),
        Selector::Owner => regulation.assignment.owner.is_some(),
        // A role that does not exist is another rule's.
        Selector::Role(id) => regulation.role(id).is_none_or(|r| r.kind != RoleKind::Party || !r.positions.is_empty()),
    }
}

fn excluded(regulation: &Regulation, step: &Step, selector: &Selector) -> bool {
    let rules = regulation.assignment.exclude.iter().filter(|x| x.who == step.id);
    rules.into_iter().any(|x| !x.waivable && x.substitute.is_none() && x.not.contains(selector))
}
