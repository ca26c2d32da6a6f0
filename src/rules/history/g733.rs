//! G733: nobody gives himself a role, a key or a say.

use crate::diagnostics::{Severity, text};
use crate::rules::{Message, Rule};

/// The rule, as its page has it.
pub static RULE: Rule = Rule::on_page(include_str!("../../../docs/rules/G733.md"));

/// What somebody gave himself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Raised {
    /// A role, or a client.
    Role,
    /// A key, an account or an address.
    Known,
    /// A place among those who decide, without naming anybody else.
    Decides,
    /// The place of somebody else: what he is known by stands there now.
    Another,
}

/// The words for what this person gave himself; `sole` when there is nobody else who could.
#[must_use]
pub fn say(person: &str, what: Raised, sole: bool) -> Message {
    let what = match what {
        Raised::Role => text!("een rol", "a role"),
        Raised::Known => text!("een sleutel, account of adres", "a key, account or address"),
        Raised::Decides => text!("zeggenschap, zonder een ander te noemen", "a say, and names nobody else"),
        Raised::Another => text!("de plaats van een ander", "the place of somebody else"),
    };
    let said = Message::new(
        text!("{person} geeft zichzelf {what}", "{person} gives himself {what}", what),
        text!("laat een ander die erover gaat dit vastleggen", "have somebody else who decides on it record this"),
    );
    if sole { said.weighing(Severity::Hint) } else { said }
}
