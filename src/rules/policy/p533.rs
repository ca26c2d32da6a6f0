//! P533: a case can always be ended.

use super::{Remark, Subject, item, model, names};
use crate::diagnostics::text;
use crate::rules::{Message, Rule};
use crate::yaml::Route;

/// The rule, as its page has it.
pub static RULE: Rule = Rule::on_page(include_str!("../../../docs/rules/P533.md"));

/// Ways to a state that nothing leads out of.
#[must_use]
pub fn judge(subject: &Subject<'_>) -> Vec<Remark> {
    let version = subject.version;
    let regulation = &version.regulation;
    let Some(explored) = subject.workflow.explored(version) else { return Vec::new() };
    let paths = explored.dead.iter();
    paths
        .map(|path| {
            let way = model::told(regulation, path);
            let last = path.last();
            let at = last.map_or_else(|| Route::root().key("steps"), |m| item("steps", m.step));
            let id = last.and_then(|m| regulation.steps.get(m.step)).map(|s| s.id.as_str());
            let name = id.map_or_else(|| text!("het begin", "the beginning"), |id| names::step(regulation, id));
            Remark::on(
                at,
                Message::new(
                    text!(
                        "na {name} kan de klacht nooit meer eindigen: {way}",
                        "after {name} the case can never end any more: {way}",
                        name
                    ),
                    text!(
                        "voeg voor deze uitkomst een stap toe met `does: close` of `does: end`",
                        "add a step with `does: close` or `does: end` for this outcome"
                    ),
                ),
            )
        })
        .collect()
}
