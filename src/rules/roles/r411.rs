//! R411: no more persons have access to the cases than the regulation says.

use super::crowd;
use super::days::Days;
use crate::diagnostics::text;
use crate::naming;
use crate::regulation::{People, RuleRef, Version};
use crate::rules::{Message, Placed, Rule};

/// The rule, as its page has it.
pub static RULE: Rule = Rule::on_page(include_str!("../../../docs/rules/R411.md"));

/// The days on which more persons have access than the version allows. The routes lead into people.yaml.
#[must_use]
pub fn judge(people: &People, version: &Version, days: Days) -> Vec<Placed> {
    let access = version.regulation.confidentiality.as_ref().and_then(|c| c.access.as_ref());
    let Some((access, most)) = access.and_then(|a| a.max_persons.map(|most| (a, most))) else { return Vec::new() };
    let roles: Vec<&str> = access.roles.iter().map(String::as_str).collect();
    let said = |crowd: crowd::Crowd| {
        let (count, day) = (crowd.persons, crowd.day);
        let message = text!(
            "op {day} kunnen {count} personen bij de klachten; de regeling zegt hoogstens {most}",
            "on {day} {count} persons have access to the cases; the regulation says at most {most}"
        );
        let names = naming::ids(&roles);
        let remedy = text!(
            "geef een van hen bij de rol een `until:` van voor {day} (rollen met toegang: {names})",
            "give one of them an `until:` before {day} at the role (roles with access: {names})"
        );
        let rule = Some(RuleRef::block("confidentiality.access"));
        Placed { at: crowd.at, rule, said: Message::new(message, remedy) }
    };
    crowd::beyond(people, &roles, most, days).into_iter().map(said).collect()
}
