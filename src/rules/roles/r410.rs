//! R410: a declaration is one that the regulation asks for, by somebody who may give it.

use super::days::Days;
use super::named::{named, vouches};
use crate::diagnostics::{Text, text};
use crate::docket::Docket;
use crate::naming;
use crate::regulation::{Attestation, Attested, People, Per, Regulation, RuleRef, Selector, Version};
use crate::rules::{Message, Placed, Rule};
use crate::yaml::Route;
use crate::yearbook::Yearbook;

/// The rule, as its page has it.
pub static RULE: Rule = Rule::on_page(include_str!("../../../docs/rules/R410.md"));

/// What it says of a violation.
#[must_use]
pub fn say(docket: &Docket<'_>, attestation: &str, by: &str, known: bool) -> Message {
    let regulation = &docket.version.regulation;
    let rule = regulation.attestations.iter().find(|a| a.id == attestation).filter(|_| known);
    said(regulation, attestation, &naming::key(docket, by), rule, Per::Case)
}

/// What is wrong with declarations in people.yaml, given while the version is in force.
#[must_use]
pub fn judge(people: &People, version: &Version, days: Days) -> Vec<Placed> {
    let desk = Desk { people, version, days };
    let persons = people.persons.iter().enumerate();
    let judged = persons.flat_map(|(number, person)| {
        let at = Route::root().key("persons").index(number).key("attestations");
        let may = |rule: &Attestation, given: &Attested| vouches(people, &version.regulation, rule, person, given);
        desk.wrong(&person.attestations, Per::Holder, &at, &may)
    });
    judged.collect()
}

/// What is wrong with declarations in yearbook.yaml, given while the version is in force.
#[must_use]
pub fn judge_yearbook(yearbook: &Yearbook, people: &People, version: &Version, days: Days) -> Vec<Placed> {
    let at = Route::root().key("attestations");
    let may = |rule: &Attestation, given: &Attested| named(people, &version.regulation, &rule.by, &given.by, given.on);
    Desk { people, version, days }.wrong(&yearbook.attestations, Per::Year, &at, &may)
}

struct Desk<'a> {
    people: &'a People,
    version: &'a Version,
    days: Days,
}

impl Desk<'_> {
    fn wrong(
        &self,
        given: &[Attested],
        per: Per,
        at: &Route,
        may: &dyn Fn(&Attestation, &Attested) -> bool,
    ) -> Vec<Placed> {
        let regulation = &self.version.regulation;
        let mut found = Vec::new();
        for (index, given) in given.iter().enumerate().filter(|(_, given)| self.days.has(given.on)) {
            let rule = regulation.attestations.iter().find(|a| a.id == given.attestation && a.per == per);
            if rule.is_some_and(|rule| may(rule, given)) {
                continue;
            }
            let by = naming::key_of(self.people, regulation, &given.by);
            let said = said(regulation, &given.attestation, &by, rule, per);
            let rule = rule.map(|r| RuleRef::new("attestations", &r.id));
            found.push(Placed { at: at.index(index), rule, said });
        }
        found
    }
}

fn said(regulation: &Regulation, id: &str, by: &Text, rule: Option<&Attestation>, per: Per) -> Message {
    let Some(rule) = rule else { return unasked(regulation, id, per) };
    let words: Vec<&str> = rule.by.iter().map(Selector::word).collect();
    let may = naming::whos(regulation, &words);
    let message = text!(
        "de verklaring `{id}` mag op die dag niet van {by} komen, wel van {may}",
        "on that day the declaration `{id}` must come from {may}, not from {by}",
        by,
        may
    );
    let flag = match per {
        Per::Case => naming::by_step_as(&format!("--attest-by {id}=…")),
        Per::Year | Per::Holder => naming::same(""),
    };
    let remedy = text!(
        "laat {may} het verklaren en schrijf dat bij `by:`{flag}",
        "have {may} declare it and write that at `by:`{flag}",
        may,
        flag
    );
    Message::new(message, remedy)
}

fn unasked(regulation: &Regulation, id: &str, per: Per) -> Message {
    let id = naming::shown(id, "met deze naam", "by this name");
    let whose = match per {
        Per::Case => text!("een klacht", "a case"),
        Per::Year => text!("een jaar", "a year"),
        Per::Holder => text!("een houder van een rol", "a holder of a role"),
    };
    let message = text!(
        "de regeling vraagt bij {whose} geen verklaring {id}",
        "the regulation asks no declaration {id} of {whose}",
        whose,
        id
    );
    let asked: Vec<&str> = regulation.attestations.iter().filter(|a| a.per == per).map(|a| a.id.as_str()).collect();
    let remedy = if asked.is_empty() {
        text!("haal de verklaring weg", "remove the declaration")
    } else {
        let asked = naming::ids(&asked);
        text!("kies uit: {asked}, of haal haar weg", "choose from: {asked}, or remove it")
    };
    Message::new(message, remedy)
}
