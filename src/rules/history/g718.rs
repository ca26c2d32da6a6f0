//! G718: a destroyed case still counts in the yearbook.

use crate::diagnostics::{Text, text};
use crate::rules::{Message, Rule};

/// The rule, as its page has it.
pub static RULE: Rule = Rule::on_page(include_str!("../../../docs/rules/G718.md"));

/// The words for a case that was destroyed; `yearbook` is the path of the yearbook that lacks its row.
#[must_use]
pub fn say(case: &str, yearbook: &str) -> Message {
    Message::new(
        text!(
            "klacht {case} is vernietigd, maar {yearbook} kreeg er geen telregel bij",
            "case {case} was destroyed, but {yearbook} did not get a tally row"
        ),
        remedy(case),
    )
}

/// How many keys are named.
const NAMED: usize = 4;

/// The words for a row that does not say what the case was; `keys` are those of the row that are absent or different.
#[must_use]
pub fn wrong(case: &str, yearbook: &str, keys: &[&str]) -> Message {
    let named: Vec<&str> = keys.iter().take(NAMED).copied().collect();
    let (named, more) = (named.join(", "), keys.len().saturating_sub(NAMED));
    let more = if more == 0 { text!("", "") } else { text!(" en {more} meer", " and {more} more") };
    Message::new(
        text!(
            "de telregel in {yearbook} zegt niet wat klacht {case} was: {named}{more}",
            "the tally row in {yearbook} does not say what case {case} was: {named}{more}",
            more
        ),
        remedy(case),
    )
}

fn remedy(case: &str) -> Text {
    text!(
        "zet beide bestanden terug uit de commit ervoor, en laat het doen: `klacht destroy {case}`",
        "put both files back from the commit before, and have it done: `klacht destroy {case}`"
    )
}

/// The words for rows that count more cases than the commit destroys.
#[must_use]
pub fn more(rows: u64, stubs: usize) -> Message {
    Message::new(
        text!(
            "er kwamen telregels bij voor {rows} klachten, en er zijn er {stubs} vernietigd",
            "rows for {rows} cases were added to the tally, and {stubs} were destroyed"
        ),
        text!("haal weg wat te veel is", "take out what is too much"),
    )
}
