//! W219: the complainant pays nothing where the regulation says so.

use crate::diagnostics::text;
use crate::docket::Docket;
use crate::rules::{Message, Rule};

/// The rule, as its page has it.
pub static RULE: Rule = Rule::on_page(include_str!("../../../docs/rules/W219.md"));

/// What it says of a violation.
#[must_use]
pub fn say(docket: &Docket<'_>) -> Message {
    let id = &docket.case().id;
    let message = text!(
        "bij klacht {id} is de klager iets in rekening gebracht; de regeling zegt dat klagen niets kost",
        "in case {id} the complainant was charged; the regulation says that complaining costs nothing"
    );
    let remedy = text!(
        "betaal het terug en schrijf `charged: 0` (bij `klacht add`: `--charged 0`)",
        "pay it back and write `charged: 0` (with `klacht add`: `--charged 0`)"
    );
    Message::new(message, remedy)
}
