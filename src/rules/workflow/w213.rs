//! W213: the log is in order of date and does not begin before receipt.

use chrono::NaiveDate;

use crate::diagnostics::text;
use crate::docket::Docket;
use crate::naming;
use crate::rules::{Message, Rule};

/// The rule, as its page has it.
pub static RULE: Rule = Rule::on_page(include_str!("../../../docs/rules/W213.md"));

/// What it says of a step before the complaint came in.
#[must_use]
pub fn before_receipt(docket: &Docket<'_>, step: &str) -> Message {
    let (name, flag) = (naming::step(&docket.version.regulation, step), naming::by_step("on"));
    let received = docket.case().first_day();
    let message = text!(
        "{name} ligt voor de dag van ontvangst, {received}",
        "{name} lies before the day of receipt, {received}",
        name
    );
    let remedy =
        text!("verbeter `on:`{flag} naar {received} of later", "correct `on:`{flag} to {received} or later", flag);
    Message::new(message, remedy)
}

/// What it says of a log that is not in order of date.
#[must_use]
pub fn out_of_order(docket: &Docket<'_>, step: &str, previous: NaiveDate) -> Message {
    let (name, flag) = (naming::step(&docket.version.regulation, step), naming::by_step("on"));
    let message = text!(
        "{name} staat onder een stap van {previous} maar is ouder",
        "{name} stands below a step of {previous} but is older",
        name
    );
    let remedy = text!(
        "verbeter `on:`{flag}, of zet de stap op volgorde van datum",
        "correct `on:`{flag}, or put the step in order of date",
        flag
    );
    Message::new(message, remedy)
}
