//! From a docket to its row.

use chrono::NaiveDate;

use crate::case::{Case, Position};
use crate::casework::case_index::row::{Actor, DueKind, DueRow, Row, Words};
use crate::casework::open_case::workspace::CaseFile;
use crate::diagnostics::Text;
use crate::docket::{Clock, Discussed, Docket, Duty, Participants, Progress, State};
use crate::regulation::{Does, Selector, Step, Term, Version};
use crate::{counting, naming};

/// The row of a case.
#[must_use]
pub fn look(file: &CaseFile, docket: &Docket<'_>, discussed: &Discussed) -> Row<String> {
    let case = &file.case;
    let coded = counting::code(docket, case.first_day()).map(|coded| coded.record.codes);
    Row {
        path: file.path.clone(),
        id: case.id.to_string(),
        regulation: file.regulation.clone(),
        received: case.received,
        state: docket.state(),
        handler: docket.progress.handler.map(str::to_owned),
        topics: topics(case),
        complainant: complainant(case),
        last: docket.last_recorded(),
        ended: docket.progress.ended.map(|ended| ended.on),
        due: due(docket, discussed),
        acknowledge_by: counting::acknowledgement_due(docket),
        codes: coded.unwrap_or_default().into_iter().collect(),
    }
}

fn topics(case: &Case) -> Vec<String> {
    let mut topics: Vec<String> = case.main_topic.iter().cloned().collect();
    for topic in &case.topics {
        if !topics.contains(topic) {
            topics.push(topic.clone());
        }
    }
    topics
}

fn complainant(case: &Case) -> Option<String> {
    case.parties.iter().find(|p| p.position == Position::Complainant).and_then(|p| p.role.clone())
}

/// Everything to be done: steps, terms that no step stands for, recurring notices, destruction.
fn due(docket: &Docket<'_>, discussed: &Discussed) -> Vec<DueRow<String>> {
    if docket.state() == State::Destroyed {
        return Vec::new();
    }
    let running = docket.running();
    // Who can do it differs by the day; that is looked up when it is shown.
    let duties = docket.duties(NaiveDate::default());
    let mut due: Vec<DueRow<String>> = duties.iter().map(|duty| of_duty(docket, duty, &running)).collect();
    end_in_time(docket, discussed, &mut due);
    let covered = |clock: &Clock<'_>| duties.iter().any(|duty| is_of(duty, clock) && duty.until == Some(clock.due.on));
    due.extend(running.iter().filter(|clock| !covered(clock)).map(|clock| of_clock(docket, clock)));
    due.extend(docket.timetable.next_notices.iter().filter_map(|(term, on)| of_notice(docket, term, *on)));
    due.extend(destruction(docket, discussed));
    due.sort_by(|a, b| a.on.unwrap_or(NaiveDate::MAX).cmp(&b.on.unwrap_or(NaiveDate::MAX)));
    due
}

fn is_of(duty: &Duty<'_>, clock: &Clock<'_>) -> bool {
    duty.term.as_ref().and_then(|term| term.id.as_deref()) == Some(clock.term.id.as_str())
}

fn of_duty(docket: &Docket<'_>, duty: &Duty<'_>, running: &[Clock<'_>]) -> DueRow<String> {
    let clock = running.iter().filter(|clock| is_of(duty, clock)).min_by_key(|clock| clock.due.on);
    DueRow {
        kind: DueKind::Step,
        on: duty.until,
        step: duty.step.id.clone(),
        or: duty.or.iter().map(|step| step.id.clone()).collect(),
        words: duty_words(docket.version, duty),
        detail: duty.detail.clone(),
        term: clock.map(|clock| clock.term.id.clone()),
        round: clock.map_or(docket.progress.round, |clock| clock.round),
        moved: clock.map_or(0, moved),
        hard: clock.is_none_or(|clock| clock.term.hard),
        by: actors(docket, &duty.steps().collect::<Vec<_>>(), duty.by.iter().copied()),
    }
}

fn moved(clock: &Clock<'_>) -> u64 {
    clock.due.extensions as u64 + clock.due.suspended
}

fn of_clock(docket: &Docket<'_>, clock: &Clock<'_>) -> DueRow<String> {
    let steps = &docket.progress.regulation().steps;
    let ends = clock.open.iter().filter_map(|id| steps.iter().find(|step| step.id == *id));
    // The ordinary end of a term comes first in the regulation; one that only cuts it short is not what is waited for.
    let end = ends.clone().find(|step| step.does != Some(Does::End)).or_else(|| ends.clone().next());
    DueRow {
        kind: DueKind::Term,
        on: Some(clock.due.on),
        step: end.map_or_else(|| clock.term.id.clone(), |step| step.id.clone()),
        or: Vec::new(),
        words: words(docket.version, "terms", &clock.term.id, &clock.term.name),
        detail: None,
        term: Some(clock.term.id.clone()),
        round: clock.round,
        moved: moved(clock),
        hard: clock.term.hard,
        by: end.map(|step| actors(docket, &[step], step.by.iter().chain(&step.by_each))).unwrap_or_default(),
    }
}

fn of_notice(docket: &Docket<'_>, term: &Term, on: NaiveDate) -> Option<DueRow<String>> {
    let step = docket.progress.regulation().step(term.step.as_deref()?)?;
    Some(DueRow {
        kind: DueKind::Notice,
        on: Some(on),
        step: step.id.clone(),
        or: Vec::new(),
        words: step_words(docket.version, step),
        detail: None,
        term: Some(term.id.clone()),
        round: docket.progress.round,
        moved: docket.progress.entries(&step.id).count() as u64,
        hard: term.hard,
        by: actors(docket, &[step], step.by.iter().chain(&step.by_each)),
    })
}

/// What the event that ends the keeping has come of must be ended by then: the steps that do so get that day.
fn end_in_time(docket: &Docket<'_>, discussed: &Discussed, due: &mut [DueRow<String>]) {
    let retention = docket.retention(discussed);
    let until = retention.until.filter(|_| docket.progress.ended.is_none() && retention.holds.is_empty());
    let ends = |id: &String| {
        let step = docket.progress.regulation().step(id);
        step.is_some_and(|step| matches!(step.does, Some(Does::Close | Does::End)))
    };
    for row in due.iter_mut().filter(|row| ends(&row.step) && until.is_some()) {
        row.on = row.on.or(until);
    }
}

fn destruction(docket: &Docket<'_>, discussed: &Discussed) -> Option<DueRow<String>> {
    let retention = docket.retention(discussed);
    let on = retention.until.filter(|_| retention.holds.is_empty() && docket.progress.ended.is_some())?;
    let by = docket.progress.regulation().retention.as_ref().and_then(|rule| rule.by.as_ref());
    Some(DueRow {
        kind: DueKind::Destruction,
        on: Some(on),
        step: "retention".to_owned(),
        or: Vec::new(),
        words: Words { nl: "Zaak vernietigen".to_owned(), en: "Destroy the case".to_owned() },
        detail: None,
        term: Some("retention".to_owned()),
        round: docket.progress.round,
        moved: 0,
        hard: true,
        by: by.map(|by| destroyers(docket, by)).into_iter().collect(),
    })
}

fn actors<'s>(docket: &Docket<'_>, steps: &[&Step], by: impl IntoIterator<Item = &'s Selector>) -> Vec<Actor<String>> {
    let (progress, day) = (&docket.progress, docket.last_recorded());
    let of = |selector: &Selector| {
        let mut actor = actor(progress, selector, &|key| progress.is_kept_from(steps, selector, key, day));
        actor.persons.extend(progress.standing_in(selector, day).map(str::to_owned));
        actor
    };
    by.into_iter().map(of).collect()
}

fn destroyers(docket: &Docket<'_>, by: &Selector) -> Actor<String> {
    let (progress, day) = (&docket.progress, docket.last_recorded());
    actor(progress, by, &|key| progress.kept_from_destroying(by, key, day))
}

fn actor<'a>(progress: &Progress<'a>, selector: &Selector, is_kept: &dyn Fn(&'a str) -> bool) -> Actor<String> {
    let participants: Participants<'a> = progress.participants;
    let role = match selector {
        Selector::Role(role) => Some(role.clone()),
        Selector::Owner => participants.owner_role().map(str::to_owned),
        _ => None,
    };
    let mut persons: Vec<String> =
        participants.parties(selector).into_iter().filter_map(|party| party.person.clone()).collect();
    if *selector == Selector::Handler {
        persons.extend(progress.handler.map(str::to_owned));
    }
    let all = participants.people.persons.iter().map(|person| person.key.as_str());
    let kept = all.filter(|key| is_kept(key)).map(str::to_owned).collect();
    Actor { selector: selector.word().to_owned(), role, persons, kept }
}

fn duty_words(version: &Version, duty: &Duty<'_>) -> Words<String> {
    let Text { nl, en } = naming::any_of_steps(&version.regulation, duty.steps());
    Words { nl, en }
}

fn step_words(version: &Version, step: &Step) -> Words<String> {
    words(version, "steps", &step.id, &step.name)
}

/// A rule's name, in English where it was translated.
pub(crate) fn words(version: &Version, block: &str, id: &str, name: &str) -> Words<String> {
    let Text { nl, en } = version.regulation.named(&format!("{block}/{id}"), name);
    Words { nl, en }
}
