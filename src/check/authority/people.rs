//! What a change of people.yaml gives, and to whom.

use std::collections::BTreeSet;

use crate::check::authority::books::gone;
use crate::check::authority::judge::unknown;
use crate::check::authority::kind::{Kind, Part};
use crate::check::authority::maker::Identification;
use crate::check::authority::settings::capped;
use crate::check::authority::standing::{Standing, is};
use crate::context::{Context, Page, Strength, about_file as about};
use crate::diagnostics::Finding;
use crate::regulation::{HeldRole, People, Person, PublicKey, SealKey};
use crate::rules::history::g719::LockOut;
use crate::rules::history::g731::NotTheirs;
use crate::rules::history::g733::Raised;
use crate::rules::history::g762::Lost;
use crate::rules::history::{g719, g731, g733, g734, g735, g762};
use crate::sealing::SealId;
use crate::yaml::Route;

/// Something that a person has now and had not before.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Gift<'a> {
    to: &'a str,
    what: What,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum What {
    Role,
    Key,
    Account,
    Address,
}

/// What of it a commit changes: who decides, or the rest.
#[must_use]
pub fn parts(regulation: &str, before: &Context, now: &Context) -> BTreeSet<Part> {
    let (Some(old), Some(new)) = (people(before, regulation), people(now, regulation)) else {
        return BTreeSet::from([Part::Whole]);
    };
    let mut parts = BTreeSet::new();
    let keepers = &before.settings.authority.keepers;
    // Of an owner who keeps the register as well, a key is one of a keeper: no other owner could otherwise become one by it.
    let keeps = |key: &str| keepers.iter().any(|name| is(name, regulation, key));
    let decides = |key: &str| old.policy_owners.iter().any(|owner| owner == key) || keeps(key);
    let known_by = |person: Option<&Person>| {
        person.map(|p| (p.git.clone(), p.transport.clone(), p.keys.iter().map(of_key).collect::<Vec<_>>()))
    };
    let changed = |key: &str| known_by(old.person(key)) != known_by(new.person(key));
    // Whoever comes under a name that decides already is somebody who decides.
    let all = || old.persons.iter().chain(&new.persons).map(|p| p.key.as_str());
    let known = || all().filter(|key| decides(key) && changed(key));
    if old.policy_owners != new.policy_owners || known().any(|key| !keeps(key)) {
        parts.insert(Part::Deciders);
    }
    if known().any(keeps) {
        parts.insert(Part::Keepers);
    }
    let rest = |people: &People| {
        let persons = people.persons.iter().map(|p| {
            let known = if decides(&p.key) { None } else { known_by(Some(p)) };
            format!("{}{:?}{:?}{:?}{:?}", p.key, p.roles, known, p.attestations, p.note)
        });
        // What lies in the safe is nobody's own.
        (persons.collect::<Vec<_>>(), format!("{:?}{:?}", people.accounts, people.recovery))
    };
    if old.seal != new.seal {
        parts.insert(Part::Seals);
    }
    if rest(old) != rest(new) || parts.is_empty() {
        parts.insert(Part::Whole);
    }
    parts
}

fn people<'a>(context: &'a Context, regulation: &str) -> Option<&'a People> {
    context.policy.histories.get(regulation).map(|history| &history.people)
}

fn of_key(key: &PublicKey) -> String {
    format!("{} {} {:?} {}", data(&key.key), key.from, key.until, key.revoked)
}

/// A public key without its comment.
fn data(line: &str) -> String {
    line.split_whitespace().take(2).collect::<Vec<_>>().join(" ")
}

/// What nobody may give himself, and what only he himself may change.
#[must_use]
pub fn gifts(regulation: &str, path: &str, standing: &Standing<'_>, context: &Context) -> Vec<Finding> {
    let (Some(old), Some(new)) = (people(standing.before, regulation), people(context, regulation)) else {
        return Vec::new();
    };
    let mut found = Vec::new();
    let readable = context.policy.histories.get(regulation).is_some_and(|history| history.people_known);
    if !old.policy_owners.is_empty() && new.policy_owners.is_empty() && readable {
        found.push(about(path, &g719::RULE, g719::say(LockOut::Named, standing.day)));
    }
    let Identification::Person(maker) = standing.who_in(regulation) else { return found };
    if standing.repairs() {
        return found;
    }
    let raised = |what, sole| capped(standing, about(path, &g733::RULE, g733::say(&maker, what, sole)));
    let counts = counting(standing.strength());
    let named = !old.policy_owners.is_empty();
    for gift in given(old, new) {
        if gift.to == maker {
            // Whoever is known by a key, and is nobody's to appoint, changes it himself.
            if gift.what == What::Role || named {
                let what = if gift.what == What::Role { Raised::Role } else { Raised::Known };
                found.push(raised(what, is_sole(old, &maker, standing)));
            }
        } else if !named && gift.what == counts && has(old.person(gift.to), counts, standing) {
            let said = g731::say(&maker, NotTheirs::Own(gift.to));
            found.push(capped(standing, about(path, &g731::RULE, said)));
        }
    }
    let first = !named && !new.policy_owners.is_empty();
    // Somebody else is somebody who stood there: no ghost, and no second self of this same push.
    let is_other =
        |owner: &String| *owner != maker && standing.histories(regulation).all(|h| h.people.person(owner).is_some());
    let joined = new.policy_owners.contains(&maker) && !old.policy_owners.contains(&maker);
    if (first && !new.policy_owners.iter().any(is_other)) || (named && joined) {
        found.push(raised(Raised::Decides, is_sole(old, &maker, standing)));
    }
    let variable = standing.variables().first().copied();
    if let Identification::Person(other) = standing.evidence.known_to(new, standing.strength(), variable)
        && other != maker
    {
        found.push(raised(Raised::Another, false));
    }
    found.dedup();
    found
}

/// Keys that read what is sealed: none is gone or became another, and each is written by whose it is.
#[must_use]
pub fn seals(regulation: &str, path: &str, standing: &Standing<'_>, context: &Context) -> Vec<Finding> {
    let (Some(old), Some(new)) = (people(standing.before, regulation), people(context, regulation)) else {
        return Vec::new();
    };
    let mut found = Vec::new();
    for (was, now) in [(&old.seal, &new.seal), (&old.recovery, &new.recovery)] {
        for line in was {
            let now = now.iter().find(|other| other.id == line.id);
            found.extend(lost_seal(line, now).map(|lost| about(path, &g762::RULE, g762::say(&line.id, lost))));
        }
    }
    let written = new.seal.iter().filter(|line| !old.seal.contains(line));
    let others: BTreeSet<String> = written.filter_map(|l| Some(l.id.parse::<SealId>().ok()?.person)).collect();
    if others.is_empty() || standing.repairs() || !standing.can_know(Some(regulation)) {
        return found;
    }
    match standing.who_in(regulation) {
        Identification::Person(maker) if standing.may(Kind::People, regulation, &maker) => {}
        Identification::Person(maker) => {
            let other = others.into_iter().find(|person| *person != maker);
            found.extend(
                other
                    .map(|other| about(path, &g731::RULE, g731::say(&maker, NotTheirs::Seal(&other))))
                    .map(|f| capped(standing, f)),
            );
        }
        who => {
            found.extend(unknown(standing, &who, path).map(|(rule, said)| capped(standing, about(path, rule, said))));
        }
    }
    found
}

fn lost_seal(was: &SealKey, now: Option<&SealKey>) -> Option<Lost> {
    let Some(now) = now else { return Some(Lost::Line) };
    if (&was.recipient, was.from) != (&now.recipient, now.from) {
        return Some(Lost::Key);
    }
    let marks = |line: &SealKey| [line.superseded, line.retired, line.lost];
    marks(was).iter().zip(marks(now)).any(|(was, now)| was.is_some() && now.is_none()).then_some(Lost::Mark)
}

/// Declarations that are gone or say something else, of each person the first.
#[must_use]
pub fn lost(regulation: &str, path: &str, before: &Context, context: &Context) -> Vec<Finding> {
    let (Some(old), Some(new)) = (people(before, regulation), people(context, regulation)) else { return Vec::new() };
    let mut found = Vec::new();
    for person in &old.persons {
        let now = new.person(&person.key).map(|p| p.attestations.as_slice()).unwrap_or_default();
        let said = |at: usize| about(path, &g735::RULE, g735::say(at + 1, "attestations", path));
        found.extend(gone(&person.attestations, now).map(said));
    }
    found
}

/// Whether there is nobody else who decides.
fn is_sole(old: &People, maker: &str, standing: &Standing<'_>) -> bool {
    old.persons.iter().filter(|p| old.owns(&p.key, standing.day)).all(|p| p.key == maker)
}

/// By what somebody is known under a strength.
fn counting(strength: Strength) -> What {
    match strength {
        Strength::Author => What::Address,
        Strength::Transport => What::Account,
        Strength::Signature => What::Key,
    }
}

fn has(person: Option<&Person>, what: What, standing: &Standing<'_>) -> bool {
    person.is_some_and(|p| match what {
        What::Key => p.keys.iter().any(|key| !key.revoked && key.until.is_none_or(|until| standing.day <= until)),
        What::Account => !p.transport.is_empty(),
        What::Address => !p.git.is_empty(),
        What::Role => p.holds_any(standing.day),
    })
}

/// Everything that somebody has now and had not before, each once for a person.
fn given<'a>(old: &People, new: &'a People) -> BTreeSet<Gift<'a>> {
    let mut all = BTreeSet::new();
    for person in &new.persons {
        let was = old.person(&person.key);
        let roles = was.map(|p| p.roles.as_slice()).unwrap_or_default();
        let keys = was.map(|p| p.keys.as_slice()).unwrap_or_default();
        let mut add = |what| all.insert(Gift { to: &person.key, what });
        if person.roles.iter().any(|role| !roles.iter().any(|old| covers(old, role))) {
            add(What::Role);
        }
        if person.keys.iter().filter(|key| !key.revoked).any(|key| !keys.iter().any(|old| covers_key(old, key))) {
            add(What::Key);
        }
        let more = |now: &[String], was: Option<&Vec<String>>| {
            now.iter().any(|name| !was.is_some_and(|was| was.iter().any(|w| w.eq_ignore_ascii_case(name))))
        };
        if more(&person.transport, was.map(|p| &p.transport)) {
            add(What::Account);
        }
        if more(&person.git, was.map(|p| &p.git)) {
            add(What::Address);
        }
    }
    for account in &new.accounts {
        let same = |a: &crate::regulation::Account| {
            (&a.client, &a.holder) == (&account.client, &account.holder)
                && a.from <= account.from
                && a.until.is_none_or(|end| account.until.is_some_and(|until| until <= end))
        };
        if !old.accounts.iter().any(same) {
            all.insert(Gift { to: &account.holder, what: What::Role });
        }
    }
    all
}

/// Whether what somebody held gives all that is held now: taking away is no gift.
fn covers(old: &HeldRole, now: &HeldRole) -> bool {
    old.role == now.role
        && (old.deputy == now.deputy || now.deputy)
        && old.from <= now.from
        && old.until.is_none_or(|end| now.until.is_some_and(|until| until <= end))
}

fn covers_key(old: &PublicKey, now: &PublicKey) -> bool {
    data(&old.key) == data(&now.key)
        && !old.revoked
        && old.from <= now.from
        && old.until.is_none_or(|end| now.until.is_some_and(|until| until <= end))
}

/// Keys, accounts and addresses that stand under two persons of a file, each where the second stands.
#[must_use]
pub fn doubles(page: &Page<'_>, people: &People) -> Vec<Finding> {
    let of = |person: &Person| -> BTreeSet<String> {
        let keys = person.keys.iter().filter(|key| !key.revoked).map(|key| format!("key {}", data(&key.key)));
        let accounts = person.transport.iter().map(|name| format!("account {name}"));
        let addresses = person.git.iter().map(|address| format!("address {}", address.to_ascii_lowercase()));
        keys.chain(accounts).chain(addresses).collect()
    };
    let all: Vec<(&Person, BTreeSet<String>)> = people.persons.iter().map(|p| (p, of(p))).collect();
    let mut found = Vec::new();
    for (at, (second, known)) in all.iter().enumerate() {
        let first = all[..at].iter().find(|(_, earlier)| !earlier.is_disjoint(known));
        found.extend(first.map(|(first, _)| {
            let route = Route::root().key("persons").index(at);
            page.at_route(&g734::RULE, &route, g734::say(&first.key, &second.key))
        }));
    }
    found
}

/// A state with the people of both, where the later one gives somebody more; nothing where it does not.
#[must_use]
pub fn joined(push: &Context, now: &Context) -> Option<Context> {
    let mut joined: Option<Context> = None;
    for (id, history) in &now.policy.histories {
        let none = People::default();
        let old = people(push, id).unwrap_or(&none);
        if given(old, &history.people).iter().any(|gift| gift.what == What::Role) {
            let context = joined.get_or_insert_with(|| now.clone());
            if let Some(history) = context.policy.histories.get_mut(id) {
                history.people = of_both(old, &history.people);
            }
        }
    }
    joined
}

/// The people of whom both states give a power: of what the later one says, only what the earlier one says as well.
#[must_use]
fn of_both(before: &People, now: &People) -> People {
    let mut both = now.clone();
    for person in &mut both.persons {
        let was = before.person(&person.key).map(|p| p.roles.as_slice()).unwrap_or_default();
        let mut held = Vec::new();
        for role in &person.roles {
            held.extend(was.iter().filter(|old| old.role == role.role).filter_map(|old| meet(old, role)));
        }
        person.roles = held;
    }
    both.accounts.retain(|account| {
        let same = |a: &crate::regulation::Account| (&a.client, &a.holder) == (&account.client, &account.holder);
        before.accounts.iter().any(same)
    });
    both
}

/// The days on which both held it.
fn meet(old: &HeldRole, now: &HeldRole) -> Option<HeldRole> {
    let from = old.from.max(now.from);
    let until = match (old.until, now.until) {
        (Some(one), Some(other)) => Some(one.min(other)),
        (one, other) => one.or(other),
    };
    let deputy = old.deputy || now.deputy;
    until.is_none_or(|until| from <= until).then(|| HeldRole { from, until, deputy, ..now.clone() })
}
