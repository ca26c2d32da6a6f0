//! Settings after which nobody is known any more, or nothing is judged any more: neither could be put right by a push.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::check::commit::candidate::{Candidate, Changed};
use crate::context::about_file as about;
use crate::context::{Context, Strength};
use crate::diagnostics::{Finding, Severity};
use crate::paths::SETTINGS;
use crate::register::{Register, RegisterError};
use crate::regulation::{Person, RegulationHistory};
use crate::rules::history::{self, g719::LockOut};

/// What a change of the settings or of the people would shut out or leave unguarded.
pub(crate) fn judge(
    register: &Register,
    candidate: &Candidate<'_>,
    changed: &BTreeMap<&str, Changed>,
    before: Option<&Context>,
    context: &Context,
) -> Result<Vec<Finding>, RegisterError> {
    let mut found = Vec::new();
    let settings = changed.get(SETTINGS).is_some_and(|change| change.new.is_some());
    let day = candidate.evidence.received.or(candidate.day);
    let nobody = unknown_actors(context, day);
    // Whoever is known by one regulation can still put the settings right.
    let all = nobody.len() == context.policy.histories.len();
    for history in nobody {
        let people = history.people_path.as_str();
        if !settings && !changed.contains_key(people) {
            continue;
        }
        let what = lacking(context.settings.identity.strength, people);
        let said = what.map(|what| history::g719::say(what, day.unwrap_or_default()));
        let finding = said.map(|said| about(if settings { SETTINGS } else { people }, &history::g719::RULE, said));
        found.extend(finding.map(|mut finding| {
            finding.severity = if all { finding.severity } else { Severity::Warning };
            finding
        }));
    }
    if settings && (candidate.id.is_none() || candidate.evidence.server.is_some()) {
        found.extend(unguarded(register, before, context)?);
    }
    Ok(found)
}

fn lacking(strength: Strength, people: &str) -> Option<LockOut<'_>> {
    match strength {
        Strength::Author => None,
        Strength::Transport => Some(LockOut::Names(people)),
        Strength::Signature => Some(LockOut::Keys(people)),
    }
}

/// The regulations of which nobody has what the settings ask for, on a day or later.
#[must_use]
pub fn unknown_actors(context: &Context, day: Option<NaiveDate>) -> Vec<&RegulationHistory> {
    let live = |person: &Person| {
        let mut keys = person.keys.iter().filter(|key| !key.revoked);
        keys.any(|key| key.until.is_none_or(|until| day.is_none_or(|day| day <= until)))
    };
    let known = |person: &Person| match context.settings.identity.strength {
        Strength::Author => true,
        Strength::Transport => !person.transport.is_empty(),
        Strength::Signature => live(person),
    };
    if context.settings.identity.strength == Strength::Author {
        return Vec::new();
    }
    let histories = context.policy.histories.values().filter(|d| d.people_known);
    histories.filter(|d| !d.people.persons.iter().any(known)).collect()
}

/// The branch that the repository stands on is judged no more: that is a choice, so it is told and not refused.
fn unguarded(
    register: &Register,
    before: Option<&Context>,
    context: &Context,
) -> Result<Option<Finding>, RegisterError> {
    let Some(head) = register.main_branch()? else { return Ok(None) };
    let was = before.is_none_or(|b| b.settings.protects(&head));
    let branch = head.strip_prefix("refs/heads/").unwrap_or(&head);
    let told = || about(SETTINGS, &history::g725::RULE, history::g725::say(branch));
    Ok((was && !context.settings.protects(&head)).then(told))
}
