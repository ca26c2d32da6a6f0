//! The cases of a year, replayed under a draft and under the version that held.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike, NaiveDate};

use super::naming::Naming;
use super::outcome::{LateTerm, OneCase, StepCount, Trial};
use crate::casework::{CaseworkError, Workspace};
use crate::diagnostics::{Lang, Text};
use crate::docket::{ClockState, Docket, State, ViolationKind};
use crate::register::Snapshot;
use crate::regulation::Version;

/// One case under both.
struct Tried {
    one: OneCase,
    was: BTreeMap<String, i64>,
    unknown: BTreeSet<String>,
}

/// Judges the cases received in `year` by the draft; clocks that still run are held against `today`. With `each` the
/// answer also tells of each case. Nothing is written.
pub fn simulate(
    workspace: &Workspace,
    draft: &Version,
    year: i32,
    today: NaiveDate,
    each: bool,
) -> Result<Trial, CaseworkError> {
    let Some(history) = workspace.context.policy.histories.get(&draft.id) else { return Ok(empty(draft, year)) };
    let (found, _) = workspace.each(|file, docket| {
        let here = file.regulation == draft.id && file.case.first_day().year() == year;
        here.then(|| {
            let alive = docket.state() != State::Destroyed;
            alive.then(|| tried(docket, &Docket::replay(&file.case, draft, &history.people), today))
        })
    })?;
    let folder = workspace.files.list(&format!("cases/{}/{year}", draft.id))?;
    let there = folder.files.iter().filter(|f| crate::paths::is_case(&f.path)).count();
    let tried: Vec<Tried> = found.into_iter().flatten().collect();
    let [nl, en] = Lang::ALL.map(|lang| Naming::of(draft, lang));
    let name = |place: String| Text::new(nl.at(&place), en.at(&place));
    let count = |steps: &dyn Fn(&Tried) -> BTreeSet<String>| {
        let mut counts: BTreeMap<String, usize> = BTreeMap::new();
        tried.iter().flat_map(steps).for_each(|step| *counts.entry(step).or_default() += 1);
        let rows = counts.into_iter();
        rows.map(|(step, cases)| StepCount { name: name(format!("steps/{step}")), step, cases }).collect::<Vec<_>>()
    };
    let set = |steps: &Vec<String>| steps.iter().cloned().collect();
    Ok(Trial {
        cases: tried.len(),
        not_tried: there.saturating_sub(tried.len()),
        well: tried.iter().filter(|t| is_well(t)).count(),
        late: draft.regulation.terms.iter().filter_map(|t| late(&t.id, &tried, &name)).collect(),
        missing: count(&|t| set(&t.one.missing)),
        unknown: count(&|t| t.unknown.clone()),
        roles: count(&|t| set(&t.one.roles)),
        other: tried.iter().filter(|t| t.one.other > 0).count(),
        each: each.then(|| {
            let mut told: Vec<OneCase> = tried.iter().filter(|t| !is_well(t)).map(|t| t.one.clone()).collect();
            told.sort_by(|a, b| a.id.cmp(&b.id));
            told
        }),
        ..empty(draft, year)
    })
}

fn empty(draft: &Version, year: i32) -> Trial {
    Trial {
        schema: "klacht.policy-simulate/1",
        regulation: draft.id.clone(),
        draft: draft.path.clone(),
        year,
        cases: 0,
        not_tried: 0,
        well: 0,
        late: Vec::new(),
        missing: Vec::new(),
        unknown: Vec::new(),
        roles: Vec::new(),
        other: 0,
        each: None,
    }
}

/// A case late in the same terms as before and with nothing else to tell is as well off as it was.
fn is_well(tried: &Tried) -> bool {
    let as_before = tried.one.late.iter().all(|(term, _)| tried.was.contains_key(term));
    let rest = OneCase { late: Vec::new(), ..tried.one.clone() };
    as_before && rest.is_well() && tried.unknown.is_empty()
}

fn tried(now: &Docket<'_>, under: &Docket<'_>, today: NaiveDate) -> Tried {
    let stood = |kind: &ViolationKind| now.violations.iter().any(|l| l.kind == *kind);
    let mut one =
        OneCase { id: under.case().id.to_string(), late: Vec::new(), missing: Vec::new(), roles: Vec::new(), other: 0 };
    let mut unknown = BTreeSet::new();
    for violation in under.violations.iter().filter(|l| !stood(&l.kind)) {
        match &violation.kind {
            // Told from the clocks, with the days.
            ViolationKind::Late { .. } => {}
            ViolationKind::UnknownStep { step, .. } => {
                unknown.insert(step.clone());
            }
            ViolationKind::Unfinished { step, .. } => one.missing.push(step.clone()),
            ViolationKind::Before { needs, .. } => one.missing.extend(needs.first().cloned()),
            ViolationKind::WrongActor { step, .. }
            | ViolationKind::NoActor { step, .. }
            | ViolationKind::WrongEscalator { step, .. }
            | ViolationKind::Conflict { step, .. } => one.roles.push(step.clone()),
            ViolationKind::WrongHandler { .. } => {
                one.roles.extend(under.version.regulation.assignment.step.first().cloned());
            }
            _ => one.other += 1,
        }
    }
    let once = |list: &mut Vec<String>| {
        list.sort_unstable();
        list.dedup();
    };
    once(&mut one.missing);
    once(&mut one.roles);
    one.late = days_late(under, today).into_iter().collect();
    Tried { one, was: days_late(now, today), unknown }
}

/// The most days by which each term was missed.
fn days_late(docket: &Docket<'_>, today: NaiveDate) -> BTreeMap<String, i64> {
    let mut days = BTreeMap::new();
    for clock in docket.clocks().into_iter().filter(|c| c.late(Some(today))) {
        let end = match clock.state {
            ClockState::Stopped { on, .. } => on,
            _ => today,
        };
        let late = (end - clock.due.on).num_days();
        let most: &mut i64 = days.entry(clock.term.id.clone()).or_default();
        *most = late.max(*most);
    }
    days
}

fn late(term: &str, tried: &[Tried], name: &dyn Fn(String) -> Text) -> Option<LateTerm> {
    let of = |t: &Tried| t.one.late.iter().find(|(id, _)| id == term).map(|(_, days)| *days);
    let mut days: Vec<i64> = tried.iter().filter_map(of).collect();
    let was_late = tried.iter().filter(|t| t.was.contains_key(term)).count();
    if days.is_empty() && was_late == 0 {
        return None;
    }
    days.sort_unstable();
    Some(LateTerm {
        term: term.to_owned(),
        name: name(format!("terms/{term}")),
        would_be_late: days.len(),
        was_late,
        newly_late: tried.iter().filter(|t| of(t).is_some() && !t.was.contains_key(term)).count(),
        middle_days: days.get(days.len() / 2).copied().unwrap_or(0),
        most_days: days.last().copied().unwrap_or(0),
    })
}
