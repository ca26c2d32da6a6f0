//! P537: every step can be taken by somebody.

use super::{Remark, Subject, item, names};
use crate::diagnostics::{Severity, text};
use crate::regulation::{Exclusion, Regulation, RoleKind, Selector, Step};
use crate::rules::{Message, Rule};
use crate::yaml::Route;

/// The rule, as its page has it.
pub static RULE: Rule = Rule::on_page(include_str!("../../../docs/rules/P537.md"));

/// Steps that have no taker.
#[must_use]
pub fn judge(subject: &Subject<'_>) -> Vec<Remark> {
    let regulation = &subject.version.regulation;
    let steps = regulation.steps.iter().enumerate();
    steps.filter_map(|(index, step)| violation(regulation, index, step)).chain(no_handler(regulation)).collect()
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

/// Whether everybody whom the selector can mean is kept from the step: by a rule on the step, or on the role in the whole case.
fn excluded(regulation: &Regulation, step: &Step, selector: &Selector) -> bool {
    let role = |x: &Exclusion| regulation.step(&x.who).is_none() && roles_of(regulation, selector) == [x.who.as_str()];
    let acts = |x: &Exclusion| x.who == step.id && x.part.as_deref() != Some("consulted");
    kept(regulation, selector, |x| acts(x) || (*selector != Selector::Handler && role(x)))
}

fn kept(regulation: &Regulation, selector: &Selector, concerns: impl Fn(&Exclusion) -> bool) -> bool {
    let mut rules = regulation.assignment.exclude.iter().filter(|x| concerns(x));
    rules.any(|x| !x.waivable && x.substitute.is_none() && x.not.iter().any(|not| covers(regulation, not, selector)))
}

/// Whether one selector means everybody whom the other can mean.
fn covers(regulation: &Regulation, all: &Selector, of: &Selector) -> bool {
    let [known, wanted] = [all, of].map(|selector| roles_of(regulation, selector));
    let one_of_staff = |id: &&str| regulation.role(id).is_some_and(|r| r.kind == RoleKind::Staff);
    match all {
        _ if all == of => true,
        Selector::Anyone => !wanted.is_empty() && wanted.iter().all(one_of_staff),
        // The handler is one person: others hold the role.
        Selector::Handler => false,
        _ => !wanted.is_empty() && wanted.iter().all(|role| known.contains(role)),
    }
}

/// The roles of which whoever a selector means holds one; none where it means no role.
fn roles_of<'a>(regulation: &'a Regulation, selector: &'a Selector) -> Vec<&'a str> {
    let rule = &regulation.assignment;
    match selector {
        Selector::Role(id) => vec![id],
        Selector::Owner => rule.owner.iter().map(|owner| owner.role.as_str()).collect(),
        Selector::Handler => {
            let topics = regulation.topics.list.iter().filter_map(|t| t.assign_to.as_ref());
            let named = rule.handler.role.iter().chain(&rule.handler.roles).chain(topics);
            named.map(String::as_str).collect()
        }
        _ => Vec::new(),
    }
}

/// A rule that leaves nobody to handle a case.
fn no_handler(regulation: &Regulation) -> Option<Remark> {
    // Who handled it before is one person.
    let others = |x: &Exclusion| x.who == "handler" && !x.not.contains(&Selector::Handler);
    kept(regulation, &Selector::Handler, others).then(|| {
        let at = Route::root().key("assignment").key("exclude");
        let remedy = text!(
            "geef een andere rol als behandelaar, of een `substitute`",
            "name another role as handler, or a `substitute`"
        );
        Remark::on(at, Message::new(text!("niemand kan de behandelaar zijn", "nobody can be the handler"), remedy))
    })
}
