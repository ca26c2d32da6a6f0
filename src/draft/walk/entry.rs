//! One step as an entry that the regulation accepts, with example data.

use chrono::{Days, NaiveDate};

use super::cast::{example, said};
use crate::case::{Case, DataValue, LogEntry};
use crate::docket::{Docket, Progress, ViolationKind};
use crate::regulation::{Ask, AskType, Each, People, RoleKind, Selector, Step, Version};
use crate::rules::policy::model::Value;

/// What an entry is made for.
pub(super) struct Wanted<'a> {
    /// The step.
    pub step: &'a Step,
    /// The day.
    pub on: NaiveDate,
    /// What it sets of the keys that conditions ask after.
    pub values: &'a [(String, Value)],
}

/// The entry, by whoever may take the step. Of several who can, the first with whom nothing is wrong.
pub(super) fn entry(docket: &Docket<'_>, people: &People, wanted: &Wanted<'_>) -> LogEntry {
    let progress = &docket.progress;
    let plain = plain(progress, wanted);
    let mut best: Option<(usize, LogEntry)> = None;
    for by in takers(progress, wanted) {
        let mut entry = LogEntry { by, ..plain.clone() };
        complete(&mut entry, docket.case(), docket.version, people, wanted);
        let faults = faults(&entry, docket.case(), docket.version, people).len();
        if faults == 0 {
            return entry;
        }
        if best.as_ref().is_none_or(|(least, _)| faults < *least) {
            best = Some((faults, entry));
        }
    }
    best.map_or(plain, |(_, entry)| entry)
}

/// Everything but who took it and what the replay still misses.
fn plain(progress: &Progress<'_>, wanted: &Wanted<'_>) -> LogEntry {
    let step = wanted.step;
    let to = |selectors: &[Selector]| {
        let mut keys: Vec<String> = Vec::new();
        for key in selectors.iter().flat_map(|selector| reached(progress, selector, wanted.on)) {
            if !keys.contains(&key) {
                keys.push(key);
            }
        }
        keys
    };
    let handler = progress.assigns(step).then(|| progress.may_handle(step, wanted.on).first().copied()).flatten();
    let party = match &step.each {
        Some(each @ Each::Parties(_)) => progress.still_for(step, each).into_iter().map(str::to_owned).collect(),
        _ => Vec::new(),
    };
    let told = step.form.is_some() || !step.channels.is_empty();
    let mut entry = LogEntry {
        step: step.id.clone(),
        on: wanted.on,
        to: to(&step.to),
        cc: to(&step.cc),
        with: to(&step.with),
        reported_to: to(&step.report_to),
        channel: told.then(|| progress.channels_for(step).into_iter().next()).flatten(),
        party,
        parts: step.parts.clone(),
        handler: handler.map(str::to_owned),
        ..LogEntry::default()
    };
    for (key, value) in wanted.values {
        let ask = step.asks.iter().find(|ask| ask.key == *key);
        let day = ask.map_or(wanted.on, |ask| date(progress, ask, wanted));
        put(&mut entry, key, said(value, day));
    }
    if let Some(each @ Each::Items { key, .. }) = &step.each {
        let open = progress.still_for(step, each);
        if let Some(item) = open.first() {
            put(&mut entry, key, (*item).to_owned());
        }
    }
    entry
}

/// Who may take the step: lists of keys, to be tried in order.
fn takers(progress: &Progress<'_>, wanted: &Wanted<'_>) -> Vec<Vec<String>> {
    let step = wanted.step;
    if !step.by_each.is_empty() {
        let all = step.by_each.iter().filter_map(|selector| able(progress, selector, wanted.on).into_iter().next());
        return vec![all.collect()];
    }
    if step.by.is_empty() {
        return vec![Vec::new()];
    }
    let mut keys: Vec<String> = Vec::new();
    for key in step.by.iter().flat_map(|selector| able(progress, selector, wanted.on)) {
        if !keys.contains(&key) {
            keys.push(key);
        }
    }
    keys.into_iter().map(|key| vec![key]).collect()
}

/// The keys of those whom a selector names; the role itself, of somebody from outside.
fn able(progress: &Progress<'_>, selector: &Selector, on: NaiveDate) -> Vec<String> {
    let who = &progress.participants;
    let parties = who.parties(selector).into_iter().map(|party| party.key.clone());
    let external = match selector {
        Selector::Role(role) => who.regulation.role(role).filter(|role| role.kind == RoleKind::External),
        _ => None,
    };
    if let Some(role) = external {
        return vec![role.id.clone()];
    }
    let persons = match selector {
        Selector::Handler => progress.handler.map(str::to_owned).into_iter().collect(),
        Selector::Owner => holders(progress, who.owner_role(), on),
        Selector::Role(role) => holders(progress, Some(role), on),
        Selector::Anyone => {
            let all = who.people.persons.iter().map(|person| person.key.as_str());
            all.filter(|key| who.matches(selector, key, on, progress.handler)).map(str::to_owned).collect()
        }
        Selector::Position(_) | Selector::Parties => Vec::new(),
    };
    parties.chain(persons).collect()
}

fn holders(progress: &Progress<'_>, role: Option<&str>, on: NaiveDate) -> Vec<String> {
    let Some(role) = role else { return Vec::new() };
    let people = progress.participants.people;
    let mut keys: Vec<String> =
        people.persons.iter().filter(|person| person.holds(role, on)).map(|person| person.key.clone()).collect();
    // Whoever handles the case goes first.
    keys.sort_by_key(|key| Some(key.as_str()) != progress.handler);
    keys
}

/// Everybody whom a selector names as a receiver; of a role one.
fn reached(progress: &Progress<'_>, selector: &Selector, on: NaiveDate) -> Vec<String> {
    let all = able(progress, selector, on);
    match selector {
        Selector::Position(_) | Selector::Parties => all,
        _ => all.into_iter().take(1).collect(),
    }
}

/// Adds what the replay says is missing.
fn complete(entry: &mut LogEntry, case: &Case, version: &Version, people: &People, wanted: &Wanted<'_>) {
    // Each round may bring a datum on which another hangs.
    for _ in 0..3 {
        let missing: Vec<(String, AskType)> = faults(entry, case, version, people)
            .into_iter()
            .filter_map(|kind| match kind {
                ViolationKind::DataMissing { key, kind, .. } => Some((key, kind)),
                _ => None,
            })
            .collect();
        if missing.is_empty() {
            return;
        }
        let docket = Docket::replay(case, version, people);
        for (key, kind) in missing {
            let value = value(&docket.progress, &key, kind, wanted);
            match (key.as_str(), value) {
                ("recorded_by", _) => {
                    let somebody = docket.progress.handler.or(people.persons.first().map(|p| p.key.as_str()));
                    entry.recorded_by = somebody.map(str::to_owned);
                }
                ("channel", _) => {
                    entry.channel = docket.progress.channels_for(wanted.step).into_iter().next();
                }
                (_, Some(value)) => put(entry, &key, value),
                _ => {}
            }
        }
    }
}

fn value(progress: &Progress<'_>, key: &str, kind: AskType, wanted: &Wanted<'_>) -> Option<String> {
    let Some(ask) = wanted.step.asks.iter().find(|ask| ask.key == key) else { return example(kind, &[], wanted.on) };
    let there = |step: &String| progress.entries(step).next_back().and_then(|taken| taken.entry.value(key));
    if let Some(same) = ask.same_as.as_ref().and_then(there) {
        return Some(same.to_owned());
    }
    let values = progress.values_of(kind, &ask.values);
    example(kind, &values, date(progress, ask, wanted))
}

/// The day that a date is: the last that a term allows, else the first that may be: after what it must come later than, and of
/// a new end after the present one.
fn date(progress: &Progress<'_>, ask: &Ask, wanted: &Wanted<'_>) -> NaiveDate {
    let next = |day: NaiveDate| day.checked_add_days(Days::new(1)).unwrap_or(day);
    let after = match ask.later_than.as_deref() {
        Some("entry") => Some(wanted.on),
        Some("received") => Some(progress.participants.case.first_day()),
        Some(step) => progress.entries(step).next_back().map(|taken| taken.entry.on),
        None => None,
    };
    let extended = progress
        .regulation()
        .extensions
        .iter()
        .filter(|extension| extension.step == wanted.step.id && extension.new_date == ask.key);
    let clocks = progress.timetable().clocks;
    let ends = clocks.iter().map(|clock| (clock.term.id.as_str(), clock.due.on));
    let terms: Vec<&String> = extended.flat_map(|extension| &extension.terms).collect();
    let end = ends.clone().filter(|(term, _)| terms.iter().any(|t| t == term)).map(|(_, on)| on).max();
    let last = ends.filter(|(term, _)| ask.within_term.as_deref() == Some(*term)).map(|(_, on)| on).next_back();
    [Some(wanted.on), after.map(next), end.map(next), last].into_iter().flatten().max().unwrap_or(wanted.on)
}

fn put(entry: &mut LogEntry, key: &str, value: String) {
    match key {
        "reason" => entry.reason = Some(value),
        "ref" => entry.ref_ = Some(value),
        "note" => entry.note = Some(value),
        "handler" => entry.handler = Some(value),
        _ => {
            entry.data.retain(|(known, _)| known != key);
            entry.data.push((key.to_owned(), DataValue::Text(value)));
        }
    }
}

/// What is wrong with the entry, when it is the next of the case.
fn faults(entry: &LogEntry, case: &Case, version: &Version, people: &People) -> Vec<ViolationKind> {
    let mut with = case.clone();
    with.log.push(entry.clone());
    let before = Docket::replay(case, version, people).violations;
    let found = Docket::replay(&with, version, people).violations.into_iter().map(|violation| violation.kind);
    found.filter(|kind| before.iter().all(|other| other.kind != *kind)).collect()
}
