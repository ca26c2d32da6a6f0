//! T303: a target date was missed.

use chrono::NaiveDate;

use super::words;
use crate::diagnostics::text;
use crate::docket::{Docket, Due};
use crate::naming;
use crate::rules::{Message, Rule};

/// The rule, as its page has it.
pub static RULE: Rule = Rule::on_page(include_str!("../../../docs/rules/T303.md"));

/// What it says of a target that was missed.
#[must_use]
pub fn say(docket: &Docket<'_>, term: &str, step: &str, due: &Due, on: NaiveDate, accounted: bool) -> Message {
    let remedy = if accounted {
        text!("niets meer te doen: de reden staat bij `late:`", "nothing more to do: the reason stands at `late:`")
    } else {
        let flag = naming::by_step("late");
        text!(
            "u hoeft niets te doen; met een regel `late: \"<reden>\"`{flag} bij de stap staat ook vast waarom",
            "nothing is needed; a line `late: \"<reason>\"`{flag} at the step also records why",
            flag
        )
    };
    Message::new(words::late(docket, term, step, due, on), remedy)
}
