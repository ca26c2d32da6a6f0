//! R412: whoever holds a role that needs a declaration has that declaration.

use chrono::NaiveDate;

use super::days::Days;
use super::named::vouches;
use crate::diagnostics::text;
use crate::naming;
use crate::regulation::{Attestation, Attested, HeldRole, People, Per, Person, RuleRef, Selector, Version};
use crate::rules::{Message, Placed, Rule};
use crate::yaml::Route;

/// The rule, as its page has it.
pub static RULE: Rule = Rule::on_page(include_str!("../../../docs/rules/R412.md"));

/// The holders without a declaration that their role needs, as known on `today`: a role that begins later is not judged
/// yet. The routes lead into people.yaml.
#[must_use]
pub fn judge(people: &People, version: &Version, days: Days, today: NaiveDate) -> Vec<Placed> {
    let rules = version.regulation.attestations.iter().filter(|a| a.per == Per::Holder);
    let mut found = Vec::new();
    for rule in rules {
        for (number, person) in people.persons.iter().enumerate() {
            let held = person.roles.iter().enumerate();
            let due = held.filter(|(_, h)| Some(&h.role) == rule.holder.as_ref() && h.from <= today && days.touch(h));
            for (place, held) in due.filter(|(_, held)| !declared(people, version, person, rule, held, days)) {
                let at = Route::root().key("persons").index(number).key("roles").index(place);
                let said = missing(version, &person.key, rule, held);
                found.push(Placed { at, rule: Some(RuleRef::new("attestations", &rule.id)), said });
            }
        }
    }
    found
}

/// A declaration by the wrong person is R410's to report, not to be reported here again; from before this version
/// nobody else looks at it.
fn declared(
    people: &People,
    version: &Version,
    person: &Person,
    rule: &Attestation,
    held: &HeldRole,
    days: Days,
) -> bool {
    let in_time = |given: &&Attested| given.attestation == rule.id && held.until.is_none_or(|end| given.on <= end);
    let counts = |given: &Attested| days.has(given.on) || vouches(people, &version.regulation, rule, person, given);
    person.attestations.iter().filter(in_time).any(counts)
}

fn missing(version: &Version, key: &str, rule: &Attestation, held: &HeldRole) -> Message {
    let regulation = &version.regulation;
    let words: Vec<&str> = rule.by.iter().map(Selector::word).collect();
    let (holder, by) = (naming::who(regulation, &held.role), naming::whos(regulation, &words));
    let (id, what) = (&rule.id, &rule.what);
    let message = text!(
        "`{key}` is {holder} maar heeft de verklaring `{id}` niet: “{what}”",
        "`{key}` is {holder} but lacks the declaration `{id}`: “{what}”",
        holder
    );
    let line = format!("`attestations: [{{attestation: {id}, on: …, by: …, how: …}}]`");
    let remedy = text!(
        "laat {by} dit verklaren en schrijf bij deze persoon {line}",
        "have {by} declare it and write at this person {line}",
        by
    );
    Message::new(message, remedy)
}
