//! # T311: destroyed-wrongly
//!
//! ## What it checks
//!
//! When only a stub is left of a case, the file as it was before is judged: whether the regulation lets it go on that
//! day, and whether an appeal, a measure, a question about satisfaction or a legal claim is still open. The stub names
//! somebody who held the role that the regulation names for destroying.
//!
//! ## Why
//!
//! The regulation says how long a complaint is kept. What is gone too early cannot be looked up by the complainant, a
//! court or a supervisor.
//!
//! ## Example
//!
//! ```yaml
//! id: K26-7F3QXM
//! destroyed: {on: 2026-06-01, by: m1}
//! ```
//!
//! The regulation keeps cases for two years after closing, and this case was closed in May 2026.
//!
//! ## How to put it right
//!
//! Put the file back from the commit before, and destroy it when the day has come.
//!
//! ---
//!
//! ## Wat wordt nagekeken
//!
//! Is er van een klacht alleen een stompje over, dan wordt het bestand van ervóór beoordeeld: mag de klacht op die dag
//! weg, en loopt er nog een beroep, een maatregel, een vraag naar tevredenheid of een juridische claim? Het stompje noemt
//! iemand met de rol die de regeling voor het vernietigen noemt.
//!
//! ## Waarom
//!
//! De regeling zegt hoe lang een klacht wordt bewaard. Wat te vroeg weg is, kan de klager, een rechter of een
//! toezichthouder niet meer nakijken.
//!
//! ## Voorbeeld
//!
//! ```yaml
//! id: K26-7F3QXM
//! destroyed: {on: 2026-06-01, by: m1}
//! ```
//!
//! De regeling bewaart klachten twee jaar na het sluiten, en deze klacht is in mei 2026 gesloten.
//!
//! ## Zo zet u het recht
//!
//! Zet het bestand terug uit de vorige commit en vernietig het als de dag er is.

use super::super::Rule;
use super::words;
use crate::case::Destroyed;
use crate::diagnostics::Text;
use crate::diagnostics::{Severity, text};
use crate::docket::{Discussed, Docket, MayDestroy};
use crate::naming;
use crate::regulation::{Hold, People, Regime, RuleRef, Selector, Version};
use crate::rules::message::{Message, Placed};
use crate::yaml::Route;
use chrono::{Datelike, NaiveDate};

/// The rule.
pub static RULE: Rule = Rule {
    code: "T311",
    name: "destroyed-wrongly",
    severity: Severity::Error,
    summary: (
        "Een klacht wordt niet te vroeg vernietigd, niet zolang iets dat tegenhoudt, en door wie dat mag.",
        "A case is not destroyed too early, nor while something holds it, and by somebody who may.",
    ),
    source: include_str!("t311.rs"),
};

/// Judges the destruction, on `day`, of the case that `old` was before. The route leads into the stub.
#[must_use]
pub fn judge(old: &Docket<'_>, day: NaiveDate, discussed: &Discussed) -> Vec<Placed> {
    let message = match old.may_be_destroyed(day, discussed) {
        MayDestroy::Allowed => return Vec::new(),
        MayDestroy::Held(holds) => held(old, &holds),
        MayDestroy::TooEarly(from) => too_early(from),
        MayDestroy::Never => never(regime(old)),
    };
    let said = Message::new(message, remedy(old));
    vec![Placed { at: Route::root().key("destroyed"), rule: Some(RuleRef::block("retention")), said }]
}

/// What is said of a stub under a version that never lets a case be destroyed; nothing when it may.
#[must_use]
pub fn of_stub(version: &Version) -> Option<Message> {
    let regime = version.regulation.retention.as_ref().map_or(Regime::Unregulated, |r| r.regime);
    let remedy = text!(
        "zet het bestand terug uit de geschiedenis: `git log --follow` noemt de laatste versie",
        "put the file back from history: `git log --follow` names its last version"
    );
    matches!(regime, Regime::Indefinite | Regime::Unregulated).then(|| Message::new(never(regime), remedy))
}

/// What is said of a stub that names somebody who did not hold the role for destroying under any of these versions, which may
/// have been those of the case; nothing when the person did.
#[must_use]
pub fn by_whom(versions: &[&Version], people: &People, destroyed: &Destroyed) -> Option<Message> {
    let rules: Vec<&Selector> = versions.iter().filter_map(|v| v.regulation.retention.as_ref()?.by.as_ref()).collect();
    let version = versions.last().filter(|_| rules.len() == versions.len())?;
    if rules.iter().any(|by| may_destroy(by, people, &destroyed.by, destroyed.on)) {
        return None;
    }
    let words: Vec<&str> = rules.last().map(|by| by.word()).into_iter().collect();
    let (who, on, by) = (naming::whos(&version.regulation, &words), words::day(destroyed.on), &destroyed.by);
    let message = text!(
        "vernietigd door {by}, en op {on} mocht dat alleen: {who}",
        "destroyed by {by}, and on {on} nobody might but: {who}",
        on,
        who
    );
    let remedy = text!(
        "zet bij `by:` wie het deed; had die de rol wel, zet dan de dagen in people.yaml recht",
        "write under `by:` who did it; if that person held the role, put the days in people.yaml right"
    );
    Some(Message::new(message, remedy))
}

/// What is said of a stub that names somebody whom an exclusion kept from the case.
#[must_use]
pub fn by_excluded(by: &str) -> Message {
    Message::new(
        text!(
            "vernietigd door {by}, die zelf partij in deze klacht was",
            "destroyed by {by}, who was a party to this complaint himself"
        ),
        text!("laat wie hem vervangt de klacht vernietigen", "let whoever takes that person's place destroy it"),
    )
}

/// Whether the selector by which a regulation says who destroys names this person on that day, as far as that can be said
/// without the case: who handled it, and who was a party, went with it.
#[must_use]
pub fn may_destroy(by: &Selector, people: &People, person: &str, day: NaiveDate) -> bool {
    match by {
        Selector::Role(role) => people.holds(person, role, day),
        Selector::Anyone => people.person(person).is_some_and(|p| p.roles.iter().any(|r| p.holds(&r.role, day))),
        Selector::Handler | Selector::Owner | Selector::Position(_) | Selector::Parties => {
            people.person(person).is_some()
        }
    }
}

fn held(old: &Docket<'_>, holds: &[Hold]) -> Text {
    let why = words::join(&holds.iter().map(|hold| words::hold(*hold, old)).collect::<Vec<_>>(), "; ");
    text!("vernietigd terwijl dat niet mag: {why}", "destroyed while held: {why}", why)
}

fn too_early(from: Option<NaiveDate>) -> Text {
    let Some(from) = from.map(words::day) else {
        return text!(
            "vernietigd terwijl de dag waarop dat mag nog niet vaststaat: wat de regeling afwacht, is er nog niet",
            "destroyed while the day from which it may be is not fixed yet: what the regulation waits for is not there"
        );
    };
    text!("te vroeg vernietigd: dat mag vanaf {from}", "destroyed too early: it may be from {from}", from)
}

fn regime(old: &Docket<'_>) -> Regime {
    old.version.regulation.retention.as_ref().map_or(Regime::Unregulated, |r| r.regime)
}

fn never(regime: Regime) -> Text {
    let forever = regime == Regime::Indefinite;
    if forever {
        return text!(
            "vernietigd terwijl de regeling klachten voor altijd bewaart",
            "destroyed while the regulation keeps cases for ever"
        );
    }
    text!(
        "vernietigd terwijl de regeling niet zegt wanneer dat mag",
        "destroyed while the regulation does not say when it may be"
    )
}

fn remedy(old: &Docket<'_>) -> Text {
    let (case, regulation) = (old.case(), &old.version.id);
    let received = case.first_day();
    let (year, month) = (received.year(), received.month());
    let command = format!("`git restore --source=<commit> cases/{regulation}/{year}/{month:02}/{}.md`", case.id);
    text!(
        "zet het bestand terug uit de commit ervoor: {command}",
        "put the file back from the commit before: {command}"
    )
}
