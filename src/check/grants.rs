//! Every power that a history gave: which day, by whom, to whom, and what. A push leaves no trace in git, so of a whole history it can
//! only be told.

use chrono::NaiveDate;

use crate::check::authority::maker::{ActorEvidence, Identification};
use crate::check::renewal::Bridge;
use crate::context::{Context, Strength, about_file as about};
use crate::diagnostics::{Finding, Sink};
use crate::paths::{self, RegisterPath};
use crate::register::{Commit, Range, Register, RegisterError};
use crate::regulation::{People, Person};
use crate::rules::history::g753::{self, Given};

/// What gives power in the history of the branch that is checked out, oldest first.
pub fn grants(register: &Register) -> Result<Vec<Finding>, RegisterError> {
    let Some(head) = register.head()? else { return Ok(Vec::new()) };
    let mut sink = Sink::new();
    for step in register.walk(&Range::all(head))? {
        let step = step?;
        let gives = |path: &str| matches!(RegisterPath::of(path), RegisterPath::People { .. } | RegisterPath::Settings);
        // A merge brings what its sides gave.
        if step.commit.parents.len() > 1 || !step.against.iter().flat_map(|d| &d.changes).any(|c| gives(&c.path)) {
            continue;
        }
        let before = match step.commit.parents.first() {
            Some(parent) => Context::read(&register.at_commit(*parent)?)?,
            // What stood in a history that was left was given there.
            None if Bridge::of(&step.commit).is_some() => continue,
            None => Context::default(),
        };
        let after = Context::read(&register.at_tree(step.commit.tree)?)?;
        let day = step.commit.committer.date().unwrap_or_default();
        let maker = maker(&step.commit, if before.is_register() { &before } else { &after });
        let told = |path: &str, given: Given<'_>| {
            about(path, &g753::RULE, g753::say(day, maker.as_deref(), given)).in_commit(step.commit.id.to_string())
        };
        sink.extend(in_settings(&before, &after).into_iter().map(|given| told(paths::SETTINGS, given)));
        for (id, history) in &after.policy.histories {
            let old = before.policy.histories.get(id).map(|h| &h.people);
            sink.extend(in_people(old, &history.people).into_iter().map(|given| told(&history.people_path, given)));
        }
    }
    Ok(sink.into_findings())
}

fn in_settings<'a>(before: &Context, after: &'a Context) -> Vec<Given<'a>> {
    let (old, new) = (&before.settings, &after.settings);
    let keepers = new.authority.keepers.iter().filter(|keeper| !old.authority.keepers.contains(keeper));
    let mut given: Vec<Given<'_>> = keepers.map(|keeper| Given::Keeper(keeper)).collect();
    let looser = new.identity.strength < old.identity.strength
        || old.identity.variable != new.identity.variable
        || (new.identity.record_for_others && !old.identity.record_for_others);
    given.extend((before.is_register() && looser).then_some(Given::Identity));
    given
}

fn in_people<'a>(before: Option<&People>, after: &'a People) -> Vec<Given<'a>> {
    let was = |key: &str| before.and_then(|people| people.person(key));
    let mut given: Vec<Given<'a>> = after.persons.iter().flat_map(|person| to(was(&person.key), person)).collect();
    let owners = after.policy_owners.iter().filter(|key| before.is_none_or(|b| !b.policy_owners.contains(key)));
    given.extend(owners.map(|key| Given::Owner(key)));
    given
}

fn to<'a>(before: Option<&Person>, person: &'a Person) -> Vec<Given<'a>> {
    let key = person.key.as_str();
    let longer =
        |old: Option<NaiveDate>, new: Option<NaiveDate>| old.is_some_and(|old| new.is_none_or(|new| new > old));
    let new_role = |role: &str, from: NaiveDate, until: Option<NaiveDate>| {
        let mut held = before.iter().flat_map(|p| &p.roles).filter(|old| old.role == role);
        !held.any(|old| old.from <= from && !longer(old.until, until))
    };
    let roles = person.roles.iter().filter(|r| new_role(&r.role, r.from, r.until));
    let mut given: Vec<Given<'a>> = roles.map(|role| Given::Role { to: key, role: &role.role }).collect();
    let known = |of: fn(&Person) -> &Vec<String>, word: &String| before.is_some_and(|p| of(p).contains(word));
    let key_known = |k: &str| before.is_some_and(|p| p.keys.iter().any(|old| old.key == k));
    let makes_known = person.keys.iter().any(|k| !key_known(&k.key))
        || person.transport.iter().any(|word| !known(|p| &p.transport, word))
        || person.git.iter().any(|word| !known(|p| &p.git, word));
    given.extend(makes_known.then_some(Given::Known { to: key }));
    given
}

/// Who made a commit, by the state before it: a key, never an address.
fn maker(commit: &Commit, context: &Context) -> Option<String> {
    let strength = match context.settings.identity.strength {
        // What the server said of a pusher is not in git.
        Strength::Transport => return None,
        strength => strength,
    };
    let evidence = ActorEvidence {
        commit: Some(commit),
        email: Some(commit.author.email.clone()),
        received: commit.committer.date(),
        ..ActorEvidence::default()
    };
    context.policy.histories.iter().find_map(|(id, history)| match evidence.known_to(&history.people, strength, None) {
        Identification::Person(key) => Some(format!("{id}/{key}")),
        _ => None,
    })
}
