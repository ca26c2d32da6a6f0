//! G759: what is sealed lives as long as its case, and no longer.

use crate::diagnostics::text;
use crate::rules::{Message, Rule};

/// The rule, as its page has it.
pub static RULE: Rule = Rule::on_page(include_str!("../../../docs/rules/G759.md"));

/// What became of the case.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Fate {
    /// It was destroyed, and something of it is sealed.
    Destroyed,
    /// It was not destroyed, and what is sealed of it goes.
    Lives,
}

/// The words for a case.
#[must_use]
pub fn say(case: &str, fate: Fate) -> Message {
    match fate {
        Fate::Destroyed => Message::new(
            text!(
                "{case} is vernietigd: er komt niets verzegelds van terug",
                "{case} was destroyed: nothing sealed of it comes back"
            ),
            text!(
                "haal ook hier weg wat er nog van is: `klacht sync`",
                "let what is left of it go here too: `klacht sync`"
            ),
        ),
        Fate::Lives => Message::new(
            text!(
                "{case} is niet vernietigd, dus wat ervan verzegeld is blijft",
                "{case} was not destroyed, so what is sealed of it stays"
            ),
            text!(
                "is de termijn voorbij, vernietig dan de klacht: `klacht destroy {case}`",
                "if its term is over, destroy the case: `klacht destroy {case}`"
            ),
        ),
    }
}
