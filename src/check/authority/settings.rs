//! What `klacht.yaml` may not become, whoever asks; and what of it a commit changes.

use std::collections::BTreeSet;

use crate::check::authority::kind::Part;
use crate::check::authority::standing::{Standing, is};
use crate::check::commit::candidate::{Candidate, Changed, Was};
use crate::check::commit::previous::canonical_text;
use crate::check::tree::deciders::is_somebody;
use crate::context::Context;
use crate::context::about_file as about;
use crate::diagnostics::Finding;
use crate::paths::SETTINGS;
use crate::register::{Content, Register, RegisterError};
use crate::rules::history::g719::LockOut;
use crate::rules::history::g732::Weakened;
use crate::rules::history::g733::Raised;
use crate::rules::history::{g719, g725, g732, g733};

/// The variables that servers set themselves, and that whoever pushes cannot.
const SET_BY_SERVERS: [&str; 4] = ["REMOTE_USER", "GL_USER", "GL_USERNAME", "GITEA_PUSHER_NAME"];

/// The parts of the settings that say something else than before.
#[must_use]
pub fn parts(before: &Context, now: &Context) -> BTreeSet<Part> {
    let said = |context: &Context| {
        let tree = context.files.get(SETTINGS).and_then(|file| file.tree.as_ref());
        let entries = tree.map(crate::yaml::Node::entries).unwrap_or_default();
        entries.iter().map(|e| (e.key.clone(), canonical_text(&e.node))).collect::<BTreeSet<_>>()
    };
    let (old, new) = (said(before), said(now));
    let keys = old.symmetric_difference(&new).map(|(key, _)| match key.as_str() {
        "authority" => Part::Deciders,
        "accepted" => Part::Accepted,
        _ => Part::Whole,
    });
    let parts: BTreeSet<Part> = keys.collect();
    if parts.is_empty() { BTreeSet::from([Part::Whole]) } else { parts }
}

/// What the settings of a commit may not be, whoever made it.
pub fn never(
    register: &Register,
    candidate: &Candidate<'_>,
    change: &Changed,
    standing: &Standing<'_>,
    context: &Context,
) -> Result<Vec<Finding>, RegisterError> {
    let weakened = |what| about(SETTINGS, &g732::RULE, g732::say(what));
    let mut found = Vec::new();
    let stood = change.old.iter().any(|was| matches!(was, Was::Blob(_)));
    let empty = match candidate.files.read(SETTINGS)? {
        None => true,
        Some(Content::Bytes(bytes)) => says_nothing(&String::from_utf8_lossy(&bytes)),
        Some(_) => false,
    };
    if stood && (change.new.is_none() || empty) {
        return Ok(vec![weakened(Weakened::Gone)]);
    }
    let identity = &context.settings.identity;
    let floor = standing.powers.floor();
    // What stood below it already is made no weaker by it, and is judged by the server's strength.
    let weaker = standing.states().any(|state| identity.strength < state.settings.identity.strength);
    if identity.strength < floor && (weaker || standing.begins) {
        found.push(weakened(Weakened::Floor(floor.word())));
    }
    let known = standing.states().any(|state| state.settings.identity.variable == identity.variable);
    if let Some(variable) = identity.variable.as_deref().filter(|_| !known || standing.begins)
        && !SET_BY_SERVERS.contains(&variable)
        && register.setting("klacht.variable")?.as_deref() != Some(variable)
    {
        found.push(weakened(Weakened::Variable(variable)));
    }
    found.extend(unguarded(register, standing, context)?);
    found.extend(keepers(standing, context));
    Ok(found)
}

fn says_nothing(text: &str) -> bool {
    let said = text.lines().map(|line| line.split_once('#').map_or(line, |(before, _)| before).trim());
    said.into_iter().all(|line| matches!(line, "" | "---" | "..." | "{}" | "~" | "null"))
}

/// The branch that is the register is judged no more.
fn unguarded(
    register: &Register,
    standing: &Standing<'_>,
    context: &Context,
) -> Result<Option<Finding>, RegisterError> {
    let powers = standing.powers;
    if !powers.judges_guard {
        return Ok(None);
    }
    let head = match &powers.main {
        Some(main) => Some(main.clone()),
        // At a gate it was looked for, and no branch is checked out.
        None if standing.evidence.server.is_some() => None,
        None => register.main_branch()?,
    };
    let Some(head) = head else { return Ok(None) };
    let was = standing.begins || standing.states().any(|state| state.settings.protects(&head));
    let branch = head.strip_prefix("refs/heads/").unwrap_or(&head);
    let told = || about(SETTINGS, &g725::RULE, g725::say(branch));
    Ok((was && !context.settings.protects(&head)).then(told))
}

/// What became of the names of the keepers.
fn keepers(standing: &Standing<'_>, context: &Context) -> Option<Finding> {
    let (old, new) = (&standing.before.settings.authority.keepers, &context.settings.authority.keepers);
    if standing.begins || old == new {
        return None;
    }
    if new.is_empty() {
        return Some(about(SETTINGS, &g719::RULE, g719::say(LockOut::Named, standing.day)));
    }
    if !old.is_empty() || standing.repairs() {
        return None;
    }
    // The first names: by somebody known, who names at least one other person who stood there before this push.
    let own = standing.everywhere();
    let mine = |name: &str| own.iter().any(|(id, who)| who.person().is_some_and(|person| is(name, id, person)));
    let stood = |name: &str| standing.states().all(|state| is_somebody(state, name));
    let person = own.values().find_map(|who| who.person())?;
    let said = || g733::say(person, Raised::Decides, false);
    let other = new.iter().any(|name| !mine(name) && stood(name));
    (!other).then(|| capped(standing, about(SETTINGS, &g733::RULE, said())))
}

/// As grave as a finding on who it was may be.
#[must_use]
pub fn capped(standing: &Standing<'_>, mut finding: Finding) -> Finding {
    finding.severity = finding.severity.min(standing.ceiling());
    finding
}
