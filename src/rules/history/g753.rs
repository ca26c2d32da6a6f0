//! G753: every power that was given is told where somebody asks for it.

use chrono::NaiveDate;

use crate::diagnostics::text;
use crate::rules::{Message, Rule};

/// The rule, as its page has it.
pub static RULE: Rule = Rule::on_page(include_str!("../../../docs/rules/G753.md"));

/// What was given, and to whom.
#[derive(Debug, Clone, Copy)]
pub enum Given<'a> {
    /// A role, or a longer time in it.
    Role {
        /// The person.
        to: &'a str,
        /// The role.
        role: &'a str,
    },
    /// A key, an account or an address by which somebody is known.
    Known {
        /// The person.
        to: &'a str,
    },
    /// That somebody decides on the regulation.
    Owner(&'a str),
    /// That somebody decides on the register.
    Keeper(&'a str),
    /// How it is known who somebody is.
    Identity,
}

/// The words for it; `maker` is nothing where git does not tell.
#[must_use]
pub fn say(day: NaiveDate, maker: Option<&str>, given: Given<'_>) -> Message {
    let maker = maker.map_or_else(|| text!("iemand", "somebody"), |key| text!("{key}", "{key}"));
    let what = match given {
        Given::Role { to, role } => text!("gaf {to} de rol {role}", "gave {to} the role {role}"),
        Given::Known { to } => {
            text!("zette bij {to} een sleutel, account of adres", "added a key, account or address of {to}")
        }
        Given::Owner(to) => text!("maakte {to} eigenaar van de regeling", "made {to} an owner of the regulation"),
        Given::Keeper(to) => text!("maakte {to} beheerder van het register", "made {to} a keeper of the register"),
        Given::Identity => text!("veranderde hoe bekend is wie iets deed", "changed how it is known who did something"),
    };
    Message::new(
        text!("op {day}: {maker} {what}", "on {day}: {maker} {what}", maker, what),
        text!("klopt dat? zo niet: trek het in", "is that right? if not: withdraw it"),
    )
}
