//! C111: there is a regulation for the day of receipt.

use crate::calendar::date_words;
use crate::diagnostics::text;
use crate::regulation::NoVersion;
use crate::rules::{Message, Rule};
use crate::yaml::is_id;
use chrono::NaiveDate;

/// The rule, as its page has it.
pub static RULE: Rule = Rule::on_page(include_str!("../../../docs/rules/C111.md"));

/// What it says when a case received on `day` has no version to be judged by. `regulation` is the folder below `cases/`;
/// it is only repeated when it looks like an id.
#[must_use]
pub fn say(why: NoVersion, regulation: &str, day: NaiveDate) -> Message {
    let id =
        if is_id(regulation) { text!("{regulation}", "{regulation}") } else { text!("<regeling>", "<regulation>") };
    let received = date_words(day);
    match why {
        NoVersion::Regulation => Message::new(
            text!("er is geen regeling `{id}`", "there is no regulation `{id}`", id),
            text!(
                "zet de klacht in de map van een regeling die er is, of voeg `policy/{id}/` toe",
                "put the case in the folder of a regulation that exists, or add `policy/{id}/`",
                id
            ),
        ),
        NoVersion::TooEarly(first) => {
            let from = date_words(first);
            Message::new(
                text!(
                    "regeling `{id}` geldt pas vanaf {from}; ontvangen {received}",
                    "regulation `{id}` is in force from {from}; received {received}",
                    id,
                    from,
                    received
                ),
                text!(
                    "kijk `received` na, of voeg de versie van toen toe als `policy/{id}/<datum>/`",
                    "look `received` up, or add the version of that time as `policy/{id}/<date>/`",
                    id
                ),
            )
        }
        NoVersion::Unreadable(version) => Message::new(
            text!(
                "de versie van regeling `{id}` die gold op {received} is niet te lezen",
                "the version of regulation `{id}` in force on {received} cannot be read",
                id,
                received
            ),
            text!(
                "zet eerst `policy/{id}/{version}/regulation.yaml` recht: `klacht policy check`",
                "first put `policy/{id}/{version}/regulation.yaml` right: `klacht policy check`",
                id
            ),
        ),
    }
}
