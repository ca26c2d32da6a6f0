//! P513: a term says in exactly one way how long it lasts.

use super::{Remark, Subject, item};
use crate::diagnostics::text;
use crate::rules::{Message, Rule};

/// The rule, as its page has it.
pub static RULE: Rule = Rule::on_page(include_str!("../../../docs/rules/P513.md"));

/// Terms with no duration, several, or nothing that recurs.
#[must_use]
pub fn judge(subject: &Subject<'_>) -> Vec<Remark> {
    let mut found = Vec::new();
    for (index, term) in subject.version.regulation.terms.iter().enumerate() {
        let (at, id) = (item("terms", index), &term.id);
        let given = [term.within.is_some(), term.agreed.is_some(), term.every.is_some()];
        match given.into_iter().filter(|g| *g).count() {
            1 => {}
            0 => found.push(Remark::on(
                at.clone(),
                Message::new(
                    text!("de termijn `{id}` zegt niet hoe lang", "the term `{id}` does not say how long"),
                    text!("voeg `within`, `agreed` of `every` toe", "add `within`, `agreed` or `every`"),
                ),
            )),
            _ => found.push(Remark::on(
                at.clone(),
                Message::new(
                    text!(
                        "de termijn `{id}` zegt op meer dan één manier hoe lang",
                        "the term `{id}` says in more than one way how long"
                    ),
                    text!("houd één van `within`, `agreed` en `every`", "keep one of `within`, `agreed` and `every`"),
                ),
            )),
        }
        if term.every.is_some() && term.each.is_some() {
            found.push(Remark::on(
                at.key("each"),
                Message::new(
                    text!(
                        "de termijn `{id}` herhaalt zich: `each` zegt daarbij niets",
                        "the term `{id}` recurs: `each` says nothing there"
                    ),
                    text!(
                        "haal `each` weg, of schrijf `within` of `agreed`",
                        "take `each` out, or write `within` or `agreed`"
                    ),
                ),
            ));
        }
        if term.every.is_some() != term.step.is_some() {
            found.push(Remark::on(
                at,
                Message::new(
                    text!(
                        "de termijn `{id}` herhaalt zich, maar `every` en `step` horen bij elkaar",
                        "the term `{id}` recurs, but `every` and `step` belong together"
                    ),
                    text!(
                        "noem bij `every` de stap die zich herhaalt: `step: <stap>`",
                        "name the step that recurs beside `every`: `step: <step>`"
                    ),
                ),
            ));
        }
    }
    found
}
