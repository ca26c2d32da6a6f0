//! P507: every step that is named exists.

use super::references::{Target, dangling, known, meant};
use super::{Remark, Subject};
use crate::diagnostics::text;
use crate::rules::{Message, Rule};

/// The rule, as its page has it.
pub static RULE: Rule = Rule::on_page(include_str!("../../../docs/rules/P507.md"));

/// Names that are no step.
#[must_use]
pub fn judge(subject: &Subject<'_>) -> Vec<Remark> {
    let (regulation, tree) = (&subject.version.regulation, &subject.version.tree);
    let lost = dangling(regulation, tree, &[Target::Step, Target::StepOrRole]);
    lost.into_iter()
        .map(|r| {
            let id = r.id;
            let message = text!("de stap `{id}` bestaat niet", "there is no step `{id}`");
            Remark::on(r.at, Message::new(message, meant(id, &known(regulation, r.target))))
        })
        .collect()
}
