//! P506: every role that is named exists.

use super::references::{Target, dangling, known, meant};
use super::{Place, Remark, Subject};
use crate::diagnostics::{Severity, text};
use crate::rules::{Message, Rule};
use crate::yaml::Route;

/// The rule, as its page has it.
pub static RULE: Rule = Rule::on_page(include_str!("../../../docs/rules/P506.md"));

/// Names that are no role.
#[must_use]
pub fn judge(subject: &Subject<'_>) -> Vec<Remark> {
    let (regulation, tree) = (&subject.version.regulation, &subject.version.tree);
    let lost = dangling(regulation, tree, &[Target::Role, Target::Selector]);
    let mut found: Vec<Remark> = lost
        .into_iter()
        .map(|r| {
            let id = r.id;
            let message = text!("de rol `{id}` bestaat niet", "there is no role `{id}`");
            Remark::on(r.at, Message::new(message, meant(id, &known(regulation, r.target))))
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
            let message = text!("deze versie kent de rol `{id}` niet", "this version has no role `{id}`");
            let words = Message::new(message, meant(id, &known(regulation, Target::Role))).weighing(Severity::Warning);
            found.push(Remark { place: Place::People(at), said: words });
        }
    }
    found
}
