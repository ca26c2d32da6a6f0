//! Whom a step may name: keys with what they are, never names.

use chrono::NaiveDate;

use super::step_wants::{Table, Trial};
use super::want::{Choice, Values, Want};
use crate::diagnostics::Text;
use crate::docket::{Docket, LackKind, Receipt};
use crate::regulation::{HeldRole, Position, Selector, Step};
use crate::rules::naming;

/// A party or a member of staff, with what they are on that day.
pub(super) fn parties_or_staff(docket: &Docket<'_>, key: &str, day: NaiveDate) -> Choice {
    let regulation = &docket.version.regulation;
    if let Some(party) = docket.case().parties.iter().find(|p| p.key == key) {
        let position = naming::who(regulation, party.position.word());
        let role = party.role.as_ref().filter(|id| regulation.role(id).is_some()).map(|id| regulation.role_name(id));
        let (nl, en) = role.map_or_else(Default::default, |r| (format!(", {}", r.nl), format!(", {}", r.en)));
        return Choice::new(key, Text::new(format!("{}{nl}", position.nl), format!("{}{en}", position.en)));
    }
    let person = docket.progress.cast.people.person(key);
    let held: Vec<&HeldRole> = person.iter().flat_map(|p| p.roles.iter().filter(|r| p.holds(&r.role, day))).collect();
    let name = if regulation.role(key).is_some() || held.is_empty() {
        regulation.role_name(key)
    } else {
        regulation.roles_names(&held)
    };
    Choice::new(key, name)
}

/// Members of staff on a day.
pub(super) fn staff(table: &Table<'_>, day: NaiveDate) -> Vec<Choice> {
    let docket = table.docket();
    let keys = docket.progress.cast.persons(&Selector::Anyone, day, None);
    keys.into_iter().map(|k| parties_or_staff(&docket, k, day)).collect()
}

/// Everybody who may take the step as it was said so far.
pub(super) fn takers(table: &Table<'_>, values: &Values, trial: &Trial<'_>) -> Vec<Choice> {
    let people = table.people.persons.iter().map(|p| p.key.as_str());
    let parties = table.case.parties.iter().map(|p| p.key.as_str());
    let externals = table.version.regulation.roles.iter().filter(|r| r.kind == crate::regulation::RoleKind::External);
    let held = |role: &str| table.people.holders(role, trial.on).next().is_some();
    let externals = externals.map(|r| r.id.as_str()).filter(|r| !held(r));
    let keys = parties.chain(people).chain(externals);
    let may = |kind: &LackKind| {
        !matches!(
            kind,
            LackKind::NoActor { .. }
                | LackKind::WrongActor { .. }
                | LackKind::UnknownWho { field: "by", .. }
                | LackKind::WrongEscalator { .. }
                | LackKind::Conflict { waivable: false, .. }
        )
    };
    passing(table, values, "by", keys, trial, &may)
}

/// Everybody who may be the handler.
pub(super) fn handlers(table: &Table<'_>, values: &Values, trial: &Trial<'_>) -> Vec<Choice> {
    let keys = table.people.persons.iter().map(|p| p.key.as_str());
    let may = |kind: &LackKind| {
        !matches!(
            kind,
            LackKind::WrongHandler { .. } | LackKind::UnknownWho { field: "handler", .. } | LackKind::Conflict { .. }
        )
    };
    passing(table, values, "handler", keys, trial, &may)
}

/// The keys with which the step lacks none of some things.
fn passing<'k>(
    table: &Table<'_>,
    values: &Values,
    key: &str,
    keys: impl Iterator<Item = &'k str>,
    trial: &Trial<'_>,
    may: &dyn Fn(&LackKind) -> bool,
) -> Vec<Choice> {
    let fits = |candidate: &&str| {
        let mut with = values.clone();
        with.insert(key.to_owned(), vec![(*candidate).to_owned()]);
        table.tried(&with, |t| t.lacks.iter().all(may)) == Some(true)
    };
    keys.filter(fits).map(|k| parties_or_staff(trial.docket, k, trial.on)).collect()
}

/// Who must still receive the step, by key: `to`, `cc`, `with`, `reported_to`.
pub(super) fn receivers(trial: &Trial<'_>, step: &Step, values: &Values) -> Vec<Want> {
    let groups = [
        (Receipt::To, &step.to, Text::new("aan wie", "to whom")),
        (Receipt::Cc, &step.cc, Text::new("wie een kopie kreeg", "who received a copy")),
        (Receipt::With, &step.with, Text::new("met wie", "with whom")),
        (Receipt::ReportedTo, &step.report_to, Text::new("aan wie gemeld", "to whom it was reported")),
    ];
    let absent = |word: &str, how: Receipt| {
        trial.lacks.iter().any(|l| matches!(l, LackKind::NotReceived { who, how: h, .. } if who == word && *h == how))
    };
    let mut wants = Vec::new();
    for (how, selectors, label) in groups {
        let lacking: Vec<&Selector> = selectors.iter().filter(|s| absent(s.word(), how)).collect();
        if lacking.is_empty() {
            continue;
        }
        let found: Vec<(Vec<String>, Vec<String>)> = lacking.iter().map(|s| candidates(trial, s)).collect();
        let given = values.get(how.key()).cloned().unwrap_or_default();
        let certain = found.iter().all(|(_, default)| !default.is_empty());
        let union = |lists: Vec<Vec<String>>| {
            let mut all = given.clone();
            all.extend(lists.concat());
            let mut told = std::collections::BTreeSet::new();
            all.retain(|k| told.insert(k.clone()));
            all
        };
        let keys = union(found.iter().map(|(keys, _)| keys.clone()).collect());
        let default = union(found.into_iter().map(|(_, default)| default).collect());
        let choices = keys.iter().map(|k| parties_or_staff(trial.docket, k, trial.on)).collect();
        let want = Want::choice(how.key(), label, choices).several();
        wants.push(if certain { want.only(default) } else { want.proposing(Vec::new()) });
    }
    wants
}

/// Whom a selector may mean as receiver, and who it must be when nobody says otherwise.
fn candidates(trial: &Trial<'_>, selector: &Selector) -> (Vec<String>, Vec<String>) {
    let progress = &trial.docket.progress;
    let parties: Vec<String> = progress.cast.parties(selector).iter().map(|p| p.key.clone()).collect();
    let only = |keys: &[String]| if keys.len() == 1 { keys.to_vec() } else { Vec::new() };
    match selector {
        Selector::Position(Position::Complainant) => {
            let spoken = progress.cast.in_position(Position::Representative).map(|p| p.key.clone());
            let all: Vec<String> = parties.iter().cloned().chain(spoken).collect();
            (all, only(&parties))
        }
        // Everybody in that position must have it.
        Selector::Position(_) | Selector::Parties => (parties.clone(), parties),
        Selector::Role(role) if parties.is_empty() => {
            let holders = progress.cast.persons(selector, trial.on, progress.handler);
            let holders: Vec<String> = holders.into_iter().map(str::to_owned).collect();
            // Several hold the role: to the role is what the regulation says.
            let default = if holders.len() == 1 { holders.clone() } else { vec![role.clone()] };
            (holders.into_iter().chain([role.clone()]).collect(), default)
        }
        Selector::Role(_) => (parties.clone(), only(&parties)),
        _ => {
            let keys = progress.cast.persons(selector, trial.on, progress.handler);
            let keys: Vec<String> = keys.into_iter().map(str::to_owned).collect();
            let default = only(&keys);
            (keys, default)
        }
    }
}
