//! Whom a step may name: keys with what they are, never names.

use chrono::NaiveDate;

use crate::casework::prompt::{Choice, Prompt, Values};
use crate::casework::take_step::step_form::{DryRun, StepForm};
use crate::diagnostics::{Text, text};
use crate::docket::{Docket, Receipt, ViolationKind};
use crate::naming;
use crate::regulation::{HeldRole, Position, Selector, Step};

/// A party or a member of staff, with what they are on that day.
pub(crate) fn parties_or_staff(docket: &Docket<'_>, key: &str, day: NaiveDate) -> Choice {
    let regulation = &docket.version.regulation;
    if let Some(party) = docket.case().parties.iter().find(|p| p.key == key) {
        let position = naming::who(regulation, party.position.word());
        let role = party.role.as_ref().filter(|id| regulation.role(id).is_some()).map(|id| regulation.role_name(id));
        let (nl, en) = role.map_or_else(Default::default, |r| (format!(", {}", r.nl), format!(", {}", r.en)));
        return Choice::new(key, Text::new(format!("{}{nl}", position.nl), format!("{}{en}", position.en)));
    }
    let person = docket.progress.participants.people.person(key);
    let held: Vec<&HeldRole> = person.iter().flat_map(|p| p.roles.iter().filter(|r| p.holds(&r.role, day))).collect();
    let name = if regulation.role(key).is_some() || held.is_empty() {
        regulation.role_name(key)
    } else {
        regulation.roles_names(&held)
    };
    Choice::new(key, name)
}

/// Members of staff on a day.
pub(crate) fn staff(table: &StepForm<'_>, day: NaiveDate) -> Vec<Choice> {
    let docket = table.docket();
    let keys = docket.progress.participants.persons(&Selector::Anyone, day, None);
    keys.into_iter().map(|k| parties_or_staff(&docket, k, day)).collect()
}

/// Everybody who may take the step as it was said so far.
pub(crate) fn takers(table: &StepForm<'_>, values: &Values, dry_run: &DryRun<'_>) -> Vec<Choice> {
    let people = table.people.persons.iter().map(|p| p.key.as_str());
    let parties = table.case.parties.iter().map(|p| p.key.as_str());
    let externals = table.version.regulation.roles.iter().filter(|r| r.kind == crate::regulation::RoleKind::External);
    let held = |role: &str| table.people.holders(role, dry_run.on).next().is_some();
    let externals = externals.map(|r| r.id.as_str()).filter(|r| !held(r));
    let keys = parties.chain(people).chain(externals);
    let may = |kind: &ViolationKind| {
        !matches!(
            kind,
            ViolationKind::NoActor { .. }
                | ViolationKind::WrongActor { .. }
                | ViolationKind::UnknownWho { field: "by", .. }
                | ViolationKind::WrongEscalator { .. }
                | ViolationKind::Conflict { waivable: false, .. }
        )
    };
    passing(table, values, "by", keys, dry_run, &may)
}

/// Everybody who may be the handler.
pub(crate) fn handlers(table: &StepForm<'_>, values: &Values, dry_run: &DryRun<'_>) -> Vec<Choice> {
    let keys = table.people.persons.iter().map(|p| p.key.as_str());
    let may = |kind: &ViolationKind| {
        !matches!(
            kind,
            ViolationKind::WrongHandler { .. }
                | ViolationKind::UnknownWho { field: "handler", .. }
                | ViolationKind::Conflict { .. }
        )
    };
    passing(table, values, "handler", keys, dry_run, &may)
}

/// The keys with which the step lacks none of some things.
fn passing<'k>(
    table: &StepForm<'_>,
    values: &Values,
    key: &str,
    keys: impl Iterator<Item = &'k str>,
    dry_run: &DryRun<'_>,
    may: &dyn Fn(&ViolationKind) -> bool,
) -> Vec<Choice> {
    let fits = |candidate: &&str| {
        let mut with = values.clone();
        with.insert(key.to_owned(), vec![(*candidate).to_owned()]);
        table.tried(&with, |t| t.violations.iter().all(may)) == Some(true)
    };
    keys.filter(fits).map(|k| parties_or_staff(dry_run.docket, k, dry_run.on)).collect()
}

/// Who must still receive the step, by key: `to`, `cc`, `with`, `reported_to`.
pub(crate) fn receivers(dry_run: &DryRun<'_>, step: &Step, values: &Values) -> Vec<Prompt> {
    let groups = [
        (Receipt::To, &step.to, text!("aan wie", "to whom")),
        (Receipt::Cc, &step.cc, text!("wie een kopie kreeg", "who received a copy")),
        (Receipt::With, &step.with, text!("met wie", "with whom")),
        (Receipt::ReportedTo, &step.report_to, text!("aan wie gemeld", "to whom it was reported")),
    ];
    let absent = |word: &str, how: Receipt| {
        dry_run.violations.iter().find_map(|l| match l {
            ViolationKind::NotReceived { who, missing, how: h, .. } if who == word && *h == how => Some(missing),
            _ => None,
        })
    };
    let mut prompts = Vec::new();
    for (how, selectors, label) in groups {
        let lacking: Vec<(&Selector, &Vec<String>)> =
            selectors.iter().filter_map(|s| Some((s, absent(s.word(), how)?))).collect();
        if lacking.is_empty() {
            continue;
        }
        let given = values.get(how.key()).cloned().unwrap_or_default();
        let found: Vec<(Vec<String>, Vec<String>)> =
            lacking.iter().map(|(s, missing)| candidates(dry_run, s, missing, &given, how)).collect();
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
        let choices = keys.iter().map(|k| parties_or_staff(dry_run.docket, k, dry_run.on)).collect();
        let prompt = Prompt::choice(how.key(), label, choices).several();
        prompts.push(if certain { prompt.only(default) } else { prompt.proposing(Vec::new()) });
    }
    prompts
}

/// Whom a selector may mean as receiver, and who it must be when nobody says otherwise: whoever names one of several parties
/// says that it went to that one.
fn candidates(
    dry_run: &DryRun<'_>,
    selector: &Selector,
    missing: &[String],
    given: &[String],
    how: Receipt,
) -> (Vec<String>, Vec<String>) {
    let progress = &dry_run.docket.progress;
    let parties: Vec<String> = progress.participants.parties(selector).iter().map(|p| p.key.clone()).collect();
    let missing: &[String] = if parties.iter().any(|party| given.contains(party)) { &[] } else { missing };
    // Who is told of a step need not be able to take it; who is asked for advice must.
    let barred = |key: &str| how == Receipt::With && progress.barring(selector, key, dry_run.on).is_some();
    let able = |selector: &Selector| -> Vec<String> {
        let named = progress.participants.persons(selector, dry_run.on, progress.handler).into_iter();
        named.filter(|key| !barred(key)).map(str::to_owned).collect()
    };
    let only = |keys: &[String]| if keys.len() == 1 { keys.to_vec() } else { Vec::new() };
    match selector {
        Selector::Position(Position::Complainant) => {
            let normalise = progress.participants.in_position(Position::Representative).map(|p| p.key.clone());
            let all: Vec<String> = parties.iter().cloned().chain(normalise).collect();
            (all, missing.to_vec())
        }
        // Everybody in that position must have it.
        Selector::Position(_) | Selector::Parties => (parties, missing.to_vec()),
        Selector::Role(role) if parties.is_empty() => {
            let holders = able(selector);
            // Several hold the role: to the role is what the regulation says.
            let default = if holders.len() == 1 { holders.clone() } else { vec![role.clone()] };
            (holders.into_iter().chain([role.clone()]).collect(), default)
        }
        Selector::Role(_) if !missing.is_empty() => (parties, missing.to_vec()),
        Selector::Role(_) => (parties.clone(), only(&parties)),
        _ => {
            let keys = able(selector);
            let default = only(&keys);
            (keys, default)
        }
    }
}
