//! P538: an optional step that comes after others cannot come before all of them.

use super::{Remark, Subject, item, model, names};
use crate::diagnostics::text;
use crate::rules::{Message, Rule};

/// The rule, as its page has it.
pub static RULE: Rule = Rule::on_page(include_str!("../../../docs/rules/P538.md"));

/// Steps that can come before everything they come after.
#[must_use]
pub fn judge(subject: &Subject<'_>) -> Vec<Remark> {
    let version = subject.version;
    let regulation = &version.regulation;
    let Some(explored) = subject.workflow.explored(version) else { return Vec::new() };
    let loose = explored.loose.iter().filter_map(|(index, path)| Some((*index, regulation.steps.get(*index)?, path)));
    // A step that is always demanded may well follow one that is only sometimes there.
    loose
        .filter(|(_, step, _)| step.optional)
        .map(|(index, step, path)| {
            let name = names::step(regulation, &step.id);
            let before = names::list(step.after.iter().map(String::as_str));
            let way = model::told(regulation, path);
            let since = if path.is_empty() {
                text!("meteen na ontvangst", "as soon as the complaint is received")
            } else {
                text!("na {way}", "after {way}")
            };
            Remark::on(
                item("steps", index).key("after"),
                Message::new(
                    text!(
                        "{name} kan {since} al, zonder dat {before} is gezet",
                        "{name} is possible {since}, without {before}",
                        name,
                        since
                    ),
                    text!(
                        "noem wat gebeurd moet zijn in `after_any`, of geef de stap de `when` van {before}",
                        "name what must have happened in `after_any`, or give the step the `when` of {before}"
                    ),
                ),
            )
        })
        .collect()
}
