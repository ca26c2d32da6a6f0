//! The steps of a way, one after the other, each on the last day on which it is in time.

use chrono::NaiveDate;

use super::cast::{case, people};
use super::entry::{Wanted, entry};
use crate::case::Case;
use crate::casework::reckoning;
use crate::diagnostics::{Text, text};
use crate::docket::{Clock, Docket, ViolationKind};
use crate::regulation::{People, Step, Version};
use crate::rules::Rule;
use crate::rules::policy::model::{Taken, Way};

/// A step is taken at most so often for all that it is repeated for.
const TIMES: usize = 8;

/// A way that was walked.
pub(super) struct Walked {
    /// Its steps.
    pub steps: Vec<Day>,
    /// What the case is from the start.
    pub case: Case,
    /// What comes again and again meanwhile, and was left out here.
    pub meanwhile: Vec<Text>,
    /// What the engine finds wrong, where the model saw a way.
    pub wrong: Vec<Text>,
}

/// A step with its day.
pub(super) struct Day {
    /// Its number in the regulation.
    pub step: usize,
    /// The day on which it is taken.
    pub on: NaiveDate,
    /// The last day of its own term.
    pub until: Option<NaiveDate>,
    /// That term.
    pub term: Option<String>,
    /// Why that day.
    pub why: Text,
    /// The values on which the way depends.
    pub values: Vec<(String, String)>,
}

/// Walks a way: the most urgent step first, or, where the engine does not let that be, in the order in which it was found.
pub(super) fn walked(version: &Version, way: &Way, from: NaiveDate) -> Walked {
    let urgent = along(version, way, from, true);
    if urgent.wrong.is_empty() {
        return urgent;
    }
    let plain = along(version, way, from, false);
    if plain.wrong.len() < urgent.wrong.len() { plain } else { urgent }
}

fn along(version: &Version, way: &Way, from: NaiveDate, by_urgency: bool) -> Walked {
    let people = people(&version.regulation, from);
    let mut case = case(&version.regulation, &people, way, from);
    let mut left: Vec<&Taken> = way.steps.iter().collect();
    let (mut steps, mut day) = (Vec::new(), from);
    while !left.is_empty() {
        let next = if by_urgency { most_urgent(&case, version, &people, &left) } else { 0 };
        let taken = left.remove(next);
        let Some(step) = version.regulation.steps.get(taken.step) else { continue };
        if nothing_to_repeat(&case, version, &people, step) {
            continue;
        }
        day = taken.overdue.iter().filter_map(|term| over(&case, version, &people, term)).max().unwrap_or(day).max(day);
        let due = last_day(&case, version, &people, step, day);
        day = due.on;
        take(&mut case, version, &people, &Wanted { step, on: day, values: &taken.values });
        let set = case.log.last().map(|entry| {
            let known = taken.values.iter().filter_map(|(key, _)| Some((key.clone(), entry.value(key)?.to_owned())));
            known.collect()
        });
        steps.push(Day { step: taken.step, values: set.unwrap_or_default(), ..due });
    }
    let (meanwhile, wrong) = (meanwhile(&case, version, &people), wrong(&case, version, &people));
    Walked { steps, case, meanwhile, wrong }
}

/// The first day on which a term that runs is over.
fn over(case: &Case, version: &Version, people: &People, term: &str) -> Option<NaiveDate> {
    let docket = Docket::replay(case, version, people);
    docket.running().iter().rfind(|clock| clock.term.id == term)?.due.on.succ_opt()
}

/// Whether a step is repeated for parties or things of which there are none here.
fn nothing_to_repeat(case: &Case, version: &Version, people: &People, step: &Step) -> bool {
    let docket = Docket::replay(case, version, people);
    step.does.is_none() && step.each.as_ref().is_some_and(|each| docket.progress.repeated_for(each).is_empty())
}

/// The number of the step that must be taken first, of those that can be now. The end waits for all others.
fn most_urgent(case: &Case, version: &Version, people: &People, left: &[&Taken]) -> usize {
    let docket = Docket::replay(case, version, people);
    let possible = docket.possible();
    let before_the_end = left.len().saturating_sub(1).max(1);
    let free = left.iter().take(before_the_end).enumerate().filter_map(|(number, taken)| {
        let id = &version.regulation.steps.get(taken.step)?.id;
        let found = possible.iter().find(|possible| possible.step.id == *id && possible.obstacles.is_empty())?;
        Some((found.until.unwrap_or(NaiveDate::MAX), number))
    });
    free.min().map_or(0, |(_, number)| number)
}

/// The day on which a step is taken when nobody hurries: the last of its own term, or the day of the step before it.
fn last_day(case: &Case, version: &Version, people: &People, step: &Step, day: NaiveDate) -> Day {
    let docket = Docket::replay(case, version, people);
    let regulation = &version.regulation;
    let running = docket.running();
    let mut own: Vec<&Clock<'_>> = running.iter().filter(|clock| clock.term.until.contains(&step.id)).collect();
    own.sort_by_key(|clock| clock.due.on);
    // A step that only cuts a term short, such as a withdrawal, is not due on its last day.
    let own = own.first().filter(|clock| !(step.optional && clock.term.until.first() != Some(&step.id)));
    if let Some(clock) = own {
        let (name, how) = (regulation.term_name(clock.term), reckoning(&docket, clock));
        return Day {
            step: 0,
            on: clock.due.on.max(day),
            until: Some(clock.due.on),
            term: Some(clock.term.id.clone()),
            why: text!("{name}: {how}", "{name}: {how}", name, how),
            values: Vec::new(),
        };
    }
    let possible = docket.possible();
    let found = possible.iter().find(|possible| possible.step.id == step.id);
    let outer = found.and_then(|found| found.term.as_deref().zip(found.until));
    let outer = outer.and_then(|(term, until)| Some((regulation.term(term)?, until))).filter(|_| !step.optional);
    let why = if let Some((term, until)) = outer {
        let (name, until) = (regulation.term_name(term), crate::calendar::date_words(until));
        text!(
            "geen eigen termijn; moet gebeuren vóór het einde van “{name}”, {until}",
            "no term of its own; must come before the end of “{name}”, {until}",
            name,
            until
        )
    } else {
        text!("geen termijn: dezelfde dag", "no term: the same day")
    };
    Day { step: 0, on: day, until: None, term: None, why, values: Vec::new() }
}

/// Takes a step, and again for whom or what it is repeated.
fn take(case: &mut Case, version: &Version, people: &People, wanted: &Wanted<'_>) {
    for nth in 0..TIMES {
        let made = {
            let docket = Docket::replay(case, version, people);
            if nth > 0 && (wanted.step.once || docket.progress.done(wanted.step).is_ok() || ends(wanted.step)) {
                return;
            }
            entry(&docket, people, wanted)
        };
        case.log.push(made);
    }
}

fn ends(step: &Step) -> bool {
    step.does.is_some()
}

/// The notices that a term asks for again and again while the case is open: a way has none of them.
fn meanwhile(case: &Case, version: &Version, people: &People) -> Vec<Text> {
    let docket = Docket::replay(case, version, people);
    let regulation = &version.regulation;
    let told = docket.violations.iter().filter_map(|violation| match &violation.kind {
        ViolationKind::NoticeMissing { term, step, due, .. } => {
            let (name, due) = (regulation.step_name(step), crate::calendar::date_words(*due));
            let term = regulation.term(term).map(|term| regulation.term_name(term))?;
            Some(text!(
                "intussen: {name}, de eerste keer uiterlijk {due} ({term})",
                "meanwhile: {name}, the first time by {due} ({term})",
                name,
                due,
                term
            ))
        }
        _ => None,
    });
    told.collect()
}

/// What the engine finds wrong with the order, the days and the people: what example data lack says nothing of the draft.
fn wrong(case: &Case, version: &Version, people: &People) -> Vec<Text> {
    let docket = Docket::replay(case, version, people);
    let found = docket.violations.iter().filter(|violation| matters(&violation.kind));
    found.map(|violation| Rule::of(&violation.kind, &docket).1.message).collect()
}

fn matters(kind: &ViolationKind) -> bool {
    matches!(
        kind,
        ViolationKind::Before { .. }
            | ViolationKind::NoOccasion { .. }
            | ViolationKind::Unfinished { .. }
            | ViolationKind::AfterEnd { .. }
            | ViolationKind::AfterRuling { .. }
            | ViolationKind::WrongKind { .. }
            | ViolationKind::Twice { .. }
            | ViolationKind::OutOfOrder { .. }
            | ViolationKind::Late { .. }
            | ViolationKind::NoActor { .. }
            | ViolationKind::WrongActor { .. }
            | ViolationKind::WrongHandler { .. }
            | ViolationKind::WrongEscalator { .. }
            | ViolationKind::Conflict { .. }
            | ViolationKind::Topics { .. }
            | ViolationKind::NeedsParty { .. }
    )
}
