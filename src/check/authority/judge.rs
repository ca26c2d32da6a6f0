//! A commit judged by whose everything is that it changes.

use std::collections::{BTreeMap, BTreeSet};

use crate::check::authority::kind::{Kind, Part, Who, whose};
use crate::check::authority::maker::Identification;
use crate::check::authority::settings::{self, capped};
use crate::check::authority::standing::Standing;
use crate::check::authority::{books, entries, lockout, people, versions};
use crate::check::commit::candidate::{Candidate, Changed};
use crate::check::unreadable;
use crate::context::{AcceptedHit, Context, about_file as about};
use crate::diagnostics::Finding;
use crate::paths::{self, RegisterPath, SETTINGS, is_policy, regulation_of};
use crate::register::{Register, RegisterError};
use crate::rules::history::g731::NotTheirs;
use crate::rules::history::{g713, g714, g715, g722, g731};
use crate::rules::{Message, Rule};

/// A commit, what it changes, and what it may rest on.
pub struct Question<'a> {
    /// Where other states are read.
    pub register: &'a Register,
    /// The commit.
    pub candidate: &'a Candidate<'a>,
    /// Every path that differs from some parent.
    pub changed: &'a BTreeMap<&'a str, Changed>,
    /// Those that the commit changes itself.
    pub own: &'a BTreeSet<&'a str>,
    /// What it may rest on.
    pub standing: &'a Standing<'a>,
    /// What holds after it.
    pub context: &'a Context,
}

/// Judges everything but the cases, which are asked for one by one.
pub fn judge(question: &Question<'_>) -> Result<Vec<Finding>, RegisterError> {
    let mut found = never(question)?;
    found.extend(who(question));
    Ok(found)
}

fn never(question: &Question<'_>) -> Result<Vec<Finding>, RegisterError> {
    let Question { register, candidate, changed, own, standing, context } = question;
    let mut found = Vec::new();
    if let Some(change) = changed.get(SETTINGS).filter(|_| own.contains(SETTINGS)) {
        found.extend(settings::never(register, candidate, change, standing, context)?);
    }
    if !changed.keys().any(|path| is_policy(path)) || standing.begins {
        return Ok(found);
    }
    found.extend(versions::never(register, candidate, changed, standing.before)?);
    found.extend(lockout::judge(changed, standing, context));
    for path in own.iter().filter(|path| matches!(RegisterPath::of(path), RegisterPath::People { .. })) {
        let Some(regulation) = regulation_of(path) else { continue };
        found.extend(people::gifts(regulation, path, standing, context));
        found.extend(people::seals(regulation, path, standing, context));
        found.extend(people::lost(regulation, path, standing.before, context));
        if let Some(parent) = candidate.parents.first() {
            let files = register.at_commit(*parent)?;
            found.extend(entries::made_wrong(regulation, &files, standing.before, context)?);
        }
    }
    Ok(found)
}

/// Whether whoever made it may change each thing: once for each kind and regulation.
fn who(question: &Question<'_>) -> Vec<Finding> {
    let Question { candidate, own, standing, context, .. } = question;
    if standing.begins {
        // Whoever begins is somebody in it: that is all that can be asked.
        let named = !context.settings.authority.keepers.is_empty();
        let kind = if named { Kind::Settings } else { Kind::Anything };
        return refused(standing, kind, SETTINGS).into_iter().collect();
    }
    let mut asked = asked(question);
    if own.is_empty() && candidate.parents.len() < 2 {
        asked.insert((Kind::Anything, ""), "");
    }
    let mut found: Vec<Finding> = Vec::new();
    for ((kind, _), path) in asked {
        if kind == Kind::Acceptances {
            found.extend(acceptances(standing, context));
        } else {
            let said = refused(standing, kind, path);
            // A stranger is told once that he is one.
            found.extend(said.filter(|f| f.code == g731::RULE.code || !found.iter().any(|o| o.message == f.message)));
        }
    }
    found.extend(books::names(question));
    found
}

/// What is asked of a commit, each with a path: once for each kind and, where one regulation is asked, for each regulation.
#[must_use]
pub fn asked<'a>(question: &Question<'a>) -> BTreeMap<(Kind, &'a str), &'a str> {
    let mut asked: BTreeMap<(Kind, &str), &str> = BTreeMap::new();
    for path in question.own.iter().copied() {
        for part in parts(question, path) {
            let kind = whose(path, part);
            let one = matches!(kind.row().who, Who::Owner | Who::Decider | Who::Named);
            let regulation = regulation_of(path).filter(|_| one).unwrap_or_default();
            asked.entry((kind, regulation)).or_insert(path);
        }
    }
    asked
}

/// The parts of a file that a commit changes.
fn parts(question: &Question<'_>, path: &str) -> BTreeSet<Part> {
    let (before, context) = (question.standing.before, question.context);
    let whole = BTreeSet::from([Part::Whole]);
    let known = |context: &Context, id: &str| context.regulations.contains(id);
    match RegisterPath::of(path) {
        // Judged one by one, with what stood in each.
        RegisterPath::Case { .. } => BTreeSet::new(),
        RegisterPath::Settings => settings::parts(before, context),
        RegisterPath::People { regulation }
        | RegisterPath::Regulation { regulation, .. }
        | RegisterPath::Text { regulation, .. }
            if !known(before, regulation) || !known(context, regulation) =>
        {
            BTreeSet::from([Part::Regulation])
        }
        RegisterPath::People { regulation } => people::parts(regulation, before, context),
        RegisterPath::Yearbook { regulation, year } => books::parts(regulation, year, before, context),
        _ => whole,
    }
}

/// What is said where whoever made it may not change this.
#[must_use]
pub fn refused(standing: &Standing<'_>, kind: Kind, path: &str) -> Option<Finding> {
    let regulation = regulation_of(path).filter(|id| standing.before.regulations.contains(*id));
    let (rule, said) = match (kind.row().who, regulation) {
        (Who::Owner | Who::Named, Some(id)) => in_one(standing, kind, id)?,
        (Who::Decider, Some(id)) => {
            in_one(standing, kind, id).filter(|_| anywhere(standing, Kind::Settings).is_some())?
        }
        (Who::Decider, None) => anywhere(standing, Kind::Settings)?,
        _ => anywhere(standing, kind)?,
    };
    if matches!(kind, Kind::Deciders | Kind::Keepers) && standing.repairs() {
        return None;
    }
    Some(capped(standing, about(path, rule, said)))
}

/// Asked of somebody of one regulation.
fn in_one(standing: &Standing<'_>, kind: Kind, regulation: &str) -> Option<(&'static Rule, Message)> {
    if !standing.can_know(Some(regulation)) {
        return None;
    }
    match standing.who_in(regulation) {
        Identification::Person(person) => {
            let whose = match kind.row().who {
                Who::Named => NotTheirs::Named(regulation),
                _ => NotTheirs::Owners(regulation),
            };
            let may = standing.may(kind, regulation, &person);
            (!may).then(|| (&g731::RULE, g731::say(&person, whose)))
        }
        who => unknown(standing, &who, &paths::people(regulation)),
    }
}

/// Asked of somebody of whatever regulation.
fn anywhere(standing: &Standing<'_>, kind: Kind) -> Option<(&'static Rule, Message)> {
    let everywhere = standing.everywhere();
    if everywhere.is_empty() || !standing.can_know(None) {
        return None;
    }
    let persons = || everywhere.iter().filter_map(|(id, who)| who.person().map(|person| (*id, person)));
    if persons().any(|(id, person)| standing.may(kind, id, person)) {
        return None;
    }
    if let Some((_, person)) = persons().next() {
        return Some((&g731::RULE, g731::say(person, NotTheirs::Keepers)));
    }
    let paths: Vec<String> = everywhere.keys().map(|id| paths::people(id)).collect();
    let strangest = everywhere.values().find(|who| matches!(who, Identification::Unknowable));
    unknown(standing, strangest.or(everywhere.values().next())?, &paths.join(", "))
}

/// What is said of somebody who is nobody of these people.yaml files.
#[must_use]
pub fn unknown(standing: &Standing<'_>, who: &Identification, people: &str) -> Option<(&'static Rule, Message)> {
    use crate::context::Strength;
    use g713::UnknownActor::{NotNamed, Unknown};
    Some(match who {
        Identification::Person(_) | Identification::Unknowable => return None,
        Identification::Unnamed => {
            (&g722::RULE, g722::say(standing.variables().first().copied().unwrap_or("identity.variable")))
        }
        Identification::Unsigned(fault) => (&g715::RULE, unreadable::signature(fault)),
        Identification::UnknownActor if standing.strength() == Strength::Transport => {
            (&g713::RULE, g713::say(NotNamed { people }))
        }
        Identification::UnknownActor => (&g713::RULE, g713::say(Unknown { people })),
    })
}

/// Acceptances in the settings: each by its maker, who owns the folder of the file or keeps the register.
fn acceptances(standing: &Standing<'_>, context: &Context) -> Vec<Finding> {
    let said = |hit: &AcceptedHit| (hit.path.clone(), hit.code.clone(), hit.why.clone(), hit.by.clone());
    let all = |context: &Context| context.settings.accepted.iter().map(said).collect::<BTreeSet<_>>();
    let (old, new) = (all(standing.before), all(context));
    let mut found = Vec::new();
    for (path, .., by) in old.symmetric_difference(&new) {
        let id = regulation_of(path).filter(|id| standing.before.regulations.contains(*id));
        let owns = id.is_some_and(|id| standing.who_in(id).person().is_some_and(|person| standing.owns(id, person)));
        let refusal = if owns { None } else { refused(standing, Kind::Settings, SETTINGS) };
        let own = standing.everywhere();
        let maker = own.values().find_map(Identification::person);
        let named = own.values().any(|who| who.person() == Some(by.as_str()));
        found.extend(refusal);
        let given =
            new.iter().any(|(p, .., b)| p == path && b == by) && !old.iter().any(|(p, .., b)| p == path && b == by);
        if let Some(maker) = maker.filter(|_| given && !named && !standing.records_for_others()) {
            found.push(capped(standing, about(SETTINGS, &g714::RULE, g714::in_name_of(by, maker))));
        }
    }
    found.dedup();
    found
}
