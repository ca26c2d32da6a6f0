//! G739: a change of people.yaml leaves right what stands.

use crate::diagnostics::text;
use crate::rules::{Message, Rule};

/// The rule, as its page has it.
pub static RULE: Rule = Rule::on_page(include_str!("../../../docs/rules/G739.md"));

/// The words for an entry, counted from 1, of a case that is wrong by this change.
#[must_use]
pub fn say(case: &str, entry: usize, person: &str, more: usize) -> Message {
    let more = if more == 0 { text!("", "") } else { text!(", en {more} meer", ", and {more} more") };
    Message::new(
        text!(
            "hierdoor klopt vastlegging {entry} van {case} niet meer: {person} had er de rol niet voor{more}",
            "this makes entry {entry} of {case} wrong: {person} did not hold the role for it{more}",
            more
        ),
        text!(
            "laat de rol later eindigen; eindigde zij echt eerder, zeg dan bij die rol waarom: `although: …`",
            "let the role end later; if it really ended earlier, say why at that role: `although: …`"
        ),
    )
}
