//! P502: the title in the regulation is the title of the text.

use super::{Remark, Subject};
use crate::diagnostics::text;
use crate::regulation::fold;
use crate::rules::{Message, Rule};
use crate::yaml::Route;

/// The rule, as its page has it.
pub static RULE: Rule = Rule::on_page(include_str!("../../../docs/rules/P502.md"));

/// Another title, or none in the text.
#[must_use]
pub fn judge(subject: &Subject<'_>) -> Vec<Remark> {
    let own = &subject.version.regulation.title;
    let at = Route::root().key("title");
    match &subject.version.text.title {
        Some(title) if *title == fold(own) => Vec::new(),
        Some(title) => vec![Remark::on(
            at,
            Message::new(
                text!(
                    "de tekst heet “{title}”, de regeling “{own}”",
                    "the text is called “{title}”, the regulation “{own}”"
                ),
                text!("schrijf `title: {title}`", "write `title: {title}`"),
            ),
        )],
        None => vec![Remark::on(
            at,
            Message::new(
                text!("de tekst heeft geen titel", "the text has no title"),
                text!("begin de tekst met `# {own}`", "begin the text with `# {own}`"),
            ),
        )],
    }
}
