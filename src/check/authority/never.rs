//! What nobody may in a case, whoever asks.

use crate::case;
use crate::check::authority::books;
use crate::check::authority::standing::Standing;
use crate::check::commit::changes::Subject;
use crate::check::commit::previous::Past;
use crate::diagnostics::Finding;
use crate::paths;
use crate::rules::history::{g730, g735, g736, g737, g738};
use crate::yaml::Route;

/// What nobody may, whoever asks.
pub(super) fn never(subject: &Subject<'_>, standing: &Standing<'_>) -> Vec<Finding> {
    let now = subject.now;
    let mut found = Vec::new();
    let id = || now.id.clone().unwrap_or_default();
    let regulation = paths::regulation_of(subject.path).unwrap_or_default();
    let destroyed = Route::root().key("destroyed");
    // The first commit of a register, or of a regulation, may bring what is left of earlier years.
    let stood = !standing.begins && standing.before.regulations.contains(regulation);
    if now.destroyed && subject.parents.is_empty() && stood {
        found.push(subject.at(&g736::RULE, &destroyed, g736::say(&id(), false)));
    }
    for parent in subject.parents {
        if parent.destroyed && now.destroyed && parent.stub != now.stub {
            found.push(subject.at(&g736::RULE, &destroyed, g736::say(&id(), true)));
        }
        if now.destroyed {
            continue;
        }
        if parent.destroyed {
            found.push(subject.at(&g736::RULE, &Route::root(), g736::say(&id(), true)));
            continue;
        }
        if let Some(at) = books::gone(&parent.attested, &now.attested) {
            let said = g735::say(at + 1, "attestations", subject.path);
            found.push(subject.at(&g735::RULE, &Route::root().key("attestations"), said));
        }
        if let Some(since) = lost_hold(parent, now) {
            found.push(subject.at(&g737::RULE, &Route::root().key("legal_hold"), g737::say(since)));
        }
        if parent.notes && !now.notes {
            found.push(subject.at(&g730::RULE, &Route::root(), g730::no_notes()));
        }
    }
    found.extend(stretched(subject));
    found
}

/// The day of a hold that is gone or changed; one that was lifted may make place for a new one.
fn lost_hold(parent: &Past, now: &Past) -> Option<chrono::NaiveDate> {
    let was = parent.hold.as_ref()?;
    let same = |other: &case::LegalHold| (other.since, &other.reason) == (was.since, &was.reason);
    let stays = match &now.hold {
        Some(other) if was.is_lifted() => other == was || !other.is_lifted(),
        Some(other) => same(other),
        None => false,
    };
    (!stays).then_some(was.since)
}

/// Finds that an acceptance of before does not cover: there were fewer when it was given.
fn stretched(subject: &Subject<'_>) -> Vec<Finding> {
    let now = subject.now;
    let of = |past: &Past, code: &str| past.accepted.iter().filter(|(c, ..)| c == code).count();
    let mut found = Vec::new();
    for (code, count) in &now.covered {
        let were = subject
            .parents
            .iter()
            .map(|p| (of(p, code) == of(now, code)).then(|| p.covered.get(code).copied().unwrap_or_default()));
        let were: Option<Vec<usize>> = were.collect();
        let most = were.and_then(|all| all.into_iter().max());
        found.extend(
            most.filter(|most| most < count)
                .map(|most| subject.at(&g738::RULE, &Route::root().key("accepted"), g738::say(code, most, *count))),
        );
    }
    found
}
