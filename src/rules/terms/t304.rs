//! T304: an extension was announced before the term was over.

use chrono::NaiveDate;

use super::words;
use crate::diagnostics::text;
use crate::docket::Docket;
use crate::rules::{Message, Rule};

/// The rule, as its page has it.
pub static RULE: Rule = Rule::on_page(include_str!("../../../docs/rules/T304.md"));

/// What it says of a notice that came too late.
#[must_use]
pub fn say(docket: &Docket<'_>, term: &str, due: NaiveDate, on: NaiveDate) -> Message {
    let (term, due, on) = (words::term(docket, term), words::day(due), words::day(on));
    let message = text!(
        "verlenging gemeld op {on}, maar {term} liep tot en met {due}: de verlenging telt niet",
        "extension announced on {on}, but {term} ended {due}: the extension does not count",
        on,
        term,
        due
    );
    let line = words::account();
    let remedy = text!("{line}; de termijn blijft wat die was", "{line}; the term stays as it was", line);
    Message::new(message, remedy)
}
