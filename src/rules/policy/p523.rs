//! P523: every staff role that a rule names is held by somebody.

use std::collections::BTreeSet;

use super::references::{Target, references};
use super::{Remark, Subject};
use crate::diagnostics::text;
use crate::regulation::{People, RoleKind};
use crate::rules::{Message, Rule};

/// The rule, as its page has it.
pub static RULE: Rule = Rule::on_page(include_str!("../../../docs/rules/P523.md"));

/// Roles that are named and not held, at the first place that names each.
#[must_use]
pub fn judge(subject: &Subject<'_>) -> Vec<Remark> {
    let Some(people) = subject.people else { return Vec::new() };
    let regulation = &subject.version.regulation;
    let staff = |id: &str| regulation.role(id).is_some_and(|r| r.kind == RoleKind::Staff);
    let mut told = BTreeSet::new();
    let named = references(&subject.version.tree);
    let of_people = named.into_iter().filter(|r| matches!(r.target, Target::Role | Target::Selector) && staff(r.id));
    of_people
        .filter(|r| !held(subject, people, r.id) && told.insert(r.id))
        .map(|r| {
            let id = r.id;
            Remark::on(
                r.at,
                Message::new(
                    text!("niemand heeft de rol `{id}`", "nobody holds the role `{id}`"),
                    text!(
                        "zet in people.yaml bij iemand `{{role: {id}, from: <datum>}}`",
                        "give somebody in people.yaml `{{role: {id}, from: <date>}}`"
                    ),
                ),
            )
        })
        .collect()
}

fn held(subject: &Subject<'_>, people: &People, role: &str) -> bool {
    if let Some(day) = subject.today {
        return people.holders(role, day).next().is_some();
    }
    let from = subject.version.regulation.valid_from;
    let mut held = people.persons.iter().flat_map(|p| &p.roles).filter(|h| h.role == role);
    held.any(|h| h.until.is_none_or(|until| until >= from))
}
