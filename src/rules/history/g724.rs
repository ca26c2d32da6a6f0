//! G724: frozen annual figures stay as they are.

use crate::diagnostics::text;
use crate::rules::{Message, Rule};
use crate::yearbook::Broken;

/// The rule, as its page has it.
pub static RULE: Rule = Rule::on_page(include_str!("../../../docs/rules/G724.md"));

/// The words for a block, counted from 1, that is gone or no longer the same.
#[must_use]
pub fn lost(block: usize, yearbook: &str) -> Message {
    Message::new(
        text!(
            "bevroren blok {block} van de jaarcijfers is gewijzigd of weg",
            "frozen block {block} of the annual figures was changed or is gone"
        ),
        text!(
            "zet het terug: `git restore --source=HEAD~ {yearbook}`",
            "put it back: `git restore --source=HEAD~ {yearbook}`"
        ),
    )
}

/// The words for what is wrong with a block, counted from 1.
#[must_use]
pub fn say(block: usize, broken: &Broken) -> Message {
    let wrong = match broken {
        Broken::Changed => text!("is niet wat er werd bevroren", "is not what was frozen"),
        Broken::Chain => text!("noemt niet het blok dat eraan voorafging", "does not name the block before it"),
        Broken::Order => text!(
            "past niet in de rij: nummer, jaar of dag klopt niet",
            "is out of order: its number, year or day does not fit"
        ),
        Broken::Figures(unsound) => {
            if let Some(table) = unsound.table() {
                text!(
                    "telt niet op of verraadt een getal in tabel `{table}`",
                    "does not add up, or gives a number away, in table `{table}`"
                )
            } else {
                text!("heeft een doorloop die niet optelt", "has a flow that does not add up")
            }
        }
    };
    Message::new(
        text!(
            "bevroren blok {block} van de jaarcijfers {wrong}",
            "frozen block {block} of the annual figures {wrong}",
            wrong
        ),
        text!(
            "zet het blok terug zoals `klacht year close` het schreef; een herziening gaat met --correct",
            "put the block back as `klacht year close` wrote it; a revision goes by --correct"
        ),
    )
}
