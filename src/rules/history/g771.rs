//! G771: a history that began anew says so.

use chrono::NaiveDate;

use crate::calendar::date_words;
use crate::diagnostics::text;
use crate::rules::{Message, Rule};

/// The rule, as its page has it.
pub static RULE: Rule = Rule::on_page(include_str!("../../../docs/rules/G771.md"));

/// What the first commit says of the history before it.
#[derive(Debug, Clone, Copy)]
pub struct Said<'a> {
    /// How many times it began anew.
    pub bridges: usize,
    /// How many commits are no longer there.
    pub commits: usize,
    /// The last day on which it did.
    pub day: NaiveDate,
    /// The program that judged what was there.
    pub program: &'a str,
    /// How many cases are destroyed.
    pub destroyed: usize,
}

/// The words for it; `keeper` signed.
#[must_use]
pub fn say(said: &Said<'_>, keeper: &str) -> Message {
    let Said { bridges, commits, day, program, destroyed } = said;
    let day = date_words(*day);
    Message::new(
        text!(
            "bruggen: {bridges}; {commits} commits van voor {day} zijn beoordeeld door {program}, zonder fouten; vernietigde zaken: {destroyed}; ondertekend door {keeper}",
            "bridges: {bridges}; {commits} commits from before {day} were judged by {program}, no errors; cases destroyed: {destroyed}; signed by {keeper}",
            bridges,
            commits,
            day,
            program,
            destroyed,
            keeper
        ),
        text!(
            "hier hoeft niets; wat daarvoor was, staat in de zaken zelf: `klacht explain G771`",
            "nothing needs to be done; what was before stands in the cases themselves: `klacht explain G771`"
        ),
    )
}
