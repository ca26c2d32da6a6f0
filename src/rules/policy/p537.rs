//! P537: every step can be taken by somebody.

use super::{Remark, Subject, item, names};
use crate::diagnostics::{Severity, text};
use crate::regulation::{Regulation, RoleKind, Selector, Step};
use crate::rules::{Message, Rule};

/// The rule, as its page has it.
pub static RULE: Rule = Rule::on_page(include_str!("../../../docs/rules/P537.md"));

/// Steps that have no taker.
#[must_use]
pub fn judge(subject: &Subject<'_>) -> Vec<Remark> {
    let regulation = &subject.version.regulation;
    let steps = regulation.steps.iter().enumerate();
    steps.filter_map(|(index, step)| violation(regulation, index, step)).collect()
}

fn violation(regulation: &Regulation, index: usize, step: &Step) -> Option<Remark> {
    let at = item("steps", index);
    let name = names::step(regulation, &step.id);
    if step.by.is_empty() && step.by_each.is_empty() {
        let words = Message::new(
            text!("bij {name} staat niet wie hem zet", "{name} does not say who takes it", name),
            text!("voeg `by` toe", "add `by`"),
        );
        return Some(Remark::on(at, words.weighing(Severity::Warning)));
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
        Message::new(
            text!(
                "niemand kan {name} zetten: {who} kan hier niemand zijn",
                "nobody can take {name}: no one is eligible as {who}",
                name
            ),
            text!("noem een andere rol, of geef de rol `as`", "name another role, or give the role `as`"),
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
