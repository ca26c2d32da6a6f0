//! W225: data that are said to be sealed are in a sealed piece.

use crate::diagnostics::{Severity, text};
use crate::naming;
use crate::rules::{Message, Rule};

/// The rule, as its page has it.
pub static RULE: Rule = Rule::on_page(include_str!("../../../docs/rules/W225.md"));

/// The words for data that no piece holds, of one of several complainants or of the case.
#[must_use]
pub fn say(fields: &[String], party: Option<&str>) -> Message {
    let words = naming::ids(fields);
    let message = match party {
        Some(party) => text!("van {party} is nog niet verzegeld: {words}", "of {party} is not sealed yet: {words}"),
        None => text!(
            "dit staat bij `sealed.fields`, en geen verzegeld stuk bevat het: {words}",
            "this stands in `sealed.fields`, and no sealed piece holds it: {words}"
        ),
    };
    let remedy = text!(
        "verzegel het: `klacht seal ZAAKNUMMER`; het vinkje bij `sealed.fields` is dan niet meer nodig",
        "seal it: `klacht seal CASE-ID`; the tick in `sealed.fields` is then no longer needed"
    );
    let said = Message::new(message, remedy);
    // Somebody who joins a case is recorded before their data are known; what was ticked is claimed to be there.
    if party.is_some() { said.weighing(Severity::Warning) } else { said }
}
