//! T311: a case is not destroyed too early, nor while something holds it, and by somebody who may.

use super::words;
use crate::case::Destroyed;
use crate::diagnostics::{Text, text};
use crate::docket::{Discussed, Docket, MayDestroy};
use crate::naming;
use crate::regulation::{Hold, People, Regime, RuleRef, Selector, Version};
use crate::rules::{Message, Placed, Rule};
use crate::yaml::Route;
use chrono::{Datelike, NaiveDate};

/// The rule, as its page has it.
pub static RULE: Rule = Rule::on_page(include_str!("../../../docs/rules/T311.md"));

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
            "destroyed before it is known from which day that is allowed: what the regulation waits for has not happened yet"
        );
    };
    text!("te vroeg vernietigd: dat mag vanaf {from}", "destroyed too early: it is allowed from {from}", from)
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
        "destroyed while the regulation does not say when that is allowed"
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
