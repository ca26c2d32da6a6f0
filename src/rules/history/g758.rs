//! G758: sealed pieces stay, unless the case says that they were taken back.

use crate::diagnostics::text;
use crate::rules::{Message, Rule};

/// The rule, as its page has it.
pub static RULE: Rule = Rule::on_page(include_str!("../../../docs/rules/G758.md"));

/// What is wrong with the pieces of a case.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum WrongPart {
    /// They are rewritten, and nothing was taken back.
    Rewritten,
    /// One that was not taken back is gone.
    Gone,
    /// One is something else.
    Changed,
    /// One is in their past and not among them.
    Hidden,
    /// Two pasts come together.
    Joined,
    /// One that was taken back comes back.
    Back,
}

/// The words for the pieces of a case.
#[must_use]
pub fn say(case: &str, why: WrongPart) -> Message {
    let message = match why {
        WrongPart::Rewritten => text!(
            "de verzegelde stukken van {case} worden herschreven, zonder dat er een is teruggenomen",
            "the sealed pieces of {case} are rewritten, though none was taken back"
        ),
        WrongPart::Gone => text!(
            "van {case} verdwijnt een verzegeld stuk dat in de klacht niet is teruggenomen (`withdrawn`)",
            "of {case} a sealed piece vanishes that the case does not name as taken back (`withdrawn`)"
        ),
        WrongPart::Changed => text!(
            "een verzegeld stuk van {case} is iets anders geworden",
            "a sealed piece of {case} has become something else"
        ),
        WrongPart::Hidden => text!(
            "in het verleden van {case} zit een verzegeld stuk dat er nu niet bij staat",
            "in the past of {case} is a sealed piece that is not among those of now"
        ),
        WrongPart::Joined => text!(
            "de verzegelde stukken van {case} hebben twee verledens",
            "the sealed pieces of {case} have two pasts"
        ),
        WrongPart::Back => text!(
            "een verzegeld stuk dat van {case} is teruggenomen, komt terug",
            "a sealed piece that was taken back from {case} comes back"
        ),
    };
    Message::new(
        message,
        text!(
            "haal op wat er is en probeer het opnieuw: `klacht sync`",
            "fetch what there is and try again: `klacht sync`"
        ),
    )
}
