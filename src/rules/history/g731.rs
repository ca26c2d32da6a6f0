//! G731: whoever changes what cases are judged by decides on it.

use crate::diagnostics::text;
use crate::rules::{Message, Rule};

/// The rule, as its page has it.
pub static RULE: Rule = Rule::on_page(include_str!("../../../docs/rules/G731.md"));

/// Whose it is, and why it is not this person's.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NotTheirs<'a> {
    /// The register's, and so its keepers'.
    Keepers,
    /// A regulation's, and so its owners'.
    Owners(&'a str),
    /// Of those whom a regulation names for it, or else its owners'.
    Named(&'a str),
    /// Of whoever handles the case, or of an owner of this regulation.
    Handlers(&'a str),
    /// Of whoever took the step or may take it, or of an owner of this regulation.
    Takers(&'a str),
    /// Of a person who has a key, account or address that counts.
    Own(&'a str),
    /// A key that reads what is sealed, of this person.
    Seal(&'a str),
}

/// The words for what this person may not change.
#[must_use]
pub fn say(person: &str, what: NotTheirs<'_>) -> Message {
    let message = match what {
        NotTheirs::Keepers => {
            text!("{person} is geen beheerder van dit register", "{person} is no keeper of this register")
        }
        NotTheirs::Owners(id) => text!("{person} gaat niet over de regeling {id}", "{person} is no owner of {id}"),
        NotTheirs::Named(id) => text!(
            "{person} heeft hiervoor geen rol volgens de regeling {id}, en gaat er niet over",
            "{person} holds no role for this by {id}, and is no owner of it"
        ),
        NotTheirs::Handlers(id) => text!(
            "{person} behandelt deze klacht niet, en gaat niet over de regeling {id}",
            "{person} does not handle this case, and is no owner of {id}"
        ),
        NotTheirs::Takers(id) => text!(
            "{person} deed deze stap niet, mag hem nu niet doen en gaat niet over de regeling {id}",
            "{person} did not take this step, may not take it now and is no owner of {id}"
        ),
        NotTheirs::Own(other) => text!(
            "{person} geeft {other} een sleutel of account, terwijl {other} er al een heeft",
            "{person} gives {other} a key or account, though {other} has one"
        ),
        NotTheirs::Seal(other) => text!(
            "{person} schrijft een leessleutel op naam van {other}",
            "{person} writes a key that reads what is sealed, as that of {other}"
        ),
    };
    let remedy = match what {
        NotTheirs::Keepers => text!(
            "laat een beheerder dit vastleggen (`authority: keepers` in klacht.yaml; anders wie een rol heeft)",
            "have a keeper record this (`authority: keepers` in klacht.yaml; else whoever holds a role)"
        ),
        NotTheirs::Own(other) => text!(
            "laat {other} dit zelf vastleggen; intrekken mag ieder: `revoked: true`",
            "have {other} record this; anybody may revoke: `revoked: true`"
        ),
        NotTheirs::Seal(other) => text!(
            "laat {other} dit zelf vastleggen (`klacht keys new`), of wie over de regeling gaat",
            "have {other} record this (`klacht keys new`), or whoever decides on the regulation"
        ),
        NotTheirs::Owners(id) | NotTheirs::Named(id) | NotTheirs::Handlers(id) | NotTheirs::Takers(id) => text!(
            "laat wie dat wel mag dit vastleggen (`policy_owners` in policy/{id}/people.yaml; anders wie een rol heeft)",
            "have whoever may record this (`policy_owners` in policy/{id}/people.yaml; else whoever holds a role)"
        ),
    };
    Message::new(message, remedy)
}
