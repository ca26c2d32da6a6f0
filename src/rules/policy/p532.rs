//! P532: the order of steps does not run in a circle.

use std::collections::BTreeSet;

use super::{Remark, Subject, item, names};
use crate::diagnostics::text;
use crate::regulation::Regulation;
use crate::rules::{Message, Rule};

/// The rule, as its page has it.
pub static RULE: Rule = Rule::on_page(include_str!("../../../docs/rules/P532.md"));

/// Circles in `after`, each told once.
#[must_use]
pub fn judge(subject: &Subject<'_>) -> Vec<Remark> {
    let regulation = &subject.version.regulation;
    let mut told: BTreeSet<&str> = BTreeSet::new();
    let mut found = Vec::new();
    for (index, step) in regulation.steps.iter().enumerate() {
        if told.contains(step.id.as_str()) {
            continue;
        }
        let Some(circle) = circle(regulation, &step.id) else { continue };
        told.extend(&circle);
        let path: Vec<String> = circle.iter().chain([&circle[0]]).map(|id| (*id).to_owned()).collect();
        let path = names::short_path(&path);
        found.push(Remark::on(
            item("steps", index).key("after"),
            Message::new(
                text!("deze stappen wachten op elkaar: {path}", "these steps wait for each other: {path}"),
                text!(
                    "haal bij een van deze stappen de andere weg uit `after`",
                    "take the other out of `after` of one of these steps"
                ),
            ),
        ));
    }
    found
}

/// The shortest way from a step back to itself, in the order in which the steps would have to be taken.
fn circle<'a>(regulation: &'a Regulation, start: &'a str) -> Option<Vec<&'a str>> {
    let mut seen: BTreeSet<&str> = BTreeSet::new();
    let mut open: std::collections::VecDeque<Vec<&str>> = [vec![start]].into();
    while let Some(path) = open.pop_front() {
        let Some(step) = path.last().and_then(|id| regulation.step(id)) else { continue };
        for before in &step.after {
            if before == start {
                let mut path = path;
                path.reverse();
                return Some(path);
            }
            if seen.insert(before) {
                let mut longer = path.clone();
                longer.push(before);
                open.push_back(longer);
            }
        }
    }
    None
}
