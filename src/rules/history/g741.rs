//! G741: a register says who decides on it.

use crate::diagnostics::{Severity, text};
use crate::rules::{Message, Rule};

/// The rule, as its page has it.
pub static RULE: Rule = Rule::on_page(include_str!("../../../docs/rules/G741.md"));

/// The words for a register that names nobody.
#[must_use]
pub fn say() -> Message {
    Message::new(
        text!(
            "niemand is genoemd als beheerder: wie een collega kan toevoegen, kan een tweede zichzelf toevoegen",
            "nobody is named as keeper: whoever can add a colleague can add a second self"
        ),
        text!(
            "noem er twee in klacht.yaml: `authority: {{keepers: [REGELING/m1, REGELING/m2]}}`",
            "name two in klacht.yaml: `authority: {{keepers: [REGULATION/m1, REGULATION/m2]}}`"
        ),
    )
}

/// The words for a keeper or an owner who is nobody.
#[must_use]
pub fn nobody(name: &str) -> Message {
    Message::new(
        text!(
            "{name} is niemand van people.yaml, en gaat dus over niets",
            "{name} is nobody of people.yaml, and decides nothing"
        ),
        text!(
            "verbeter de naam: een beheerder is REGELING/SLEUTEL, zoals cmm/m1; een eigenaar alleen de sleutel",
            "put the name right: a keeper is REGULATION/KEY, such as cmm/m1; an owner the key alone"
        ),
    )
    .weighing(Severity::Warning)
}

/// The words for a register that begins: who its keepers are.
#[must_use]
pub fn begun(keepers: &[String]) -> Message {
    let names = keepers.join(", ");
    Message::new(
        text!("het register begint; de beheerders zijn {names}", "the register begins; its keepers are {names}"),
        text!(
            "klopt dat niet, wijzig dan `authority: keepers` in klacht.yaml",
            "if that is wrong, change `authority: keepers` in klacht.yaml"
        ),
    )
}
