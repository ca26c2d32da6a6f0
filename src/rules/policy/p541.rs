//! P541: a case can end, whatever the other side answers, and when it does not answer.

use super::{Remark, Subject, item, model, names};
use crate::diagnostics::text;
use crate::regulation::Regulation;
use crate::rules::{Message, Rule};

/// The rule, as its page has it.
pub static RULE: Rule = Rule::on_page(include_str!("../../../docs/rules/P541.md"));

/// Ways to a state that only another answer of the other side leads out of.
#[must_use]
pub fn judge(subject: &Subject<'_>) -> Vec<Remark> {
    let version = subject.version;
    let regulation = &version.regulation;
    let Some(explored) = subject.workflow.explored(version).filter(|explored| explored.complete) else {
        return Vec::new();
    };
    let remark = |path: &Vec<model::Move>| {
        let way = model::told(regulation, path);
        let last = path.last()?;
        let step = names::step(regulation, &regulation.steps.get(last.step)?.id);
        let answer = last.values.join(", ");
        Some(Remark::on(
            item("steps", last.step),
            Message::new(
                text!(
                    "na {step} met {answer} kan de klacht alleen eindigen als het antwoord later anders is: {way}",
                    "after {step} with {answer} the case can only end when the answer is another one later: {way}",
                    step
                ),
                text!(
                    "voeg voor dat antwoord een stap toe die de klacht eindigt, of een nieuwe poging",
                    "add a step for that answer that ends the case, or a new attempt"
                ),
            ),
        ))
    };
    let waiting = explored.awaited.iter().filter_map(|(step, path)| awaited(regulation, *step, path));
    explored.stuck.iter().filter_map(remark).chain(waiting).collect()
}

/// A step of the other side without which the case does not end.
fn awaited(regulation: &Regulation, step: usize, path: &[model::Move]) -> Option<Remark> {
    let awaited = regulation.steps.get(step)?;
    let (way, theirs) = (model::told(regulation, path), names::step(regulation, &awaited.id));
    let who = if awaited.by_each.is_empty() {
        text!("en die zet alleen de andere kant", "and only the other side takes it")
    } else {
        text!("en ook de andere kant moet hem zetten", "and the other side must take it too")
    };
    Some(Remark::on(
        item("steps", step),
        Message::new(
            text!(
                "zonder {theirs} kan de klacht nooit eindigen, {who}: {way}",
                "without {theirs} the case can never end, {who}: {way}",
                theirs,
                who
            ),
            text!(
                "voeg een stap toe waarmee u de klacht eindigt als die uitblijft, of geef hem `waivable`",
                "add a step by which you end the case when it does not come, or give it `waivable`"
            ),
        ),
    ))
}
