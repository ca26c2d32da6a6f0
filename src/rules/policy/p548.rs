//! P548: every key in the data does something where it stands.

use super::{Remark, Subject, item};
use crate::diagnostics::{Severity, Text, text};
use crate::regulation::{Each, Extension, Permit, Selector, Step};
use crate::rules::{Message, Rule};
use crate::yaml::Route;

/// The rule, as its page has it.
pub static RULE: Rule = Rule::on_page(include_str!("../../../docs/rules/P548.md"));

/// Keys that change nothing where they stand.
#[must_use]
pub fn judge(subject: &Subject<'_>) -> Vec<Remark> {
    let regulation = &subject.version.regulation;
    let extensions = regulation.extensions.iter().enumerate();
    let steps = regulation.steps.iter().enumerate();
    let mut found: Vec<Remark> = extensions.flat_map(|(i, rule)| of_extension(&item("extensions", i), rule)).collect();
    found.extend(steps.flat_map(|(i, step)| of_step(&item("steps", i), step)));
    found
}

fn remark(at: Route, message: Text, remedy: Text) -> Remark {
    Remark::on(at, Message::new(message, remedy).weighing(Severity::Warning))
}

fn of_extension(at: &Route, rule: &Extension) -> Vec<Remark> {
    let mut found = Vec::new();
    if !rule.permits.is_empty() && rule.beyond_with.is_none() {
        found.push(remark(
            at.key("permits"),
            text!(
                "`permits` zegt hier niets: het noemt wat de stap van `beyond_with` meer toestaat, en die ontbreekt",
                "`permits` says nothing here: it names what the step of `beyond_with` permits, and there is none"
            ),
            text!(
                "voeg `beyond_with: <stap>` toe (zoals de instemming), of haal `permits` weg",
                "add `beyond_with: <step>` (such as the consent), or take `permits` out"
            ),
        ));
    }
    let limits =
        [(Permit::Longer, rule.at_most.is_some(), "at_most"), (Permit::MoreOften, rule.times.is_some(), "times")];
    let (mut named, mut lifted) = (Vec::new(), false);
    for (limit, there, key) in limits.into_iter().filter(|(limit, ..)| rule.may_lift(*limit)) {
        lifted |= there;
        if !there && rule.permits.contains(&limit) {
            named.push(key);
        }
    }
    if rule.beyond_with.is_some() && !lifted {
        let key = if rule.permits.is_empty() { "beyond_with" } else { "permits" };
        let limit = named.first().copied().unwrap_or("at_most");
        found.push(remark(
            at.key(key),
            text!(
                "deze verlenging heeft geen grens die de stap van `beyond_with` kan opheffen",
                "this extension has no limit that the step of `beyond_with` could lift"
            ),
            text!(
                "schrijf de grens (`{limit}`), of haal `beyond_with` weg",
                "write the limit (`{limit}`), or take `beyond_with` out"
            ),
        ));
    }
    found
}

fn of_step(at: &Route, step: &Step) -> Vec<Remark> {
    let lists = [&step.by, &step.by_each, &step.to, &step.cc, &step.with, &step.report_to];
    let each = |who: &Selector| matches!(&step.each, Some(Each::Parties(all)) if all.contains(who));
    let used = |who: &Selector| lists.iter().any(|list| list.contains(who)) || each(who);
    let idle = step.any_one.iter().enumerate().filter(|(_, who)| !used(who));
    let say = |(index, who): (usize, &Selector)| {
        let who = who.word();
        remark(
            at.key("any_one").index(index),
            text!(
                "`any_one: {who}` zegt hier niets: deze stap noemt {who} niet",
                "`any_one: {who}` says nothing here: this step does not name {who}"
            ),
            text!(
                "noem {who} bij `by`, `to`, `with` of een andere sleutel van de stap, of haal het hier weg",
                "name {who} under `by`, `to`, `with` or another key of the step, or take it out here"
            ),
        )
    };
    idle.map(say).collect()
}
