//! S810: the lessons for the public hold nothing of a person or a case.

use crate::diagnostics::text;
use crate::rules::{Message, Rule};

/// The rule, as its page has it.
pub static RULE: Rule = Rule::on_page(include_str!("../../../docs/rules/S810.md"));

/// What a lesson holds.
#[derive(Debug, Clone, Copy)]
pub enum Held<'a> {
    /// Personal data of the kind that this rule looks for.
    Data(&'a str),
    /// The id of a case.
    Case,
    /// Somebody of `people.yaml`.
    Person,
    /// Words of a confidential part.
    Sealed,
}

/// What is said of a lesson. What it holds is not repeated.
#[must_use]
pub fn say(held: Held<'_>) -> Message {
    let what = match held {
        Held::Data(code) => text!("persoonsgegevens (zie {code})", "personal data (see {code})"),
        Held::Case => text!("een klachtnummer", "the id of a case"),
        Held::Person => text!("iemand uit people.yaml", "somebody of people.yaml"),
        Held::Sealed => text!("woorden uit een vertrouwelijk deel", "words of a confidential part"),
    };
    Message::new(
        text!("in deze les voor het publiek staat {what}", "this lesson for the public holds {what}", what),
        text!(
            "zeg in eigen woorden wat nu anders gaat, zonder de zaak",
            "say in your own words what is done differently now, without the case"
        ),
    )
}
