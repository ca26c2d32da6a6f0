//! P531: every step can be taken some time.

use super::{Remark, Subject, item, names};
use crate::diagnostics::text;
use crate::regulation::{Regulation, Step};
use crate::rules::{Message, Rule};

/// The rule, as its page has it.
pub static RULE: Rule = Rule::on_page(include_str!("../../../docs/rules/P531.md"));

/// Steps that no course of a case leads to; those that only wait for another such step are left out.
#[must_use]
pub fn judge(subject: &Subject<'_>) -> Vec<Remark> {
    let version = subject.version;
    let Some(explored) = subject.workflow.explored(version).filter(|e| e.complete) else { return Vec::new() };
    let regulation = &version.regulation;
    let lost =
        |id: &str| regulation.steps.iter().position(|s| s.id == id).is_some_and(|i| !explored.possible.contains(&i));
    let circular = |id: &str| version.precedence.precedes(id, id);
    let roots = regulation.steps.iter().enumerate().filter(|(index, step)| {
        !explored.possible.contains(index)
            && !circular(&step.id)
            && !step.after.iter().any(|id| lost(id))
            && (step.after_any.is_empty() || !step.after_any.iter().all(|id| lost(id)))
    });
    roots.map(|(index, step)| remark(regulation, index, step)).collect()
}

fn remark(regulation: &Regulation, index: usize, step: &Step) -> Remark {
    let name = names::step(regulation, &step.id);
    let before = names::list(step.after.iter().chain(&step.after_any).map(String::as_str));
    let why = match (step.when.is_some(), before.is_empty()) {
        (true, true) => text!("de voorwaarde is dan nooit waar", "its condition never holds then"),
        (true, false) => text!(
            "na {before} is de voorwaarde nooit waar of is de zaak al geëindigd",
            "after {before} its condition never holds or the case has ended"
        ),
        _ => text!(
            "wat eraan voorafgaat ({before}) laat hem niet meer toe",
            "what comes before it ({before}) no longer allows it"
        ),
    };
    Remark::on(
        item("steps", index),
        Message::new(
            text!("{name} kan nooit worden gezet: {why}", "{name} can never be taken: {why}", name, why),
            text!("verbeter `after`, `when` of `for` van deze stap", "correct `after`, `when` or `for` of this step"),
        ),
    )
}
