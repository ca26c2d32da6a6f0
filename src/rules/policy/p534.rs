//! P534: every condition can be true and can be false.

use super::{Remark, Subject, model};
use crate::diagnostics::{Severity, text};
use crate::rules::{Message, Rule};

/// The rule, as its page has it.
pub static RULE: Rule = Rule::on_page(include_str!("../../../docs/rules/P534.md"));

/// Conditions that never change.
#[must_use]
pub fn judge(subject: &Subject<'_>) -> Vec<Remark> {
    let version = subject.version;
    let Some(explored) = subject.workflow.explored(version).filter(|e| e.complete) else { return Vec::new() };
    let conditions = model::conditions(&version.regulation);
    let mut found = Vec::new();
    for ((at, _), (held, failed)) in conditions.into_iter().zip(explored.truth.iter().copied()) {
        if !held {
            let message = text!("deze voorwaarde kan nooit waar zijn", "this condition can never hold");
            let remedy = text!(
                "kijk welke stap of welk gegeven haar waar moet maken",
                "see which step or datum should make it hold"
            );
            found.push(Remark::on(at, Message::new(message, remedy)));
        } else if !failed {
            let message = text!("deze voorwaarde is altijd waar", "this condition always holds");
            let remedy = text!("haal haar weg, of verbeter haar", "take it out, or correct it");
            found.push(Remark::on(at, Message::new(message, remedy).weighing(Severity::Warning)));
        }
    }
    found
}
