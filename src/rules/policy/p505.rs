//! P505: no role has a reserved word as its id.

use super::{Remark, Subject, item};
use crate::diagnostics::text;
use crate::regulation::Selector;
use crate::rules::{Message, Rule};

/// The rule, as its page has it.
pub static RULE: Rule = Rule::on_page(include_str!("../../../docs/rules/P505.md"));

/// Roles with a reserved word as id.
#[must_use]
pub fn judge(subject: &Subject<'_>) -> Vec<Remark> {
    let roles = subject.version.regulation.roles.iter().enumerate();
    let reserved = roles.filter(|(_, role)| Selector::RESERVED.contains(&role.id.as_str()));
    reserved
        .map(|(index, role)| {
            let id = &role.id;
            Remark::on(
                item("roles", index).key("id"),
                Message::new(
                    text!(
                        "`{id}` is een vast woord en geen naam voor een rol",
                        "`{id}` is a reserved word and no id for a role"
                    ),
                    text!(
                        "kies een ander id, bijvoorbeeld het woord uit de tekst",
                        "choose another id, such as the word in the text"
                    ),
                ),
            )
        })
        .collect()
}
