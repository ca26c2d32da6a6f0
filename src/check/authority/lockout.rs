//! Changes after which nobody decides, nobody is known or nobody handles a case any more: no push could put that right.

use std::collections::BTreeMap;

use chrono::{Days, NaiveDate};

use crate::check::authority::standing::{Standing, keeps};
use crate::check::commit::candidate::Changed;
use crate::context::{Context, Strength, about_file as about};
use crate::diagnostics::{Finding, Severity};
use crate::paths::SETTINGS;
use crate::regulation::{Person, RegulationHistory};
use crate::rules::Message;
use crate::rules::history::g719::{self, LockOut};

/// How long after a change somebody must still be known.
const MONTH: Days = Days::new(30);

/// What a change of the settings or of the people would shut out.
#[must_use]
pub fn judge(changed: &BTreeMap<&str, Changed>, standing: &Standing<'_>, context: &Context) -> Vec<Finding> {
    let settings = changed.get(SETTINGS).is_some_and(|change| change.new.is_some());
    let day = standing.day;
    let mut found = Vec::new();
    // On the way out of a lock-out not everything can be right at once.
    if standing.repairs() {
        return found;
    }
    let nobody = unknown_actors(context, Some(day));
    let touched = |history: &RegulationHistory| changed.contains_key(history.people_path.as_str());
    // Whoever is known by one regulation can still put the settings right.
    let all = nobody.len() == context.policy.histories.len();
    for history in &nobody {
        if !settings && !touched(history) {
            continue;
        }
        let people = history.people_path.as_str();
        let said = lacking(context.settings.identity.strength, people).map(|what| g719::say(what, day));
        let place = if settings { SETTINGS } else { people };
        found.extend(said.map(|said| graver(all, about(place, &g719::RULE, said))));
    }
    for (id, history) in &context.policy.histories {
        if nobody.iter().any(|other| std::ptr::eq(*other, history)) || !(settings || touched(history)) {
            continue;
        }
        if !history.people_known {
            let said = g719::say(LockOut::Unreadable, day);
            found.extend(touched(history).then(|| about(&history.people_path, &g719::RULE, said)));
            continue;
        }
        found.extend(
            deciders(id, history, standing, context).map(|said| about(&history.people_path, &g719::RULE, said)),
        );
        found.extend(handlers(id, history, standing).map(|said| about(&history.people_path, &g719::RULE, said)));
    }
    let people = || context.policy.histories.values().any(touched);
    if !all && !context.settings.authority.keepers.is_empty() && (settings || people()) && !kept(context, day) {
        found.push(about(SETTINGS, &g719::RULE, g719::say(LockOut::Keeping, day)));
    }
    found
}

fn graver(all: bool, mut finding: Finding) -> Finding {
    finding.severity = if all { finding.severity } else { Severity::Warning };
    finding
}

fn lacking(strength: Strength, people: &str) -> Option<LockOut<'_>> {
    match strength {
        Strength::Author => None,
        Strength::Transport => Some(LockOut::Names(people)),
        Strength::Signature => Some(LockOut::Keys(people)),
    }
}

/// Whether a person has what a strength asks for, on a day or later.
fn known(person: &Person, strength: Strength, day: Option<NaiveDate>) -> bool {
    let mut keys = person.keys.iter().filter(|key| !key.revoked);
    match strength {
        Strength::Author => true,
        Strength::Transport => !person.transport.is_empty(),
        Strength::Signature => keys.any(|key| key.until.is_none_or(|until| day.is_none_or(|day| day <= until))),
    }
}

/// The regulations of which nobody has what the settings ask for, on a day or later.
#[must_use]
pub fn unknown_actors(context: &Context, day: Option<NaiveDate>) -> Vec<&RegulationHistory> {
    let strength = context.settings.identity.strength;
    if strength == Strength::Author {
        return Vec::new();
    }
    let histories = context.policy.histories.values().filter(|d| d.people_known);
    histories.filter(|d| !d.people.persons.iter().any(|person| known(person, strength, day))).collect()
}

/// Whether a keeper that is named is known on a day and a month on.
fn kept(context: &Context, day: NaiveDate) -> bool {
    let strength = context.settings.identity.strength;
    [Some(day), day.checked_add_days(MONTH)].into_iter().flatten().all(|day| {
        context.policy.histories.iter().any(|(id, history)| {
            let persons = history.people.persons.iter();
            persons.into_iter().any(|p| keeps(context, id, &p.key, day) && known(p, strength, Some(day)))
        })
    })
}

/// Nobody who decides on a regulation is known on the day or a month on, though somebody was.
fn deciders(id: &str, history: &RegulationHistory, standing: &Standing<'_>, context: &Context) -> Option<Message> {
    let strength = context.settings.identity.strength;
    let staffed = |history: &RegulationHistory, day: NaiveDate| {
        history.people.persons.iter().any(|p| history.people.owns(&p.key, day) && known(p, strength, Some(day)))
    };
    let month = standing.day.checked_add_days(MONTH)?;
    let now = [standing.day, month].iter().all(|day| staffed(history, *day));
    let was = standing.before.policy.histories.get(id).is_some_and(|old| staffed(old, standing.day));
    (!now && was && !standing.begins).then(|| g719::say(LockOut::Owning(id), standing.day))
}

/// Nobody is left who could handle a case.
fn handlers(id: &str, history: &RegulationHistory, standing: &Standing<'_>) -> Option<Message> {
    let day = standing.day;
    let was = standing.before.policy.histories.get(id).filter(|_| !standing.begins)?;
    let version = history.versions.values().rfind(|v| v.regulation.valid_from <= day)?;
    let handler = &version.regulation.assignment.handler;
    let topics = version.regulation.topics.list.iter().filter_map(|t| t.assign_to.as_ref());
    let roles: Vec<&String> = handler.role.iter().chain(&handler.roles).chain(topics).collect();
    let staffed = |d: &RegulationHistory| roles.iter().any(|role| d.people.holders(role, day).next().is_some());
    let role = roles.first()?;
    (staffed(was) && !staffed(history)).then(|| g719::say(LockOut::Handling(role), day))
}
